import { randomUUID } from "node:crypto";
import { checkSavedCode } from "domain/check-saved-code";
import { cleanSavedCode } from "domain/saved-codes";
import type { Door } from "~/door.server";
import { savedCodeId } from "~/facts.server";
import { type CaseRef, enactCase, found, refuseInput, type Who } from "./case.server";
import { type CheckOutcome, triedValue } from "./check-serial.server";
import { savedCodeDigest } from "./saved-code-digest.server";

/** Takes a saved code that was read or typed; under the lock it is spent once, by whoever came first. */
export async function takeSavedCode(door: Door, who: Who, ref: CaseRef, typed: string): Promise<CheckOutcome> {
  const clean = cleanSavedCode(typed);
  if (clean === null) {
    const { refused } = await refuseInput(door, who, ref, "saved-code.check", "not-a-saved-code");
    return { refused, checked: null };
  }
  const code = await savedCodeId(door, ref.account, savedCodeDigest(door, ref.account, clean));
  const digest = door.secrets.lookup("tried", `${ref.ticket}|saved-code|${clean}`);
  const decide = checkSavedCode({ attempt: randomUUID(), code, evidence: randomUUID() });
  const outcome = await enactCase(door, who, ref, decide, {
    query: { fingerprint: { kind: "saved-code", digest } },
    keep: code === null ? [triedValue(ref, "saved-code", digest)] : [],
  });
  if (outcome.refused) return { refused: outcome.refused, checked: null };
  const checked = found(outcome, "saved-code.checked")?.data;
  if (!checked) return { refused: null, checked: "repeated" };
  return { refused: null, checked: checked.tooNew ? "too-new" : checked.result === "match" ? "match" : "no-match" };
}
