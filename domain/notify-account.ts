import { contactsToTell } from "./account";
import { type Case, type CaseFacts, contactsNow, type Decide } from "./case";
import { type AccountNews, type Event, event, refuse } from "./event";
import { inParts } from "./notify";
import type { Instant } from "./time";

/** The events that tell every contact live in the last 90 days of something about the account itself; none where there is no contact. */
export function accountNews(c: Case, facts: CaseFacts, now: Instant, about: AccountNews, of: string): Event[] {
  const messages = contactsToTell(contactsNow(c, facts), now).map((k) => ({
    message: `${facts.record.id}.${about}.${of}.${k.id}`,
    contact: k.id,
    kind: k.kind,
  }));
  return inParts(messages).map((part) => event("account.notified", { about, messages: part }));
}

/** Records what became of a message about an account. */
export function settleAccountMessage(m: { message: string; failure: string | null }): Decide {
  return (_c, facts) => {
    if (facts.actor.role !== "worker") return refuse("message.settle", "not-your-role");
    return [
      m.failure === null
        ? event("message.accepted", { message: m.message })
        : event("message.failed", { message: m.message, why: m.failure }),
    ];
  };
}
