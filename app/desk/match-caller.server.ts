import { mostNumbers } from "domain/caller";
import { matchCaller as decide } from "domain/match-caller";
import type { Door, Outcome } from "~/door.server";
import { callerNumbers, turnOf } from "./caller-number.server";
import { type CaseRef, caseNow, enactCase, found, refuseInput, type Who } from "./case.server";
import { sameText } from "./secret-compare.server";

/** Compares four digits that a caller read out with those on the requester's page; the decision, under the lock, has the last word. */
export async function matchCaller(door: Door, who: Who, ref: CaseRef, typed: string): Promise<Outcome> {
  const digits = typed.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{4}$/.test(digits)) return refuseInput(door, who, ref, "caller.match", "not-a-caller-number");
  const { ticket } = await caseNow(door, ref);
  const turn = ticket && turnOf(ticket);
  const right = turn ? callerNumbers(door, turn, door.clock.now()).some((one) => sameText(one, digits)) : false;
  const outcome = await enactCase(door, who, ref, decide({ turn: turn?.turn ?? 0, right }));
  const wrong = found(outcome, "caller.mismatched");
  return wrong
    ? { ...outcome, refused: wrong.data.tries < mostNumbers ? "wrong-caller-number" : "too-many-caller-numbers" }
    : outcome;
}
