import type { EventType, Recorded } from "../event";
import { hasStepUp } from "../member";
import { sampleOf } from "../sample";
import { lookObject } from "../second-review";
import { type Member, staffIdOf } from "../staff";
import type { Ticket } from "../ticket";

type Of<T extends EventType> = Extract<Recorded, { type: T }>;

/** Why a second look could not have been given by this member then, or null. */
export function judgeProblem(e: Of<"review.sampled-judged">, memberOf: (id: string) => Member | null): string | null {
  const member = memberOf(e.data.by);
  if (staffIdOf(e.actor.id) !== e.data.by || !member) return "it looks again in someone else's name";
  if (member.role !== "supervisor" || member.disabledAt !== null) return "who looked again was no active supervisor";
  const made = { id: e.data.stepUp, act: "second-review", object: lookObject(e.object ?? "", e.data.approval) };
  return hasStepUp(member, made, e.at) ? null : "no step-up was made for this second look";
}

/** Why an approval could not have been drawn, or looked at again, as its ticket stood, or null. */
export function sampleProblem(
  e: Of<"review.sampled" | "review.sampled-judged">,
  t: Ticket,
  personOf: (staff: string) => string,
): string | null {
  const sample = sampleOf(t, e.data.approval);
  if (e.type === "review.sampled") return sample ? "the approval had been drawn before" : null;
  if (!sample) return "no such approval had been drawn";
  if (sample.judged) return "the approval had been looked at again before";
  return personOf(e.data.by) === personOf(sample.by) ? "who approved looked at it again" : null;
}
