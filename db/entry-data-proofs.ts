import type { AccountNews, Channel, EventData } from "domain/event";
import { z } from "zod";
import { count, every, flag, id, listOf } from "./entry-fields";

const o = z.strictObject;
const channel = every<Channel>()(["desk", "portal"]);
const ends = { link: id, other: id };

/** Saved recovery codes and vouching, on the case stream. */
export const proofsData = {
  "saved-codes.made": o({ set: id, count }),
  "saved-code.checked": o({
    attempt: id,
    result: every<EventData["saved-code.checked"]["result"]>()(["match", "miss"]),
    code: id.nullable(),
    evidence: id.nullable(),
    channel,
    tooNew: flag.optional(),
  }),
  "saved-code.repeated": o({ channel }),
  "link.invited": o({ link: id, other: id.nullable(), installer: flag }),
  "link.received": o(ends),
  "link.accepted": o(ends),
  "link.declined": o(ends),
  "link.ended": o({ link: id, other: id.nullable() }),
  "account.notified": o({
    about: every<AccountNews>()([
      "saved-codes-made",
      "link-invited",
      "link-received",
      "link-accepted",
      "link-declined",
      "link-ended",
      "vouch-given",
      "password-changed",
      "account-stopped",
      "factor-enrolled",
      "factor-replaced",
      "factor-removed",
      "factor-guessed",
      "factor-saved-code",
      "contact-added",
      "contact-removed",
      "contact-provided",
      "contact-withdrawn",
      "device-added",
      "device-removed",
      "questions-chosen",
    ]),
    messages: listOf(o({ message: id, contact: id, kind: z.enum(["email", "phone"]) })),
  }),
  "vouch.asked": o({ generation: count, expiresAt: count }),
  "vouch.refused": o({ generation: count, tries: count }),
  "vouch.opened": o({ generation: count, link: id }),
  "vouch.given": o({ generation: count, link: id, evidence: id }),
};
