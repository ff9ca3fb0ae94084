import type { DisputeVerdict } from "domain/event";
import { settleDispute as settled } from "domain/settle-dispute";
import type { Door, Outcome } from "~/door.server";
import { type CaseRef, found, refuseInput, type Who } from "./case.server";
import { withoutKey } from "./new-contact.server";
import { type DecisionForm, decidedFreshly } from "./review-ticket.server";

/** A supervisor's word on a dispute, with a fresh second factor for it; the second one's decides. */
export async function settleDispute(
  door: Door,
  who: Who,
  ref: CaseRef,
  form: DecisionForm & { verdict: DisputeVerdict },
): Promise<Outcome & { checked: string | null }> {
  const { verdict, reason } = form;
  // Said before the code is spent, which would have to be awaited anew.
  if (form.note.trim() === "")
    return { ...(await refuseInput(door, withoutKey(who), ref, "dispute.settle", "note-missing")), checked: null };
  const act = { command: "dispute.settle", act: verdict, object: ref.ticket };
  const outcome = await decidedFreshly(door, who, ref, { ...form, ...act }, (note, stepUp) =>
    settled(verdict, { reason, note, stepUp }),
  );
  return { ...outcome, checked: found(outcome, "verdict.proposed") ? "first" : verdict };
}
