import type { CaseFacts } from "./case";
import { type OfferedQuestion, offeredQuestions, questionsInSet } from "./holder-questions";
import type { Ticket } from "./ticket";
import { hours, type Instant } from "./time";

/**
 * What decisions see in place of the reference row of an account that there is not. A stand-in takes the place of one where a request in the portal fits none,
 * or one that takes none: it has nothing on file and no owner, and nobody on staff is ever shown one.
 */
export const standInRecord = (id: string): CaseFacts["record"] => ({
  id,
  createdAt: 0,
  status: "active",
  secondFactor: "none",
});

const mostQuestions = 3;

/**
 * Questions a stand-in is asked, always the same ones, of those that others answered: three, and none for one in four, as there are accounts without
 * any. No answer to them is on file.
 */
export function standInQuestions(id: string, known: readonly string[]): string[] {
  const drawn = Number.parseInt(id.slice(0, 8), 16);
  if (isAskedNothing(id) || known.length < mostQuestions) return [];
  const start = Math.floor(drawn / 4) % known.length;
  return [...known.slice(start), ...known.slice(0, start)].slice(0, mostQuestions).sort();
}

/** A question in words of its holder's own, which no stranger reads. */
export type StoodInQuestion = OfferedQuestion | "own";

/**
 * Which of the questions offered here a stand-in seems to have chosen, as holders do who keep theirs up to date; one in two of those that are asked any, and of
 * these one in four seems to have written the last one. Null for one that is asked what imports brought.
 */
export function standInChosen(id: string): StoodInQuestion[] | null {
  const drawn = Number.parseInt(id.slice(8, 16), 16);
  if (isAskedNothing(id) || drawn % 2 === 0) return null;
  const start = Math.floor(drawn / 8) % offeredQuestions.length;
  const chosen = [...offeredQuestions.slice(start), ...offeredQuestions.slice(0, start)].slice(0, questionsInSet);
  return Math.floor(drawn / 2) % 4 === 0 ? [...chosen.slice(0, -1), "own"] : chosen;
}

const isAskedNothing = (id: string): boolean => Number.parseInt(id.slice(0, 8), 16) % 4 === 0;

const soonestEndMs = hours(2);
const latestEndMs = hours(72);

/**
 * When a ticket that no account fits is ended, as one the desk ends: drawn from its id, sooner more often than later. Null for one in four, which runs out as a
 * request does that nobody takes up: else whatever is open after three days would be known to have an account.
 */
export function standInEndsAt(ticket: Pick<Ticket, "id" | "openedAt">): Instant | null {
  if (Number.parseInt(ticket.id.slice(-8, -6), 16) % 4 === 0) return null;
  const drawn = Number.parseInt(ticket.id.slice(-6), 16) / 0x1000000;
  return ticket.openedAt + soonestEndMs + Math.floor(drawn * drawn * (latestEndMs - soonestEndMs));
}
