import type { Account } from "./account";
import type { EventData, Recorded } from "./event";
import { days, hours, type Instant, lifetime, minutes } from "./time";

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
export type FactorAct = "factor" | "codes";
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

const none: FactorState = { authenticators: [], text: null, sent: [], failures: [], warnedAt: null, uses: [] };
const stateOf = (a: Pick<Account, "factor"> | null): FactorState => a?.factor ?? none;

/** Folds an entry into an account's second factor. */
export function foldFactor(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "factor.enrolled":
      return enrolled(a, e.data, e.at);
    case "factor.removed":
      return e.data.factor === null ? { ...a, secondFactorRemovedAt: e.at } : ended(a, e.at);
    case "factor.code-sent":
      return changed(a, (f) => texted(f, e.data, e.at));
    case "factor.code-refused":
    case "holder.sign-in-failed":
      return e.data.why === "wrong-code" ? changed(a, (f) => failed(f, e.at)) : a;
    case "factor.used":
      return changed(a, (f) => withUse(spent(f, e.data, e.at), { id: e.data.use, act: e.data.act, at: e.at }));
    case "holder.signed-in":
      return e.data.secondFactor === "none" ? a : changed(a, (f) => spent(f, e.data, e.at));
    case "account.notified":
      return e.data.about === "factor-guessed" ? changed(a, (f) => ({ ...f, warnedAt: e.at })) : a;
    default:
      return a;
  }
}

const changed = (a: Account, change: (f: FactorState) => FactorState): Account => ({
  ...a,
  factor: change(stateOf(a)),
});

/** An authenticator that ended longer ago than this is nobody's to put back. */
const rememberedMs = days(365);
const mostUses = 5;
const mostFailures = 10;

/** From the first authenticator on, what was imported is off for good. */
function enrolled(a: Account, d: EventData["factor.enrolled"], at: Instant): Account {
  const before = ended(a, at);
  const kept = stateOf(before).authenticators.filter((one) => at - (one.endedAt ?? at) < rememberedMs);
  const one = { id: d.factor, at, lastStep: d.step, endedAt: null };
  const next = changed(before, (f) =>
    withUse({ ...f, authenticators: [...kept, one], failures: [] }, { id: d.factor, act: "codes", at }),
  );
  return { ...next, secondFactorRemovedAt: a.secondFactorRemovedAt ?? at };
}

const ended = (a: Account, at: Instant): Account =>
  changed(a, (f) => ({
    ...f,
    authenticators: f.authenticators.map((one) => ({ ...one, endedAt: one.endedAt ?? at })),
  }));

const texted = (f: FactorState, d: EventData["factor.code-sent"], at: Instant): FactorState => ({
  ...f,
  text: { generation: d.generation, contact: d.contact, sentAt: at, expiresAt: d.expiresAt, usedAt: null },
  sent: [...sentSince(f, at), { contact: d.contact, at }],
});

const failed = (f: FactorState, at: Instant): FactorState => ({
  ...f,
  failures: [...f.failures, at].slice(-mostFailures),
});

/** What was typed right is typed right once. */
function spent(f: FactorState, d: { step?: number; generation?: number }, at: Instant): FactorState {
  const { step = 0, generation } = d;
  const newest = (one: Authenticator) =>
    one.endedAt === null ? { ...one, lastStep: Math.max(one.lastStep, step) } : one;
  const text = f.text && f.text.generation === generation ? { ...f.text, usedAt: at } : f.text;
  return { ...f, authenticators: f.authenticators.map(newest), text, failures: [] };
}

const withUse = (f: FactorState, use: FactorState["uses"][number]): FactorState => ({
  ...f,
  uses: [...f.uses, use].slice(-mostUses),
});

const sentSince = (f: FactorState, now: Instant) => f.sent.filter((s) => now - s.at < hours(24));

/** The authenticator that is on here, or null. */
export const authenticatorOf = (a: Pick<Account, "factor"> | null): Authenticator | null =>
  stateOf(a).authenticators.find((one) => one.endedAt === null) ?? null;

/** The newest text of the second factor, or null. */
export const textOf = (a: Account | null): FactorText | null => stateOf(a).text;
/** Whether one is out whose code still works. */
export function isTextOut(a: Account | null, now: Instant): boolean {
  const text = textOf(a);
  return text !== null && text.usedAt === null && now < text.expiresAt;
}
/** How many texts of the second factor went to a contact within 24 hours. */
export const textsToday = (a: Account | null, contact: string, now: Instant): number =>
  sentSince(stateOf(a), now).filter((s) => s.contact === contact).length;

const heldMs = minutes(15);
/** So many wrong codes within a quarter of an hour, and none is taken until it is over. */
export const mostWrongCodes = 5;
/** How many wrong codes of the last quarter of an hour count. */
export const wrongCodes = (a: Account | null, now: Instant): number =>
  stateOf(a).failures.filter((at) => now - at < heldMs).length;
/** Whether its contacts were told within a day that somebody guesses. */
export const isWarned = (a: Account | null, now: Instant): boolean => {
  const { warnedAt } = stateOf(a);
  return warnedAt !== null && now - warnedAt < hours(24);
};

/** Whether the second factor was given for this act within the last five minutes; turning one on is such a time for its saved codes. */
export const hasUse = (a: Account | null, use: { id: string | null; act: FactorAct }, now: Instant): boolean =>
  stateOf(a).uses.some((one) => one.id === use.id && one.act === use.act && now - one.at < lifetime.stepUpMs);

/** How many authenticators were turned on within 24 hours. */
export const enrolledToday = (a: Account | null, now: Instant): number =>
  stateOf(a).authenticators.filter((one) => now - one.at < hours(24)).length;

/** Whether an authenticator that was on before then was turned off or replaced since. */
export const isLostSince = (a: Account, from: Instant): boolean =>
  stateOf(a).authenticators.some((one) => isPutBack(one, from));

const isPutBack = (one: Authenticator, from: Instant): boolean =>
  one.at < from && one.endedAt !== null && one.endedAt >= from;

/** The authenticator that was on before a recovery is on again, and whichever was turned on since is off. */
export function withFactorBefore(a: Account, from: Instant, at: Instant): Account {
  if (!a.factor) return a;
  return changed(a, (f) => {
    const newest = f.authenticators.findLast((one) => isPutBack(one, from))?.id;
    const back = (one: Authenticator): Authenticator =>
      one.id === newest ? { ...one, endedAt: null } : one.at < from ? one : { ...one, endedAt: one.endedAt ?? at };
    return { ...f, authenticators: f.authenticators.map(back) };
  });
}

/** Whether a recovery took the second factor off, and nothing became of it since: it is to be turned on again. */
export function isLostByRecovery(a: Account | null): boolean {
  if (!a || authenticatorOf(a)) return false;
  const ends = stateOf(a).authenticators.map((one) => one.endedAt ?? 0);
  const last = Math.max(a.secondFactorRemovedAt ?? 0, ...ends);
  return a.recoveries.some((r) => r.at === last);
}
