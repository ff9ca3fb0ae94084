import type { EventData } from "domain/event";
import type { Sight } from "domain/may-read";
import { leastRevealReason, reveal } from "domain/reveal";
import { safetyOf } from "domain/safety";
import type { Ticket } from "domain/ticket";
import type { Door } from "~/door.server";
import { type CaseRef, caseNow, refuseInput, type Who } from "./case.server";
import { keptText } from "./free-text.server";
import { isEnough } from "./kept-reason.server";
import { stepOf, stepUp } from "./step-up.server";

export type RevealForm = Pick<EventData["value.revealed"], "what" | "reason"> & {
  /** Why, in words that go to the vault. */
  text: string;
  /** The code from a supervisor's authenticator; agents give none. */
  code: string | null;
};
export interface Revealed {
  refused: string | null;
  /** The value in clear, for this one answer; null where it was refused. */
  value: string | null;
}

/** Shows one value of a ticket in clear, once: the entry stands before it is shown, and the form sent again shows nothing. */
export async function revealValue(
  door: Door,
  who: Who,
  ref: CaseRef,
  { sight, ...form }: RevealForm & { sight: Sight },
): Promise<Revealed> {
  const { ticket, account } = await caseNow(door, ref);
  if (!ticket) return { refused: "no-such-ticket", value: null };
  const hasWords = isEnough(form.text, leastRevealReason);
  const { code } = form;
  const step =
    code === null || !hasWords ? null : await stepUp(door, stepOf(who), { act: "reveal", object: ref.ticket, code });
  if (step && step.refused !== null) {
    await refuseInput(door, who, ref, "value.reveal", step.refused);
    return { refused: step.refused, value: null };
  }
  const kept = hasWords ? await keptText(door, ref.account, form.text.trim()) : null;
  const made = {
    what: form.what,
    reason: form.reason,
    note: kept,
    stepUp: step?.stepUp ?? null,
    guarded: safetyOf(account) !== null,
  };
  const outcome = await door.ledger.enact({
    ...who,
    stream: "reads",
    subject: ref.account,
    object: ref.ticket,
    query: { count: "reveals" },
    keep: kept?.keep ?? [],
    decide: reveal(ticket, sight, made),
  });
  if (outcome.refused !== null) return { refused: outcome.refused, value: null };
  if (outcome.replayed) return { refused: "already-revealed", value: null };
  const value = await clearValue(door, ticket, form.what);
  return value === null ? { refused: "nothing-to-reveal", value } : { refused: null, value };
}

async function clearValue(door: Door, ticket: Ticket, what: RevealForm["what"]): Promise<string | null> {
  const opened =
    what === "new-contact"
      ? await door.vault.open(ticket.newContact?.id ?? "", "value")
      : await door.vault.open(ticket.account, "name");
  return opened?.toString("utf8") ?? null;
}
