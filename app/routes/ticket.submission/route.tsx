import { submitTicket } from "~/desk/submit-ticket.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("submission", {}, ({ door, who, ref }) => submitTicket(door, who, ref));
