import { isSetAside } from "./pressure";
import type { Purchase } from "./purchases";
import { type Role, staffIdOf } from "./staff";
import type { Photo, Ticket } from "./ticket";

/** How much of a ticket a member of staff may read: all of it, only what waits for a second person, its photos and proofs of purchase, or nothing. */
export type Sight = "all" | "photos" | "none";

/**
 * Need to know: a supervisor reads every ticket; an agent the ones they hold or opened and those anybody may claim, and
 * of others only a photo or a proof of purchase that waits for someone else to judge it. Nobody else reads tickets.
 */
export function mayRead(ticket: Ticket, viewer: { id: string; role: Role }): Sight {
  if (viewer.role === "supervisor") return "all";
  if (viewer.role !== "agent") return "none";
  const free = ticket.state === "open" && ticket.agent === null && !isSetAside(ticket);
  if (free || ticket.agent === viewer.id || staffIdOf(ticket.openedBy) === viewer.id) return "all";
  return photoToJudge(ticket, viewer.id) === null && purchaseToJudge(ticket, viewer.id) === null ? "none" : "photos";
}

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
