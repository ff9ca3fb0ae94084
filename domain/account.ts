import { foldDelivery } from "./delivery";
import { type DirectoryJob, foldAccountJob } from "./directory-job";
import type { Erased, ErasureProposal, LegalHold } from "./erasure";
import { type Channel, type EventData, type EventType, type FlagKind, isLook, type Recorded } from "./event";
import { foldAsked } from "./fold-asked";
import { foldFactor } from "./fold-factor";
import { foldHolder } from "./fold-holder";
import { foldProvided, type Provided } from "./fold-provided";
import { foldUndoing } from "./fold-undoing";
import { type Forgotten, foldForgotten } from "./forgot";
import type { AskedContact } from "./holder-contacts";
import { foldLanguage, type Language } from "./language";
import { foldLinks, type Link } from "./link";
import type { Contact, ContactKind } from "./loss";
import { foldOwnAccount } from "./own-account";
import { foldSafety, type Safety } from "./safety";
import { foldSavedCodes, type SavedCodes } from "./saved-codes";
import { authenticatorOf, type FactorState } from "./second-factor";
import { staffIdOf } from "./staff";
import { days, hours, type Instant, lifetime } from "./time";

export type AttemptKind = "serial" | "answers" | "photo" | "purchase" | "saved-code";
/** One try at a factor, reserved before its compare; it counts as failed until it passes. */
export interface Attempt {
  id: string;
  kind: AttemptKind;
  channel: Channel;
  ticket: string | null;
  at: Instant;
  result: "reserved" | "passed" | "failed";
}

/** The newest act of a member of staff on one ticket of an account, or on the account alone. */
export interface Hand {
  ticket: string | null;
  at: Instant;
}

/** The recovery side of an account: what outlives a ticket. Folded from every entry whose subject is the account. */
export interface Account {
  id: string;
  attempts: Attempt[];
  /** The ticket that holds the account's one claim. */
  claimed: string | null;
  frozenAt: Instant | null;
  /** When it was last thawed; absent while it never was. What its import said of it counts no more. */
  thawedAt?: Instant;
  /** Its tickets under an objection that two supervisors have not ended yet. */
  disputed: string[];
  /** Its tickets that have not ended, an ended one that was disputed since included. */
  live: string[];
  /** When staff members last acted (not merely viewed or reviewed) on each ticket of this account, by staff id. */
  hands: Record<string, Hand[]>;
  /** Contacts that recoveries, or the holder, put on and took off. */
  added: { id: string; kind: ContactKind; at: Instant }[];
  removed: Record<string, Instant>;
  secondFactorRemovedAt: Instant | null;
  /** Sessions of the holder from before this time are dead. */
  sessionsEndedAt: Instant | null;
  signedInAt: Instant | null;
  /** Failed holder sign-ins since the last good one, at most fifty kept. */
  signInFailures: Instant[];
  /** `undone` is there once a reversal, of it or of an earlier one, took back what it did. */
  recoveries: { ticket: string; at: Instant; undone?: true }[];
  drawn: { questions: string[]; at: Instant } | null;
  /** Sets of answers spoken to an agent within 180 days: what was spoken scores nothing in any other ticket. */
  spoken: { attempt: string; ticket: string; at: Instant }[];
  lastEnded: string | null;
  /** Codes sent within the last 24 hours: `to` is a contact's id, or `new` for whichever contact a ticket would bind. */
  codes: { to: string; at: Instant }[];
  /** New contacts whose requester's tickets were reversed or rejected after an objection that was proved. */
  knockedOut?: { contact: string; until: Instant }[];
  /** The latest proposal to erase it that nobody took back; absent or null where there is none. */
  erasure?: ErasureProposal | null;
  legalHold?: LegalHold | null;
  /** Someone is in danger from who shares it; absent or null where nobody said so. */
  safety?: Safety | null;
  /** What looked wrong about it; absent while nothing did. */
  flags?: Flag[];
  /** There once it was erased: all that is known of it since. */
  erased?: Erased;
  /** The set of saved recovery codes in force; absent until one was made. */
  savedCodes?: SavedCodes;
  /** Those it invited to vouch for it and those who invited it; absent until the first. */
  links?: Link[];
  /** When it invited somebody, within the last 24 hours; absent until the first. */
  invitations?: Instant[];
  /** The newest way to a new password that was sent to each contact; absent until the first. */
  forgotten?: Forgotten[];
  /** Those sent within the last 24 hours, each with its contact; absent until the first. */
  forgottenSent?: { contact: string; at: Instant }[];
  /** Its live tickets that were asked for in the portal; absent until the first. */
  inPortal?: string[];
  /** There is no such account: it stands in for one. */
  standIn?: true;
  /** When a contact of it last said that something was not its holder; absent until then. */
  stoppedAt?: Instant;
  /** The newest forgotten password that a directory elsewhere was asked to set; absent until the first. */
  directory?: DirectoryJob;
  /** The newest e-mail or phone its holder wants to add; absent until the first. */
  asked?: AskedContact;
  /** Devices its holder added, and when its holder took devices off, imported or added; absent until the first. */
  devices?: { id: string; at: Instant }[];
  devicesRemoved?: Record<string, Instant>;
  /** The questions its holder chose in the place of those imported; absent until the first set. */
  chosen?: { questions: string[]; at: Instant };
  /** What its holder is written to in; absent until they chose one. */
  language?: Language;
  /** Contacts whose newest message came back, with when it did; absent until the first. */
  undelivered?: Record<string, Instant>;
  /** What an identity provider did to it; absent until it did something. */
  provided?: Provided;
  /** Its second factor, as far as it is not what was imported; absent until something became of it here. */
  factor?: FactorState;
}

