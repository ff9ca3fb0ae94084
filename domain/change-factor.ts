import { type Case, type CaseFacts, type Decide, isFrozen, secondFactorOf } from "./case";
import { type Event, event, refuse } from "./event";
import { isHolder } from "./holder-acts";
import { accountNews } from "./notify-account";
import { authenticatorOf, enrolledToday, type FactorAct, hasUse } from "./second-factor";
import { factorText, factorWay, guessWarning, savedCodeNews, type TypedFactor, takenFactor } from "./take-factor";
import type { Instant } from "./time";

/** So many authenticators a day. */
export const mostEnrolments = 5;

/** Takes a signed-in holder's second factor anew, for one act: a stolen session and a stolen password do not do it. */
export function spendFactor(u: { use: string; act: FactorAct; typed: TypedFactor }): Decide {
  const refused = (reason: string) => refuse("factor.use", reason);
  return (c, facts, now) => {
    const no = changeRefusal(c, facts);
    if (no) return refused(no);
    const used = takenFactor(c, facts, u.typed, now);
    if (used === "too-many-tries") return refused(used);
    if (typeof used === "string")
      return [event("factor.code-refused", { why: used }), ...guessWarning(c, facts, used, now)];
    return [event("factor.used", { use: u.use, act: u.act, ...used }), ...savedCodeNews(c, facts, used, now)];
  };
}

/** Sends a text to the phone that is the second factor, in the holder's own session. */
export function textFactor(): Decide {
  const refused = (reason: string) => refuse("factor.send-code", reason);
  return (c, facts, now) => {
    const no = changeRefusal(c, facts);
    if (no) return refused(no);
    if (factorWay(c, facts) !== "text") return refused("no-second-factor-by-text");
    const text = factorText(c, facts, now);
    return typeof text === "string" ? refused(text) : [text];
  };
}

interface Change {
  passwordRight: boolean;
  /** The use of the second factor that is on, for this act; null where none was given. */
  use: string | null;
}

/** Makes a seed for an authenticator, or for one in place of what is on: with the password and the second factor given anew. */
export function offerFactor(o: Change & { factor: string }): Decide {
  const refused = (reason: string) => refuse("factor.offer", reason);
  return (c, facts, now) => {
    const no = changeRefusal(c, facts) ?? proofRefusal(c, facts, o, now);
    if (no) return refused(no);
    if (enrolledToday(c.account, now) >= mostEnrolments) return refused("too-many-authenticators");
    return [event("factor.offered", { factor: o.factor })];
  };
}

/** Turns an authenticator on with its first code; what was on before is off, and every contact is told. */
export function enrolFactor(e: { factor: string; step: number | null; replaces: string | null }): Decide {
  const refused = (reason: string) => refuse("factor.enrol", reason);
  return (c, facts, now) => {
    const no = changeRefusal(c, facts);
    if (no) return refused(no);
    // What was on when the seed was made was given then; another one by now was not.
    if (nameOf(c, facts) !== e.replaces) return refused("factor-changed");
    if (e.step === null) return refused("wrong-code");
    const before = secondFactorOf(c, facts);
    const replaces = before === "none" ? null : before;
    const about = replaces ? "factor-replaced" : "factor-enrolled";
    return [
      event("factor.enrolled", { factor: e.factor, step: e.step, replaces }),
      ...accountNews(c, facts, now, about, e.factor),
    ];
  };
}

/** Turns the second factor off: with the password and the second factor itself, or a saved code; every contact is told. */
export function removeFactor(r: Change): Decide {
  const refused = (reason: string) => refuse("factor.remove", reason);
  return (c, facts, now) => {
    const no = changeRefusal(c, facts) ?? proofRefusal(c, facts, r, now);
    if (no) return refused(no);
    if (secondFactorOf(c, facts) === "none") return refused("no-second-factor-on-file");
    const factor = authenticatorOf(c.account)?.id ?? null;
    const news: Event[] = accountNews(c, facts, now, "factor-removed", String(now));
    return [event("factor.removed", { factor, why: "holder" }), ...news];
  };
}

/** Names what is on: an authenticator's id, `sms`, or nothing. */
export function nameOf(c: Case, facts: Pick<CaseFacts, "record">): string | null {
  const kind = secondFactorOf(c, facts);
  return kind === "none" ? null : (authenticatorOf(c.account)?.id ?? kind);
}

function changeRefusal(c: Case, facts: CaseFacts): string | null {
  if (!isHolder(facts)) return "not-your-role";
  if (isFrozen(c, facts)) return "account-frozen";
  return factorWay(c, facts) === "elsewhere" ? "second-factor-needed" : null;
}

/** The password each time, and where a second factor is on, that one too. */
function proofRefusal(c: Case, facts: CaseFacts, given: Change, now: Instant): string | null {
  if (!given.passwordRight) return "wrong-password";
  const isOn = secondFactorOf(c, facts) !== "none";
  return isOn && !hasUse(c.account, { id: given.use, act: "factor" }, now) ? "second-factor-needed" : null;
}
