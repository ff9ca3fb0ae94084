import { type Case, type CaseFacts, type Decide, decision, selves } from "./case";
import { event, type Looks } from "./event";
import { hasStepUp } from "./member";
import { hasHand } from "./review";
import { sampleOf } from "./sample";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** One approval in so many is drawn; of a pair that stands out, one in so many. */
export const drawnOneIn = { usual: 20, standingOut: 4 } as const;
/** The fewest characters that count as a reason for what a second look came to. */
export const leastLookReason = 10;

export interface Drawn {
  approval: number;
  by: string;
  agent: string;
  oneIn: number;
}

/** Puts an approval that was drawn before the supervisors, once. */
export function sampleReview(drawn: Drawn): Decide {
  return decision("review.sample", ["worker"], (c, _facts, _now, refused) =>
    sampleOf(c.ticket, drawn.approval) ? refused("already-sampled") : [event("review.sampled", drawn)],
  );
}

export interface Look {
  approval: number;
  looks: Looks;
  /** Where the reason's words are in the vault, with a commitment to them; null when there are too few. */
  reason: { id: string; commitment: string } | null;
  /** The step-up made for this look. */
  stepUp: string;
}
/** The object a step-up for a second look is bound to. */
export const lookObject = (ticket: string, approval: number): string => `${ticket}:${approval}`;

/** Says whether a drawn approval looks right, by a supervisor who had no hand in it, in words and with a step-up made for it. */
export function judgeReview(look: Look): Decide {
  return decision("review.judge", ["supervisor"], (c, facts, now, refused) => {
    const no = lookRefusal(c, facts, look.approval, now);
    if (no) return refused(no);
    if (!look.reason) return refused("reason-missing");
    const made = { id: look.stepUp, act: "second-review", object: lookObject(c.ticket.id, look.approval) };
    if (!hasStepUp(facts.member, made, now)) return refused("step-up-needed");
    const by = staffIdOf(facts.actor.id) ?? "";
    const { approval, looks, stepUp, reason } = look;
    const data = { approval, by, looks, reason: reason.id, stepUp };
    return [event("review.sampled-judged", data, { reason: reason.commitment })];
  });
}

/** Why this supervisor may not look again at a drawn approval, or null. */
export function lookRefusal(
  c: Case & { ticket: Ticket },
  facts: Pick<CaseFacts, "actor" | "samePerson" | "signers">,
  approval: number,
  now: Instant,
): string | null {
  const sample = sampleOf(c.ticket, approval);
  if (!sample) return "no-such-sample";
  if (sample.judged) return "already-judged";
  // A return, a stopped hold and an objection take its signatures off a ticket: who signed it before is read of the trail.
  const standing = [...c.ticket.approvals.map((a) => a.by), ...(c.ticket.samples ?? []).map((s) => s.by)];
  const signed = [...standing, ...(facts.signers ?? [])];
  return hasHand(c, facts, now) || selves(facts).some((id) => signed.includes(id)) ? "own-review" : null;
}
