import type { TypedCode } from "domain/check-code";
import { cleanCode } from "domain/look-up";
import type { Ticket } from "domain/ticket";
import type { Door } from "~/door.server";
import { sameText } from "./secret-compare.server";

/** Compares a typed code with the one derived for the newest generation; the decision, under the lock, has the last word. */
export function typedCode(door: Door, ticket: Ticket | null, contact: string, typed: string): TypedCode {
  const generation = ticket?.codes[contact]?.generation ?? 0;
  const right = sameText(door.secrets.code(contact, ticket?.id ?? "", generation), cleanCode(typed) ?? "");
  return { contact, generation, right: right && generation > 0 };
}
