import type { Case, Decide } from "domain/case";
import { type DirectoryRule, ruleOf } from "domain/directory-job";
import { refuse } from "domain/event";
import { forgottenRefusal, redeemForgotten } from "domain/forgot";
import type { Language } from "domain/language";
import { type PasswordRules, passwordRules } from "domain/password";
import { documentOf } from "domain/policies";
import { hours, type Instant } from "domain/time";
import { type Door, type Keep, loadCaseFacts } from "~/door.server";
import { deskOf, ledgerNow, usernameOf } from "~/facts.server";
import { askForForgotten, rulesWith } from "./ask-directory.server";
import { caseNow, found, type Who } from "./case.server";
import { chooseLanguage } from "./choose-language.server";
import { readNewPassword } from "./links.server";
import { newPasswordProblem, type PasswordFault, passwordToKeep, type TypedPassword } from "./new-password.server";

export interface NewPasswordPage {
  /** Why the link cannot be used, or null when it can. */
  refused: string | null;
  rules: PasswordRules;
  /** What the holder signs in as, where the link is good or did its work; it proves the contact. */
  username: string | null;
  /** What stands in the way while the directory is asked, `null` for nothing; absent while it is not. */
  atWork?: { why: string | null };
  /** The directory did not take the password that was chosen before: another may be. */
  notTaken?: DirectoryRule;
  /** The directory set it, within the last day. */
  done?: true;
}
type Link = NonNullable<ReturnType<typeof readNewPassword>>;

/** What a link to a new password shows when it is opened, or null for one that was never made; opening it changes nothing. */
export async function readForgotten(door: Door, who: Who, token: string): Promise<NewPasswordPage | null> {
  const link = readNewPassword(door, token);
  return link && pageOf(door, who, link);
}

async function pageOf(door: Door, who: Who, { account, generation }: Link): Promise<NewPasswordPage> {
  const c = await caseNow(door, { account, ticket: null });
  const now = await ledgerNow(door);
  const facts = await loadCaseFacts(door.reader.sql, c, account, who.actor, now);
  const { policy, policies } = await deskOf(door);
  const rules = await rulesWith(door, passwordRules(documentOf(policy, policies)));
  const refused = forgottenRefusal(c, facts, generation, now);
  const work = workOf(c, generation, refused, now);
  const username = refused === null || work.done ? await usernameOf(door, account) : null;
  return { refused, rules, username, ...work };
}

/** How far the directory is, to whoever holds the link it was asked by. */
function workOf(c: Case, generation: number, refused: string | null, now: Instant): Partial<NewPasswordPage> {
  const job = c.account?.directory;
  if (refused === "link-taken") return { atWork: { why: job?.why ?? null } };
  if (job?.generation !== generation) return {};
  if (refused === null && job.state === "refused") return { notTaken: ruleOf(job) };
  const isNew = job.state === "done" && now - (job.endedAt ?? 0) < shownForMs;
  return refused === "link-used" && isNew ? { done: true } : {};
}

/** For how long a used link still tells that it worked. */
const shownForMs = hours(24);

/** Sets the new password by POST: judged first, so that a poor one uses nothing up. */
export async function setForgotten(
  door: Door,
  who: Who,
  token: string,
  typed: TypedPassword & { language: Language },
): Promise<{ refused: string | null; problem: PasswordFault | null; username?: string | null; atWork?: boolean }> {
  const link = readNewPassword(door, token);
  if (!link) return { refused: "link-superseded", problem: null };
  const { account, generation } = link;
  const { refused, rules } = await pageOf(door, who, link);
  const added = ((await caseNow(door, { account, ticket: null })).account?.added ?? []).map((c) => c.id);
  const problem = refused ? null : await newPasswordProblem(door, account, typed, { rules, added });
  if (problem) return { refused: null, problem };
  const at = { ...who, stream: "case", account, ticket: null } as const;
  const outcome = refused
    ? await door.ledger.enact({ ...at, decide: dead(generation, refused) })
    : door.directory
      ? await askForForgotten(door, who, account, { generation, password: typed.password })
      : await door.ledger.enact({ ...at, decide: redeemForgotten(generation), keep: await keepOf(door, link, typed) });
  if (outcome.refused === null) await chooseLanguage(door, who, account, typed.language);
  const atWork = outcome.refused === "link-taken" || found(outcome, "directory.asked") !== null;
  if (outcome.refused !== null || atWork) return { refused: atWork ? null : outcome.refused, problem: null, atWork };
  return { refused: null, problem: null, atWork, username: await usernameOf(door, account) };
}

/** A dead link tried by POST is an entry; come alive since it was read, it waits for a form that was judged with its password. */
function dead(generation: number, why: string): Decide {
  return (c, facts, now) => {
    const verdict = redeemForgotten(generation)(c, facts, now);
    return verdict[0].type === "refused" ? verdict : refuse("forgotten.redeem", why);
  };
}

/** With it go the hash of the new password and the end of every session. */
const keepOf = async (door: Door, { account }: Link, { password }: TypedPassword): Promise<Keep[]> => [
  { keep: "end-holder-sessions", account },
  await passwordToKeep(door, account, password),
];
