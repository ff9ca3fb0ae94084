import { isSetAside } from "./pressure";
import { type Role, staffIdOf } from "./staff";
import type { Ticket } from "./ticket";

/** How much of a ticket a member of staff may read: all of it, only its photos that wait for a second person, or nothing. */
export type Sight = "all" | "photos" | "none";

/**
 * Need to know: a supervisor reads every ticket; an agent the ones they hold or opened and those anybody may claim, and
 * of others only a photo that waits for someone else to judge it. Nobody else reads tickets.
 */
export function mayRead(ticket: Ticket, viewer: { id: string; role: Role }): Sight {
  if (viewer.role === "supervisor") return "all";
  if (viewer.role !== "agent") return "none";
  const free = ticket.state === "open" && ticket.agent === null && !isSetAside(ticket);
  if (free || ticket.agent === viewer.id || staffIdOf(ticket.openedBy) === viewer.id) return "all";
  return photoToJudge(ticket, viewer.id) === null ? "none" : "photos";
}

/** The first photo that waits for a judgement this member could give, or null; the judgement itself is asked again when it is made. */
export function photoToJudge(ticket: Ticket, viewer: string): string | null {
  if (ticket.state !== "verifying") return null;
  const waiting = ticket.photos.find((p) => p.result === null && staffIdOf(p.addedBy) !== viewer);
  return waiting?.id ?? null;
}