/** Something that looked wrong, by the seq of its entry. */
export interface Flag {
  seq: number;
  flag: FlagKind;
  ticket: string | null;
  /** The member of staff it is about; null where it is about the account. */
  member: string | null;
  at: Instant;
  reviewedAt: Instant | null;
}

export const newAccount = (id: string): Account => ({
  id,
  attempts: [],
  claimed: null,
  frozenAt: null,
  disputed: [],
  live: [],
  hands: {},
  added: [],
  removed: {},
  secondFactorRemovedAt: null,
  sessionsEndedAt: null,
  signedInAt: null,
  signInFailures: [],
  recoveries: [],
  drawn: null,
  spoken: [],
  lastEnded: null,
  codes: [],
});

/** Folds one entry of a case into the recovery side of its account. */
export function evolveAccount(before: Account | null, e: Recorded): Account | null {
  if (!e.subject || (before && e.subject !== before.id) || !concerns(e.type)) return before;
  return folds.reduce((account, fold) => fold(account, e), touchedBy(before ?? newAccount(e.subject), e));
}

/**
 * What an entry does to an account, each in its own part of it; what undoes comes after what it undoes. Called by name when it is
 * needed, for some of these files lead back to this one.
 */
const folds: readonly ((a: Account, e: Recorded) => Account)[] = [
  (a, e) => foldAttempts(a, e),
  (a, e) => foldEnds(a, e),
  (a, e) => foldSavedCodes(a, e),
  (a, e) => foldLinks(a, e),
  (a, e) => foldSafety(a, e),
  (a, e) => foldForgotten(a, e),
  (a, e) => foldOwnAccount(a, e),
  (a, e) => foldAccountJob(a, e),
  (a, e) => foldLanguage(a, e),
  (a, e) => foldDelivery(a, e),
  (a, e) => foldFactor(a, e),
  (a, e) => foldUndoing(a, e),
  (a, e) => foldHolder(a, e),
  (a, e) => foldProvided(a, e),
  (a, e) => foldErasure(a, e),
  (a, e) => foldAsked(a, e),
];

/** Refusals and reads leave no mark on the account. */
const concerns = (type: EventType): boolean => type !== "refused" && !isLook(type);

/** Viewing and reviewing, and what follows from an approval in the approver's name: none of it is a hand in the case. */
const noHand: ReadonlySet<EventType> = new Set([
  "serial.searched",
  "packet.opened",
  "ticket.approved",
  "ticket.returned",
  "ticket.rejected",
  "rejection.proposed",
  "review.sampled-judged",
  "verdict.proposed",
  "ticket.resumed",
  "objection.dismissed",
  "ticket.reversed",
  "account.reversed",
  "account.frozen",
  "requester.knocked-out",
  "hold.stopped",
  "hold.begun",
  "hold.started",
  "holder.notified",
  "flag.raised",
  "flag.reviewed",
  "appeal.answered",
  "erasure.proposed",
  "erasure.withdrawn",
  "account.erased",
  "legal-hold.placed",
  "legal-hold.lifted",
  "glass.asked",
  "glass.broken",
  "glass.closed",
  "message.retried",
]);

/** Whether an act of this type by a member of staff is a hand in the case. */
export const isHand = (type: EventType): boolean => concerns(type) && !noHand.has(type);

function touchedBy(a: Account, e: Recorded): Account {
  const staff = staffIdOf(e.actor.id);
  if (!staff || !isHand(e.type)) return a;
  return {
    ...a,
    hands: { ...heldHands(a, e.at), [staff]: [...othersOf(a, staff, e), { ticket: e.object, at: e.at }] },
  };
}

