import type { Account, Flag } from "./account";
import { type Case, type CaseFacts, contactsNow, type Decide, roleRefusal, selves } from "./case";
import { type Event, event, type FlagKind, type RaiseReason, refuse } from "./event";
import { type Tier, tiers } from "./loss";
import type { Ticket, TicketState } from "./ticket";
import { days, hours, type Instant, type Millis } from "./time";

/** Another ticket of the account, as far as it tells something about this one. */
export interface PastTicket {
  state: TicketState;
  openedAt: Instant;
  /** The last act of a person on it: of one that is decided, the decision. */
  touchedAt: Instant;
}

/** What is known beside the case that makes a request look worse, read under the lock. */
export interface RiskFacts {
  /** Other tickets of the account that anyone touched within the longest reach of a rule. */
  history: PastTicket[];
  /** Other accounts whose tickets named the new contact, each with when the last of those was opened. */
  elsewhere: Instant[];
  /** The new contact is that of a requester who was found to be none of the account's. */
  knockedOut: boolean;
  /** The account is one of a member of staff; the new contact is. */
  staffAccount: boolean;
  staffContact: boolean;
  /** Staff ids, with all accounts of those humans, who approved an earlier ticket of this account. */
  approvedBefore: string[];
}

/** A contact that was put on this soon after the account was made came with it. */
const settlingMs: Millis = hours(24);
const decided: readonly TicketState[] = ["rejected", "disputed", "completed"];

/** Why this ticket is to be judged one tier higher, in a fixed order; a policy that names no reasons raises nothing. */
export function raiseReasons(c: Case, facts: CaseFacts, now: Instant): RaiseReason[] {
  const { raise } = facts.rules;
  if (!raise) return [];
  const reasons: RaiseReason[] = [];
  const within = (at: Instant, ms: Millis) => now - at < ms;
  if ((c.account?.recoveries ?? []).some((r) => within(r.at, raise.recoveredWithinMs)))
    reasons.push("recovered-lately");
  const badly = facts.history.filter((t) => decided.includes(t.state) && within(t.touchedAt, raise.decided.withinMs));
  if (badly.length >= raise.decided.count) reasons.push("decided-lately");
  const any = facts.history.filter((t) => within(t.openedAt, raise.any.withinMs));
  if (any.length >= raise.any.count) reasons.push("many-tickets");
  if (contactChanged(c, facts, now, raise.contactChangedWithinMs)) reasons.push("contact-changed-lately");
  if (facts.elsewhere.some((at) => within(at, raise.contactElsewhereWithinMs))) reasons.push("contact-elsewhere");
  return reasons;
}

function contactChanged(c: Case, facts: CaseFacts, now: Instant, withinMs: Millis): boolean {
  const settled = facts.record.createdAt + settlingMs;
  return contactsNow(c, facts).some(
    (k) => (k.since > settled && now - k.since < withinMs) || (k.endedAt !== null && now - k.endedAt < withinMs),
  );
}

/** The tier above; the highest stays. */
export const tierAbove = (tier: Tier): Tier => tiers[Math.min(tiers.indexOf(tier) + 1, tiers.length - 1)] ?? "T4";

/** Raises a ticket for reasons that it was not raised for yet: by one tier the first time, and no further after that. */
export function raising(ticket: Pick<Ticket, "tier" | "raised">, reasons: readonly RaiseReason[]): Event[] {
  const before = ticket.raised ?? [];
  const why = reasons.filter((r) => !before.includes(r));
  if (why.length === 0) return [];
  const to = before.length > 0 ? ticket.tier : tierAbove(ticket.tier);
  return [event("tier.raised", { from: ticket.tier, to, why })];
}

/** Why no proof helps here, whatever it is (product.md, "No points help"); that the account is frozen is said elsewhere. */
export type KnockOut = Extract<FlagKind, "requester-knocked-out" | "staff-account" | "staff-contact">;

export function knockOuts(facts: RiskFacts): KnockOut[] {
  return [
    ...(facts.knockedOut ? (["requester-knocked-out"] as const) : []),
    ...(facts.staffAccount ? (["staff-account"] as const) : []),
    ...(facts.staffContact ? (["staff-contact"] as const) : []),
  ];
}

/** A flag of one kind is raised once on an account in so long, unless a supervisor looked at it since. */
const flagAgainMs = days(30);

/** Raises those of these flags about the account that do not stand there already. */
export function flagging(c: Case, kinds: readonly FlagKind[], now: Instant): Event[] {
  const standing = new Set(openFlags(c).flatMap((f) => (now - f.at < flagAgainMs ? [f.flag] : [])));
  return kinds.filter((flag) => !standing.has(flag)).map((flag) => event("flag.raised", { flag, member: null }));
}

/** Flags about the account itself that no supervisor has looked at. */
export const openFlags = (c: Pick<Case, "account">): Flag[] => unreviewed(c.account).filter((f) => f.member === null);

/** All flags that no supervisor has looked at, those about a member of staff with them. */
export const unreviewed = (account: Pick<Account, "flags"> | null): Flag[] =>
  (account?.flags ?? []).filter((f) => f.reviewedAt === null);

/** A supervisor says that a flag was looked at; one about a member of staff is looked at by another human. */
export function reviewFlag(f: { seq: number; note: { id: string; commitment: string } | null }): Decide {
  const refused = (reason: string) => refuse("flag.review", reason);
  return (c, facts) => {
    const no = roleRefusal(["supervisor"], facts);
    if (no) return refused(no);
    const flag = c.account?.flags?.find((one) => one.seq === f.seq);
    if (!flag) return refused("no-such-flag");
    if (facts.ownAccount) return refused("own-account");
    if (flag.reviewedAt !== null) return refused("already-looked-at");
    if (flag.flag === "appeal") return refused("answer-the-appeal");
    if (flag.member !== null && selves(facts).includes(flag.member)) return refused("own-flag");
    if (!f.note) return refused("note-missing");
    return [event("flag.reviewed", { seq: f.seq, note: f.note.id }, { text: f.note.commitment })];
  };
}
