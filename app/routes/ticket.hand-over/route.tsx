import { handOverTicket } from "~/desk/claim-ticket.server";
import { ticketAct } from "../ticket/act.server";
import { id } from "../ticket/form";

export { loader } from "../ticket/loader.server";
export { default } from "../ticket/route";

export const action = ticketAct("hand-over", { to: id }, ({ door, who, ref, form }) =>
  handOverTicket(door, who, ref, form.to),
);