const othersOf = (a: Account, staff: string, e: Recorded): Hand[] =>
  (heldHands(a, e.at)[staff] ?? []).filter((hand) => hand.ticket !== e.object);

/** Hands of more than 90 days ago are let go, unless their ticket has not ended. */
function heldHands(a: Account, now: Instant): Account["hands"] {
  const isHeld = (hand: Hand) =>
    now - hand.at < lifetime.involvementMs || (hand.ticket !== null && a.live.includes(hand.ticket));
  const held = Object.entries(a.hands).map(([staff, hands]) => [staff, hands.filter(isHeld)] as const);
  return Object.fromEntries(held.filter(([, hands]) => hands.length > 0));
}

function foldAttempts(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "serial.attempted":
      return reserved(a, { id: e.data.attempt, kind: "serial", channel: e.data.channel, ticket: e.object }, e.at);
    case "answers.attempted":
      return withSpoken(
        reserved(a, { id: e.data.attempt, kind: "answers", channel: e.data.channel, ticket: e.object }, e.at),
        e.data,
        e,
      );
    case "serial.searched":
      return reserved(a, { id: e.data.attempt, kind: "serial", channel: "desk", ticket: null }, e.at);
    case "serial.checked":
      return settled(a, e.data.attempt, e.data.result === "match");
    case "answers.checked":
      return settled(e.data.noneRight ? withoutSpoken(a, e.data.attempt) : a, e.data.attempt, e.data.passed);
    case "photo.judged":
      return settled(
        reserved(a, { id: e.data.attempt, kind: "photo", channel: e.data.channel ?? "desk", ticket: e.object }, e.at),
        e.data.attempt,
        e.data.result === "match",
      );
    case "purchase.judged":
      return settled(
        reserved(a, { id: e.data.attempt, kind: "purchase", channel: e.data.channel, ticket: e.object }, e.at),
        e.data.attempt,
        e.data.result === "match",
      );
    case "saved-code.checked":
      return settled(
        reserved(a, { id: e.data.attempt, kind: "saved-code", channel: e.data.channel, ticket: e.object }, e.at),
        e.data.attempt,
        e.data.result === "match",
      );
    case "answers.drawn":
      return { ...a, drawn: { questions: e.data.questions, at: e.at } };
    default:
      return a;
  }
}

function foldEnds(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "ticket.opened":
      return begun(a, e.object);
    case "contact.code-sent":
      return { ...a, codes: [...codesSince(a, e.at), { to: addressee(e.data.contact, e.data.to), at: e.at }] };
    case "ticket.claimed":
    case "ticket.handed-over":
      return { ...a, claimed: e.object };
    case "ticket.released":
      // Until a supervisor hands it on, no other ticket takes the place of one whose agent was pressed.
      if (e.data.why === "check") return a;
      return { ...a, claimed: a.claimed === e.object ? null : a.claimed };
    case "ticket.cancelled":
    case "ticket.expired":
    case "ticket.rejected":
    case "ticket.reversed":
    case "objection.dismissed":
    case "grant.redeemed":
      return ended(a, e.object);
    case "ticket.disputed":
      return e.object ? { ...begun(a, e.object), disputed: [...a.disputed, e.object] } : a;
    case "flag.raised":
      return flagged(a, e.data, e);
    case "flag.reviewed":
      return { ...a, flags: (a.flags ?? []).map((f) => (f.seq === e.data.seq ? { ...f, reviewedAt: e.at } : f)) };
    case "account.recovered":
      return recovered(a, e.data, e);
    case "account.frozen":
      return { ...a, frozenAt: e.at, sessionsEndedAt: e.at };
    case "holder.signed-in":
      return { ...a, signedInAt: e.at, signInFailures: [] };
    case "holder.sign-in-failed":
      return { ...a, signInFailures: [...a.signInFailures, e.at].slice(-50) };
    default:
      return a;
  }
}

/** Erasures and legal holds; of an account that was erased nothing is carried on but that it was. */
function foldErasure(a: Account, e: Recorded): Account {
  switch (e.type) {
    case "erasure.proposed":
      return { ...a, erasure: { id: e.data.proposal, by: e.actor.id, at: e.at, reason: e.data.reason } };
    case "erasure.withdrawn":
      return { ...a, erasure: null };
    case "account.erased":
      return a.erasure
        ? { ...newAccount(a.id), sessionsEndedAt: e.at, erased: { by: e.actor.id, at: e.at, proposal: a.erasure } }
        : a;
    case "legal-hold.placed":
      return { ...a, legalHold: { by: e.actor.id, at: e.at, reason: e.data.reason } };
    case "legal-hold.lifted":
      return { ...a, legalHold: null };
    default:
      return a;
  }
}

