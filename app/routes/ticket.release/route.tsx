import { releaseTicket } from "~/desk/claim-ticket.server";
import { ticketAct } from "../ticket/act.server";
import { leave } from "../ticket/leave.server";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

export const action = ticketAct("release", {}, async ({ door, who, ref }) =>
  leave(await releaseTicket(door, who, ref)),
);
