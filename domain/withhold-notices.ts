import { contactsToTell } from "./account";
import { type Case, type CaseFacts, contactsNow, type Decide, decision, selves } from "./case";
import { event } from "./event";
import { ifStillSupervisor } from "./first-word";
import { hasStepUp } from "./member";
import { dynamicFactors, freshEvidence, type Policy } from "./policy";
import { type SafetyAct, safetyOf } from "./safety";
import { staffIdOf } from "./staff";
import { isLive, type Ticket } from "./ticket";
import type { Instant } from "./time";
import { waitingWithholding } from "./withhold";

type Open = Case & { ticket: Ticket };

/** The object a step-up for keeping notices from a contact is bound to. */
export const withholdingObject = (ticket: string, contact: string): string => `${ticket}:${contact}`;

/**
 * Keeps a ticket's notices from one contact of an account under a safety flag, at the word of two supervisors, and only while
 * something that no one else in the house can have proves the requester; the flag makes the hold seven days.
 */
export function withholdNotices(contact: string, { reason, stepUp }: SafetyAct): Decide {
  return decision("notices.withhold", ["supervisor"], (c, facts, now, refused) => {
    const no = withholdingRefusal(c, facts, contact, now);
    if (no) return refused(no);
    const first = ifStillSupervisor(waitingWithholding(c.ticket, contact, now)?.first ?? null, facts);
    if (first && selves(facts).includes(staffIdOf(first.by) ?? "")) return refused("second-person-needed");
    if (!reason) return refused("reason-missing");
    const object = withholdingObject(c.ticket.id, contact);
    if (!hasStepUp(facts.member, { id: stepUp, act: "withhold", object }, now)) return refused("step-up-needed");
    const data = { contact, reason: reason.id, stepUp };
    return [event(first ? "notices.withheld" : "withholding.proposed", data, { reason: reason.commitment })];
  });
}

function withholdingRefusal(c: Open, facts: CaseFacts, contact: string, now: Instant): string | null {
  if (!isLive(c.ticket.state)) return "ticket-ended";
  if (!safetyOf(c.account)) return "not-flagged";
  if (!contactsToTell(contactsNow(c, facts), now).some((k) => k.id === contact)) return "no-such-contact-to-tell";
  if (c.ticket.withheld?.some((w) => w.contact === contact && w.second)) return "already-withheld";
  return hasOwnProof(c.ticket, contact, facts.rules, now) ? null : "no-dynamic-proof";
}

/** Whether a ticket's notices are kept from a contact at this moment: once the flag or the proof is gone, it is told after all. */
export const isWithheld = (c: Open, rules: Policy, contact: string, now: Instant): boolean =>
  safetyOf(c.account) !== null &&
  (c.ticket.withheld ?? []).some((w) => w.contact === contact && w.second) &&
  hasOwnProof(c.ticket, contact, rules, now);

/** Proof that changes with every use, and does not come from the very contact that is not to be told. */
const hasOwnProof = (ticket: Ticket, contact: string, rules: Policy, now: Instant): boolean =>
  freshEvidence(ticket, rules, ticket.packet?.at ?? now).some(
    (v) => dynamicFactors.includes(v.factor) && v.contact !== contact,
  );
