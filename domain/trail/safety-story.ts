import type { Account } from "../account";
import type { Recorded } from "../event";
import { hasStepUp } from "../member";
import { safetyOf, waitingLift } from "../safety";
import { type Member, staffIdOf } from "../staff";
import type { Ticket } from "../ticket";
import { waitingWithholding } from "../withhold";
import { withholdingObject } from "../withhold-notices";

const words = ["safety.lift-proposed", "safety.lifted", "withholding.proposed", "notices.withheld"] as const;
type Word = Extract<Recorded, { type: (typeof words)[number] }>;

/** A supervisor's word on a safety flag, or on whom notices are kept from. */
export const isSafetyWord = (e: Recorded): e is Word => words.some((type) => type === e.type);

/** Why it could not have been this member's then, or null: an active supervisor's, with a step-up made for it. */
export function safetyStepProblem(e: Word, memberOf: (id: string) => Member | null): string | null {
  const member = memberOf(staffIdOf(e.actor.id) ?? "");
  if (member?.role !== "supervisor" || member.disabledAt !== null) return "who said it was no active supervisor";
  const made = { id: e.data.stepUp, ...actOf(e) };
  return hasStepUp(member, made, e.at) ? null : "no step-up was made for this word";
}

const actOf = (e: Word): { act: string; object: string } =>
  e.type === "safety.lift-proposed" || e.type === "safety.lifted"
    ? { act: "lift-safety", object: e.subject ?? "" }
    : { act: "withhold", object: withholdingObject(e.object ?? "", e.data.contact) };

/** Why it could not have followed from its case as it stood, or null: a flag stands, and what takes two words had a first one by another human. */
export function safetyProblem(
  e: Word,
  t: Ticket | null,
  a: Account | null,
  personOf: (staff: string) => string,
): string | null {
  const safety = safetyOf(a);
  if (!safety) return "no safety flag was on the account";
  if (e.type === "safety.lift-proposed" || e.type === "withholding.proposed") return null;
  const first =
    e.type === "safety.lifted" ? waitingLift(safety, e.at) : t && waitingWithholding(t, e.data.contact, e.at)?.first;
  if (!first) return "no first supervisor had said so";
  const [one, two] = [first.by, e.actor.id].map((id) => personOf(staffIdOf(id) ?? ""));
  return one === two ? "one human gave both words" : null;
}
