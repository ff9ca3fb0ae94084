import { sweep } from "domain/end";
import { endHold } from "domain/reset";
import type { Door, House } from "~/door.server";
import { endedHolds, idleTickets, isClockJumped, ledgerNow } from "~/facts.server";
import { type CaseRef, enactCase } from "./case.server";
import { worker } from "./deliver-messages.server";
import { eachAlone } from "./each-alone.server";
import { grantIdOf } from "./links.server";

const atOnce = 500;

/** Ends every hold whose time is over: the link goes out, or the ticket goes back to review. Returns how many it ended. */
export async function runHolds({ door }: House): Promise<number> {
  if (await isClockJumped(door)) return 0;
  const due = await endedHolds(door, await ledgerNow(door), atOnce);
  return eachAlone("hold", due, ticketOf, (ref) =>
    enactCase(door, { actor: worker, request: `hold:${ref.ticket}` }, ref, endHold(grantIdOf(ref.ticket))),
  );
}

/** Releases idle claims, reminds requesters, expires what nobody touched for a week. Returns how many it swept. */
export async function sweepTickets(door: Door): Promise<number> {
  const due = await idleTickets(door, await ledgerNow(door), atOnce);
  return eachAlone("sweep", due, ticketOf, (ref) =>
    enactCase(door, { actor: worker, request: `sweep:${ref.ticket}` }, ref, sweep()),
  );
}

const ticketOf = (ref: CaseRef): string => ref.ticket;
