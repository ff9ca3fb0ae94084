import { type Case, type CaseFacts, type Decide, isShut } from "./case";
import { event, refuse, type Verdict } from "./event";
import { factorText, factorWay, guessWarning, savedCodeNews, type TypedFactor, takenFactor } from "./take-factor";
import { type Instant, minutes } from "./time";

/** What the desk found about the typed password, before the lock. */
export interface HolderTry {
  passwordRight: boolean;
  /** When the account's sessions had last ended, as it stood before the password on file was read. */
  sessionsEndedAt: Instant | null;
}

/**
 * Signs a holder in, or asks for the second factor that is on; a frozen account keeps the door shut, a dispute about a ticket
 * does not, nor do other people's wrong passwords. A password that was read before a reset or a freeze opens nothing after it.
 */
export function holderSignIn(t: HolderTry): Decide {
  return (c, facts, now) => {
    if (!t.passwordRight) return wrongPassword(c, now);
    const no = doorRefusal(c, facts, t);
    return no ? refuse("holder.sign-in", no) : behindPassword(c, facts, now);
  };
}

function behindPassword(c: Case, facts: CaseFacts, now: Instant): Verdict {
  const way = factorWay(c, facts);
  if (way === "none") return [event("holder.signed-in", { secondFactor: "none" })];
  if (way === "elsewhere") return refuse("holder.sign-in", "second-factor-needed");
  if (way === "app") return [event("factor.asked", { secondFactor: "totp" })];
  const text = factorText(c, facts, now);
  return [event("factor.asked", { secondFactor: "sms" }), ...(typeof text === "string" ? [] : [text])];
}

/** The second step: what was typed as the second factor of someone whose password was right a moment ago. */
export function holderSecondStep(t: Omit<HolderTry, "passwordRight"> & { typed: TypedFactor }): Decide {
  const refused = (reason: string) => refuse("holder.sign-in", reason);
  return (c, facts, now) => {
    const no = doorRefusal(c, facts, t) ?? stepRefusal(c, facts);
    if (no) return refused(no);
    const used = takenFactor(c, facts, t.typed, now);
    if (used === "too-many-tries") return refused(used);
    if (typeof used === "string")
      return [event("holder.sign-in-failed", { why: used }), ...guessWarning(c, facts, used, now)];
    return [event("holder.signed-in", { ...used }), ...savedCodeNews(c, facts, used, now)];
  };
}

/** Sends the text of the second step once more. */
export function textSecondStep(t: Omit<HolderTry, "passwordRight">): Decide {
  return (c, facts, now) => {
    const no = doorRefusal(c, facts, t);
    if (no) return refuse("factor.send-code", no);
    if (factorWay(c, facts) !== "text") return refuse("factor.send-code", "no-second-factor-by-text");
    const text = factorText(c, facts, now);
    return typeof text === "string" ? refuse("factor.send-code", text) : [text];
  };
}

export const holderSignOut = (): Decide => () => [event("holder.signed-out", {})];

function doorRefusal(c: Case, facts: CaseFacts, t: Omit<HolderTry, "passwordRight">): string | null {
  if (isShut(c, facts)) return "account-frozen";
  return (c.account?.sessionsEndedAt ?? null) === t.sessionsEndedAt ? null : "session-ended";
}

/** What is off by now is asked for no more: the password alone is typed anew. */
const stepRefusal = (c: Case, facts: CaseFacts): string | null => {
  const way = factorWay(c, facts);
  return way === "none" ? "session-ended" : way === "elsewhere" ? "second-factor-needed" : null;
};

/** From here on it is an attack and stands on the trail as one; it shuts nobody out who has the right password. */
const manyFailures = { inMs: minutes(15), most: 50 } as const;

function wrongPassword(c: Case, now: Instant): Verdict {
  const failures = (c.account?.signInFailures ?? []).filter((at) => now - at < manyFailures.inMs);
  return failures.length >= manyFailures.most
    ? refuse("holder.sign-in", "too-many-tries")
    : [event("holder.sign-in-failed", { why: "wrong-password" })];
}
