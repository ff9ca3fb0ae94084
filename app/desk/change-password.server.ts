import { refuse } from "domain/event";
import { changePassword } from "domain/own-account";
import { type PasswordRules, passwordRules } from "domain/password";
import { documentOf } from "domain/policies";
import type { Instant } from "domain/time";
import { uuidv7 } from "uuidv7";
import type { Door, Outcome } from "~/door.server";
import { deskOf } from "~/facts.server";
import { accountNow, type Who } from "./case.server";
import { newPasswordProblem, type PasswordFault, passwordToKeep, type TypedPassword } from "./new-password.server";
import { isOwnPassword } from "./own-password.server";

/** The present password and the new one, as they were typed. */
export interface TypedChange extends TypedPassword {
  present: string;
  source: string;
}
export interface PasswordChanged {
  refused: string | null;
  /** What is wrong with the new one, or null. */
  problem: PasswordFault | null;
  /** When the sessions ended, for the one that goes on to begin after it; null where nothing was changed. */
  at: Instant | null;
}

/** What the policy in force asks of a new password. */
export async function rulesInForce(door: Door): Promise<PasswordRules> {
  const { policy, policies } = await deskOf(door);
  return passwordRules(documentOf(policy, policies));
}

/** Changes a holder's password in their own session; the present one is compared first, so that nobody else learns how a new one is judged. */
export async function changeOwnPassword(
  door: Door,
  who: Who,
  account: string,
  typed: TypedChange,
): Promise<PasswordChanged> {
  const own = { ...who, stream: "case", account, ticket: null } as const;
  // Set here alone, it would open the account here and nowhere else.
  if (door.directory)
    return changed(await door.ledger.enact({ ...own, decide: () => refuse("password.change", "password-elsewhere") }));
  // Read before the hash: a reset between the two ends this session, and its holder's try with it.
  const before = await accountNow(door, account);
  const given = { password: typed.present, source: typed.source };
  const passwordRight = await isOwnPassword(door, account, given);
  if (passwordRight === null)
    return changed(await door.ledger.enact({ ...own, decide: () => refuse("password.change", "too-many-passwords") }));
  const problem = passwordRight ? await problemOf(door, account, typed) : null;
  if (problem) return { refused: null, problem, at: null };
  const decide = changePassword({
    change: uuidv7().replaceAll("-", ""),
    passwordRight,
    sessionsEndedAt: before?.sessionsEndedAt ?? null,
    same: typed.password.normalize("NFKC") === typed.present.normalize("NFKC"),
  });
  const keep = passwordRight
    ? [{ keep: "end-holder-sessions", account } as const, await passwordToKeep(door, account, typed.password)]
    : [];
  return changed(await door.ledger.enact({ ...own, decide, keep }));
}

async function problemOf(door: Door, account: string, typed: TypedPassword): Promise<PasswordFault | null> {
  const added = ((await accountNow(door, account))?.added ?? []).map((c) => c.id);
  return newPasswordProblem(door, account, typed, { rules: await rulesInForce(door), added });
}

const changed = ({ refused, events }: Outcome): PasswordChanged => ({
  refused,
  problem: null,
  at: refused === null ? (events[0]?.at ?? null) : null,
});
