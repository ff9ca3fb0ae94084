import { type CaseFacts, type Decide, decision, selves } from "./case";
import { event, type GlassReason } from "./event";
import { ifStillSupervisor } from "./first-word";
import { openGlass, waitingGlass } from "./fold-glass";
import { isForAnySupervisor } from "./may-read";
import { hasStepUp } from "./member";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";

/** The fewest characters that count as the words of a reason. */
export const leastGlassReason = 5;

export interface Asking {
  glass: string;
  reason: GlassReason;
  /** Where the reason's words are in the vault, with a commitment to them; null when there are too few. */
  note: { id: string; commitment: string } | null;
  /** The step-up made for this act on this ticket. */
  stepUp: string;
}

/** Asks to read a ticket outside one's part; a second supervisor, who is another human, confirms it within the hour. */
export function askGlass(x: Asking): Decide {
  return decision("glass.ask", ["supervisor"], (c, facts, now, refused) => {
    if (isForAnySupervisor(c.ticket)) return refused("already-yours");
    if (openGlass(c.ticket, now)) return refused("already-open");
    if (ifStillSupervisor(waitingGlass(c.ticket, now), facts)) return refused("already-asked");
    if (!x.note) return refused("reason-missing");
    if (!isFresh(x.stepUp, c.ticket, facts, now)) return refused("step-up-needed");
    const data = { glass: x.glass, reason: x.reason, note: x.note.id, stepUp: x.stepUp };
    return [event("glass.asked", data, { reason: x.note.commitment })];
  });
}

/** Breaks the glass on a second human's word: both may read the ticket for an hour, and every admin is told. */
export function confirmGlass(x: { glass: string; stepUp: string }): Decide {
  return decision("glass.confirm", ["supervisor"], (c, facts, now, refused) => {
    const asked = ifStillSupervisor(waitingGlass(c.ticket, now), facts);
    if (!asked || asked.id !== x.glass) return refused("nothing-asked");
    if (selves(facts).includes(asked.by)) return refused("own-request");
    if (!isFresh(x.stepUp, c.ticket, facts, now)) return refused("step-up-needed");
    const messages = (facts.admins ?? []).map((to) => ({ ...to, message: `${x.glass}.glass.${to.contact}` }));
    return [
      event("glass.broken", {
        ...x,
        reason: asked.reason,
        note: asked.note,
        asker: asked.by,
        confirmer: staffIdOf(facts.actor.id) ?? "",
        until: now + lifetime.glassMs,
        messages,
      }),
    ];
  });
}

/** Ends it: either of the two before its time, or the worker once that is over. */
export function closeGlass(glass: string): Decide {
  return decision("glass.close", ["supervisor", "worker"], (c, facts, now, refused) => {
    const open = c.ticket.glass?.open;
    if (!open || open.id !== glass) return refused("nothing-open");
    if (facts.actor.role === "worker")
      return open.until <= now ? [event("glass.closed", { glass, why: "over" })] : refused("nothing-due");
    const own = open.by.some((id) => selves(facts).includes(id));
    return own ? [event("glass.closed", { glass, why: "supervisor" })] : refused("not-your-glass");
  });
}

const isFresh = (id: string, ticket: Ticket, facts: CaseFacts, now: Instant): boolean =>
  hasStepUp(facts.member, { id, act: "glass", object: ticket.id }, now);
