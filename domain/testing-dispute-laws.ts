import { type Account, evolveAccount } from "./account";
import type { DisputeVerdict, Recorded } from "./event";
import { staffIdOf } from "./staff";
import { must, personOf, touchesBy } from "./testing-laws";
import { evolveTicket, type Ticket } from "./ticket";
import { days } from "./time";
import { storyProblem } from "./trail/story";

/** Laws of disputes and undoing, read from the entries alone. */

const endings: Partial<Record<Recorded["type"], DisputeVerdict>> = {
  "ticket.resumed": "resume",
  "objection.dismissed": "dismiss",
  "ticket.reversed": "reverse",
};

/** Every verdict is the word of two humans without a hand in the case, and fits what was proved and what was not. */
export function disputesAreSettledByTwo(entries: readonly Recorded[]) {
  for (const e of entries) {
    const verdict = e.type === "ticket.rejected" && e.data.second ? "reject" : endings[e.type];
    if (!verdict) continue;
    const past = entries.filter((p) => p.object === e.object && p.seq < e.seq);
    const disputed = past.filter((p) => p.type === "ticket.disputed").at(-1);
    const wish = past.filter((p) => p.type === "verdict.proposed").at(-1);
    const since = past.filter((p) => p.seq > (disputed?.seq ?? -1));
    if (wish?.type !== "verdict.proposed" || wish.data.verdict !== verdict) throw new Error("Nobody proposed it.");
    for (const word of [wish, e]) must(touchesBy(entries, humanOf(word), word).length === 0, "a hand in the case");
    must(humanOf(wish) !== humanOf(e), "one human gave both words");
    fits(verdict, { disputed, since, e, past });
  }
}

interface Settled {
  disputed: Recorded | undefined;
  since: readonly Recorded[];
  past: readonly Recorded[];
  e: Recorded;
}

function fits(verdict: DisputeVerdict, { disputed, since, past, e }: Settled) {
  const isProved = since.some((p) => p.type === "objection.proved");
  const overAfter = disputed !== undefined && e.at - disputed.at >= days(7);
  if (verdict === "reject") return must(isProved || overAfter, "it was not proved, and still could be");
  if (e.type === "ticket.reversed" && e.data.proved) return must(isProved, "it was not proved");
  if (verdict === "reverse")
    return must(
      past.some((p) => p.type === "grant.redeemed"),
      "nothing was recovered",
    );
  must(!isProved, "it was proved and goes on all the same");
  must(overAfter, "the seven days were not over");
  const signers = past.flatMap((p) =>
    p.type === "ticket.approved" && p.seq < (disputed?.seq ?? 0) ? [p.data.by] : [],
  );
  must(!signers.some((by) => personOf(by) === humanOf(e)), "one who approved it let it go on");
}

const humanOf = (e: Recorded): string => personOf(staffIdOf(e.actor.id) ?? "");

/** An account is thawed by nothing but a T4 recovery that was approved to do so. */
export function thawsAreRecoveries(entries: readonly Recorded[]) {
  for (const e of entries) {
    if (e.type !== "account.thawed") continue;
    const past = entries.filter((p) => p.object === e.object && p.seq < e.seq);
    const submitted = past.filter((p) => p.type === "ticket.submitted").at(-1);
    const recovered = past.at(-1);
    must(recovered?.type === "account.recovered" && recovered.data.action.thaw === true, "a thaw without its recovery");
    must(submitted?.type === "ticket.submitted" && submitted.data.tier === "T4", "a thaw below T4");
  }
}

/** The verifier, which knows the entries alone, finds nothing wrong with how the case went. */
export function verifierAgrees(entries: readonly Recorded[]) {
  const tickets = new Map<string, Ticket | null>();
  let account: Account | null = null;
  for (const e of entries) {
    const id = e.object ?? "";
    const before = tickets.get(id) ?? null;
    const problem = e.type === "refused" ? null : storyProblem(e, before, account, personOf);
    must(problem === null, `${e.type} would not be believed: ${problem}`);
    tickets.set(id, evolveTicket(before, e));
    account = evolveAccount(account, e);
  }
}
