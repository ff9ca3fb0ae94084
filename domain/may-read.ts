import type { EventType } from "./event";
import { openGlass } from "./fold-glass";
import { isSetAside, isUnderPressure } from "./pressure";
import type { Purchase } from "./purchases";
import { waitsForLookSince } from "./sample";
import { type Role, staffIdOf } from "./staff";
import type { Photo, Ticket, TicketState } from "./ticket";
import type { Instant } from "./time";

/**
 * How much of a ticket a member of staff may read: all of it, all of it for an hour and no act, only what waits for
 * a second person, its photos and proofs of purchase, or nothing but the masked line that the queue shows.
 */
export type Sight = "all" | "glass" | "photos" | "none";

/** What decides on it beside ticket and role. */
export interface SightFacts {
  /** A supervisor decided something on it before. */
  hasDecided: boolean;
  /** The account is the member's own, or shares a contact with theirs. */
  isOwn: boolean;
  now: Instant;
}

/** What waits for supervisors: these they read, whoever they are. */
export const reviewedStates: readonly TicketState[] = ["in_review", "on_hold", "disputed"];

/** By these a supervisor has a part in a ticket that goes on after they decided. */
export const partingActs = [
  "ticket.approved",
  "ticket.returned",
  "ticket.rejected",
  "rejection.proposed",
  "verdict.proposed",
  "ticket.resumed",
  "objection.dismissed",
  "ticket.reversed",
  "hold.stopped",
  "review.sampled-judged",
] as const satisfies readonly EventType[];

/**
 * Need to know: a supervisor reads what waits for supervisors, a second look and a ticket whose agent was pressed among it, and what they decided on; an agent the tickets they hold or
 * opened and those anybody may claim. Of others both read a photo or a proof of purchase that waits for someone
 * else to judge it, and two supervisors one ticket that they broke the glass of. Nobody reads a ticket of their own account; nobody else reads tickets.
 */
export function mayRead(ticket: Ticket, viewer: { id: string; role: Role }, facts: SightFacts): Sight {
  if (facts.isOwn || (viewer.role !== "agent" && viewer.role !== "supervisor")) return "none";
  if (viewer.role === "agent" ? isAgents(ticket, viewer.id) : isSupervisors(ticket, facts)) return "all";
  if (viewer.role === "supervisor" && openGlass(ticket, facts.now)?.by.includes(viewer.id)) return "glass";
  return photoToJudge(ticket, viewer.id) === null && purchaseToJudge(ticket, viewer.id) === null ? "none" : "photos";
}

function isAgents(ticket: Ticket, id: string): boolean {
  const free = ticket.state === "open" && ticket.agent === null && !isSetAside(ticket);
  return free || ticket.agent === id || staffIdOf(ticket.openedBy) === id;
}

const isSupervisors = (ticket: Ticket, facts: SightFacts): boolean => facts.hasDecided || isForAnySupervisor(ticket);

/** Read by every supervisor: it is theirs to decide, waits for a second look, or its agent was pressed. */
export const isForAnySupervisor = (ticket: Ticket): boolean =>
  reviewedStates.includes(ticket.state) || waitsForLookSince(ticket) !== null || isUnderPressure(ticket);

/** The first photo that waits for a judgement this member could give, or null; the judgement itself is asked again when it is made. */
export const photoToJudge = (ticket: Ticket, viewer: string): string | null =>
  firstToJudge(ticket, ticket.photos, viewer);

/** The first proof of purchase that waits in the same way, or null. */
export const purchaseToJudge = (ticket: Ticket, viewer: string): string | null =>
  firstToJudge(ticket, ticket.purchases ?? [], viewer);

function firstToJudge(ticket: Ticket, added: readonly (Photo | Purchase)[], viewer: string): string | null {
  if (ticket.state !== "verifying") return null;
  const waiting = added.find((one) => one.result === null && staffIdOf(one.addedBy) !== viewer);
  return waiting?.id ?? null;
}
