import { addressee, allSentToday, codesToday } from "./account";
import {
  type Case,
  type CaseFacts,
  contactsNow,
  type Decide,
  decision,
  frozenWord,
  isFrozen,
  secondFactorOf,
} from "./case";
import { type Event, event } from "./event";
import { isTooNew } from "./joined";
import type { Language } from "./language";
import type { Contact, ContactKind } from "./loss";
import { isLive, type Ticket } from "./ticket";
import { type Instant, lifetime, minutes } from "./time";
import { checkRefusal, isHolding } from "./verify";

/** A code goes out again after this, unless it was used. */
export const resendAfterMs = minutes(2);
const mostCodesPerTicket = 10;
/** To one contact, by whichever ticket of its account. */
export const mostCodesPerDay = 10;
/** Codes and links to one contact, of every kind: more than one kind may use, so that a stranger at one door does not shut the others. */
export const mostSentPerDay = 15;
/** Over all contacts of a ticket: a desk is no way to flood strangers. */
const mostCodesInAll = 20;

/** Sends a six-digit code to the new contact; a later one kills the earlier. */
export function sendNewContactCode(): Decide {
  return decision("contact.send-code", ["agent", "requester"], (c, facts, now, refused) => {
    const contact = c.ticket.newContact;
    if (!isLive(c.ticket.state)) return refused("ticket-ended");
    if (isFrozen(c, facts)) return refused(frozenWord(c, facts));
    if (!isHolding(c.ticket, facts)) return refused("not-your-ticket");
    if (!contact) return refused("no-new-contact");
    const no = codeRefusal(c, { id: contact.id, to: "new" }, now);
    return no ? refused(no) : [codeSent(c.ticket, contact, "new", now)];
  });
}

/** Sends a code to a registered contact that was not lost and is at least as old as the policy asks. */
export function sendRegisteredCode(id: string): Decide {
  return decision("contact.send-code", ["agent", "requester"], (c, facts, now, refused) => {
    const no = checkRefusal(c, facts);
    if (no) return refused(no);
    const contact = registeredContact(c, facts, id, now);
    if (typeof contact === "string") return refused(contact);
    const wait = codeRefusal(c, { id, to: "registered" }, now);
    return wait ? refused(wait) : [codeSent(c.ticket, contact, "registered", now)];
  });
}

/** The contact of the account that a code may prove possession of now, or why it proves nothing. */
export function registeredContact(
  c: Case & { ticket: Ticket },
  facts: CaseFacts,
  id: string,
  now: Instant,
): Contact | "contact-is-lost" | "contact-too-new" | "contact-is-second-factor" {
  const { ticket } = c;
  const contact = contactsNow(c, facts).find((k) => k.id === id && k.endedAt === null);
  if (!contact || ticket.action.replace.includes(id) || ticket.loss[contact.kind]) return "contact-is-lost";
  if (isTooNew(facts, contact.since, now)) return "contact-too-new";
  // The link and the second factor would both be that phone: another proof is needed (product.md, the row of T1).
  const isFactor = secondFactorOf(c, facts) === "sms" && contact.kind === "phone" && !ticket.loss.secondFactor;
  return isFactor && ticket.sendTo === id ? "contact-is-second-factor" : contact;
}

/** A code goes out again after two minutes, at most ten times to one contact of a ticket, and ten times a day whatever the ticket; a day takes fifteen with links. */
export function codeRefusal(
  c: Case & { ticket: Ticket },
  contact: { id: string; to: "new" | "registered" },
  now: Instant,
): string | null {
  const { ticket, account } = c;
  const last = ticket.codes[contact.id];
  if (last && now - last.sentAt < resendAfterMs && last.usedAt === null) return "code-just-sent";
  if (last && last.generation >= mostCodesPerTicket) return "too-many-codes";
  const sent = Object.values(ticket.codes).reduce((n, code) => n + code.generation, 0);
  if (sent >= mostCodesInAll) return "too-many-codes";
  const to = addressee(contact.id, contact.to);
  const isSpent = codesToday(account, to, now) >= mostCodesPerDay || allSentToday(account, to, now) >= mostSentPerDay;
  return isSpent ? "too-many-codes-today" : null;
}

export function codeSent(
  ticket: Pick<Ticket, "id" | "codes">,
  contact: { id: string; kind: ContactKind },
  to: "new" | "registered",
  now: Instant,
  { objector, language }: { objector?: true; language?: Language } = {},
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
    ...(objector ? { objector } : {}),
    ...(language ? { language } : {}),
  });
}
