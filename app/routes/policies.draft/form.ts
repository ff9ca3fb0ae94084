import { z } from "zod";
import { text } from "~/reply.server";

/** The longest document that is read. */
export const mostDocument = 20_000;

/** A draft as it is checked or proposed. */
export const draftForm = {
  intent: z.enum(["check", "propose"]),
  document: text(mostDocument),
  base: z.string().regex(/^[0-9a-f]{64}$/),
  reason: text(500),
  code: text(20),
};
