import { type CaseFacts, type Decide, decision, frozenWord, isActive, isFrozen, isOutdated, selves } from "./case";
import { event } from "./event";
import { isSetAside, isUnderPressure, wasPressed } from "./pressure";
import { judgesOf } from "./second-person";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";

/** Claims an open ticket for the acting agent: of two at once one owns it and one is refused; one claimed live ticket per account. */
export function claim(): Decide {
  return decision("ticket.claim", ["agent"], (c, facts, _now, refused) => {
    if (c.ticket.agent !== null) return refused("already-claimed");
    if (c.ticket.state !== "open") return refused("not-open");
    // Whoever stands beside them learns nothing from this: it is what the loser of a race is told.
    if (wasPressed(c.ticket, selves(facts))) return refused("already-claimed");
    if (isFrozen(c, facts)) return refused(frozenWord(c, facts));
    if (isSetAside(c.ticket)) return refused("routine-check");
    if (c.account?.claimed) return refused("account-has-claimed-ticket");
    if (isOutdated(c, facts)) return refused("contacts-changed");
    if (hasJudged(c.ticket, selves(facts))) return refused("own-evidence");
    return [event("ticket.claimed", { by: staffIdOf(facts.actor.id) ?? "" })];
  });
}

/** Gives a claimed ticket back to the queue: its agent does. One whose agent was pressed waits for a supervisor. */
export function release(): Decide {
  return decision("ticket.release", ["agent"], (c, facts, _now, refused) => {
    const by = staffIdOf(facts.actor.id) ?? "";
    if (c.ticket.agent !== by) return refused("not-your-ticket");
    if (c.ticket.state !== "verifying") return refused("not-verifying");
    return [event("ticket.released", { by, why: isUnderPressure(c.ticket) ? "check" : "agent" })];
  });
}

/** A supervisor hands a ticket to an agent; that is an act on it, so this supervisor can no longer approve it. */
export function handOver(to: string): Decide {
  return decision("ticket.hand-over", ["supervisor"], (c, facts, _now, refused) => {
    if (c.ticket.state !== "open" && c.ticket.state !== "verifying") return refused("not-verifying");
    if (!isActive(facts.members[to], "agent")) return refused("no-such-agent");
    if (c.ticket.agent === to) return refused("already-claimed");
    if (facts.receiverOwn) return refused("own-account");
    if (isFrozen(c, facts)) return refused(frozenWord(c, facts));
    if (c.account?.claimed && c.account.claimed !== c.ticket.id) return refused("account-has-claimed-ticket");
    if (isOutdated(c, facts)) return refused("contacts-changed");
    if (wasPressed(c.ticket, selvesOf(to, facts))) return refused("agent-was-pressed");
    if (hasJudged(c.ticket, selvesOf(to, facts))) return refused("own-evidence");
    return [event("ticket.handed-over", { from: c.ticket.agent, to })];
  });
}

/** Staff ids of the human a ticket goes to: their own and any other account of theirs. */
function selvesOf(to: string, facts: CaseFacts): string[] {
  const person = facts.members[to]?.person;
  return Object.values(facts.members).flatMap((m) => (m.person === person ? [m.id] : []));
}

/** Whoever judged something of a ticket gave evidence in it, and cannot be the agent who rests on that. */
const hasJudged = (ticket: Ticket, people: readonly string[]): boolean =>
  judgesOf(ticket).some((judge) => people.includes(judge));
