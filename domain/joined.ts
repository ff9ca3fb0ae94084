import type { CaseFacts } from "./case";
import type { Instant } from "./time";

/** Whether a contact, a device or an answer is on the account for too short a time to prove anything; null came with the account. */
export const isTooNew = ({ rules }: Pick<CaseFacts, "rules">, since: Instant | null, now: Instant): boolean =>
  since !== null && now - since < rules.contactCodeAgeMs;

/** The questions whose answers may prove something: whoever could add answers by an import has to wait, as with a contact. */
export const askable = (facts: Pick<CaseFacts, "questions" | "joined" | "rules">, now: Instant) =>
  facts.questions.filter((id) => !isTooNew(facts, facts.joined.questions[id] ?? null, now));
