import { renewGrant } from "~/desk/end-ticket.server";
import { requestAct } from "../request.status/act.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

export const action = requestAct("grant", {}, ({ door, who, ref }) => renewGrant(door, who, ref));
