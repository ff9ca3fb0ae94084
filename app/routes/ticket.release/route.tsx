import { releaseTicket } from "~/desk/claim-ticket.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("release", {}, ({ door, who, ref }) => releaseTicket(door, who, ref));
