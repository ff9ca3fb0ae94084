import { z } from "zod";
import { returnTicket } from "~/desk/review-ticket.server";
import { text } from "~/reply.server";
import { packetAct } from "../approval/act.server";

export { loader } from "../approval/loader.server";
export { default, meta } from "../approval/route";

const shape = {
  reason: z.enum(["second-device", "new-contact-doubtful", "answers-again", "photo-wanted", "other"]),
  note: text(2000),
  code: text(20),
};

export const action = packetAct("return", shape, ({ door, who, ref, form }) => returnTicket(door, who, ref, form));
