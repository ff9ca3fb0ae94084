import { cancelTicket } from "~/desk/end-ticket.server";
import { requestAct } from "../request.status/act.server";

export { loader } from "../request.status/loader.server";
export { default, meta } from "../request.status/route";

export const action = requestAct("cancellation", {}, ({ door, who, ref }) =>
  cancelTicket(door, who, ref, "requester-withdrew"),
);
