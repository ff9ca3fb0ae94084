import { type Instant, type Millis, minutes } from "domain/time";

/** How often one source may do something: so many times in a window that slides. */
export interface Budget {
  /** Counts one more, unless the budget is spent. */
  take(source: string, now: Instant): boolean;
}

/** Budgets of one process, in memory: a restart forgives, which costs an attacker more than it gives. */
export function makeBudget(most: number, windowMs: Millis): Budget {
  const times = new Map<string, Instant[]>();
  return {
    take: (source, now) => {
      // A clock that was set back leaves times ahead of it, which must not count for ever.
      const recent = (times.get(source) ?? []).filter((at) => Math.abs(now - at) < windowMs);
      if (recent.length >= most) return false;
      if (times.size > mostSources) forget(times, now - windowMs);
      times.set(source, [...recent, now]);
      return true;
    },
  };
}

/** Sign-ins of one source: 30 a minute. */
export const signInBudget = makeBudget(30, minutes(1));

/** Tries of one source at the public doors (a request's code, a holder's sign-in): 30 a minute. */
export const portalBudget = makeBudget(30, minutes(1));

const mostSources = 10_000;

function forget(times: Map<string, Instant[]>, before: Instant): void {
  for (const [source, recent] of times) if ((recent.at(-1) ?? 0) <= before) times.delete(source);
}
