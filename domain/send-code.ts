import { type Case, type CaseFacts, contactsNow, type Decide, decision, isFrozen } from "./case";
import { type Event, event } from "./event";
import type { ContactKind } from "./loss";
import { policies } from "./policy";
import { isLive, type Ticket } from "./ticket";
import { type Instant, lifetime, minutes } from "./time";
import { isHolding } from "./verify";

const resendAfterMs = minutes(2);
const mostCodesPerTicket = 10;

/** Sends a six-digit code to the new contact; a later one kills the earlier. */
export function sendNewContactCode(): Decide {
  return decision("contact.send-code", ["agent", "requester"], (c, facts, now, refused) => {
    const contact = c.ticket.newContact;
    if (!isLive(c.ticket.state)) return refused("ticket-ended");
    if (!isHolding(c.ticket, facts)) return refused("not-your-ticket");
    if (!contact) return refused("no-new-contact");
    const no = codeRefusal(c.ticket, contact.id, now);
    return no ? refused(no) : [codeSent(c.ticket, contact, "new", now)];
  });
}

/** Sends a code to a registered contact that was not lost and is at least as old as the policy asks. */
export function sendRegisteredCode(id: string): Decide {
  return decision("contact.send-code", ["agent", "requester"], (c, facts, now, refused) => {
    const contact = contactsNow(c, facts).find((k) => k.id === id && k.endedAt === null);
    if (c.ticket.state !== "verifying") return refused("not-verifying");
    if (!isHolding(c.ticket, facts)) return refused("not-your-ticket");
    if (c.ticket.needsNewContact && !c.ticket.newContact?.confirmedAt) return refused("confirm-new-contact-first");
    if (!contact || c.ticket.action.replace.includes(id) || isLost(c, contact.kind)) return refused("contact-is-lost");
    if (isFrozen(c, facts)) return refused("account-frozen");
    if (isTooNew(c.ticket, contact.since, facts, now)) return refused("contact-too-new");
    const no = codeRefusal(c.ticket, id, now);
    return no ? refused(no) : [codeSent(c.ticket, contact, "registered", now)];
  });
}

const isLost = (c: Case & { ticket: Ticket }, kind: ContactKind): boolean => c.ticket.loss[kind];

function isTooNew(ticket: Ticket, since: Instant, facts: CaseFacts, now: Instant): boolean {
  return now - since < policies[ticket.policy.id].contactCodeAgeMs && since > facts.record.createdAt;
}

/** A code goes out again after two minutes, and at most ten times to one contact of a ticket. */
export function codeRefusal(ticket: Ticket, contact: string, now: Instant): string | null {
  const last = ticket.codes[contact];
  if (last && now - last.sentAt < resendAfterMs && last.usedAt === null) return "code-just-sent";
  if (last && last.generation >= mostCodesPerTicket) return "too-many-codes";
  return null;
}

export function codeSent(
  ticket: Ticket,
  contact: { id: string; kind: ContactKind },
  to: "new" | "registered",
  now: Instant,
): Event {
  const generation = (ticket.codes[contact.id]?.generation ?? 0) + 1;
  const lifeMs = contact.kind === "phone" ? lifetime.smsCodeMs : lifetime.mailCodeMs;
  const message = `${ticket.id}.code.${generation}.${contact.id}`;
  return event("contact.code-sent", {
    contact: contact.id,
    kind: contact.kind,
    generation,
    message,
    expiresAt: now + lifeMs,
    to,
  });
}
