import type { Looks } from "domain/event";
import { judgeReview as judge, leastLookReason, lookObject } from "domain/second-review";
import type { Door, Outcome } from "~/door.server";
import { type CaseRef, enactCase, refuseInput, type Who } from "./case.server";
import { isEnough, keptReason } from "./kept-reason.server";
import { withoutKey } from "./new-contact.server";
import { stepOf, stepUp } from "./step-up.server";

/** A drawn approval: its case, and the seq of its entry. */
export type DrawnRef = CaseRef & { approval: number };
export interface LookForm {
  looks: Looks;
  reason: string;
  /** The code from the supervisor's authenticator. */
  code: string;
}

/** Looks again at a drawn approval: a fresh second factor bound to it, then what was found, in words. */
export async function judgeReview(door: Door, who: Who, drawn: DrawnRef, form: LookForm): Promise<Outcome> {
  if (!isEnough(form.reason, leastLookReason))
    return refuseInput(door, withoutKey(who), caseOf(drawn), "review.judge", "reason-missing");
  const object = lookObject(drawn.ticket, drawn.approval);
  const made = await stepUp(door, stepOf(who), { act: "second-review", object, code: form.code });
  if (made.refused !== null) return refuseInput(door, who, caseOf(drawn), "review.judge", made.refused);
  return enterLook(door, who, drawn, { ...form, stepUp: made.stepUp });
}

/** Enters what was found, with the step-up made for it. */
export async function enterLook(
  door: Door,
  who: Who,
  drawn: DrawnRef,
  { looks, reason, stepUp }: { looks: Looks; reason: string; stepUp: string },
): Promise<Outcome> {
  const kept = await keptReason(door, reason, leastLookReason, drawn.account);
  const decide = judge({ approval: drawn.approval, looks, reason: kept?.reason ?? null, stepUp });
  return enactCase(door, who, caseOf(drawn), decide, { keep: kept?.keep ?? [], query: { signers: true } });
}

const caseOf = ({ account, ticket }: DrawnRef): CaseRef => ({ account, ticket });
