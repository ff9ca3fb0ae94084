import { type Case, type CaseFacts, contactsNow, type Decide, isFrozen, secondFactorOf } from "./case";
import { refuse, type Verdict } from "./event";
import { isHolder } from "./holder-acts";
import type { Contact } from "./loss";
import { inQuarantine } from "./quarantine";
import { safetyOf } from "./safety";
import { hasUse } from "./second-factor";
import type { Instant } from "./time";

type Refused = (reason: string) => Verdict;
type Body = (c: Case, facts: CaseFacts, now: Instant, refused: Refused) => Verdict;

/** What a holder gave anew for a change. */
export interface GivenAnew {
  passwordRight: boolean;
  /** The use of the second factor that is on; none where none was given. */
  use?: string | null;
}

/**
 * A holder's change to how their account is reached or proved: in their own session, with the password given anew and the second
 * factor where one is on, and not while others may be in the account: after a recovery, when it is frozen or disputed, or under a safety flag.
 */
export function holderChange(command: string, given: GivenAnew, body: Body): Decide {
  const refused = (reason: string) => refuse(command, reason);
  return (c, facts, now) => {
    if (!isHolder(facts)) return refused("not-your-role");
    if (!given.passwordRight) return refused("wrong-password");
    const no = stillRefusal(c, facts, now);
    if (no) return refused(no);
    const verdict = body(c, facts, now, refused);
    return isGiven(c, facts, given, now) || verdict[0].type === "refused" ? verdict : refused("second-factor-needed");
  };
}

const isGiven = (c: Case, facts: CaseFacts, { use = null }: GivenAnew, now: Instant): boolean =>
  secondFactorOf(c, facts) === "none" || hasUse(c.account, { id: use, act: "things" }, now);

/** Why nothing of an account may be changed by its holder at this time, or null; its pages ask the same question. */
export function stillRefusal(c: Case, facts: CaseFacts, now: Instant): string | null {
  if (isFrozen(c, facts)) return "account-frozen";
  if (safetyOf(c.account)) return "safety-flag";
  return inQuarantine(c.account, now) ? "in-quarantine" : null;
}

/** The contacts of an account that are in force. */
export const liveContactsOf = (c: Case, facts: CaseFacts): Contact[] =>
  contactsNow(c, facts).filter((k) => k.endedAt === null);
