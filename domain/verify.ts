import { type Case, type CaseFacts, frozenWord, isFrozen } from "./case";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** Why no check may be made on this ticket by this actor now, or null. */
export function checkRefusal(c: Case & { ticket: Ticket }, facts: CaseFacts): string | null {
  const ahead = facts.actor.role === "requester" && isAhead(c.ticket);
  if (c.ticket.state !== "verifying" && !ahead) return "not-verifying";
  if (isFrozen(c, facts)) return frozenWord(c, facts);
  if (!isHolding(c.ticket, facts)) return "not-your-ticket";
  return lacksNewContact(c.ticket) ? "confirm-new-contact-first" : null;
}

/** Who asked in the portal gives what they have before an agent takes it up, so that nobody hears it. */
export const isAhead = (ticket: Ticket): boolean => ticket.asked !== undefined && ticket.state === "open";

/** No evidence is taken before the contact that the recovery will bind is confirmed. */
export const lacksNewContact = (ticket: Ticket): boolean => ticket.needsNewContact && !ticket.newContact?.confirmedAt;

/** A check that was under way while the ticket left verifying, or took another new contact, is no evidence. */
export const stillCounts = (c: Case & { ticket: Ticket }, facts: CaseFacts, begunAt: Instant): boolean =>
  checkRefusal(c, facts) === null && begunAt >= (c.ticket.newContact?.confirmedAt ?? 0);

/** The agent who holds the ticket, or its own requester in the portal. */
export function isHolding(ticket: Ticket, facts: CaseFacts): boolean {
  if (facts.actor.role === "requester") return facts.actor.id === `requester:${ticket.id}`;
  return ticket.agent !== null && ticket.agent === staffIdOf(facts.actor.id);
}

export const channelOf = (facts: CaseFacts): "desk" | "portal" =>
  facts.actor.role === "requester" ? "portal" : "desk";
