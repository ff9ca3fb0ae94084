import { cancel } from "domain/end";
import { reissueGrant } from "domain/reset";
import type { Door, Outcome } from "~/door.server";
import { type CaseRef, enactCase, type Who } from "./case.server";

/** Cancels an open or verifying ticket, with a reason. */
export const cancelTicket = (door: Door, who: Who, ref: CaseRef, reason: string): Promise<Outcome> =>
  enactCase(door, who, ref, cancel(reason));

/** Sends an expired link once more to the same contact. */
export const renewGrant = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> =>
  enactCase(door, who, ref, reissueGrant());
