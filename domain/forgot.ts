import type { Account } from "./account";
import { type Case, type CaseFacts, contactsNow, type Decide, isFrozen } from "./case";
import { mostTries } from "./check-code";
import { isAtWork } from "./directory-job";
import { type Event, event, type Recorded, refuse } from "./event";
import type { Contact, ContactKind } from "./loss";
import { accountNews } from "./notify-account";
import { safetyOf } from "./safety";
import { mostCodesPerDay, resendAfterMs } from "./send-code";
import { hours, type Instant, lifetime } from "./time";

/** A way to a new password that was sent to a contact of the account: a link by mail, a code by text. */
export interface Forgotten {
  /** Told apart by it, the newest alone is good. */
  generation: number;
  contact: string;
  kind: ContactKind;
  sentAt: Instant;
  expiresAt: Instant;
  /** How often a wrong code was typed. */
  tries: number;
  usedAt: Instant | null;
}

/** Folds an entry into what an account was sent for a forgotten password. */
export function foldForgotten(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "forgotten.sent": {
      const { generation, contact, kind, expiresAt } = e.data;
      const forgotten = { generation, contact, kind, sentAt: e.at, expiresAt, tries: 0, usedAt: null };
      return { ...a, forgotten, forgottenSent: [...sentToday(a, e.at), { contact, at: e.at }] };
    }
    case "forgotten.code-refused":
      return changed(a, (f) => ({ ...f, tries: e.data.tries }));
    case "forgotten.redeemed":
      return { ...changed(a, (f) => ({ ...f, usedAt: e.at })), sessionsEndedAt: e.at };
    default:
      return a;
  }
}

const changed = (a: Account, change: (f: Forgotten) => Forgotten): Account =>
  a.forgotten ? { ...a, forgotten: change(a.forgotten) } : a;

const sentToday = (a: Account | null, now: Instant) => (a?.forgottenSent ?? []).filter((s) => now - s.at < hours(24));

/**
 * Sends a way to a new password to the one of these contacts that the account has: not while the account is shut or disputed, nor under a safety
 * flag, for who shares a home shares its telephone: two supervisors stand before such an account, whatever was lost.
 */
export function sendForgotten(contacts: readonly string[]): Decide {
  const refused = (reason: string) => refuse("forgotten.send", reason);
  return (c, facts, now) => {
    const to = contactsNow(c, facts).find((k) => contacts.includes(k.id) && k.endedAt === null);
    if (!to) return refused("no-such-contact");
    if (isFrozen(c, facts)) return refused("account-frozen");
    if (safetyOf(c.account)) return refused("safety-flag");
    if (isAtWork(c.account?.directory)) return refused("link-taken");
    const sent = sentToday(c.account, now).filter((s) => s.contact === to.id);
    const last = sent.at(-1)?.at;
    if (last !== undefined && now - last < resendAfterMs) return refused("code-just-sent");
    if (sent.length >= mostCodesPerDay) return refused("too-many-codes");
    return [sentTo(c, facts, to, now)];
  };
}

function sentTo(c: Case, facts: CaseFacts, to: Contact, now: Instant): Event {
  const generation = (c.account?.forgotten?.generation ?? 0) + 1;
  const life = to.kind === "phone" ? lifetime.smsCodeMs : lifetime.forgottenLinkMs;
  return event("forgotten.sent", {
    generation,
    contact: to.id,
    kind: to.kind,
    message: `${facts.record.id}.forgotten.${generation}.${to.id}`,
    expiresAt: now + life,
  });
}

/** Why what was sent is no way in now, or null: the page that shows the form asks the same question. */
export function forgottenRefusal(c: Case, facts: CaseFacts, generation: number, now: Instant): string | null {
  const f = c.account?.forgotten;
  if (f?.generation !== generation) return "link-superseded";
  if (f.usedAt !== null) return "link-used";
  const atWork = isAtWork(c.account?.directory);
  if (!atWork && now >= f.expiresAt) return "link-expired";
  if (f.tries >= mostTries) return "no-tries-left";
  if (isFrozen(c, facts)) return "account-frozen";
  if (safetyOf(c.account)) return "safety-flag";
  // A contact that a recovery took off since then is nobody's way in.
  if (!contactsNow(c, facts).some((k) => k.id === f.contact && k.endedAt === null)) return "link-superseded";
  return atWork ? "link-taken" : null;
}

/** Counts a wrong code from a text, and takes a right one: its link is then shown to who typed it. */
export function typeForgottenCode(typed: { generation: number; right: boolean }): Decide {
  const refused = (reason: string) => refuse("forgotten.type-code", reason);
  return (c, facts, now) => {
    const no = forgottenRefusal(c, facts, typed.generation, now);
    if (no) return refused(no);
    if (typed.right) return [event("forgotten.code-accepted", { generation: typed.generation })];
    const tries = (c.account?.forgotten?.tries ?? 0) + 1;
    return [event("forgotten.code-refused", { generation: typed.generation, tries })];
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
