import { renewGrant } from "~/desk/end-ticket.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("grant", {}, ({ door, who, ref }) => renewGrant(door, who, ref));
