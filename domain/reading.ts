import { roleRefusal } from "./case";
import { type Event, type EventData, event, refuse, type Verdict } from "./event";
import type { Actor, Member } from "./staff";
import { hours, type Instant } from "./time";

export interface ReadFacts {
  actor: Actor;
  member: Member | null;
  /** Account searches of this actor in the last hour that found nothing, counted up to the stop. */
  recentMisses: number;
}
export type DecideRead = (facts: ReadFacts, now: Instant) => Verdict;

export const searchWindowMs = hours(1);
/** Misses in an hour after which an agent's searching stops; ten are a flag on the trail. */
export const mostMisses = 30;

/** Searches for an account: exact, counted, and stopped after thirty misses in an hour. */
export function searched(data: EventData["account.searched"]): DecideRead {
  return (facts) => {
    const no = roleRefusal(["agent", "supervisor"], facts);
    if (no) return refuse("account.search", no);
    return facts.recentMisses >= mostMisses
      ? refuse("account.search", "too-many-searches")
      : [event("account.searched", data)];
  };
}

/** A read that is an entry: by one of these roles, or refused, which is an entry too. */
export function read(command: string, allowed: readonly Actor["role"][], what: Event): DecideRead {
  return (facts) => {
    const no = roleRefusal(allowed, facts);
    return no ? refuse(command, no) : [what];
  };
}
