import type { Policy } from "./policy";
import { days, type Instant } from "./time";

/** What a policy asks of a password: its least length in code points, and whether it must mix kinds of characters. */
export type PasswordRules = { minLength: number; composition: boolean };

/** What a policy document asks of a password. */
export const passwordRules = (policy: Pick<Policy, "passwordMinLength" | "passwords">): PasswordRules => ({
  minLength: policy.passwordMinLength,
  composition: policy.passwords?.composition ?? false,
});

/** Whether a policy would have its holder reminded of a new password; it keeps nobody out. */
export function isPasswordOld(policy: Pick<Policy, "passwords">, setAt: Instant | null, now: Instant): boolean {
  const after = policy.passwords?.reminderDays ?? null;
  return after !== null && setAt !== null && now - setAt >= days(after);
}

/** What is known of the account and must not be part of its password. */
export type KnownOfAccount = { username: string; displayName: string; contacts: readonly string[] };

/** Why a password is refused, in the order in which the reasons are looked for. */
export type PasswordProblem = "too-short" | "too-long" | "contains-own-name" | "common" | "guessable" | "composition";

const neverUnder = 8;
const longest = 128;
const shortestOwnPart = 4;

/** The first reason why a password is refused, or null; lengths are code points and no policy goes under 8. */
export function passwordProblem(
  password: string,
  rules: PasswordRules,
  known: KnownOfAccount,
  facts: { common: boolean; guessable: boolean },
): PasswordProblem | null {
  if (password.length > longest * 2) return "too-long";
  const length = [...password].length;
  const least = rules.minLength > neverUnder ? Math.min(rules.minLength, longest) : neverUnder;
  if (length < least) return "too-short";
  if (length > longest) return "too-long";
  if (containsOwnName(password, known)) return "contains-own-name";
  if (facts.common) return "common";
  if (facts.guessable) return "guessable";
  return rules.composition && !mixesAllKinds(password) ? "composition" : null;
}

/** True if it holds, whatever the case, a part of four characters or more of a name, or of an address before its @. */
function containsOwnName(password: string, known: KnownOfAccount): boolean {
  const within = withoutCase(password);
  return [known.username, known.displayName, ...known.contacts].map(withoutCase).some((whole) => {
    const own = whole.includes("@") ? whole.slice(0, whole.lastIndexOf("@")) : whole;
    const parts = [whole, own, ...own.split(/[^\p{L}\p{M}\p{N}]+/u)];
    return parts.some((part) => [...part].length >= shortestOwnPart && within.includes(part));
  });
}

function withoutCase(text: string): string {
  return text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC").trim();
}

/** True of an upper-case letter, a lower-case letter, a digit and a sign, of any script, all in one password. */
function mixesAllKinds(password: string): boolean {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[\p{P}\p{S}]/u].every((kind) => kind.test(password));
}
