import { type Instant, minutes } from "domain/time";
import { makeBudget } from "./budget.server";

/** How often passwords may be tried at one name (docs/decisions/008). */
export interface Guesses {
  /** Counts one more try of this source at this name, and says whether it may be made; a name need not exist. */
  take(name: string, source: string, now: Instant): boolean;
  /** A right password: what this source tried at this name counts no more. */
  forgive(name: string, source: string): void;
}

const windowMs = minutes(15);
/** Of one source at one name. */
const mostOfOne = 10;
/** Of all sources at one name, before each of them is let try less. */
const mostOfAll = 50;
/** Of one source at a name that many try at. */
const mostInCrowd = 3;

/** Counts tries by name and source: a stranger spends their own, never the ones of whom the name belongs to. */
export function makeGuesses(): Guesses {
  const own = makeBudget(mostOfOne, windowMs);
  const all = makeBudget(mostOfAll, windowMs);
  const inCrowd = makeBudget(mostInCrowd, windowMs);
  const at = (name: string, source: string) => `${source} ${name}`;
  return {
    take: (name, source, now) => {
      const crowded = !all.take(name, now);
      return (crowded ? inCrowd : own).take(at(name, source), now);
    },
    forgive: (name, source) => {
      own.forgive(at(name, source));
      inCrowd.forgive(at(name, source));
    },
  };
}
