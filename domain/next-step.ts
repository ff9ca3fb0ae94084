import { destinationOf } from "./check-code";
import { type Dispute, disputeOf } from "./fold-dispute";
import { afterObjection } from "./packet";
import { freshEvidence, type HoldFacts, judge, type Policy } from "./policy";
import { isSetAside } from "./pressure";
import type { Ticket } from "./ticket";
import { hours, type Instant, type Millis } from "./time";
import { lacksNewContact } from "./verify";
import type { NextStep } from "./view";

/** What has to happen next on a ticket, by whoever does it. */
export function nextStep(ticket: Ticket, rules: Policy, now: Instant): NextStep {
  switch (ticket.state) {
    case "open":
      return isSetAside(ticket) ? "hand-over" : "claim";
    case "verifying":
      return nextCheck(ticket, rules, now);
    case "in_review":
      return "countersign";
    case "on_hold":
      return "wait-hold";
    case "reset_sent":
      return "wait-holder";
    case "disputed":
      return "look-twice";
    default:
      return "none";
  }
}

function nextCheck(ticket: Ticket, rules: Policy, now: Instant): NextStep {
  if (lacksNewContact(ticket)) return "confirm-contact";
  if (isProven(ticket, rules, now) && destinationOf(ticket)) return "submit";
  if (ticket.photos.some((p) => p.result === null)) return "judge-photo";
  return ticket.purchases?.some((p) => p.result === null) ? "judge-purchase" : "check";
}

/** These lengthen a hold and nothing else, so whether a policy is met can be asked without them. */
const noHoldFacts: HoldFacts = {
  noOldContact: false,
  secondFactorOn: false,
  accountCreatedAt: 0,
  lastSignIn: null,
  noticeFailed: false,
  raised: [],
};

const isProven = (ticket: Ticket, rules: Policy, now: Instant): boolean =>
  judge(afterObjection(ticket, rules), ticket.tier, freshEvidence(ticket, rules, now), noHoldFacts, now).satisfied;

/** The desk's targets: how long after it could be done a step should be. */
const targets = {
  claimMs: hours(4),
  submitMs: hours(8),
  countersignMs: hours(4),
  disputeMs: hours(4),
} as const satisfies Record<string, Millis>;

/** When the desk's target for a ticket's next step passes; null while it waits for time, for the holder, or for nothing. */
export function dueAt(ticket: Ticket): Instant | null {
  switch (ticket.state) {
    case "open":
      return ticket.openedAt + targets.claimMs;
    case "verifying":
      return (ticket.returned?.at ?? ticket.openedAt) + targets.submitMs;
    case "in_review":
      return (ticket.packet?.at ?? ticket.touchedAt) + targets.countersignMs;
    case "disputed":
      return disputeDueAt(disputeOf(ticket));
    default:
      return null;
  }
}

/** Two supervisors can decide once it is proved, or once the time for that is over. */
const disputeDueAt = ({ provedAt, proveBy }: Dispute): Instant => (provedAt ?? proveBy) + targets.disputeMs;
