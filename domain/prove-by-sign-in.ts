import { type Case, type CaseFacts, type Decide, decision, secondFactorOf } from "./case";
import { event } from "./event";
import { disputeOf } from "./fold-dispute";
import { isTooNew } from "./joined";
import { lateProofRefusal } from "./prove-ownership";
import { safetyOf } from "./safety";
import { authenticatorOf } from "./second-factor";
import { factorPhone } from "./take-factor";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

type Open = Case & { ticket: Ticket };

/** How a session signed in with a second factor names itself; whoever shares a home shares its telephone. */
const strongSignIns = ["password+totp", "password+sms"];
const strongInDanger = ["password+totp"];

/**
 * Proves ownership out of a session that was signed in with a second factor since the objection: a password alone proves nothing, nor
 * does a second factor that was turned on too shortly before the request.
 */
export function proveBySignIn(session: { since: Instant }): Decide {
  return decision("objection.prove", ["holder"], (c, facts, now, refused) => {
    if (facts.actor.id !== `holder:${c.ticket.account}`) return refused("not-the-holder");
    if (c.ticket.state !== "disputed") return refused("nothing-to-prove");
    const no = lateProofRefusal(c.ticket, now) ?? signInRefusal(c, facts, session.since);
    return no ? refused(no) : [event("objection.proved", { contact: null, how: "sign-in", evidence: [] })];
  });
}

function signInRefusal(c: Open, facts: CaseFacts, since: Instant): string | null {
  const strong = safetyOf(c.account) ? strongInDanger : strongSignIns;
  if (secondFactorOf(c, facts) === "none") return "second-factor-needed";
  if (isTooNew(facts, beganAt(c, facts), c.ticket.openedAt)) return "second-factor-too-new";
  if (!strong.includes(facts.actor.auth)) return "second-factor-needed";
  return since < disputeOf(c.ticket).at ? "sign-in-anew" : null;
}

/** Since when the second factor is the account's; null where it came with it. */
function beganAt(c: Open, facts: CaseFacts): Instant | null {
  const own = authenticatorOf(c.account);
  if (own) return own.at;
  const { since = null } = factorPhone(c, facts) ?? {};
  return since !== null && since > facts.record.createdAt ? since : null;
}
