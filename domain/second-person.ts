import { type Case, type CaseFacts, frozenWord, isFrozen, selves } from "./case";
import type { Channel } from "./event";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";

/** Why nobody judges what this ticket was sent at this point, or null. */
export function judgingTurnRefusal(c: Case & { ticket: Ticket }, facts: CaseFacts): string | null {
  if (c.ticket.state !== "verifying") return "not-verifying";
  return isFrozen(c, facts) ? frozenWord(c, facts) : null;
}

/** Why this person is no second one, or null: they opened or hold the ticket, added what is judged, or had a hand in it before. */
export function secondPersonRefusal(c: Case & { ticket: Ticket }, facts: CaseFacts, addedBy: string): string | null {
  const involved = [c.ticket.agent, staffIdOf(c.ticket.openedBy), staffIdOf(addedBy)];
  const own = selves(facts).some((self) => involved.includes(self) || hadHand(c, self));
  return own ? "own-evidence" : null;
}

/** An earlier act on this very ticket, such as having held it, other than judging something else of it. */
const hadHand = (c: Case & { ticket: Ticket }, staff: string): boolean =>
  (c.account?.hands[staff] ?? []).some((hand) => hand.ticket === c.ticket.id) && !judgesOf(c.ticket).includes(staff);

/** Staff ids of who judged a photo or a proof of purchase of a ticket: they gave evidence in it. */
export const judgesOf = (ticket: Ticket): string[] =>
  [...ticket.photos, ...(ticket.purchases ?? [])].flatMap(({ judgedBy }) => judgedBy ?? []);

/** What was added is charged to the channel of who added it, whoever judges. */
export const cameBy = (addedBy: string | undefined): Channel => (addedBy?.startsWith("requester:") ? "portal" : "desk");
