import type { Ticket, TicketState } from "./ticket";
import type { Millis } from "./time";
import type { RequestView, TicketView } from "./view";

type DeskSteps = TicketView["steps"];
const deskOrder = ["open", "verify", "countersign", "hold", "reset"] as const;

/** The line of steps on top of a ticket: where it is, how many people must sign, how long it will wait. */
export function deskSteps(ticket: Ticket, ahead: { people: number; holdMs: Millis }): DeskSteps {
  const at = placeOf(ticket);
  return deskOrder.map((step, i) => ({
    step,
    state: stateOf(ticket, i, at),
    ...(step === "countersign" ? { people: ahead.people } : {}),
    ...(step === "hold" ? { holdMs: ahead.holdMs } : {}),
  }));
}

const portalOrder = ["received", "checked", "approved", "waiting", "link"] as const;

/** The steps as the requester reads them, each with its time once it is behind them; no wait where there is none. */
export function portalSteps(ticket: Ticket, ahead: { holdMs: Millis }): RequestView["steps"] {
  const at = placeOf(ticket);
  const times = {
    received: ticket.openedAt,
    checked: ticket.packet?.at ?? null,
    approved: ticket.approvals.at(-1)?.at ?? null,
    waiting: ticket.hold?.endsAt ?? null,
    link: ticket.grant?.issuedAt ?? null,
  };
  return portalOrder
    .map((step, i) => {
      // What the desk calls open is behind the requester at once: what they wait for is the check.
      const state = i === 0 ? ("done" as const) : stateOf(ticket, i, Math.max(1, at));
      return { step, state, at: state === "done" ? times[step] : null };
    })
    .filter((s) => s.step !== "waiting" || ahead.holdMs > 0 || s.state === "now");
}

/** The step a ticket is at, or was at when it ended or was disputed, as a place in the order. */
function placeOf(ticket: Ticket): number {
  const place = places[ticket.disputedFrom && ticket.state === "disputed" ? ticket.disputedFrom : ticket.state];
  if (place !== undefined) return place;
  if (ticket.grant) return places.reset_sent ?? 0;
  if (ticket.packet) return places.in_review ?? 0;
  return ticket.agent ? (places.verifying ?? 0) : 0;
}

const places: Partial<Record<TicketState, number>> = {
  open: 0,
  verifying: 1,
  in_review: 2,
  on_hold: 3,
  reset_sent: 4,
  completed: 5,
};

/** An ended or disputed ticket stands at no step; what it did not reach stays ahead. */
function stateOf(ticket: Ticket, step: number, at: number): "done" | "now" | "later" {
  if (step < at) return "done";
  return step === at && places[ticket.state] !== undefined ? "now" : "later";
}
