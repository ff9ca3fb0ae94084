import type { Case } from "./case";
import type { MessageRef } from "./event";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";
import { isUnproven } from "./view-asked";

/**
 * The message that tells a requester of news on their request, at the new contact they confirmed: nobody else, and not until what they gave was
 * enough to submit it, for who reads that a request was ended by the desk reads that there is such an account.
 */
export function requesterTold({ ticket }: Case & { ticket: Ticket }, now: Instant): { told?: MessageRef } {
  const to = ticket.newContact;
  if (!to?.confirmedAt || isUnproven(ticket)) return {};
  return { told: { message: `${ticket.id}.news.${now}.${to.id}`, contact: to.id, kind: to.kind } };
}
