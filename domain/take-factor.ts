import { type Case, type CaseFacts, contactsNow, secondFactorOf } from "./case";
import { type Event, event } from "./event";
import type { Contact } from "./loss";
import { accountNews } from "./notify-account";
import { isUnspent } from "./saved-codes";
import {
  authenticatorOf,
  type FactorUsed,
  isWarned,
  mostWrongCodes,
  textOf,
  textsToday,
  wrongCodes,
} from "./second-factor";
import { mostCodesPerDay, resendAfterMs } from "./send-code";
import { type Instant, lifetime } from "./time";

/** How a second factor is given: not at all, by the app, by text, or by an authenticator whose seed is not here. */
export type FactorWay = "none" | "app" | "text" | "elsewhere";

/** The way of the second factor that is on now. */
export function factorWay(c: Case, facts: Pick<CaseFacts, "record" | "imported">): FactorWay {
  const kind = secondFactorOf(c, facts);
  if (kind === "none") return "none";
  if (kind === "totp") return authenticatorOf(c.account) ? "app" : "elsewhere";
  return factorPhone(c, facts) ? "text" : "elsewhere";
}

/** The phone that texts of the second factor go to: the one longest on file. */
export function factorPhone(c: Case, facts: Pick<CaseFacts, "record" | "imported">): Contact | null {
  const phones = contactsNow(c, facts as CaseFacts).filter((k) => k.kind === "phone" && k.endedAt === null);
  return phones.sort((a, b) => a.since - b.since)[0] ?? null;
}

/** What was typed as a second factor, as the desk found it before the lock. */
export type TypedFactor =
  | { by: "app"; factor: string; step: number | null }
  | { by: "text"; generation: number; right: boolean }
  | { by: "saved-code"; code: string | null };
export type FactorProblem = "wrong-code" | "code-used" | "too-many-tries";

/** The second factor as it is used by what was typed, or why it is not: a saved code is taken however often others guessed. */
export function takenFactor(c: Case, facts: CaseFacts, typed: TypedFactor, now: Instant): FactorUsed | FactorProblem {
  if (typed.by === "saved-code")
    return typed.code !== null && isUnspent(c.account, typed.code)
      ? { secondFactor: "saved-code", code: typed.code }
      : "wrong-code";
  if (wrongCodes(c.account, now) >= mostWrongCodes) return "too-many-tries";
  return typed.by === "app" ? takenStep(c, typed) : takenText(c, facts, typed, now);
}

function takenStep(c: Case, typed: Extract<TypedFactor, { by: "app" }>): FactorUsed | FactorProblem {
  const own = authenticatorOf(c.account);
  if (own?.id !== typed.factor || typed.step === null) return "wrong-code";
  return typed.step > own.lastStep ? { secondFactor: "totp", step: typed.step } : "code-used";
}

function takenText(
  c: Case,
  facts: CaseFacts,
  typed: Extract<TypedFactor, { by: "text" }>,
  now: Instant,
): FactorUsed | FactorProblem {
  const text = textOf(c.account);
  const isGood =
    factorWay(c, facts) === "text" &&
    text?.generation === typed.generation &&
    text.contact === factorPhone(c, facts)?.id &&
    now < text.expiresAt;
  if (!isGood || !typed.right) return "wrong-code";
  return text.usedAt === null ? { secondFactor: "sms", generation: typed.generation } : "code-used";
}

/** A text with six digits, or why none goes out now. */
export function factorText(c: Case, facts: CaseFacts, now: Instant): Event | "code-just-sent" | "too-many-codes-today" {
  const to = factorPhone(c, facts);
  const last = textOf(c.account);
  const waits = last !== null && last.usedAt === null && now - last.sentAt < resendAfterMs;
  if (to === null || waits) return "code-just-sent";
  if (textsToday(c.account, to.id, now) >= mostCodesPerDay) return "too-many-codes-today";
  const generation = (last?.generation ?? 0) + 1;
  const message = `${facts.record.id}.factor.${generation}.${to.id}`;
  return event("factor.code-sent", { generation, contact: to.id, message, expiresAt: now + lifetime.smsCodeMs });
}

/** With the last wrong code before none is taken any more, every contact is told, once a day: somebody has the password. */
export function guessWarning(c: Case, facts: CaseFacts, why: FactorProblem, now: Instant): Event[] {
  const isLast = why === "wrong-code" && wrongCodes(c.account, now) + 1 === mostWrongCodes;
  return isLast && !isWarned(c.account, now) ? accountNews(c, facts, now, "factor-guessed", String(now)) : [];
}

/** Every contact is told that a saved code was used in place of the second factor. */
export const savedCodeNews = (c: Case, facts: CaseFacts, used: FactorUsed, now: Instant): Event[] =>
  used.code === undefined ? [] : accountNews(c, facts, now, "factor-saved-code", used.code);
