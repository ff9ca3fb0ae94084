import { z } from "zod";
import { rejectTicket } from "~/desk/review-ticket.server";
import { text } from "~/reply.server";
import { packetAct } from "../approval/act.server";

export { loader } from "../approval/loader.server";
export { default, meta } from "../approval/route";

const shape = {
  reason: z.enum(["not-the-holder", "evidence-doubtful", "change-of-owner", "duplicate", "other"]),
  note: text(2000),
  code: text(20),
};

export const action = packetAct("rejection", shape, ({ door, who, ref, form }) => rejectTicket(door, who, ref, form));
