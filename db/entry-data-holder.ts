import type { AppealAnswer, EventData } from "domain/event";
import { languages } from "domain/language";
import type { FactorAct, FactorUsed } from "domain/second-factor";
import { z } from "zod";
import { count, digest, every, id, listOf } from "./entry-fields";
import { told } from "./entry-told";

const o = z.strictObject;

/** What a second factor was given by, and what of it is spent. */
export const factorUsed = {
  secondFactor: every<FactorUsed["secondFactor"]>()(["totp", "sms", "saved-code"]),
  step: count.optional(),
  generation: count.optional(),
  code: id.optional(),
};

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
  "appeal.made": o({ appeal: id, removed: count }),
  "appeal.answered": o({ answer: every<AppealAnswer>()(["stands", "ask-again"]), note: id, ...told }),
  "password.changed": o({ change: id }),
  "holder.session-ended": o({ ended: id }),
  "holder.signed-out-everywhere": o({}),
  "account.stopped": o({ contact: id, noticeAt: count }),
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
  "factor.asked": o({ secondFactor: every<EventData["factor.asked"]["secondFactor"]>()(["totp", "sms"]) }),
  "factor.code-sent": o({ generation: count, contact: id, message: id, expiresAt: count }),
  "factor.code-refused": o({ why: every<EventData["factor.code-refused"]["why"]>()(["wrong-code", "code-used"]) }),
  "factor.used": o({ use: id, act: every<FactorAct>()(["factor", "codes", "things"]), ...factorUsed }),
  "factor.offered": o({ factor: id }),
  "factor.enrolled": o({ factor: id, step: count, replaces: z.enum(["totp", "sms"]).nullable() }),
  "factor.removed": o({
    factor: id.nullable(),
    why: every<EventData["factor.removed"]["why"]>()(["holder", "recovery"]),
  }),
};
