import { languages } from "domain/language";
import { z } from "zod";
import { count, id } from "./entry-fields";

const o = z.strictObject;

/** What holders do for themselves, on the case stream. */
export const holderData = {
  "forgotten.asked": o({ ask: id }),
  "forgotten.code-tried": o({ ask: id }),
  "forgotten.sent": o({
    ask: id,
    generation: count,
    contact: id,
    kind: z.enum(["email", "phone"]),
    message: id,
    expiresAt: count,
    language: z.enum(languages).optional(),
  }),
  "forgotten.code-accepted": o({ generation: count, ask: id }),
  "forgotten.redeemed": o({ generation: count }),
  "account.language-chosen": o({ language: z.enum(languages) }),
};
