import type { CaseFacts } from "./case";

/** The holder of the account that is decided on, in their own session. */
export const isHolder = (facts: Pick<CaseFacts, "actor" | "record">): boolean =>
  facts.actor.id === `holder:${facts.record.id}`;
