import type { AppealAnswer } from "domain/event";
import { z } from "zod";
import { count, every, id } from "./entry-fields";

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
  "appeal.made": o({ appeal: id, removed: count }),
  "appeal.answered": o({ answer: every<AppealAnswer>()(["stands", "ask-again"]), note: id }),
};
