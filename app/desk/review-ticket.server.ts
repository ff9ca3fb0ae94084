import {
  approvalObject,
  approve,
  openPacket as opened,
  reject,
  returnTicket as returned,
  stopHold as stopped,
} from "domain/review";
import type { Door, Keep, Outcome } from "~/door.server";
import { type CaseRef, enactCase, type Who } from "./case.server";
import { keptText } from "./free-text.server";
import { stepOf, stepUp } from "./step-up.server";

/** Opens the packet before a supervisor, which is an entry. */
export const openPacket = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> => enactCase(door, who, ref, opened());

export interface ApprovalForm {
  packet: string;
  reason: string;
  note: string;
  /** The code from the supervisor's authenticator. */
  code: string;
}

/** Countersigns a packet: a fresh second factor bound to this approval, then the decision. */
export async function approveTicket(door: Door, who: Who, ref: CaseRef, form: ApprovalForm): Promise<Outcome> {
  const made = await stepUp(door, stepOf(who), {
    act: "approve",
    object: approvalObject(ref.ticket, form.packet),
    code: form.code,
  });
  if (made.refused !== null) return { refused: made.refused, events: [], replayed: false };
  const { note, keep } = await noteOf(door, ref, form.note);
  const decide = approve({ packet: form.packet, stepUp: made.stepUp, reason: form.reason, note });
  return enactCase(door, who, ref, decide, { keep });
}

/** Sends a ticket back to its agent for more. */
export async function returnTicket(
  door: Door,
  who: Who,
  ref: CaseRef,
  form: { reason: string; note: string },
): Promise<Outcome> {
  const { note, keep } = await noteOf(door, ref, form.note);
  return enactCase(door, who, ref, returned(form.reason, note), { keep });
}

/** Rejects a ticket; a disputed one ends with the second supervisor's word. */
export async function rejectTicket(
  door: Door,
  who: Who,
  ref: CaseRef,
  form: { reason: string; note: string },
): Promise<Outcome> {
  const { note, keep } = await noteOf(door, ref, form.note);
  return enactCase(door, who, ref, reject(form.reason, note), { keep });
}

/** Stops a running hold and gives the ticket back to review. */
export const stopHold = (door: Door, who: Who, ref: CaseRef, why: string): Promise<Outcome> =>
  enactCase(door, who, ref, stopped(why));

async function noteOf(door: Door, ref: CaseRef, text: string): Promise<{ note: string | null; keep: Keep[] }> {
  if (text.trim() === "") return { note: null, keep: [] };
  const kept = await keptText(door, ref.account, text);
  return { note: kept.id, keep: kept.keep };
}
