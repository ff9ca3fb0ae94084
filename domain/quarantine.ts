import type { Account } from "./account";
import type { Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";

/** Until when the contacts and devices of an account can be viewed and not moved: 30 days from its latest recovery; null when free. */
export function quarantineEnd(account: Account | null, now: Instant): Instant | null {
  const latest = Math.max(0, ...(account?.recoveries ?? []).map((r) => r.at));
  const endsAt = latest + lifetime.quarantineMs;
  return latest > 0 && now < endsAt ? endsAt : null;
}

export const inQuarantine = (account: Account | null, now: Instant): boolean => quarantineEnd(account, now) !== null;

/** In quarantine only the highest tier moves a contact. */
export const movesTooSoon = (ticket: Ticket, account: Account | null, now: Instant): boolean =>
  ticket.action.replace.length > 0 && ticket.tier !== "T4" && inQuarantine(account, now);
