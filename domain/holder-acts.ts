import type { Account } from "./account";
import type { CaseFacts } from "./case";
import { type Instant, lifetime } from "./time";

/** The holder of the account that is decided on, in their own session. */
export const isHolder = (facts: Pick<CaseFacts, "actor" | "record">): boolean =>
  facts.actor.id === `holder:${facts.record.id}`;

/** After a recovery nobody makes new ways to prove for 30 days: old contacts may still say that it was not the holder. */
export const isQuarantined = (account: Account | null, now: Instant): boolean =>
  (account?.recoveries ?? []).some((one) => now - one.at < lifetime.quarantineMs);
