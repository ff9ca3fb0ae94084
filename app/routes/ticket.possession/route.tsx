import { checkPossession } from "~/desk/check-possession.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";
import { id } from "../ticket/form";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("possession", { contact: id, code: text(20) }, ({ door, who, ref, form }) =>
  checkPossession(door, who, ref, form),
);
