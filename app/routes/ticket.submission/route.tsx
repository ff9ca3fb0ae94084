import { submitTicket } from "~/desk/submit-ticket.server";
import { ticketAct } from "../ticket/act.server";
import { leave } from "../ticket/leave.server";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

export const action = ticketAct("submission", {}, async ({ door, who, ref }) =>
  leave(await submitTicket(door, who, ref)),
);
