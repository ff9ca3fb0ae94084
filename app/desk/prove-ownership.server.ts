import { randomInt, randomUUID } from "node:crypto";
import type { Language } from "domain/language";
import { cleanCode } from "domain/look-up";
import { proveBySignIn } from "domain/prove-by-sign-in";
import {
  confirmOwnershipCode,
  drawOwnershipAnswers,
  recordOwnershipAnswers,
  recordOwnershipSerial,
  reserveOwnershipAnswers,
  reserveOwnershipSerial,
  sendOwnershipCode,
} from "domain/prove-ownership";
import type { Instant } from "domain/time";
import type { Door, Outcome } from "~/door.server";
import { refByTicket } from "~/facts.server";
import { type CaseRef, caseNow, enactCase, refuseInput, type Who } from "./case.server";
import { checkAnswers } from "./check-answers.server";
import { type CheckOutcome, checkSerial } from "./check-serial.server";
import { readObjection } from "./links.server";
import { codeOutcome, typedCode } from "./typed-code.server";

/** What an objection link is about: a case, and the contact it was sent to. */
export type ObjectionRef = CaseRef & { contact: string };

/** The case and contact of an objection link, or null for a link that was never made. */
export async function objectionRef(door: Door, token: string): Promise<ObjectionRef | null> {
  const link = readObjection(door, token);
  const ref = link && (await refByTicket(door, link.ticket));
  return link && ref ? { account: ref.account, ticket: ref.ticket, contact: link.contact } : null;
}

const caseOf = ({ account, ticket }: ObjectionRef): CaseRef => ({ account, ticket });

/** Sends a code to the contact that objects. */
export const sendProofCode = (door: Door, who: Who, at: ObjectionRef, language: Language): Promise<Outcome> =>
  enactCase(door, who, caseOf(at), sendOwnershipCode(at.contact, language));

/** Checks the code typed back from it. */
export async function checkProofCode(door: Door, who: Who, at: ObjectionRef, code: string): Promise<Outcome> {
  const ref = caseOf(at);
  if (cleanCode(code) === null) return refuseInput(door, who, ref, "objection.confirm-code", "not-a-code");
  const { ticket } = await caseNow(door, ref);
  const typed = typedCode(door, ticket, at.contact, code);
  return codeOutcome(await enactCase(door, who, ref, confirmOwnershipCode(typed, randomUUID())));
}

/** Checks a serial of theirs, by one of the account's own tries. */
export const checkProofSerial = (door: Door, who: Who, at: ObjectionRef, typed: string): Promise<CheckOutcome> =>
  checkSerial(door, who, caseOf(at), typed, {
    command: "objection.check-serial",
    reserve: (attempt) => reserveOwnershipSerial(at.contact, attempt),
    record: (result) => recordOwnershipSerial(at.contact, result),
    former: true,
  });

/** Draws the questions for them. */
export const drawProofQuestions = (door: Door, who: Who, at: ObjectionRef): Promise<Outcome> =>
  enactCase(door, who, caseOf(at), drawOwnershipAnswers(at.contact, randomInt(1_000_000)));

/** Checks a set of answers of theirs, by one of the account's own tries. */
export const checkProofAnswers = (
  door: Door,
  who: Who,
  at: ObjectionRef,
  typed: Record<string, string>,
): Promise<CheckOutcome> =>
  checkAnswers(door, who, caseOf(at), typed, {
    command: "objection.check-answers",
    reserve: (attempt) => reserveOwnershipAnswers(at.contact, attempt),
    record: (result) => recordOwnershipAnswers(at.contact, result),
  });

/** Proves ownership out of a session that was signed in then. */
export const proveInSession = (door: Door, who: Who, ref: CaseRef, since: Instant): Promise<Outcome> =>
  enactCase(door, who, ref, proveBySignIn({ since }));
