import { sweep } from "domain/end";
import { endHold } from "domain/reset";
import type { Door, House } from "~/door.server";
import { endedHolds, idleTickets, isClockJumped } from "~/facts.server";
import { enactCase } from "./case.server";
import { worker } from "./deliver-messages.server";
import { grantIdOf } from "./links.server";

const atOnce = 500;

/** Ends every hold whose time is over: the link goes out, or the ticket goes back to review. Returns how many it took. */
export async function runHolds({ door }: House): Promise<number> {
  if (await isClockJumped(door)) return 0;
  const due = await endedHolds(door, door.clock.now(), atOnce);
  for (const ref of due)
    await enactCase(door, { actor: worker, request: `hold:${ref.ticket}` }, ref, endHold(grantIdOf(ref.ticket)));
  return due.length;
}

/** Releases idle claims, reminds requesters, expires what nobody touched for a week. */
export async function sweepTickets(door: Door): Promise<number> {
  const due = await idleTickets(door, door.clock.now(), atOnce);
  for (const ref of due) await enactCase(door, { actor: worker, request: `sweep:${ref.ticket}` }, ref, sweep());
  return due.length;
}
