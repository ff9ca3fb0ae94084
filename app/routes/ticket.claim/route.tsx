import { claimTicket } from "~/desk/claim-ticket.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

export const action = ticketAct("claim", {}, ({ door, who, ref }) => claimTicket(door, who, ref));
