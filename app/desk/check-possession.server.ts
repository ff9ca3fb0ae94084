import { randomUUID } from "node:crypto";
import { confirmPossession } from "domain/check-code";
import { cleanCode } from "domain/look-up";
import type { Door, Outcome } from "~/door.server";
import { type CaseRef, caseNow, enactCase, refuseInput, type Who } from "./case.server";
import { codeOutcome, typedCode } from "./typed-code.server";

/** Checks a code that was sent to a surviving registered contact. */
export async function checkPossession(
  door: Door,
  who: Who,
  ref: CaseRef,
  typed: { contact: string; code: string },
): Promise<Outcome> {
  if (cleanCode(typed.code) === null) return refuseInput(door, who, ref, "possession.confirm", "not-a-code");
  const { ticket } = await caseNow(door, ref);
  const decide = confirmPossession(typedCode(door, ticket, typed.contact, typed.code), randomUUID());
  return codeOutcome(await enactCase(door, who, ref, decide));
}
