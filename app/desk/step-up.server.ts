import { randomUUID } from "node:crypto";
import { stepUp as decideStepUp } from "domain/member";
import { staffIdOf } from "domain/staff";
import type { Door } from "~/door.server";
import { memberWithId, stepFor } from "~/staff-secrets.server";
import { found, partOf, type Who } from "./case.server";

export type SteppedUp = { refused: null; stepUp: string } | { refused: string };

/** A fresh code of the acting member's authenticator, bound to one act on one object and good for five minutes. */
export async function stepUp(
  door: Door,
  who: Who,
  s: { act: string; object: string; code: string },
): Promise<SteppedUp> {
  const staff = staffIdOf(who.actor.id);
  if (!staff) return { refused: "not-your-role" };
  const step = await stepFor(door, await memberWithId(door, staff), s.code);
  const id = randomUUID();
  const outcome = await door.ledger.enact({
    ...who,
    stream: "staff",
    id: staff,
    decide: decideStepUp({ id, act: s.act, object: s.object, step }),
  });
  const made = found(outcome, "staff.stepped-up");
  if (made) return { refused: null, stepUp: made.data.stepUp };
  return { refused: outcome.refused ?? found(outcome, "staff.sign-in-failed")?.data.why ?? "wrong-code" };
}

/** The first half of a form that takes a code: a key of its own, so that the form sent twice finds its step-up again. */
export const stepOf = (who: Who): Who => partOf(who, "step-up");
