import type { CaseFacts } from "./case";
import { policies } from "./policy";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** Whether a contact, a device or an answer is on the account for too short a time to prove anything; null came with the account. */
export const isTooNew = (ticket: Ticket, since: Instant | null, now: Instant): boolean =>
  since !== null && now - since < policies[ticket.policy.id].contactCodeAgeMs;

/** The questions whose answers may prove something: whoever could add answers by an import has to wait, as with a contact. */
export const askable = (ticket: Ticket, { questions, joined }: Pick<CaseFacts, "questions" | "joined">, now: Instant) =>
  questions.filter((id) => !isTooNew(ticket, joined.questions[id] ?? null, now));
