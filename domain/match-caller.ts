import { matchNow, mostNumbers } from "./caller";
import { type Decide, decision, frozenWord, isFrozen } from "./case";
import { destinationOf } from "./check-code";
import { event } from "./event";
import type { Ticket } from "./ticket";
import { isHolding } from "./verify";

/** What the desk found when it compared a number read out by a caller with those of this turn. */
export interface ReadNumber {
  turn: number;
  right: boolean;
}

/**
 * Compares who calls with who is in the portal: three numbers a turn, each an entry. It proves nothing about the account and
 * is worth no points. The number comes before the word, for a word told to whoever calls would let them play the desk.
 */
export function matchCaller(read: ReadNumber): Decide {
  return decision("caller.match", ["agent"], (c, facts, now, refused) => {
    if (c.ticket.state !== "verifying") return refused("not-verifying");
    if (isFrozen(c, facts)) return refused(frozenWord(c, facts));
    if (!isHolding(c.ticket, facts)) return refused("not-your-ticket");
    const caller = callerIn(c.ticket);
    if (!caller) return refused("caller-not-entered");
    if (caller.turn !== read.turn) return refused("caller-entered-again");
    if (matchNow(caller, facts.actor.id, now)) return refused("already-matched");
    if (caller.tries >= mostNumbers) return refused("too-many-caller-numbers");
    const { turn } = caller;
    return read.right
      ? [event("caller.matched", { turn })]
      : [event("caller.mismatched", { turn, tries: caller.tries + 1 })];
  });
}

/** The requester's present turn in the portal: none once the link would go to another contact than the one that let them in. */
export const callerIn = (ticket: Ticket) => (ticket.caller?.contact === destinationOf(ticket) ? ticket.caller : null);
