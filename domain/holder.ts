import { type Decide, isShut, secondFactorOf } from "./case";
import { event, refuse } from "./event";
import { type Instant, minutes } from "./time";

/** What the desk found about the typed password, before the lock. */
export interface HolderTry {
  passwordRight: boolean;
  /** When the account's sessions had last ended, as it stood before the password on file was read. */
  sessionsEndedAt: Instant | null;
}

/**
 * Signs a holder in; a frozen account and a second factor that is still on keep the door shut, a dispute about a ticket
 * does not. A password that was read before a reset or a freeze opens nothing after it.
 */
export function holderSignIn(t: HolderTry): Decide {
  return (c, facts, now) => {
    const failures = (c.account?.signInFailures ?? []).filter((at) => now - at < holdMs);
    if (failures.length >= mostFailures) return refuse("holder.sign-in", "too-many-tries");
    if (!t.passwordRight) return [event("holder.sign-in-failed", { why: "wrong-password" })];
    if (isShut(c, facts)) return refuse("holder.sign-in", "account-frozen");
    if ((c.account?.sessionsEndedAt ?? null) !== t.sessionsEndedAt) return refuse("holder.sign-in", "session-ended");
    if (secondFactorOf(c, facts) !== "none") return refuse("holder.sign-in", "second-factor-needed");
    return [event("holder.signed-in", { secondFactor: "none" })];
  };
}

export const holderSignOut = (): Decide => () => [event("holder.signed-out", {})];

const holdMs = minutes(15);
/** High enough that a stranger cannot easily lock the holder out, far below what guessing a judged password takes. */
const mostFailures = 50;
