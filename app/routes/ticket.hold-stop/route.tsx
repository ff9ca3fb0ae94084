import { z } from "zod";
import { stopHold } from "~/desk/review-ticket.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct(
  "hold-stop",
  { reason: z.enum(["new-doubt", "holder-called", "mistake", "other"]) },
  ({ door, who, ref, form }) => stopHold(door, who, ref, form.reason),
);
