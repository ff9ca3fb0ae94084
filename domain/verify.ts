import { type Case, type CaseFacts, isFrozen } from "./case";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";

/** Why no check may be made on this ticket by this actor now, or null. */
export function checkRefusal(c: Case & { ticket: Ticket }, facts: CaseFacts): string | null {
  if (c.ticket.state !== "verifying") return "not-verifying";
  if (isFrozen(c, facts)) return "account-frozen";
  if (!isHolding(c.ticket, facts)) return "not-your-ticket";
  if (c.ticket.needsNewContact && !c.ticket.newContact?.confirmedAt) return "confirm-new-contact-first";
  return null;
}

/** The agent who holds the ticket, or its own requester in the portal. */
export function isHolding(ticket: Ticket, facts: CaseFacts): boolean {
  if (facts.actor.role === "requester") return facts.actor.id === `requester:${ticket.id}`;
  return ticket.agent !== null && ticket.agent === staffIdOf(facts.actor.id);
}

export const channelOf = (facts: CaseFacts): "desk" | "portal" =>
  facts.actor.role === "requester" ? "portal" : "desk";
