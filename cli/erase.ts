import { defineCommand } from "citty";
import { isoOf } from "domain/time";
import {
  confirmErasure,
  liftLegalHold,
  placeLegalHold,
  proposeErasure,
  withdrawErasure,
} from "~/desk/erase-account.server";
import { finishingErasures } from "~/desk/finish-erasures.server";
import type { Door, House, Outcome } from "~/door.server";
import { accountsFitting, everyHold, waitingProposal } from "~/read-erasures.server";
import { refusal } from "~/ui/words";
import { erasuresWords, severalFit } from "~/ui/words/erasures";
import { atTheCommandLine, exit, refusedWith, withHouse } from "./house";

const account = {
  type: "positional",
  description:
    "the account's internal id, its account_id in the directory, its user name, or an e-mail address of it, exactly",
  required: true,
} as const;
const reason = { type: "string", description: "why, without naming anyone; it goes to the vault" } as const;

/** Proposes to erase an account, or confirms what a signed-in admin proposed: never both (docs/decisions/015). */
export const erase = defineCommand({
  meta: { name: "erase", description: "Propose to erase an account; a signed-in admin confirms it on the screen." },
  args: {
    account,
    reason,
    confirm: { type: "boolean", description: "confirm the proposal of a signed-in admin" },
    withdraw: { type: "boolean", description: "take the waiting proposal back" },
  },
  async run({ args }) {
    await withHouse((house) =>
      onAccount(house.door, args.account, (id) => {
        if (args.confirm) return confirm(house, id);
        return args.withdraw ? withdraw(house.door, id) : propose(house.door, id, args.reason ?? "");
      }),
    );
  },
});

const place = defineCommand({
  meta: { name: "place", description: "Keep an account from being erased." },
  args: { account, reason },
  run: ({ args }) =>
    hold(args, "legal-hold.place", placeLegalHold, "The account cannot be erased until the hold is lifted."),
});

const lift = defineCommand({
  meta: { name: "lift", description: "Let an account be erased again." },
  args: { account, reason },
  run: ({ args }) => hold(args, "legal-hold.lift", liftLegalHold, "The legal hold is lifted."),
});

const list = defineCommand({
  meta: { name: "list", description: "List the accounts on a legal hold: since when, by whom, and the holder masked." },
  async run() {
    await withHouse(async ({ door }) => {
      let isEmpty = true;
      for await (const { account, at, by, holder } of everyHold(door)) {
        isEmpty = false;
        console.log(`${account} since ${isoOf(at)} by ${by} (${holder})`);
      }
      if (isEmpty) console.log(erasuresWords.none.held);
      return exit.ok;
    });
  },
});

/** Legal holds. */
export const legalHold = defineCommand({
  meta: { name: "legal-hold", description: "Place, lift or list legal holds on accounts." },
  subCommands: { place, lift, list },
});

const atIt = () => ({ actor: atTheCommandLine(), request: "cli" });

async function propose(door: Door, id: string, why: string): Promise<number> {
  const outcome = await proposeErasure(door, atIt(), id, { reason: why, stepUp: null });
  return told(
    outcome,
    "erasure.propose",
    `Erasing account ${id} is proposed. Within seven days an admin confirms it at /erasures/${id}.`,
  );
}

async function withdraw(door: Door, id: string): Promise<number> {
  const outcome = await withdrawErasure(door, atIt(), id, (await waitingProposal(door, id)) ?? "none");
  return told(outcome, "erasure.withdraw", "The proposal is withdrawn.");
}

async function confirm(house: House, id: string): Promise<number> {
  const proposal = (await waitingProposal(house.door, id)) ?? "none";
  const outcome = await confirmErasure(house, atIt(), id, { proposal, stepUp: null });
  if (outcome.refused === null) for (const turn = finishingErasures(house); (await turn()) > 0; );
  return told(outcome, "erasure.confirm", `Account ${id} is erased.`);
}

async function hold(
  args: { account: string; reason?: string },
  command: string,
  act: typeof placeLegalHold,
  done: string,
): Promise<void> {
  await withHouse(({ door }) =>
    onAccount(door, args.account, async (id) =>
      told(await act(door, atIt(), id, { reason: args.reason ?? "", stepUp: null }), command, done),
    ),
  );
}

async function onAccount(door: Door, typed: string, act: (id: string) => Promise<number>): Promise<number> {
  const { accounts, hits, tooMany } = await accountsFitting(door, typed);
  if (accounts.length < 2 && !tooMany) return act(accounts[0] ?? typed);
  console.error(`Refused: ${tooMany ? refusal("too-many-hits") : severalFit(accounts.length)}`);
  for (const hit of hits) console.error([hit.id, hit.holder, ...hit.contacts.map((c) => c.mask)].join("  "));
  return exit.failed;
}

function told(outcome: Outcome, command: string, done: string): number {
  if (outcome.refused !== null) return refusedWith(outcome.refused, command);
  console.log(done);
  return exit.ok;
}
