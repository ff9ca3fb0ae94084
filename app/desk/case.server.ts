import type { Account } from "domain/account";
import type { Case, Decide } from "domain/case";
import { type Recorded, refuse } from "domain/event";
import type { Actor } from "domain/staff";
import { type CaseQuery, type Door, type Keep, type Keyed, loadCase, loadCaseFacts, type Outcome } from "~/door.server";
import { ledgerNow } from "~/facts.server";

/** Who does something, in which request, and the key of the form it came with. */
export interface Who {
  actor: Actor;
  request: string;
  key?: Keyed;
}
/** A ticket and the account it is about. */
export interface CaseRef {
  account: string;
  ticket: string;
}

/** An account, and the ticket it is looked at by; null where it is looked at by itself. */
export interface Where {
  account: string;
  ticket: string | null;
}

/** One of several commands of a form: a key of its own, so that the form sent twice finds each of them again. */
export const partOf = ({ key, ...who }: Who, part: string): Who =>
  key ? { ...who, key: { ...key, key: `${key.key}.${part}` } } : who;

/** Takes one decision on a case through the ledger. */
export function enactCase(
  door: Door,
  who: Who,
  ref: CaseRef,
  decide: Decide,
  extra: { keep?: Keep[]; query?: CaseQuery } = {},
): Promise<Outcome> {
  return door.ledger.enact({ stream: "case", ...ref, ...who, decide, ...extra });
}

/** Enters that bad input was turned away before any rule was asked. */
export function refuseInput(door: Door, who: Who, ref: CaseRef, command: string, reason: string): Promise<Outcome> {
  return enactCase(door, who, ref, () => refuse(command, reason));
}

/** The case as it stands, read beside the lock: what a compare before a decision starts from. */
export const caseNow = (door: Door, ref: Where): Promise<Case> => loadCase(door.reader.sql, ref.account, ref.ticket);

/** The recovery side of an account as it stands, read beside the lock. */
export const accountNow = async (door: Door, account: string): Promise<Account | null> =>
  (await loadCase(door.reader.sql, account, null)).account;

/** Why the ledger would refuse a decision at this moment, or null; it decides again when it is asked. */
export async function refusalNow(door: Door, who: Who, ref: Where, decide: Decide): Promise<string | null> {
  const state = await caseNow(door, ref);
  const now = await ledgerNow(door);
  const facts = await loadCaseFacts(door.reader.sql, state, ref.account, who.actor, now);
  const [first] = decide(state, facts, now);
  return first.type === "refused" ? first.data.reason : null;
}

/** The first event of a kind in an outcome, or null. */
export function found<T extends Recorded["type"]>(outcome: Outcome, type: T): Extract<Recorded, { type: T }> | null {
  return (outcome.events.find((e) => e.type === type) as Extract<Recorded, { type: T }> | undefined) ?? null;
}
