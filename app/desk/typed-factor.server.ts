import { cleanCode } from "domain/look-up";
import { cleanSavedCode } from "domain/saved-codes";
import { authenticatorOf, textOf } from "domain/second-factor";
import type { TypedFactor } from "domain/take-factor";
import type { Door } from "~/door.server";
import { savedCodeId } from "~/facts.server";
import { factorSeed } from "~/holder-factor.server";
import { stepOf } from "~/staff-secrets.server";
import { accountNow } from "./case.server";
import { factorCode } from "./links.server";
import { savedCodeDigest } from "./saved-code-digest.server";
import { sameText } from "./secret-compare.server";

/** What was typed as an account's second factor: a saved code by its look, else six digits of the app or of a text. */
export async function typedFactor(door: Door, account: string, typed: string): Promise<TypedFactor> {
  const saved = cleanSavedCode(typed);
  if (saved !== null)
    return { by: "saved-code", code: await savedCodeId(door, account, savedCodeDigest(door, account, saved)) };
  const state = await accountNow(door, account);
  const own = authenticatorOf(state);
  if (own) {
    const seed = await factorSeed(door, account, own.id);
    return { by: "app", factor: own.id, step: seed && stepOf(seed, typed, door.clock.now()) };
  }
  const { contact, generation } = textOf(state) ?? { contact: "", generation: 0 };
  return {
    by: "text",
    generation,
    right: sameText(factorCode(door, account, contact, generation), cleanCode(typed) ?? ""),
  };
}
