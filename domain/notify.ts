import { contactsToTell } from "./account";
import { type Case, type CaseFacts, contactsNow } from "./case";
import { type Event, event, type MessageRef, type NoticePurpose } from "./event";
import type { Contact } from "./loss";
import type { Instant } from "./time";
import { isWithheld } from "./withhold-notices";

/**
 * The events that tell every contact live in the last 90 days of a step: none when there is no contact, and several
 * where there are more than one entry holds.
 * Message ids are made of what they tell and how often this ticket told it before, so that deciding twice names the
 * same messages, and a second approval after a stopped hold names new ones.
 */
export function notices(c: Case, facts: CaseFacts, now: Instant, ticket: string, purpose: NoticePurpose): Event[] {
  const told = contactsToTell(contactsNow(c, facts), now).filter((k) => !keptFrom(c, facts, k.id, now));
  return noticesTo(told, c, ticket, purpose);
}

/** The same for some of those contacts. */
export function noticesTo(told: readonly Contact[], c: Case, ticket: string, purpose: NoticePurpose): Event[] {
  const sent = Object.values(c.ticket?.notices ?? {}).filter((n) => n.purpose === purpose);
  const messages = told.map((k) => {
    const turn = sent.filter((n) => n.contact === k.id).length;
    return { message: `${ticket}.${purpose}.${turn}.${k.id}`, contact: k.id, kind: k.kind };
  });
  return inParts(messages).map((part) => event("holder.notified", { purpose, messages: part }));
}

/** Two supervisors keep this ticket's notices from a contact; nothing else does. */
const keptFrom = ({ ticket, account }: Case, { rules }: CaseFacts, contact: string, now: Instant): boolean =>
  ticket !== null && isWithheld({ ticket, account }, rules, contact, now);

/** Well below what a list in an entry may hold, and what 16 KiB do. */
const mostInOne = 50;

export const inParts = (messages: MessageRef[]): MessageRef[][] =>
  Array.from({ length: Math.ceil(messages.length / mostInOne) }, (_, i) =>
    messages.slice(i * mostInOne, (i + 1) * mostInOne),
  );
