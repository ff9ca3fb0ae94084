import { z } from "zod";
import { settleDispute } from "~/desk/settle-dispute.server";
import { text } from "~/reply.server";
import { ticketAct } from "../ticket/act.server";

export { loader } from "../ticket.dispute/loader.server";
export { default, meta } from "../ticket.dispute/route";

const shape = {
  verdict: z.enum(["reject", "reverse", "resume", "dismiss"]),
  reason: z.enum(["owner-proved", "takeover-attempt", "wrong-person", "not-proved", "objection-mistaken", "other"]),
  note: text(2000),
  code: text(20),
};

export const action = ticketAct(
  "verdict",
  shape,
  ({ door, who, ref, form }) => settleDispute(door, who, ref, form),
  () => "/approvals",
);