/** The newest fifty are kept. */
const flagged = (a: Account, d: EventData["flag.raised"], { seq, at, object: ticket }: Recorded): Account => ({
  ...a,
  flags: [...(a.flags ?? []), { ...d, seq, ticket, at, reviewedAt: null }].slice(-50),
});

function begun(a: Account, ticket: string | null): Account {
  return ticket === null || a.live.includes(ticket) ? a : { ...a, live: [...a.live, ticket] };
}

function ended(a: Account, ticket: string | null): Account {
  const claimed = a.claimed === ticket ? null : a.claimed;
  const others = (ids: string[]) => ids.filter((id) => id !== ticket);
  return { ...a, claimed, live: others(a.live), disputed: others(a.disputed), lastEnded: ticket };
}

const attemptMemoryMs = days(30);

function reserved(a: Account, one: Omit<Attempt, "at" | "result">, at: Instant): Account {
  const kept = a.attempts.filter((t) => at - t.at < attemptMemoryMs);
  return { ...a, attempts: [...kept, { ...one, at, result: "reserved" }] };
}

function settled(a: Account, attempt: string, passed: boolean): Account {
  const result = passed ? "passed" : "failed";
  return { ...a, attempts: a.attempts.map((t) => (t.id === attempt ? { ...t, result } : t)) };
}

/** Answers are spoken from the moment they are tried, unless it turns out that none of them was one on file. */
function withSpoken(a: Account, d: EventData["answers.attempted"], e: Recorded): Account {
  if (d.channel !== "desk" || !e.object) return a;
  const kept = a.spoken.filter((s) => e.at - s.at < lifetime.spokenAnswerMs);
  return { ...a, spoken: [...kept, { attempt: d.attempt, ticket: e.object, at: e.at }] };
}

const withoutSpoken = (a: Account, attempt: string): Account => ({
  ...a,
  spoken: a.spoken.filter((s) => s.attempt !== attempt),
});

function recovered(a: Account, d: EventData["account.recovered"], e: Recorded): Account {
  const removed = Object.fromEntries(d.action.replace.map((id) => [id, e.at]));
  return {
    ...a,
    added: d.added ? [...a.added, { ...d.added, at: e.at }] : a.added,
    removed: { ...a.removed, ...removed },
    // An authenticator of their own ends by an entry of its own.
    secondFactorRemovedAt: d.action.removeSecondFactor && !authenticatorOf(a) ? e.at : a.secondFactorRemovedAt,
    sessionsEndedAt: e.at,
    recoveries: [...a.recoveries, { ticket: e.object ?? "", at: e.at }],
  };
}

/** The contacts of an account: those imported and those recoveries added, each with when it ended. */
export function contactsOf(imported: Contact[], account: Account | null): Contact[] {
  const added = (account?.added ?? []).map((c) => ({
    id: c.id,
    kind: c.kind,
    since: c.at,
    endedAt: null,
  }));
  return [...imported, ...added].map((c) => ({ ...c, endedAt: account?.removed[c.id] ?? c.endedAt }));
}

/** Contacts that are told of every step: in force now, or until within the last 90 days. */
export function contactsToTell(contacts: Contact[], now: Instant): Contact[] {
  return contacts.filter((c) => c.endedAt === null || now - c.endedAt < lifetime.noticeReachMs);
}

/** Whether answers on file may score in this ticket: not when they were spoken in another one within 180 days. */
export function answersSpent(account: Account | null, ticket: string, now: Instant): boolean {
  const elsewhere = (account?.spoken ?? []).filter((s) => s.ticket !== ticket);
  return elsewhere.some((s) => now - s.at < lifetime.spokenAnswerMs);
}

/** Codes of a day count for a registered contact by itself, and for all contacts together that tickets would bind. */
export const addressee = (contact: string, to: "new" | "registered"): string => (to === "new" ? "new" : contact);

const codesSince = (account: Account, now: Instant): Account["codes"] =>
  account.codes.filter((code) => now - code.at < hours(24));

/** How many codes went there within 24 hours, by whichever ticket of the account. */
export const codesToday = (account: Account | null, to: string, now: Instant): number =>
  account ? codesSince(account, now).filter((code) => code.to === to).length : 0;

/** Codes and links of every kind that went to a contact within 24 hours. */
export const allSentToday = (account: Account | null, to: string, now: Instant): number =>
  codesToday(account, to, now) +
  [...(account?.forgottenSent ?? []), ...(account?.factor?.sent ?? [])].filter(
    (sent) => sent.contact === to && now - sent.at < hours(24),
  ).length;
