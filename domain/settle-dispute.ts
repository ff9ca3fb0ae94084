import type { Account } from "./account";
import { type Case, type CaseFacts, type Decide, decision, selves } from "./case";
import { type DisputeVerdict, type Event, event } from "./event";
import { ifStillSupervisor } from "./first-word";
import { disputeOf, type VerdictWish } from "./fold-dispute";
import { undoneBy } from "./fold-undoing";
import { hasStepUp } from "./member";
import { notices } from "./notify";
import { isRecent } from "./objection";
import { type Deciding, hasHand } from "./review";
import { isLostSince } from "./second-factor";
import type { Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";

type Open = Case & { ticket: Ticket };

/**
 * Decides on a dispute, or undoes a recovery: two supervisors without a hand in the case, each with a reason and a fresh
 * second factor; the first one's word waits for the second's.
 */
export function settleDispute(verdict: DisputeVerdict, { reason, note, stepUp }: Deciding): Decide {
  return decision("dispute.settle", ["supervisor"], (c, facts, now, refused) => {
    const no = verdictRefusal(c, facts, verdict, now);
    if (no) return refused(no);
    if (note === null) return refused("note-missing");
    if (!hasStepUp(facts.member, { id: stepUp, act: verdict, object: c.ticket.id }, now))
      return refused("step-up-needed");
    const word = { reason, note, stepUp };
    const first = ifStillSupervisor(wishFor(c.ticket), facts);
    if (first?.verdict !== verdict) return [event("verdict.proposed", { verdict, ...word })];
    return [ending(verdict, c, word), ...outcome(verdict, c, facts, now)];
  });
}

/** The word of a first supervisor that waits for a second one's. */
export function wishFor(ticket: Ticket): VerdictWish | null {
  if (ticket.state !== "disputed") return ticket.reversal ?? null;
  const { rejection } = ticket;
  // Before verdicts had an entry of their own only a rejection could be proposed.
  return disputeOf(ticket).wish ?? (rejection && { verdict: "reject", ...rejection });
}

/** Why this supervisor's word for this verdict cannot be taken now, or null. */
export function verdictRefusal(c: Open, facts: CaseFacts, verdict: DisputeVerdict, now: Instant): string | null {
  const no = c.ticket.state === "disputed" ? disputeRefusal(c.ticket, verdict) : undoRefusal(c, verdict, now);
  if (no) return no;
  if (hasHand(c, facts, now)) return "own-case";
  if (goesOn(verdict) && !isNewToCase(c, facts, now)) return "not-new-to-case";
  const early = c.ticket.state === "disputed" ? earlyRefusal(c.ticket, verdict, now) : null;
  if (early) return early;
  const first = ifStillSupervisor(wishFor(c.ticket), facts);
  return first?.verdict === verdict && selves(facts).includes(first.by) ? "already-proposed" : null;
}

/** That a request goes on, or a recovery stands, is decided by people new to the case. */
export const goesOn = (verdict: DisputeVerdict): boolean => verdict === "resume" || verdict === "dismiss";

/** Someone without a hand in the case, who did not approve it in any round either. */
export function isNewToCase(c: Open, facts: CaseFacts, now: Instant): boolean {
  const { signers } = disputeOf(c.ticket);
  return !hasHand(c, facts, now) && !selves(facts).some((self) => signers.includes(self));
}

/** What is proved ends for the objector, and a recovery is undone only then. */
function disputeRefusal(ticket: Ticket, verdict: DisputeVerdict): string | null {
  const { provedAt } = disputeOf(ticket);
  const recovered = ticket.disputedFrom === "completed";
  if ((verdict === "reverse" || verdict === "dismiss") !== recovered)
    return recovered ? "recovered-already" : "nothing-to-undo";
  if (verdict === "reverse") return provedAt === null ? "not-proved" : null;
  return goesOn(verdict) && provedAt !== null ? "already-proved" : null;
}

/** What is not proved waits for the seven days to be over; then the request goes on, or is rejected all the same. */
function earlyRefusal(ticket: Ticket, verdict: DisputeVerdict, now: Instant): string | null {
  const { provedAt, proveBy } = disputeOf(ticket);
  if (provedAt !== null || now >= proveBy) return null;
  return verdict === "reject" ? "not-proved" : "time-to-prove";
}

/** Two supervisors may undo a recovery of the last thirty days of their own accord. */
function undoRefusal(c: Open, verdict: DisputeVerdict, now: Instant): string | null {
  if (c.ticket.state !== "completed" || verdict !== "reverse") return "not-disputed";
  return isRecent(c.ticket, now) ? null : "too-late-to-reverse";
}

type Words = { reason: string; note: string; stepUp: string };

function ending(verdict: DisputeVerdict, c: Open, word: Words): Event {
  switch (verdict) {
    case "reject":
      return event("ticket.rejected", { round: c.ticket.round, ...word, second: true });
    case "reverse":
      return event("ticket.reversed", { proved: c.ticket.state === "disputed", ...word });
    case "resume":
      return event("ticket.resumed", word);
    case "dismiss":
      return event("objection.dismissed", word);
  }
}

function outcome(verdict: DisputeVerdict, c: Open, facts: CaseFacts, now: Instant): Event[] {
  switch (verdict) {
    case "reject":
      return [...provedAgainst(c.ticket, now), ...notices(c, facts, now, c.ticket.id, "rejected")];
    case "reverse":
      return [...undoing(c, facts), ...knockedOut(c.ticket, now), ...notices(c, facts, now, c.ticket.id, "reversed")];
    case "resume":
      return notices(c, facts, now, c.ticket.id, "resumed");
    case "dismiss":
      return notices(c, facts, now, c.ticket.id, "dismissed");
  }
}

/** The old contacts are back, what this recovery and later ones bound is off, and the account is frozen. */
function undoing({ account, ticket }: Open, facts: CaseFacts): Event[] {
  const undone = account && undoneBy(account, ticket.id);
  const reversed = event("account.reversed", {
    restored: undone?.restored.length ?? 0,
    ended: undone?.ended.length ?? 0,
    secondFactor: !!undone && !!account && isFactorBack(account, facts, undone.from),
    recoveries: undone?.recoveries ?? 0,
  });
  return [reversed, event("account.frozen", { why: "reversal" })];
}

/** The one of their own that was on before, or the one that was imported. */
const isFactorBack = (account: Account, { record }: CaseFacts, from: Instant): boolean =>
  isLostSince(account, from) || (record.secondFactor !== "none" && (account.secondFactorRemovedAt ?? -1) >= from);

/** A rejection keeps nobody out where nobody proved that it was theft. */
const provedAgainst = (ticket: Ticket, now: Instant): Event[] =>
  disputeOf(ticket).provedAt === null ? [] : knockedOut(ticket, now);

/**
 * Whoever asked for it with a new contact is kept from trying again with that contact; without one there is nobody to name, and
 * one that never answered may be that of somebody else, who would be kept from their own account by it.
 */
const knockedOut = ({ newContact }: Ticket, now: Instant): Event[] =>
  newContact?.confirmedAt
    ? [event("requester.knocked-out", { contact: newContact.id, until: now + lifetime.knockOutMs })]
    : [];
