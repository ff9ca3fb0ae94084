import { mayRead } from "domain/may-read";
import { staffIdOf } from "domain/staff";
import { type CaseRef, caseNow, type Who } from "~/desk/case.server";
import { claimTicket } from "~/desk/claim-ticket.server";
import { seeOther } from "~/reply.server";
import type { Context } from "~/visitor.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

/** Claims a ticket; who comes second is told so in the queue, since the ticket is no longer theirs to open. */
export const action = ticketAct("claim", {}, async ({ door, who, ref }) => {
  const done = await claimTicket(door, who, ref);
  if (done.refused === "already-claimed" && (await wasLost(door, who, ref)))
    throw seeOther("/queue?refused=already-claimed");
  return done;
});

/** Whether another agent works on the ticket, as the queue shows to everyone at the desk, or to this one it has to seem so. */
async function wasLost(door: Context["door"], { actor }: Who, ref: CaseRef): Promise<boolean> {
  const { ticket } = await caseNow(door, ref);
  const facts = { hasDecided: false, isOwn: false, now: door.clock.now() };
  const viewer = { id: staffIdOf(actor.id) ?? "", role: "agent" } as const;
  if (!ticket) return false;
  return ticket.agent === null || (ticket.state === "verifying" && mayRead(ticket, viewer, facts) !== "all");
}
