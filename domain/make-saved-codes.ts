import { type Decide, isFrozen, secondFactorOf } from "./case";
import { event, refuse } from "./event";
import { isHolder } from "./holder-acts";
import { accountNews } from "./notify-account";
import { inQuarantine } from "./quarantine";
import { flagging } from "./risk";
import { codesInSet } from "./saved-codes";
import { hasUse } from "./second-factor";

/**
 * Makes a set of codes, which kills the one before it: in a holder's own session, with the password given anew, and with the
 * second factor where one is on, for a saved code turns it off.
 */
export function makeSavedCodes(made: { set: string; passwordRight: boolean; use?: string | null }): Decide {
  const refused = (reason: string) => refuse("saved-codes.make", reason);
  return (c, facts, now) => {
    if (!isHolder(facts)) return refused("not-your-role");
    if (!made.passwordRight) return refused("wrong-password");
    if (isFrozen(c, facts)) return refused("account-frozen");
    if (inQuarantine(c.account, now)) return refused("in-quarantine");
    const { use = null } = made;
    if (secondFactorOf(c, facts) !== "none" && !hasUse(c.account, { id: use, act: "codes" }, now))
      return refused("second-factor-needed");
    const data = { set: made.set, count: codesInSet };
    // Who holds the session may be killing the codes that the caller was about to read.
    const meanwhile =
      (c.account?.live ?? []).length > 0 && c.account?.savedCodes ? (["codes-made-meanwhile"] as const) : [];
    return [
      event("saved-codes.made", data),
      ...flagging(c, meanwhile, now),
      ...accountNews(c, facts, now, "saved-codes-made", made.set),
    ];
  };
}
