import { languages } from "domain/language";
import { z } from "zod";
import { count, digest, id, listOf } from "./entry-fields";

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
  // contacts, devices and questions that a holder keeps up to date
  "own-contact.asked": o({
    contact: id,
    kind: z.enum(["email", "phone"]),
    generation: count,
    message: id,
    expiresAt: count,
  }),
  "own-contact.code-refused": o({ contact: id, generation: count, tries: count }),
  "own-contact.added": o({ contact: id, kind: z.enum(["email", "phone"]), generation: count }),
  "own-contact.removed": o({ contact: id }),
  "device.added": o({ device: id, row: digest }),
  "device.removed": o({ device: id }),
  "questions.chosen": o({ questions: listOf(id) }),
  "account.language-chosen": o({ language: z.enum(languages) }),
};
