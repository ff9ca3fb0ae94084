import type { Decide } from "domain/case";
import {
  flagSafety as decideFlag,
  liftSafety as decideLift,
  leastSafetyReason,
  type SafetyAct,
  type SafetyKind,
} from "domain/safety";
import { withholdNotices as decideWithhold, withholdingObject } from "domain/withhold-notices";
import type { Door, Keep, Outcome } from "~/door.server";
import { type CaseRef, found, refusalNow, type Where, type Who } from "./case.server";
import { keptReason } from "./kept-reason.server";
import { stepOf, stepUp } from "./step-up.server";

/** Sets a safety flag: on a ticket's account, or the holder on their own. */
export const flagSafety = (door: Door, who: Who, where: Where, kind: SafetyKind): Promise<Outcome> =>
  enact(door, who, where, decideFlag(kind));

/** A supervisor's reason, in words that go to the vault, and the code of their authenticator. */
export interface SafetyForm {
  reason: string;
  code: string;
}
/** What came of it: `step`, that the code was not taken; `first`, that a second supervisor has to agree. */
type Decided = Pick<Outcome, "refused"> & { checked: "first" | "step" | null };

/** Lifts an account's flag, or says so first. */
export async function liftSafety(door: Door, who: Who, account: string, form: SafetyForm): Promise<Decided> {
  const act = { act: "lift-safety", object: account };
  return decided(door, who, { account, ticket: null }, { ...form, ...act }, decideLift);
}

/** Keeps a ticket's notices from a contact, or says so first. */
export async function withholdNotices(
  door: Door,
  who: Who,
  ref: CaseRef,
  form: SafetyForm & { contact: string },
): Promise<Decided> {
  const act = { act: "withhold", object: withholdingObject(ref.ticket, form.contact) };
  return decided(door, who, ref, { ...form, ...act }, (given) => decideWithhold(form.contact, given));
}

async function decided(
  door: Door,
  who: Who,
  where: Where,
  form: SafetyForm & { act: string; object: string },
  decide: (given: SafetyAct) => Decide,
): Promise<Decided> {
  const kept = await keptReason(door, form.reason, leastSafetyReason, where.account);
  const deciding = (step: string) => decide({ reason: kept?.reason ?? null, stepUp: step });
  // What would be refused in any case is refused before the code is spent, which would have to be awaited anew.
  const no = await refusalNow(door, who, where, deciding(""));
  if (no !== null && no !== "step-up-needed") return told(await enact(door, who, where, deciding("")));
  const made = await stepUp(door, stepOf(who), { act: form.act, object: form.object, code: form.code });
  if (made.refused !== null) return { refused: made.refused, checked: "step" };
  return told(await enact(door, who, where, deciding(made.stepUp), kept?.keep));
}

/** A form sent twice comes to what it came to once, though by then it would be refused. */
function told(outcome: Outcome): Decided {
  const first = found(outcome, "safety.lift-proposed") ?? found(outcome, "withholding.proposed");
  return { ...outcome, checked: first ? "first" : null };
}

const enact = (door: Door, who: Who, where: Where, decide: Decide, keep?: Keep[]): Promise<Outcome> =>
  door.ledger.enact({ stream: "case", ...where, ...who, decide, keep });
