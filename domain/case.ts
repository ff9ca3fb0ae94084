import type { Account } from "./account";
import { contactsOf } from "./account";
import { isUndelivered } from "./delivery";
import { type ImportedRows, type PolicyRef, refuse, type Verdict } from "./event";
import { offSince } from "./fold-provided";
import type { Contact, ContactKind } from "./loss";
import type { HoldFacts, Policy } from "./policy";
import type { RiskFacts } from "./risk";
import { safetyOf } from "./safety";
import { authenticatorOf } from "./second-factor";
import { type Actor, type Member, type Role, staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";
import type { Voucher } from "./vouch";

/** The state of the case stream: a ticket and the recovery side of its account. */
export interface Case {
  ticket: Ticket | null;
  account: Account | null;
}

/** What the case loader reads under the lock, beside the folded state. */
export interface CaseFacts extends RiskFacts {
  actor: Actor;
  /** The acting member of staff as of now, or null when someone else acts. */
  member: Member | null;
  /** Staff ids of the same human as the acting member, the member's own included. */
  samePerson: string[];
  /** The reference row of the account. */
  record: { id: string; createdAt: Instant; status: "active" | "frozen"; secondFactor: "none" | "totp" | "sms" };
  /** Contacts as imported; those of recoveries are in the account's state. */
  imported: Contact[];
  devices: number;
  /** Ids of the questions answered on file, in a stable order. */
  questions: string[];
  /** Of what a later import added to the account when it was on file already: when that was. */
  joined: Joined;
  /** The policy in force, for a ticket that is opened now. */
  policy: PolicyRef;
  /** The document this ticket is judged by: the one it began with, or the one in force. */
  rules: Policy;
  /** The number the next ticket gets. */
  nextNumber: number;
  /** Present members by staff id, of those who approved this ticket or gave a first word that waits, and of a hand-over's receiver, with all accounts of that human. */
  members: Record<string, Member>;
  /** The same value was tried before in this ticket (its fingerprint is kept beside the trail). */
  tried: boolean;
  /** What was tried on the account before that a value asked about resembles; only where a command asks. */
  resembles: Resemblance;
  /** Tickets that the acting member opened within the last hour, this one not counted; only where a command asks. */
  openedLately: number;
  /** A clock jump that no admin has acknowledged. */
  clockJump: boolean;
  /** Only where it is asked for: staff ids of everyone who approved this ticket, in any round. */
  signers?: string[];
  /** The account is the acting member's own, or shares a contact with theirs. */
  ownAccount: boolean;
  /** The same of the member a ticket is handed to. */
  receiverOwn?: boolean;
  /** Only where glass may be broken: where every admin is told, by their own contacts. */
  admins?: { contact: string; kind: ContactKind }[];
  /** Only where an erasure is to be confirmed: what it will leave behind, and whether an import is under way. */
  erasing?: { rows: ImportedRows[]; importing: boolean };
  /** Only where an appeal is made: staff id of who rejected this ticket, or null. */
  rejecter?: string | null;
  /** Only where an identity provider gives an account names: whether another account has them. */
  namesTaken?: { username: boolean; external: boolean };
  /** Only where somebody vouches: what is so of them. */
  voucher?: Voucher;
}

/** How a typed value relates to what was tried on the account within 30 days, by any agent, in any ticket and channel. */
export interface Resemblance {
  /** Serials that were near a device of the account. */
  nears: number;
  /** Other serials tried that are at most three apart from this one. */
  neighbours: number;
  /** Other tickets in which this very value was tried and failed. */
  elsewhere: number;
}
export const resemblesNothing: Resemblance = { nears: 0, neighbours: 0, elsewhere: 0 };

/** The device a command asks about, or null; and answers, by question id. What came with its account is in neither. */
export interface Joined {
  device: Instant | null;
  questions: Record<string, Instant>;
}

export type Decide = (c: Case, facts: CaseFacts, now: Instant) => Verdict;
type Body = (
  c: Case & { ticket: Ticket },
  facts: CaseFacts,
  now: Instant,
  refused: (reason: string) => Verdict,
) => Verdict;

/** A decision on an existing ticket, open to these roles only; everyone else is refused, and that is an entry. */
export function decision(command: string, allowed: readonly Actor["role"][], body: Body): Decide {
  const refused = (reason: string) => refuse(command, reason);
  return (c, facts, now) => {
    const reason = roleRefusal(allowed, facts);
    if (reason) return refused(reason);
    if (!c.ticket) return refused("no-such-ticket");
    if (c.account?.erased) return refused("account-erased");
    if (facts.ownAccount) return refused("own-account");
    return body({ ...c, ticket: c.ticket }, facts, now, refused);
  };
}

/** Why this actor may not do what these roles may, or null; staff are judged by the role they hold at this moment. */
export function roleRefusal(
  allowed: readonly Actor["role"][],
  facts: Pick<CaseFacts, "actor" | "member">,
): string | null {
  const { actor, member } = facts;
  if (!actor.id.startsWith("staff:")) return allowed.includes(actor.role) ? null : "not-your-role";
  if (!member || member.disabledAt !== null) return "disabled";
  return allowed.includes(member.role) ? null : "not-your-role";
}

/** Staff ids of the acting human: their own and any other account of theirs. */
export const selves = (facts: Pick<CaseFacts, "actor" | "samePerson">): string[] => {
  const own = staffIdOf(facts.actor.id);
  return own === null ? facts.samePerson : [own, ...facts.samePerson];
};

export const isActive = (member: Member | undefined, role: Role): boolean =>
  !!member && member.disabledAt === null && member.role === role;

/** All contacts of the account, those ended included. */
export const contactsNow = (c: Case, facts: CaseFacts): Contact[] => contactsOf(facts.imported, c.account);

/** The account itself is frozen, by import, an objection after a recovery or the undoing of one, switched off, or erased: nobody signs in to it. */
export const isShut = (c: Pick<Case, "account">, facts: Pick<CaseFacts, "record">): boolean =>
  isLocked(c, facts) || isClosed(c);

/** Whoever may open it again, no ticket does: erased, or switched off by its identity provider. */
const isClosed = ({ account }: Pick<Case, "account">): boolean => !!account?.erased || offSince(account) !== null;

/** Why an account takes no step, as staff are told: it is switched off, or it is frozen or disputed. Nobody else learns which. */
export const frozenWord = ({ account }: Pick<Case, "account">, { member }: Pick<CaseFacts, "member">): string =>
  member && offSince(account) !== null ? "account-switched-off" : "account-frozen";

/** Frozen or erased, whether or not it is switched off as well. */
export const isStopped = (c: Pick<Case, "account">, facts: Pick<CaseFacts, "record">): boolean =>
  isLocked(c, facts) || !!c.account?.erased;

/** Frozen and not thawed since. */
const isLocked = ({ account }: Pick<Case, "account">, facts: Pick<CaseFacts, "record">): boolean =>
  (facts.record.status === "frozen" && account?.thawedAt === undefined) || (account?.frozenAt ?? null) !== null;

/** The account takes no recovery step while it is shut, but the one that opens it again, nor while a ticket of it is disputed. */
export const isFrozen = (c: Case, facts: Pick<CaseFacts, "record">): boolean =>
  (c.ticket?.action.thaw ? isClosed(c) : isShut(c, facts)) || (c.account?.disputed ?? []).length > 0;

/** The second factor in force: the authenticator that the holder turned on, or what was imported, until either was removed. */
export function secondFactorOf({ account }: Case, facts: Pick<CaseFacts, "record">): "none" | "totp" | "sms" {
  if (authenticatorOf(account)) return "totp";
  return account?.secondFactorRemovedAt ? "none" : facts.record.secondFactor;
}

/**
 * Whether the contacts changed since this ticket was opened about them, by another ticket's recovery: what it would replace
 * is gone, or the link would go to a contact that was taken off. Such a ticket can only be ended.
 */
export function isOutdated(c: Case & { ticket: Ticket }, facts: CaseFacts): boolean {
  const live = new Set(
    contactsNow(c, facts)
      .filter((k) => k.endedAt === null)
      .map((k) => k.id),
  );
  const { action, needsNewContact, sendTo } = c.ticket;
  const goesNowhere = !needsNewContact && (sendTo === null || !live.has(sendTo));
  return isOvertaken(c, facts) || goesNowhere || action.replace.some((id) => !live.has(id));
}

/** What this ticket would thaw is thawed already, or was frozen anew after it was opened. */
const isOvertaken = (c: Case & { ticket: Ticket }, facts: CaseFacts): boolean =>
  c.ticket.action.thaw === true && (!isLocked(c, facts) || (c.account?.frozenAt ?? 0) > c.ticket.openedAt);

/** What lengthens this ticket's hold. */
export function holdFactsOf(c: Case & { ticket: Ticket }, facts: CaseFacts): HoldFacts {
  const live = contactsNow(c, facts).filter((k) => k.endedAt === null);
  return {
    noOldContact: live.length === 0,
    secondFactorOn: secondFactorOf(c, facts) !== "none",
    accountCreatedAt: facts.record.createdAt,
    lastSignIn: c.account?.signedInAt ?? null,
    objectionUnproved: (c.ticket.unproved ?? []).length > 0,
    ...(safetyOf(c.account) ? { safety: true } : {}),
    noticeFailed: Object.values(c.ticket.notices).some((n) => isUndelivered(n.state)),
    raised: c.ticket.raised ?? [],
  };
}
