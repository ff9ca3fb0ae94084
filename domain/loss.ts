import { days, type Instant } from "./time";

export const tiers = ["T1", "T2", "T3", "T4"] as const;
export type Tier = (typeof tiers)[number];
export type ContactKind = "email" | "phone";

/** What the requester says was lost. */
export interface Loss {
  password: boolean;
  secondFactor: boolean;
  email: boolean;
  phone: boolean;
}

/** A registered contact as decisions see it: never its value. */
export interface Contact {
  id: string;
  kind: ContactKind;
  /** When it was confirmed on the account. */
  since: Instant;
  /** When a recovery took it off the account, or null while it is in force. */
  endedAt: Instant | null;
}

/** What a recovery will do to the account once its grant is redeemed. */
export interface Action {
  newPassword: boolean;
  removeSecondFactor: boolean;
  /** Ids of the contacts that the new contact replaces; empty when none is bound. */
  replace: string[];
  /** The account is frozen and is to be opened again. */
  thaw?: true;
}

export interface LossFacts {
  createdAt: Instant;
  secondFactor: "none" | "totp" | "sms";
  contacts: Contact[];
}

export type LossRefusal =
  | "nothing-lost"
  | "no-second-factor-on-file"
  | "no-such-contact-on-file"
  | "contact-too-new"
  | "more-contacts-than-one-ticket-takes";
export interface Claim {
  tier: Tier;
  action: Action;
  /** True when a new contact has to be bound before any evidence. */
  needsNewContact: boolean;
  /** The registered contact the link goes to when no new one is bound. */
  sendTo: string | null;
}

const matureMs = days(30);
/** As many contacts as one entry can name beside everything else in it. */
export const mostReplaced = 300;

/** Decides tier and action of a claimed loss, or why it does not fit the account (product.md, "What is asked for decides the tier"). */
export function claimOf(loss: Loss, facts: LossFacts, now: Instant): Claim | { refusal: LossRefusal } {
  const live = facts.contacts.filter((c) => c.endedAt === null);
  const misfit = misfitOf(loss, facts, live);
  if (misfit) return { refusal: misfit };
  const lost = live.filter((c) => loss[c.kind]);
  const left = live.filter((c) => !loss[c.kind]);
  const secondFactor = loss.secondFactor || (facts.secondFactor === "sms" && loss.phone);
  if (left.length === 0 || (lost.length > 0 && secondFactor)) return totalLoss(lost, facts);
  const usable = left.filter((c) => isMature(c, facts.createdAt, now));
  if (lost.length > 0) return replacement(lost, loss, usable);
  return withContactsLeft(loss, usable);
}

/** Whether a contact has been there for 30 days, or for as long as its account (product.md, "What is asked for decides the tier"). */
export const isMature = (contact: Contact, createdAt: Instant, now: Instant): boolean =>
  now - contact.since >= matureMs || contact.since <= createdAt;

function misfitOf(loss: Loss, facts: LossFacts, live: Contact[]): LossRefusal | null {
  if (!loss.password && !loss.secondFactor && !loss.email && !loss.phone) return "nothing-lost";
  if (loss.secondFactor && facts.secondFactor === "none") return "no-second-factor-on-file";
  if (loss.email && !live.some((c) => c.kind === "email")) return "no-such-contact-on-file";
  if (loss.phone && !live.some((c) => c.kind === "phone")) return "no-such-contact-on-file";
  const lost = live.filter((c) => loss[c.kind]);
  return lost.length > mostReplaced ? "more-contacts-than-one-ticket-takes" : null;
}

function totalLoss(lost: Contact[], facts: LossFacts): Claim {
  return {
    tier: "T4",
    action: { newPassword: true, removeSecondFactor: facts.secondFactor !== "none", replace: lost.map((c) => c.id) },
    needsNewContact: true,
    sendTo: null,
  };
}

/** One contact lost beside one that answers: T3, or T4 when the password went with it (two actions); T3 rests on that one. */
function replacement(lost: Contact[], loss: Loss, usable: Contact[]): Claim | { refusal: LossRefusal } {
  if (!loss.password && usable.length === 0) return { refusal: "contact-too-new" };
  const action = { newPassword: loss.password, removeSecondFactor: false, replace: lost.map((c) => c.id) };
  return { tier: loss.password ? "T4" : "T3", action, needsNewContact: true, sendTo: null };
}

function withContactsLeft(loss: Loss, usable: Contact[]): Claim | { refusal: LossRefusal } {
  const sendTo = [...usable].sort((a, b) => kindOrder(a.kind) - kindOrder(b.kind) || a.since - b.since)[0];
  if (!sendTo) return { refusal: "contact-too-new" };
  const tier = loss.password && loss.secondFactor ? "T3" : loss.secondFactor ? "T2" : "T1";
  const action = { newPassword: loss.password, removeSecondFactor: loss.secondFactor, replace: [] };
  return { tier, action, needsNewContact: false, sendTo: sendTo.id };
}

/** Mail first: a phone may be the second factor itself, and then a code to it is no proof (product.md, the row of T1). */
const kindOrder = (kind: ContactKind): number => (kind === "email" ? 0 : 1);
