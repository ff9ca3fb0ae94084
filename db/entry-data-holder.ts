import { z } from "zod";
import { count, id } from "./entry-fields";

const o = z.strictObject;

/** What holders do for themselves, on the case stream. */
export const holderData = {
  "forgotten.sent": o({
    generation: count,
    contact: id,
    kind: z.enum(["email", "phone"]),
    message: id,
    expiresAt: count,
  }),
  "forgotten.code-refused": o({ generation: count, tries: count }),
  "forgotten.code-accepted": o({ generation: count }),
  "forgotten.redeemed": o({ generation: count }),
  "password.changed": o({ change: id }),
  "holder.session-ended": o({ ended: id }),
  "holder.signed-out-everywhere": o({}),
  "account.stopped": o({ contact: id, noticeAt: count }),
};
