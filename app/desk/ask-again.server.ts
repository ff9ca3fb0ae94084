import { randomInt } from "node:crypto";
import { askAgain } from "domain/ask-again";
import { drawAnswers } from "domain/check-answers";
import { uuidv7 } from "uuidv7";
import type { Door } from "~/door.server";
import { type CaseRef, enactCase, found, type Who } from "./case.server";
import { newReference } from "./open-ticket.server";

/** What its requester needs to go on with the new request, or why there is none. */
type AskedAgain =
  | { refused: string; request: null }
  | { refused: null; request: CaseRef & { contact: string; turn: number } };

/** Makes another request after a recovery that did not let its requester in; their session goes over to it. */
export async function askOnceMore(door: Door, who: Who, ref: CaseRef, contact: string): Promise<AskedAgain> {
  const { account, ticket: after } = ref;
  const ticket = uuidv7().replaceAll("-", "");
  const decide = askAgain({ ticket, reference: newReference(), after: { ticket: after, contact } });
  const outcome = await enactCase(door, who, { account, ticket }, decide);
  if (outcome.refused) return { refused: outcome.refused, request: null };
  const made = { account, ticket: found(outcome, "ticket.opened")?.object ?? ticket };
  const actor = { id: `requester:${made.ticket}`, role: "requester", auth: "code", session: null } as const;
  if (!outcome.replayed)
    await enactCase(door, { actor, request: who.request }, made, drawAnswers(randomInt(1_000_000)));
  return { refused: null, request: { ...made, contact, turn: 1 } };
}
