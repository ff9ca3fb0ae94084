import { type PasswordProblem, type PasswordRules, passwordProblem } from "domain/password";
import { isoOf } from "domain/time";
import type { Door, Keep } from "~/door.server";
import { holderFacts } from "~/facts.server";
import { passwordFacts } from "~/password-facts.server";
import { hashPassword } from "~/passwords.server";

/** A new password as it was typed, twice. */
export interface TypedPassword {
  password: string;
  repeat: string;
}
export type PasswordFault = PasswordProblem | "not-the-same";

/** What is wrong with a new password of an account's holder, or null; `added` are contacts that came after the import. */
export async function newPasswordProblem(
  door: Door,
  account: string,
  typed: TypedPassword,
  { rules, added }: { rules: PasswordRules; added: readonly string[] },
): Promise<PasswordFault | null> {
  if (typed.password !== typed.repeat) return "not-the-same";
  const known = await holderFacts(door, account, added);
  const facts = await passwordFacts(typed.password, [known.username, known.displayName, ...known.contacts]);
  return passwordProblem(typed.password, rules, known, facts);
}

/** The hash of a holder's new password, as it is kept from now on. */
export async function passwordToKeep(door: Door, account: string, password: string): Promise<Keep> {
  const password_hash = await hashPassword(password, "holder");
  return { keep: "holder-password", row: { account_id: account, password_hash, set_at: isoOf(door.clock.now()) } };
}
