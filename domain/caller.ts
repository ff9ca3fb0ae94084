import type { Recorded } from "./event";
import { type Instant, lifetime } from "./time";

/** Who is on the line, as far as the requester's page can tell: numbers and words of an earlier turn are dead. */
export interface Caller {
  /** How often the requester came in by the portal. */
  turn: number;
  /** The contact whose code let them in. */
  contact: string;
  /** Wrong numbers since they came in. */
  tries: number;
  /** When wrong numbers were said, and right ones, in whichever turn. */
  wrong: Instant[];
  matches: { turn: number; by: string; at: Instant }[];
}

/** How often a wrong number may be said of one turn. */
export const mostNumbers = 3;

/** The turn of the requester's next way in. */
export const nextTurn = (ticket: { caller?: Caller }): number => (ticket.caller?.turn ?? 0) + 1;

/** Folds one entry into what is known of who is on the line; ways in from before turns were counted leave nothing. */
export function foldCaller<T extends { caller?: Caller }>(t: T, e: Recorded): T {
  const before = t.caller;
  if (e.type === "portal.entered") {
    const { turn, contact } = e.data;
    const { wrong = [], matches = [] } = before ?? {};
    return turn === undefined ? t : { ...t, caller: { turn, contact, tries: 0, wrong, matches } };
  }
  if (!before) return t;
  if (e.type === "caller.mismatched")
    return { ...t, caller: { ...before, tries: e.data.tries, wrong: [...before.wrong, e.at] } };
  if (e.type !== "caller.matched") return t;
  const match = { turn: e.data.turn, by: e.actor.id, at: e.at };
  return { ...t, caller: { ...before, matches: [...before.matches, match] } };
}

/** The match of this actor in the present turn, or null: it holds for a call, not for a day. */
export function matchNow(caller: Caller, actor: string, now: Instant): Caller["matches"][number] | null {
  const last = caller.matches.findLast((m) => m.by === actor && m.turn === caller.turn);
  return last && now - last.at < lifetime.callerMatchMs ? last : null;
}
