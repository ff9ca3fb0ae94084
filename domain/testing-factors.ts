import { enrolFactor, offerFactor, spendFactor } from "./change-factor";
import { holderSecondStep, holderSignIn } from "./holder";
import type { FactorAct } from "./second-factor";
import type { TypedFactor } from "./take-factor";
import { anyone, given, hal, type Story } from "./testing";

/** Support for stories about second factors: Hal with an authenticator `f1`, whose step 10 was its first. */

export const firstStep = 10;
export const app = (step: number | null, factor = "f1"): TypedFactor => ({ by: "app", factor, step });
export const text = (generation: number, right = true): TypedFactor => ({ by: "text", generation, right });
export const saved = (code: string | null): TypedFactor => ({ by: "saved-code", code });

export const enrolled = (story = given(), factor = "f1"): Story =>
  story
    .when(offerFactor({ factor, passwordRight: true, use: null }), { actor: hal })
    .when(enrolFactor({ factor, step: firstStep, replaces: null }), { actor: hal });

/** Hal's phone is the second factor, as an import says. */
export const byText = (): Story => given().record({ secondFactor: "sms" });

/** Hal gives the second factor anew, in the session. */
export const gives = (story: Story, typed: TypedFactor, act: FactorAct = "factor", use = "u1"): Story =>
  story.when(spendFactor({ use, act, typed }), { actor: hal });

const endedOf = (story: Story) => story.case.account?.sessionsEndedAt ?? null;

/** Someone types the right password. */
export const typesPassword = (story: Story): Story =>
  story.when(holderSignIn({ passwordRight: true, sessionsEndedAt: endedOf(story) }), { actor: anyone });

/** Someone whose password was right types the second factor. */
export const typesFactor = (story: Story, typed: TypedFactor, readIn = story): Story =>
  story.when(holderSecondStep({ sessionsEndedAt: endedOf(readIn), typed }), { actor: anyone });
