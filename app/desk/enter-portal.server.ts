import { randomInt } from "node:crypto";
import { destinationOf, enterPortal } from "domain/check-code";
import { refuse } from "domain/event";
import type { Language } from "domain/language";
import { cleanCode } from "domain/look-up";
import { sendPortalCode } from "domain/send-portal-code";
import { type Instant, minutes } from "domain/time";
import type { Door, Outcome } from "~/door.server";
import { refByReference } from "~/facts.server";
import { type CaseRef, caseNow, enactCase, found, type Who } from "./case.server";
import { typedCode } from "./typed-code.server";

/** Lets the requester in by reference and code; every wrong pair gets the same answer and costs one commit, known reference or not. */
export async function enterRequest(
  door: Door,
  who: Who,
  typed: { reference: string; code: string },
): Promise<(CaseRef & { contact: string; turn: number | null }) | null> {
  if (cleanCode(typed.code) === null) return null;
  const ref = await refByReference(door, cleanReference(typed.reference));
  const { ticket } = await caseNow(door, ref ?? nowhere);
  const attempt = typedCode(door, ticket, (ticket && destinationOf(ticket)) ?? "", typed.code);
  const outcome = ref
    ? await enactCase(door, who, ref, enterPortal(attempt, randomInt(1_000_000)))
    : await noSuchTicket(door, who, "portal.enter");
  const entered = found(outcome, "portal.entered");
  if (!ref || !entered || isLate(outcome, entered.at, door.clock.now())) return null;
  return { ...ref, contact: attempt.contact, turn: entered.data.turn ?? null };
}

/** A form sent twice lets its sender in once more for a moment only: a code opens nothing for who goes back to the page later. */
const isLate = (outcome: Outcome, enteredAt: Instant, now: Instant): boolean =>
  outcome.replayed && now - enteredAt > minutes(1);

/** Sends a code to where the reset link of this ticket will go; says nothing about whether there is such a ticket. */
export async function sendRequestCode(door: Door, who: Who, reference: string, language: Language): Promise<void> {
  const ref = await refByReference(door, cleanReference(reference));
  if (ref) await enactCase(door, who, ref, sendPortalCode(language));
  else await noSuchTicket(door, who, "portal.send-code");
}

/** No ticket is there; it is looked up like any other. */
const nowhere: CaseRef = { account: "nobody", ticket: "none" };

/** What no ticket was found for is an entry too, so that it takes as long as what one was found for. */
function noSuchTicket(door: Door, who: Who, command: "portal.enter" | "portal.send-code"): Promise<Outcome> {
  const decide = () => refuse(command, "no-such-ticket");
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}

/** A reference as typed: any case, with or without the dash. */
export function cleanReference(typed: string): string {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .slice(0, 16);
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
