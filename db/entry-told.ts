import { z } from "zod";
import { id } from "./entry-fields";

/** A message that an entry asks for. */
export const messageRef = z.strictObject({ message: id, contact: id, kind: z.enum(["email", "phone"]) });
/** Of an entry whose news the requester is told. */
export const told = { told: messageRef.optional() };
