import { takeSavedCode } from "~/desk/check-saved-code.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct("saved-code", { code: text(60) }, ({ door, who, ref, form }) =>
  takeSavedCode(door, who, ref, form.code),
);
