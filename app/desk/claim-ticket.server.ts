import { claim, handOver, release } from "domain/claim";
import type { Door, Outcome } from "~/door.server";
import { type CaseRef, enactCase, type Who } from "./case.server";

/** Claims an open ticket for the acting agent. */
export const claimTicket = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> => enactCase(door, who, ref, claim());

/** Gives the acting agent's ticket back to the queue. */
export const releaseTicket = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> =>
  enactCase(door, who, ref, release());

/** Hands a ticket to another agent. */
export const handOverTicket = (door: Door, who: Who, ref: CaseRef, to: string): Promise<Outcome> =>
  enactCase(door, who, ref, handOver(to), { query: { receiver: to } });
