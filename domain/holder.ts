import { type Decide, isShut, secondFactorOf } from "./case";
import { event, refuse } from "./event";
import { minutes } from "./time";

/** Signs a holder in; a frozen account and a second factor that is still on keep the door shut, a dispute about a ticket does not. */
export function holderSignIn(passwordRight: boolean): Decide {
  return (c, facts, now) => {
    const failures = (c.account?.signInFailures ?? []).filter((at) => now - at < holdMs);
    if (failures.length >= mostFailures) return refuse("holder.sign-in", "too-many-tries");
    if (!passwordRight) return [event("holder.sign-in-failed", { why: "wrong-password" })];
    if (isShut(c, facts)) return refuse("holder.sign-in", "account-frozen");
    if (secondFactorOf(c, facts) !== "none") return refuse("holder.sign-in", "second-factor-needed");
    return [event("holder.signed-in", { secondFactor: "none" })];
  };
}

export const holderSignOut = (): Decide => () => [event("holder.signed-out", {})];

const holdMs = minutes(15);
/** High enough that a stranger cannot easily lock the holder out, far below what guessing a judged password takes. */
const mostFailures = 50;
