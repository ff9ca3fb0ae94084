import { type Case, type Decide, isShut, secondFactorOf } from "./case";
import { event, refuse, type Verdict } from "./event";
import { type Instant, minutes } from "./time";

/** What the desk found about the typed password, before the lock. */
export interface HolderTry {
  passwordRight: boolean;
  /** When the account's sessions had last ended, as it stood before the password on file was read. */
  sessionsEndedAt: Instant | null;
}

/**
 * Signs a holder in; a frozen account and a second factor that is still on keep the door shut, a dispute about a ticket
 * does not, nor do other people's wrong passwords. A password that was read before a reset or a freeze opens nothing after it.
 */
export function holderSignIn(t: HolderTry): Decide {
  return (c, facts, now) => {
    if (!t.passwordRight) return wrongPassword(c, now);
    if (isShut(c, facts)) return refuse("holder.sign-in", "account-frozen");
    if ((c.account?.sessionsEndedAt ?? null) !== t.sessionsEndedAt) return refuse("holder.sign-in", "session-ended");
    if (secondFactorOf(c, facts) !== "none") return refuse("holder.sign-in", "second-factor-needed");
    return [event("holder.signed-in", { secondFactor: "none" })];
  };
}

export const holderSignOut = (): Decide => () => [event("holder.signed-out", {})];

/** From here on it is an attack and stands on the trail as one; it shuts nobody out who has the right password. */
const manyFailures = { inMs: minutes(15), most: 50 } as const;

function wrongPassword(c: Case, now: Instant): Verdict {
  const failures = (c.account?.signInFailures ?? []).filter((at) => now - at < manyFailures.inMs);
  return failures.length >= manyFailures.most
    ? refuse("holder.sign-in", "too-many-tries")
    : [event("holder.sign-in-failed", { why: "wrong-password" })];
}
