import type { Account } from "./account";
import { hours, type Instant, lifetime, minutes } from "./time";

/** An authenticator that a holder turned on here; its seed is kept under the account's key, by this id. */
export interface Authenticator {
  id: string;
  at: Instant;
  /** The newest time step that was accepted: it and those before it are accepted no more. */
  lastStep: number;
  endedAt: Instant | null;
}
/** A code that was sent by text, where the phone is the second factor. */
export interface FactorText {
  generation: number;
  contact: string;
  sentAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
}
/** What a signed-in holder gives their second factor anew for. */
export type FactorAct = "factor" | "codes" | "things";
/** A second factor as it was used: a step, a text or a saved code, each spent by it. */
export interface FactorUsed {
  secondFactor: "totp" | "sms" | "saved-code";
  step?: number;
  generation?: number;
  code?: string;
}

/** What is known of an account's second factor beside what was imported; absent until the first of it. */
export interface FactorState {
  /** Those that were on, the newest last; at most one is on. */
  authenticators: Authenticator[];
  text: FactorText | null;
  /** Texts within the last 24 hours. */
  sent: { contact: string; at: Instant }[];
  /** Wrong codes since the last right one, after a right password each. */
  failures: Instant[];
  /** When its contacts were last told that somebody guesses. */
  warnedAt: Instant | null;
  /** The newest times it was given for an act. */
  uses: { id: string; act: FactorAct; at: Instant }[];
}

const nothing: FactorState = { authenticators: [], text: null, sent: [], failures: [], warnedAt: null, uses: [] };
/** What became of it here; nothing yet for most accounts. */
export const factorState = (a: Pick<Account, "factor"> | null): FactorState => a?.factor ?? nothing;

/** The texts of the last 24 hours. */
export const sentSince = (f: FactorState, now: Instant) => f.sent.filter((s) => now - s.at < hours(24));

/** The authenticator that is on here, or null. */
export const authenticatorOf = (a: Pick<Account, "factor"> | null): Authenticator | null =>
  factorState(a).authenticators.find((one) => one.endedAt === null) ?? null;

/** The newest text of the second factor, or null. */
export const textOf = (a: Account | null): FactorText | null => factorState(a).text;
/** Whether one is out whose code still works. */
export function isTextOut(a: Account | null, now: Instant): boolean {
  const text = textOf(a);
  return text !== null && text.usedAt === null && now < text.expiresAt;
}
/** How many texts of the second factor went to a contact within 24 hours, and since its sessions ended: by a password that was changed nobody spends them. */
export const textsToday = (a: Account | null, contact: string, now: Instant): number =>
  sentSince(factorState(a), now).filter((s) => s.contact === contact && s.at > (a?.sessionsEndedAt ?? 0)).length;

const heldMs = minutes(15);
/** So many wrong codes within a quarter of an hour, and none is taken until it is over. */
export const mostWrongCodes = 5;
/** How many wrong codes of the last quarter of an hour count. */
export const wrongCodes = (a: Account | null, now: Instant): number =>
  factorState(a).failures.filter((at) => now - at < heldMs).length;
/** Whether its contacts were told within a day that somebody guesses. */
export const isWarned = (a: Account | null, now: Instant): boolean => {
  const { warnedAt } = factorState(a);
  return warnedAt !== null && now - warnedAt < hours(24);
};

/** Whether the second factor was given for this act within the last five minutes; turning one on is such a time for its saved codes. */
export const hasUse = (a: Account | null, use: { id: string | null; act: FactorAct }, now: Instant): boolean =>
  factorState(a).uses.some((one) => one.id === use.id && one.act === use.act && now - one.at < lifetime.stepUpMs);

/** How many authenticators were turned on within 24 hours. */
export const enrolledToday = (a: Account | null, now: Instant): number =>
  factorState(a).authenticators.filter((one) => now - one.at < hours(24)).length;

/** Whether an authenticator that was on before then was turned off or replaced since. */
export const isLostSince = (a: Account, from: Instant): boolean =>
  factorState(a).authenticators.some((one) => isPutBack(one, from));

/** Whether what becomes of a recovery that is undone puts this one back. */
export const isPutBack = (one: Authenticator, from: Instant): boolean =>
  one.at < from && one.endedAt !== null && one.endedAt >= from;

/** Whether a recovery took the second factor off, and nothing became of it since: it is to be turned on again. */
export function isLostByRecovery(a: Account | null): boolean {
  if (!a || authenticatorOf(a)) return false;
  const ends = factorState(a).authenticators.map((one) => one.endedAt ?? 0);
  const last = Math.max(a.secondFactorRemovedAt ?? 0, ...ends);
  return a.recoveries.some((r) => r.at === last);
}
