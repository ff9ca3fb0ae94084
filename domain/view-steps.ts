import { approvalsFor, type HoldRange, holdRange, type Policy } from "./policy";
import type { Ticket, TicketState } from "./ticket";
import type { RequestView, TicketView } from "./view";

type DeskSteps = TicketView["steps"];
const deskOrder = ["open", "verify", "countersign", "hold", "reset"] as const;

/**
 * How many people must sign a ticket and how long it will wait: what its tier takes until it is submitted, for the very
 * wait that its evidence comes to would tell the points.
 */
export function aheadOf(ticket: Ticket, rules: Policy): { people: number; hold: HoldRange } {
  const exactMs = ticket.hold?.ms ?? ticket.packet?.holdMs;
  return {
    people: ticket.packet?.approvals ?? approvalsFor(rules.tiers[ticket.tier], ticket.raised ?? []),
    hold: exactMs === undefined ? holdRange(rules, ticket.tier) : { leastMs: exactMs, mostMs: exactMs },
  };
}

/** The line of steps on top of a ticket: where it is, how many people must sign, how long it will wait. */
export function deskSteps(ticket: Ticket, rules: Policy): DeskSteps {
  const at = placeOf(ticket);
  const { people, hold } = aheadOf(ticket, rules);
  return deskOrder.map((step, i) => ({
    step,
    state: stateOf(ticket, i, at),
    ...(step === "countersign" ? { people } : {}),
    ...(step === "hold" ? { hold } : {}),
  }));
}

const portalOrder = ["received", "checked", "approved", "waiting", "link"] as const;

/** The steps as the requester reads them, each with its time once it is behind them; no wait where there is none. */
export function portalSteps(ticket: Ticket, rules: Policy): RequestView["steps"] {
  const at = placeOf(ticket);
  const waits = aheadOf(ticket, rules).hold.mostMs > 0;
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
    .filter((s) => s.step !== "waiting" || waits || s.state === "now");
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
