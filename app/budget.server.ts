import { hours, type Instant, type Millis, minutes } from "domain/time";

/** How often one source may do something: so many times in a window that slides. */
export interface Budget {
  /** Counts one more, unless the budget is spent. */
  take(source: string, now: Instant): boolean;
  /** Gives a source its whole budget back. */
  forgive(source: string): void;
}

/** Budgets of one process, in memory: a restart forgives, which costs an attacker more than it gives. */
export function makeBudget(most: number, windowMs: Millis): Budget {
  const times = makeGenerations<Instant[]>(windowMs);
  return {
    take: (source, now) => {
      // A clock that was set back leaves times ahead of it, which must not count for ever.
      const recent = (times.get(source) ?? []).filter((at) => Math.abs(now - at) < windowMs);
      if (recent.length >= most) return false;
      times.set(source, [...recent, now], now);
      return true;
    },
    forgive: (source) => times.delete(source),
  };
}

/** Sign-ins of one source: 30 a minute. */
export const signInBudget = makeBudget(30, minutes(1));

/** Tries of one source at the public doors (a request's code, a holder's sign-in): 30 a minute. */
export const portalBudget = makeBudget(30, minutes(1));

/** How often help may be asked for in the portal; what counts is the same whether there is an account of that name or not. */
export interface AskingPace {
  /** Counts one more request of this source, about this name, to this new contact, and says whether it is taken. */
  take(asking: { source: string; name: string; contact: string }, now: Instant): boolean;
}

/** Of one source 20 an hour; about one name, and to one new contact, five a day. */
export function makeAskingPace(): AskingPace {
  const [ofSource, aboutName, toContact] = [
    makeBudget(20, hours(1)),
    makeBudget(5, hours(24)),
    makeBudget(5, hours(24)),
  ];
  return {
    take: ({ source, name, contact }, now) =>
      ofSource.take(source, now) && aboutName.take(name, now) && toContact.take(contact, now),
  };
}

/** Codes to one address or number that is to join an account, whichever account asks: five a day. */
export const makeStrangers = (): Budget => makeBudget(5, hours(24));

/** Files of one source in the portal: 30 an hour. What fits no account is taken like any other, and nobody ever looks at it. */
export const makeFileBudget = (): Budget => makeBudget(30, hours(1));

/** So many keys set in one window make the older half of them forgotten early. */
const mostKeys = 50_000;

interface Generations<T> {
  get(key: string): T | undefined;
  set(key: string, value: T, now: Instant): void;
  delete(key: string): void;
}

/** A map that forgets what was not set for a window or two by dropping half of itself: no call ever walks it. */
function makeGenerations<T>(windowMs: Millis): Generations<T> {
  let [young, old] = [new Map<string, T>(), new Map<string, T>()];
  let since: Instant | null = null;
  const age = (now: Instant) => {
    since ??= now;
    if (Math.abs(now - since) < windowMs && young.size < mostKeys) return;
    [young, old, since] = [new Map(), young, now];
  };
  return {
    get: (key) => young.get(key) ?? old.get(key),
    set: (key, value, now) => {
      age(now);
      young.set(key, value);
    },
    delete: (key) => {
      young.delete(key);
      old.delete(key);
    },
  };
}
