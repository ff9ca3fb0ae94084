import { callerIn } from "domain/match-caller";
import type { Ticket } from "domain/ticket";
import { type Instant, minutes } from "domain/time";
import type { Door } from "~/door.server";
import { type CaseRef, caseNow } from "./case.server";

/** One turn of a requester in the portal: what its number and its word are derived from. */
interface Turn {
  ticket: string;
  contact: string;
  turn: number;
}
/** What a requester reads out, until when, and what their word is chosen by; or that they came in anew elsewhere. */
type RequesterCall = { number: string; word: bigint; until: Instant } | "entered-again";

const spanMs = minutes(5);
const spanAt = (now: Instant): number => Math.floor(now / spanMs);

/** The turn a ticket's requester is in now, or null. */
export function turnOf(ticket: Ticket): Turn | null {
  const caller = callerIn(ticket);
  return caller ? { ticket: ticket.id, contact: caller.contact, turn: caller.turn } : null;
}

/** The numbers that count now: the present one, and the one before it for a page that was not loaded again. */
export const callerNumbers = (door: Door, turn: Turn, now: Instant): string[] =>
  [spanAt(now), spanAt(now) - 1].map((span) => numberOf(door, turn, span));

/** What the word of a ticket's present turn is chosen by: the same on both sides, and guessed by neither. */
export async function callerWord(door: Door, ref: CaseRef): Promise<bigint | null> {
  const { ticket } = await caseNow(door, ref);
  const turn = ticket && turnOf(ticket);
  return turn && wordOf(door, turn);
}

/** What the page of a requester who came in on this turn shows for a call, while an agent may be asked; else null. */
export async function requesterCall(
  door: Door,
  { turn, ...ref }: CaseRef & { turn: number | null },
): Promise<RequesterCall | null> {
  const { ticket } = await caseNow(door, ref);
  if (!ticket || (ticket.state !== "open" && ticket.state !== "verifying")) return null;
  const now = turnOf(ticket);
  if (!now || now.turn !== turn) return "entered-again";
  const span = spanAt(door.clock.now());
  return { number: numberOf(door, now, span), word: wordOf(door, now), until: (span + 1) * spanMs };
}

const numberOf = ({ secrets }: Door, { ticket, contact, turn }: Turn, span: number): string =>
  (secrets.pairing("number", [ticket, contact, turn, span]) % 10_000n).toString().padStart(4, "0");

const wordOf = ({ secrets }: Door, { ticket, contact, turn }: Turn): bigint =>
  secrets.pairing("word", [ticket, contact, turn]);
