import type { ActionFunctionArgs } from "@remix-run/node";
import { claimTicket } from "~/desk/claim-ticket.server";
import { mayOpenTicket } from "~/read.server";
import { seeOther } from "~/reply.server";
import { staffOf } from "~/visitor.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

const claim = ticketAct("claim", {}, ({ door, who, ref }) => claimTicket(door, who, ref));

/** Claims a ticket; who comes second is told so in the queue, since the ticket is no longer theirs to open. */
export async function action(args: ActionFunctionArgs) {
  const answer = await claim(args);
  const lost =
    answer.status === 409 &&
    !(await mayOpenTicket(args.context.door, staffOf(args.context), Number(args.params.number)));
  return lost ? seeOther("/queue?refused=already-claimed") : answer;
}
