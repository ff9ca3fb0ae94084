import { z } from "zod";
import { approveTicket } from "~/desk/review-ticket.server";
import { text } from "~/reply.server";
import { packetAct } from "../approval/act.server";

export { loader } from "../approval/loader.server";
export { default, meta } from "../approval/route";

const shape = {
  packet: z.string().regex(/^[0-9a-f]{64}$/),
  reason: z.enum(["evidence-complete", "checked-with-agent", "other"]),
  note: text(2000),
  code: text(20),
};

export const action = packetAct("approval", shape, ({ door, who, ref, form }) => approveTicket(door, who, ref, form));
