import type { BounceWord } from "domain/event";
import { z } from "zod";
import { count, every, id } from "./entry-fields";

const o = z.strictObject;

/** What servers report of messages they had accepted, and what an admin does about it, on the case stream. */
export const deliveryData = {
  "message.delivered": o({ message: id, contact: id }),
  "message.bounced": o({
    message: id,
    contact: id,
    why: every<BounceWord>()(["undelivered", "failed", "bounced"]),
    code: count.nullable(),
  }),
  "message.retried": o({ message: id }),
};
