import { withholdNotices } from "~/desk/guard-safety.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";
import { id } from "../ticket/form";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct(
  "withholding",
  { contact: id, reason: text(500), code: text(20) },
  ({ door, who, ref, form, ifRead }) => ifRead("notices.withhold", () => withholdNotices(door, who, ref, form)),
);
