import type { Decide } from "domain/case";
import {
  approvalObject,
  approve,
  openPacket as opened,
  reject,
  returnTicket as returned,
  stopHold as stopped,
} from "domain/review";
import { hours } from "domain/time";
import type { Door, Keep, Outcome } from "~/door.server";
import { type CaseRef, enactCase, found, refuseInput, type Who } from "./case.server";
import { keptText } from "./free-text.server";
import { withoutKey } from "./new-contact.server";
import { stepOf, stepUp } from "./step-up.server";

/** Opens the packet before a supervisor, which is an entry. */
export const openPacket = (door: Door, who: Who, ref: CaseRef): Promise<Outcome> => enactCase(door, who, ref, opened());

export interface DecisionForm {
  reason: string;
  note: string;
  /** The code from the supervisor's authenticator. */
  code: string;
}

/** What came of a decision, in a word or two that an address may carry. */
type Decided = Outcome & { checked: string | null };

/** Countersigns a packet: a fresh second factor bound to this approval, then the decision; tells how many more it takes, or the hold's hours. */
export async function approveTicket(
  door: Door,
  who: Who,
  ref: CaseRef,
  form: DecisionForm & { packet: string },
): Promise<Decided> {
  const { packet, reason } = form;
  const act = { command: "ticket.approve", act: "approve", object: approvalObject(ref.ticket, packet) };
  const decide = (note: string | null, stepUp: string) => approve({ packet, stepUp, reason, note });
  const outcome = await decidedFreshly(door, who, ref, { ...form, ...act }, decide);
  const signed = found(outcome, "ticket.approved")?.data;
  const hold = found(outcome, "hold.begun")?.data;
  const next = hold ? `hold-${Math.round(hold.holdMs / hours(1))}` : signed ? `more-${signed.of - signed.count}` : null;
  return { ...outcome, checked: next };
}

/** Sends a ticket back to its agent for more: a fresh second factor bound to it, then the decision. */
export function returnTicket(door: Door, who: Who, ref: CaseRef, form: DecisionForm): Promise<Outcome> {
  const { reason } = form;
  const act = { command: "ticket.return", act: "return", object: ref.ticket };
  return decidedFreshly(door, who, ref, { ...form, ...act }, (note, stepUp) => returned({ reason, note, stepUp }));
}

/** Rejects a ticket in words, with a fresh second factor bound to it. */
export async function rejectTicket(door: Door, who: Who, ref: CaseRef, form: DecisionForm): Promise<Outcome> {
  const { reason } = form;
  // Said before the code is spent, which would have to be awaited anew.
  if (form.note.trim() === "") return refuseInput(door, withoutKey(who), ref, "ticket.reject", "note-missing");
  const act = { command: "ticket.reject", act: "reject", object: ref.ticket };
  return decidedFreshly(door, who, ref, { ...form, ...act }, (note, stepUp) => reject({ reason, note, stepUp }));
}

/** Steps up and decides; a code that was not taken is a refusal on the ticket too, beside the entry of the member's own. */
export async function decidedFreshly(
  door: Door,
  who: Who,
  ref: CaseRef,
  form: DecisionForm & { command: string; act: string; object: string },
  decide: (note: string | null, stepUp: string) => Decide,
): Promise<Outcome> {
  const made = await stepUp(door, stepOf(who), { act: form.act, object: form.object, code: form.code });
  if (made.refused !== null) return refuseInput(door, who, ref, form.command, made.refused);
  const { note, keep } = await noteOf(door, ref, form.note);
  return enactCase(door, who, ref, decide(note, made.stepUp), { keep });
}

/** Stops a running hold and gives the ticket back to review. */
export const stopHold = (door: Door, who: Who, ref: CaseRef, why: string): Promise<Outcome> =>
  enactCase(door, who, ref, stopped(why));

async function noteOf(door: Door, ref: CaseRef, text: string): Promise<{ note: string | null; keep: Keep[] }> {
  if (text.trim() === "") return { note: null, keep: [] };
  const kept = await keptText(door, ref.account, text);
  return { note: kept.id, keep: kept.keep };
}
