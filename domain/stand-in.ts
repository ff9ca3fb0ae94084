import type { CaseFacts } from "./case";
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
  if (drawn % 4 === 0 || known.length < mostQuestions) return [];
  const start = Math.floor(drawn / 4) % known.length;
  return [...known.slice(start), ...known.slice(0, start)].slice(0, mostQuestions).sort();
}

const soonestEndMs = hours(2);
const latestEndMs = hours(72);

/** When a ticket that no account fits is ended, as one the desk ends: drawn from its id, sooner more often than later. */
export function standInEndsAt(ticket: Pick<Ticket, "id" | "openedAt">): Instant {
  const drawn = Number.parseInt(ticket.id.slice(-6), 16) / 0x1000000;
  return ticket.openedAt + soonestEndMs + Math.floor(drawn * drawn * (latestEndMs - soonestEndMs));
}
