import { z } from "zod";
import { cancelTicket } from "~/desk/end-ticket.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket/loader.server";
export { default, meta } from "../ticket/route";

export const action = ticketAct(
  "cancellation",
  { reason: z.enum(["caller-withdrew", "not-proven", "change-of-owner", "duplicate", "other"]) },
  ({ door, who, ref, form }) => cancelTicket(door, who, ref, form.reason),
);
