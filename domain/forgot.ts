import { type Account, allSentToday } from "./account";
import { type Case, type CaseFacts, contactsNow, type Decide, isFrozen, secondFactorOf } from "./case";
import { mostTries } from "./check-code";
import { isAtWork } from "./directory-job";
import { type Event, event, type Recorded, refuse } from "./event";
import type { Language } from "./language";
import { type Contact, type ContactKind, isMature } from "./loss";
import { accountNews } from "./notify-account";
import type { DecideRead } from "./reading";
import { safetyOf } from "./safety";
import { mostCodesPerDay, mostSentPerDay, resendAfterMs } from "./send-code";
import { hours, type Instant, lifetime } from "./time";

/** A way to a new password that was sent to a contact of the account: a link by mail, a code by text. */
export interface Forgotten {
  /** Ways are told apart by it: of those to one contact the newest alone is good. */
  generation: number;
  contact: string;
  kind: ContactKind;
  /** What it is written in: that of the page it was asked for on; absent in what was sent before pages spoke more than one. */
  language?: Language;
  sentAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  /** When it was made worthless, by another change of the password or because the account was stopped; absent until then. */
  revokedAt?: Instant;
}

/** Folds an entry into what an account was sent for a forgotten password. */
export function foldForgotten(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "forgotten.sent": {
      const { generation, contact, kind, expiresAt, language } = e.data;
      const spoken = language ? { language } : {};
      const others = (a.forgotten ?? []).filter((f) => f.contact !== contact);
      const forgotten = [...others, { generation, contact, kind, ...spoken, sentAt: e.at, expiresAt, usedAt: null }];
      return { ...a, forgotten, forgottenSent: [...sentToday(a, e.at), { contact, at: e.at }] };
    }
    case "forgotten.redeemed":
      // With a new password set by one way, the others are used as well.
      return { ...a, forgotten: (a.forgotten ?? []).map((f) => ({ ...f, usedAt: e.at })), sessionsEndedAt: e.at };
    default:
      return a;
  }
}

const sentToday = (a: Account | null, now: Instant) => (a?.forgottenSent ?? []).filter((s) => now - s.at < hours(24));

/** Somebody asks for a way to a new password; whose contact they typed is looked up behind their back, so that the answer is the same for all. */
export const askForgotten =
  (ask: string): DecideRead =>
  () => [event("forgotten.asked", { ask })];

/** So many codes may be typed for one number in the life of a code. */
export const codeTries = {
  // Asked for late: this file and that of the codes lead to each other, and either may be read first.
  get most(): number {
    return mostTries;
  },
  inMs: lifetime.smsCodeMs,
};

/** Somebody types a code for a number: the try counts before anybody compares, whether the number is known or not. */
export function tryForgottenCode(ask: string): DecideRead {
  return (facts) =>
    facts.asked >= codeTries.most
      ? refuse("forgotten.type-code", "too-many-tries")
      : [event("forgotten.code-tried", { ask })];
}

/** By which asking a way is sent, and in which language: that of the page. */
export interface AskedWay {
  ask: string;
  language?: Language;
}

/**
 * Sends a way to a new password to the one of these contacts that the account has: one that has been there as long as the account, or 30
 * days. Not while the account is shut or disputed, nor under a safety flag, for who shares a home shares its telephone: two supervisors
 * stand before such an account, whatever was lost. And not to the phone that is the second factor (product.md, the row of T1).
 */
export function sendForgotten(contacts: readonly string[], asked: AskedWay): Decide {
  return (c, facts, now) => {
    const to = contactsNow(c, facts).find((k) => contacts.includes(k.id) && k.endedAt === null);
    const no = to ? sendRefusal(c, facts, to, now) : "no-such-contact";
    return no === null && to
      ? [sentTo(c, facts, { to, ...asked }, now)]
      : refuse("forgotten.send", no ?? "no-such-contact");
  };
}

function sendRefusal(c: Case, facts: CaseFacts, to: Contact, now: Instant): string | null {
  if (isFrozen(c, facts)) return "account-frozen";
  if (safetyOf(c.account)) return "safety-flag";
  if (isAtWork(c.account?.directory)) return "link-taken";
  if (to.kind === "phone" && secondFactorOf(c, facts) === "sms") return "contact-is-second-factor";
  if (!isMature(to, facts.record.createdAt, now)) return "contact-too-new";
  const sent = sentToday(c.account, now).filter((s) => s.contact === to.id);
  const last = sent.at(-1)?.at;
  // What did its work is nothing to wait for: who begins again is sent another.
  const isUsed = c.account?.forgotten?.find((way) => way.contact === to.id)?.usedAt != null;
  if (last !== undefined && now - last < resendAfterMs && !isUsed) return "code-just-sent";
  const many = sent.length >= mostCodesPerDay || allSentToday(c.account, to.id, now) >= mostSentPerDay;
  return many ? "too-many-codes" : null;
}

function sentTo(c: Case, facts: CaseFacts, { to, ask, language }: AskedWay & { to: Contact }, now: Instant): Event {
  const generation = Math.max(0, ...(c.account?.forgotten ?? []).map((f) => f.generation)) + 1;
  const life = to.kind === "phone" ? lifetime.smsCodeMs : lifetime.forgottenLinkMs;
  return event("forgotten.sent", {
    ask,
    generation,
    contact: to.id,
    kind: to.kind,
    message: `${facts.record.id}.forgotten.${generation}.${to.id}`,
    expiresAt: now + life,
    ...(language ? { language } : {}),
  });
}

/** Why what was sent is no way in now, or null: the page that shows the form asks the same question. */
export function forgottenRefusal(c: Case, facts: CaseFacts, generation: number, now: Instant): string | null {
  const f = c.account?.forgotten?.find((one) => one.generation === generation);
  if (!f) return "link-superseded";
  if (f.usedAt !== null) return "link-used";
  if (f.revokedAt !== undefined) return "link-superseded";
  const atWork = isAtWork(c.account?.directory);
  if (!atWork && now >= f.expiresAt) return "link-expired";
  if (isFrozen(c, facts)) return "account-frozen";
  if (safetyOf(c.account)) return "safety-flag";
  // A contact that a recovery took off since then is nobody's way in.
  if (!contactsNow(c, facts).some((k) => k.id === f.contact && k.endedAt === null)) return "link-superseded";
  return atWork ? "link-taken" : null;
}

/** Takes the right code of a text: its link is then shown to who typed it. */
export function acceptForgottenCode(generation: number, ask: string): Decide {
  return (c, facts, now) => {
    const no = forgottenRefusal(c, facts, generation, now);
    return no ? refuse("forgotten.type-code", no) : [event("forgotten.code-accepted", { generation, ask })];
  };
}

/** Sets the new password: once, by the newest way that was sent; every session ends, and all contacts are told. */
export function redeemForgotten(generation: number): Decide {
  return (c, facts, now) => {
    const no = forgottenRefusal(c, facts, generation, now);
    return no ? refuse("forgotten.redeem", no) : passwordSet(c, facts, generation, now);
  };
}

/** What it brings about: the way that was sent is used, every session ends, and all contacts are told. */
export function passwordSet(c: Case, facts: CaseFacts, generation: number, now: Instant): readonly [Event, ...Event[]] {
  return [
    event("forgotten.redeemed", { generation }),
    ...accountNews(c, facts, now, "password-changed", `forgotten.${generation}`),
  ];
}
