import { roleRefusal } from "./case";
import { type Event, type EventData, event, refuse, type Verdict } from "./event";
import type { Actor, Member } from "./staff";
import { hours, type Instant } from "./time";

export interface ReadFacts {
  actor: Actor;
  member: Member | null;
  /** Account searches of this actor in the last hour that found nothing, counted up to the stop. */
  recentMisses: number;
  /** Values that were shown to this human within the last twelve hours, counted up to the stop. */
  recentReveals: number;
  /** How often something was typed at the public door within its time, counted up to the stop. */
  asked: number;
  /** What is counted, searches or reveals, was flagged within its time. */
  flagged: boolean;
}
export type DecideRead = (facts: ReadFacts, now: Instant) => Verdict;

export const searchWindowMs = hours(1);
/** Misses in an hour after which an agent's searching stops. */
export const mostMisses = 30;
/** Misses in an hour that are a flag on the trail. */
const flaggedMisses = 10;

/** Searches for an account: exact, counted, flagged at ten misses in an hour, once, and stopped after thirty. */
export function searched(
  data: EventData["account.searched"],
  allowed: readonly Actor["role"][] = ["agent", "supervisor"],
): DecideRead {
  return (facts) => {
    const no = roleRefusal(allowed, facts);
    if (no) return refuse("account.search", no);
    if (facts.recentMisses >= mostMisses) return refuse("account.search", "too-many-searches");
    const misses = facts.recentMisses + (data.hits === 0 ? 1 : 0);
    const looked = event("account.searched", data);
    return misses >= flaggedMisses && data.hits === 0 && !facts.flagged
      ? [looked, event("search.flagged", { misses })]
      : [looked];
  };
}

/** A read that is an entry: by one of these roles, or refused, which is an entry too. */
export function read(command: string, allowed: readonly Actor["role"][], what: Event): DecideRead {
  return (facts) => {
    const no = roleRefusal(allowed, facts);
    return no ? refuse(command, no) : [what];
  };
}
