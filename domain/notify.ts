import { contactsToTell } from "./account";
import { type Case, type CaseFacts, contactsNow } from "./case";
import { type Event, event, type NoticePurpose } from "./event";
import type { Instant } from "./time";

/**
 * The event that tells every contact live in the last 90 days of a step, or none when there is no contact.
 * Message ids are made of what they tell and how often this ticket told it before, so that deciding twice names the
 * same messages, and a second approval after a stopped hold names new ones.
 */
export function notices(c: Case, facts: CaseFacts, now: Instant, ticket: string, purpose: NoticePurpose): Event[] {
  const told = contactsToTell(contactsNow(c, facts), now);
  if (told.length === 0) return [];
  const sent = Object.values(c.ticket?.notices ?? {}).filter((n) => n.purpose === purpose);
  const messages = told.map((k) => {
    const turn = sent.filter((n) => n.contact === k.id).length;
    return { message: `${ticket}.${purpose}.${turn}.${k.id}`, contact: k.id, kind: k.kind };
  });
  return [event("holder.notified", { purpose, messages })];
}
