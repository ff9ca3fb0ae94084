import { contactsToTell } from "./account";
import { type Case, type CaseFacts, contactsNow } from "./case";
import { type Event, event, type NoticePurpose } from "./event";
import type { Instant } from "./time";

/**
 * The event that tells every contact live in the last 90 days of a step, or none when there is no contact.
 * Message ids are made of what they tell, so that deciding twice names the same messages.
 */
export function notices(
  c: Case,
  facts: CaseFacts,
  now: Instant,
  ticket: string,
  purpose: NoticePurpose,
  turn: number,
): Event[] {
  const fresh = new Set((c.account?.added ?? []).filter((a) => a.at === now).map((a) => a.id));
  const told = contactsToTell(contactsNow(c, facts), now).filter((k) => !fresh.has(k.id));
  if (told.length === 0) return [];
  const messages = told.map((k) => ({ message: `${ticket}.${purpose}.${turn}.${k.id}`, contact: k.id, kind: k.kind }));
  return [event("holder.notified", { purpose, messages })];
}
