import { loadMember } from "db/load";
import { statesOf } from "db/read/queue-views";
import { pressedTickets } from "db/read/safety";
import { ticketAsLeft } from "domain/as-left";
import { wasPressed } from "domain/pressure";
import type { Ticket } from "domain/ticket";
import { type QueuePage, type QueueView, queueViews, type Viewer } from "domain/view";
import type { ListedTicket } from "domain/view-rows";
import type { Door } from "./door.server";

/** A ticket that left an agent who was pressed, as it is and as their queue goes on showing it. */
export interface LeftTicket {
  listed: ListedTicket;
  seen: Ticket;
}

/** The tickets that left this agent and that no other one has yet. */
export async function leftTickets(door: Door, viewer: Viewer): Promise<LeftTicket[]> {
  if (viewer.role !== "agent") return [];
  const pressed = await pressedTickets(door.reader);
  if (pressed.length === 0) return [];
  const actor = { id: `staff:${viewer.id}`, role: viewer.role, auth: "none", session: null } as const;
  const { samePerson } = await loadMember(door.reader.sql, actor);
  const now = door.clock.now();
  return pressed
    .filter(({ ticket }) => wasPressed(ticket, samePerson))
    .map((listed) => ({ listed, seen: ticketAsLeft(listed.ticket, samePerson, now) }));
}

/** Whether a view of the queue shows a ticket to this reader, as it seems to them. */
export const isIn = (view: QueueView, { state, agent }: Pick<Ticket, "state" | "agent">, viewer: Viewer): boolean =>
  statesOf[view].includes(state) && (view !== "mine" || agent === viewer.id);

/** The counts of the views as they would be if what seems so were so. */
export function countsAsLeft(
  counts: QueuePage["counts"],
  left: readonly LeftTicket[],
  viewer: Viewer,
): QueuePage["counts"] {
  const moved = (view: QueueView): number =>
    left.reduce(
      (n, { listed, seen }) => n + Number(isIn(view, seen, viewer)) - Number(isIn(view, listed.ticket, viewer)),
      0,
    );
  const changed = queueViews.map((view) => {
    const { n, capped } = counts[view];
    return [view, { n: capped ? n : Math.max(0, n + moved(view)), capped }] as const;
  });
  return { ...counts, ...Object.fromEntries(changed) };
}
