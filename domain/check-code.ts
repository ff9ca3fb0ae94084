import { nextTurn } from "./caller";
import { type Case, type CaseFacts, type Decide, decision, frozenWord, isFrozen } from "./case";
import { drawnNow } from "./check-answers";
import { type Event, event, refuse } from "./event";
import { registeredContact } from "./send-code";
import { type CodeSent, isLive, type Ticket } from "./ticket";
import type { Instant } from "./time";
import { channelOf, checkRefusal, isAhead, isHolding } from "./verify";

/** How often one code may be typed wrong. */
export const mostTries = 5;
/** What the desk found when it compared a typed code with the one derived for this generation. */
export interface TypedCode {
  contact: string;
  generation: number;
  right: boolean;
}

/** Confirms the new contact by the code that reached it; it proves nothing about the account and is worth no points. */
export function confirmContact(typed: TypedCode): Decide {
  return decision("contact.confirm", ["agent"], (c, facts, now, refused) => {
    if (!isLive(c.ticket.state)) return refused("ticket-ended");
    if (isFrozen(c, facts)) return refused(frozenWord(c, facts));
    if (!isHolding(c.ticket, facts)) return refused("not-your-ticket");
    if (c.ticket.newContact?.id !== typed.contact) return refused("no-new-contact");
    if (c.ticket.newContact.confirmedAt !== null) return refused("already-confirmed");
    return (
      codeProblem(c.ticket, typed, now, refused) ?? [
        event("contact.confirmed", { contact: typed.contact, generation: typed.generation, channel: channelOf(facts) }),
      ]
    );
  });
}

/** Lets the requester into the portal by the code sent to where the link will go; confirms the new contact on the way, unless all is stopped. */
export function enterPortal(typed: TypedCode, turn = 0): Decide {
  return decision("portal.enter", ["anyone", "requester"], (c, facts, now, refused) => {
    if (destinationOf(c.ticket) !== typed.contact) return refused("wrong-code");
    const problem = codeProblem(c.ticket, typed, now, refused);
    if (problem) return problem;
    const entered = event("portal.entered", { contact: typed.contact, turn: nextTurn(c.ticket) });
    const goesOn = isLive(c.ticket.state) && !isFrozen(c, facts);
    const { newContact } = c.ticket;
    const unconfirmed = goesOn && newContact?.id === typed.contact && newContact.confirmedAt === null;
    const { contact, generation } = typed;
    const asking = goesOn ? questionsAhead(c, facts, turn, now) : [];
    return unconfirmed
      ? [event("contact.confirmed", { contact, generation, channel: "portal" }), entered, ...asking]
      : [entered, ...asking];
  });
}

/** Who asked in the portal finds the questions there at once, before an agent could draw them. */
function questionsAhead(c: Case & { ticket: Ticket }, facts: CaseFacts, turn: number, now: Instant): Event[] {
  const takesAnswers = isAhead(c.ticket) || (c.ticket.asked !== undefined && c.ticket.state === "verifying");
  if (!takesAnswers) return [];
  return drawnNow(c, facts, turn, now, (reason) => refuse("answers.draw", reason)).filter((e) => e.type !== "refused");
}

/** Counts a code typed back from a surviving registered contact: one proof of possession per contact. */
export function confirmPossession(typed: TypedCode, evidence: string): Decide {
  return decision("possession.confirm", ["agent", "requester"], (c, facts, now, refused) => {
    const no = checkRefusal(c, facts);
    if (no) return refused(no);
    const registered = registeredContact(c, facts, typed.contact, now);
    if (typeof registered === "string") return refused(registered);
    const { contact, generation } = typed;
    return (
      codeProblem(c.ticket, typed, now, refused) ?? [event("possession.confirmed", { contact, generation, evidence })]
    );
  });
}

/** Where the reset link of this ticket goes: the new contact, or the registered one that answers. */
export const destinationOf = (ticket: Ticket): string | null =>
  ticket.needsNewContact ? (ticket.newContact?.id ?? null) : ticket.sendTo;

type Refused = (reason: string) => readonly [Event, ...Event[]];

/** Five tries a code, each an entry; expired, used and superseded codes fail like wrong ones that no longer count. */
export function codeProblem(
  ticket: Ticket,
  typed: TypedCode,
  now: Instant,
  refused: Refused,
): readonly [Event, ...Event[]] | null {
  const code: CodeSent | undefined = ticket.codes[typed.contact];
  if (!code || code.generation !== typed.generation || code.usedAt !== null) return refused("no-such-code");
  if (now >= code.expiresAt) return refused("code-expired");
  if (code.tries >= mostTries) return refused("too-many-tries");
  if (typed.right) return null;
  return [
    event("contact.code-refused", { contact: typed.contact, generation: typed.generation, tries: code.tries + 1 }),
  ];
}
