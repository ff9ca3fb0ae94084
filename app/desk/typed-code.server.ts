import { mostTries, type TypedCode } from "domain/check-code";
import { cleanCode } from "domain/look-up";
import type { Ticket } from "domain/ticket";
import type { Door, Outcome } from "~/door.server";
import { found } from "./case.server";
import { sameText } from "./secret-compare.server";

/** Compares a typed code with the one derived for the newest generation; the decision, under the lock, has the last word. */
export function typedCode(door: Door, ticket: Ticket | null, contact: string, typed: string): TypedCode {
  const generation = ticket?.codes[contact]?.generation ?? 0;
  const right = sameText(door.secrets.code(contact, ticket?.id ?? "", generation), cleanCode(typed) ?? "");
  return { contact, generation, right: right && generation > 0 };
}

/** What came of typing a code: one that was counted as wrong is refused, however well the ledger kept the count. */
export function codeOutcome(outcome: Outcome): Outcome {
  const wrong = found(outcome, "contact.code-refused");
  if (!wrong) return outcome;
  return { ...outcome, refused: wrong.data.tries < mostTries ? "wrong-code" : "too-many-tries" };
}
