import { submit } from "domain/submit";
import type { Door, Outcome } from "~/door.server";
import { type CaseRef, enactCase, type Who } from "./case.server";

/** Sends a ticket to review and freezes its packet. */
export const submitTicket = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> =>
  enactCase(door, who, ref, submit());
