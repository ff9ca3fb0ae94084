import { matchCaller } from "~/desk/match-caller.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("caller", { number: text(20) }, ({ door, who, ref, form }) =>
  matchCaller(door, who, ref, form.number),
);
