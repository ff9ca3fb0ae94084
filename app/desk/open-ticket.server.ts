import type { Loss } from "domain/loss";
import { open } from "domain/open";
import { uuidv7 } from "uuidv7";
import type { Door, Outcome } from "~/door.server";
import { enactCase, found, type Who } from "./case.server";
import { randomLetters } from "./random-letters.server";

/** Opens a ticket on an account for a claimed loss, or to thaw it; `number` is its number unless it was refused. */
export async function openTicket(
  door: Door,
  who: Who,
  account: string,
  loss: Loss,
  thaw = false,
): Promise<Outcome & { number: number | null; ticket: string | null }> {
  const ticket = uuidv7().replaceAll("-", "");
  const outcome = await enactCase(
    door,
    who,
    { account, ticket },
    open({ ticket, reference: newReference(), loss, thaw }),
    {
      query: { openedLately: true },
    },
  );
  const opened = found(outcome, "ticket.opened");
  return { ...outcome, number: opened?.data.number ?? null, ticket: opened?.object ?? null };
}

// No 0 or O, 1, I or L, and no U: read aloud on a bad line, typed on a phone.
const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Eight letters in two groups, 39 bits: it names a ticket to its requester and opens nothing without a code. */
export function newReference(): string {
  const drawn = randomLetters(letters, 8);
  return `${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}
