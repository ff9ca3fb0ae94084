import { type Decide, decision } from "./case";
import type { Recorded, Seeming } from "./event";
import { event } from "./event";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import { days, type Instant } from "./time";

/** An agent was pressed while they held the ticket. */
export interface Pressure {
  by: string;
  at: Instant;
  /** When another agent got the ticket, or null: all that was proven until then was proven under pressure. */
  until: Instant | null;
  /** What it seems to them that they did when it left them; absent where they gave it back, as that is what happened. */
  left?: { at: Instant; agent: string | null; seems: Seeming };
}

/** Says that one is being pressed: nothing changes on any screen but the supervisors', and the ticket goes on without this agent. */
export function reportPressure(): Decide {
  return decision("ticket.report-pressure", ["agent"], ({ ticket }, facts, _now, refused) => {
    const by = staffIdOf(facts.actor.id) ?? "";
    if (ticket.endedAt !== null) return refused("ticket-ended");
    if (ticket.agent !== by) return refused("not-your-ticket");
    if (isUnderPressure(ticket)) return refused("already-reported");
    return [event("ticket.pressured", { by })];
  });
}

/** Folds one entry into who was pressed on a ticket. */
export function foldPressure<T extends Pick<Ticket, "pressure" | "agent">>(t: T, e: Recorded): T {
  if (e.type === "ticket.pressured")
    return { ...t, pressure: [...(t.pressure ?? []), { by: e.data.by, at: e.at, until: null }] };
  if (!t.pressure) return t;
  if (e.type === "ticket.released" && e.data.seems) return withSeeming(t, e.at, e.data.seems);
  if (e.type !== "ticket.handed-over") return t;
  return { ...t, pressure: t.pressure.map((p) => ({ ...p, until: p.until ?? e.at })) };
}

/** The newest pressure is the one that it left by. */
function withSeeming<T extends Pick<Ticket, "pressure" | "agent">>(t: T, at: Instant, seems: Seeming): T {
  const last = (t.pressure ?? []).length - 1;
  const left = { at, agent: t.agent, seems };
  return { ...t, pressure: (t.pressure ?? []).map((p, i) => (i === last ? { ...p, left } : p)) };
}

/** How the ticket left one of these people, as it goes on seeming to them: for a week, or until it ends. */
export function seemingTo(
  ticket: Pick<Ticket, "pressure" | "endedAt">,
  people: readonly string[],
  now: Instant,
): Pressure["left"] | null {
  const left = (ticket.pressure ?? []).findLast((p) => people.includes(p.by) && p.left)?.left;
  return left && ticket.endedAt === null && now - left.at < seemingMs ? left : null;
}
const seemingMs = days(7);

/** An agent was pressed, and no other one has the ticket yet. */
export const isUnderPressure = (ticket: Pick<Ticket, "pressure">): boolean =>
  (ticket.pressure ?? []).some((p) => p.until === null);

/** Whether one of these people was pressed on this ticket: they neither submit it nor get it again. */
export const wasPressed = (ticket: Pick<Ticket, "pressure">, people: readonly string[]): boolean =>
  (ticket.pressure ?? []).some((p) => people.includes(p.by));

/** With nobody since its agent was pressed: a supervisor hands it on, and nobody claims it. */
export const isSetAside = (ticket: Pick<Ticket, "pressure" | "agent">): boolean =>
  ticket.agent === null && isUnderPressure(ticket);

/** Whether something was proven before the ticket was out of the hands of who was pressed. */
export const isProvenUnderPressure = (ticket: Pick<Ticket, "pressure">, at: Instant): boolean =>
  (ticket.pressure ?? []).some((p) => at <= (p.until ?? Number.POSITIVE_INFINITY));
