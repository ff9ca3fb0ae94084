import { callerIn } from "domain/match-caller";
import type { Ticket } from "domain/ticket";
import { type Instant, minutes } from "domain/time";
import { type CaseRef, caseNow } from "./desk/case.server";
import type { Door } from "./door.server";
import type { Requester } from "./holder.server";
import { callerWordList } from "./ui/words/caller-words";

/** One turn of a requester in the portal: what its number and its word are derived from. */
interface Turn {
  ticket: string;
  contact: string;
  turn: number;
}
/** What the requester's page shows for a call, or that this page is not the newest any more. */
export type RequesterCall = { number: string; word: string; until: Instant } | "entered-again";

const spanMs = minutes(5);
const spanAt = (now: Instant): number => Math.floor(now / spanMs);

/** The numbers that count now: the present one, and the one before it for a page that was not loaded again. */
export const callerNumbers = (door: Door, turn: Turn, now: Instant): string[] =>
  [spanAt(now), spanAt(now) - 1].map((span) => numberOf(door, turn, span));

/** The turn a ticket's requester is in now, or null. */
export function turnOf(ticket: Ticket): Turn | null {
  const caller = callerIn(ticket);
  return caller ? { ticket: ticket.id, contact: caller.contact, turn: caller.turn } : null;
}

/** The word both sides see in one turn. */
export async function callerWordNow(door: Door, ref: CaseRef): Promise<string | null> {
  const { ticket } = await caseNow(door, ref);
  const turn = ticket && turnOf(ticket);
  return turn && wordOf(door, turn);
}

/** What the requester reads out and hears on the phone, while an agent may be asked; null at any other time. */
export async function requesterCall(door: Door, requester: Requester): Promise<RequesterCall | null> {
  const { ticket } = await caseNow(door, requester);
  if (!ticket || (ticket.state !== "open" && ticket.state !== "verifying")) return null;
  const turn = turnOf(ticket);
  if (!turn || turn.turn !== requester.turn) return "entered-again";
  const span = spanAt(door.clock.now());
  return { number: numberOf(door, turn, span), word: wordOf(door, turn), until: (span + 1) * spanMs };
}

const numberOf = ({ secrets }: Door, { ticket, contact, turn }: Turn, span: number): string =>
  (secrets.pairing("number", [ticket, contact, turn, span]) % 10_000n).toString().padStart(4, "0");

const wordOf = ({ secrets }: Door, { ticket, contact, turn }: Turn): string =>
  callerWordList[Number(secrets.pairing("word", [ticket, contact, turn]) % BigInt(callerWordList.length))] ?? "";
