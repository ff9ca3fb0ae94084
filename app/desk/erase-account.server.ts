import { randomUUID } from "node:crypto";
import type { Decide } from "domain/case";
import {
  confirmErasure as decideConfirm,
  liftLegalHold as decideLift,
  placeLegalHold as decidePlace,
  proposeErasure as decidePropose,
  withdrawErasure as decideWithdraw,
  leastErasureReason,
  type Reasoned,
} from "domain/erasure";
import { refuse } from "domain/event";
import type { CaseQuery, Door, House, Keep, Outcome } from "~/door.server";
import { isAccount } from "~/read-erasures.server";
import type { Who } from "./case.server";
import { finishErasure } from "./finish-erasures.server";
import { keptReason } from "./kept-reason.server";

/** Why, in words that go to the vault and never into the entry, and the step-up made for the act; null at the command line. */
export interface ReasonGiven {
  reason: string;
  stepUp: string | null;
}

/** Proposes to erase an account; a second person confirms it. */
export async function proposeErasure(door: Door, who: Who, account: string, given: ReasonGiven): Promise<Outcome> {
  const { reasoned, keep } = await keptOf(door, given);
  const decide = decidePropose({ ...reasoned, proposal: randomUUID() });
  return onAccount(door, who, account, { command: "erasure.propose", decide, keep });
}

/** Takes a proposal back. */
export function withdrawErasure(door: Door, who: Who, account: string, proposal: string): Promise<Outcome> {
  return onAccount(door, who, account, { command: "erasure.withdraw", decide: decideWithdraw(proposal) });
}

/** Places a legal hold on an account. */
export async function placeLegalHold(door: Door, who: Who, account: string, given: ReasonGiven): Promise<Outcome> {
  const { reasoned, keep } = await keptOf(door, given);
  return onAccount(door, who, account, { command: "legal-hold.place", decide: decidePlace(reasoned), keep });
}

/** Lifts the legal hold of an account. */
export async function liftLegalHold(door: Door, who: Who, account: string, given: ReasonGiven): Promise<Outcome> {
  const { reasoned, keep } = await keptOf(door, given);
  return onAccount(door, who, account, { command: "legal-hold.lift", decide: decideLift(reasoned), keep });
}

/**
 * Erases an account on the word of a second person. Entry and rows go in one transaction, and then the key, which is in
 * another store: what a crash leaves of that, the worker finishes.
 */
export async function confirmErasure(
  house: House,
  who: Who,
  account: string,
  given: { proposal: string; stepUp: string | null },
): Promise<Outcome> {
  const outcome = await onAccount(house.door, who, account, {
    command: "erasure.confirm",
    decide: decideConfirm(given),
    keep: [{ keep: "erase-account", account }],
    query: { erasing: true },
  });
  if (outcome.refused === null) await finishErasure(house, account);
  return outcome;
}

async function keptOf(door: Door, given: ReasonGiven): Promise<{ reasoned: Reasoned; keep: Keep[] }> {
  const kept = await keptReason(door, given.reason, leastErasureReason);
  return { reasoned: { reason: kept?.reason ?? null, stepUp: given.stepUp }, keep: kept?.keep ?? [] };
}

interface Act {
  command: string;
  decide: Decide;
  keep?: Keep[];
  query?: CaseQuery;
}

/** Decides on the account's own case; that there is no such account is an entry too. */
async function onAccount(door: Door, who: Who, account: string, act: Act): Promise<Outcome> {
  if (await isAccount(door, account)) {
    const { decide, keep, query } = act;
    return door.ledger.enact({ stream: "case", account, ticket: null, ...who, decide, keep, query });
  }
  const decide = () => refuse(act.command, "no-such-account");
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}
