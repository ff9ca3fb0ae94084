import { contactsNow, type Decide, decision, isFrozen } from "./case";
import { destinationOf } from "./check-code";
import type { Language } from "./language";
import { codeRefusal, codeSent } from "./send-code";
import { isLive, type Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";
import { isUnproven } from "./view-asked";

/** An ended ticket's page can be opened for thirty days. */
const isLongOver = (ticket: Ticket, now: Instant): boolean =>
  !isLive(ticket.state) && now - (ticket.endedAt ?? 0) >= lifetime.endedPageMs;

/** Sends a code to where this ticket's link will go, so that its requester can see how it stands, in the language of the page they asked on. */
export function sendPortalCode(language?: Language): Decide {
  return decision("portal.send-code", ["anyone", "requester"], (c, facts, now, refused) => {
    const destination = destinationOf(c.ticket);
    const isNew = c.ticket.newContact?.id === destination;
    const contact = isNew
      ? c.ticket.newContact
      : contactsNow(c, facts).find((k) => k.id === destination && k.endedAt === null);
    if (!contact || isLongOver(c.ticket, now)) return refused("no-such-ticket");
    // Of a ticket that has ended the page says that it did, and nothing of the account; so it does of one that may fit none.
    if (isLive(c.ticket.state) && !isUnproven(c.ticket) && isFrozen(c, facts)) return refused("account-frozen");
    const to = isNew ? "new" : "registered";
    const no = codeRefusal(c, { id: contact.id, to }, now);
    return no ? refused(no) : [codeSent(c.ticket, contact, to, now, { language })];
  });
}
