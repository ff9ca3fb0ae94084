import { type DirectoryRule, ruleOf } from "domain/directory-job";
import { refuse } from "domain/event";
import { type PasswordRules, passwordRules } from "domain/password";
import { standard } from "domain/policies";
import { grantRefusal, redeem } from "domain/reset";
import type { Ticket } from "domain/ticket";
import { hours, type Instant } from "domain/time";
import type { Door, Keep, Outcome } from "~/door.server";
import { masksOf, recordOf, refByTicket, rulesOf, usernameOf } from "~/facts.server";
import { askForReset, directoryStepsOf, rulesWith } from "./ask-directory.server";
import { type CaseRef, caseNow, enactCase, found, type Who } from "./case.server";
import { grantIdOf, readReset } from "./links.server";
import { newPasswordProblem, type PasswordFault, passwordToKeep, type TypedPassword } from "./new-password.server";

export interface GrantPage {
  /** Why the link cannot be used, or null when it can. */
  refused: string | null;
  newPassword: boolean;
  rules: PasswordRules;
  /** What the holder signs in as, where the link is good. */
  username: string | null;
  /** What stands in the way while the directory is asked, `null` for nothing; absent while it is not. */
  atWork?: { why: string | null };
  /** The directory did not take the password that was chosen before: another may be. */
  notTaken?: DirectoryRule;
  /** What the directory changed, within the last day. */
  done?: Done;
}
/** What changed on the account. */
export interface Done {
  newPassword: boolean;
  secondFactorRemoved: boolean;
  newContact: string | null;
  /** What the holder signs in as. */
  username: string | null;
}

/** What a reset link shows when it is opened, or null for one that was never made; opening it changes nothing. */
export async function readGrant(door: Door, token: string): Promise<GrantPage | null> {
  const link = await linkOf(door, token);
  return link && pageOf(door, link);
}

async function pageOf(door: Door, link: Link): Promise<GrantPage> {
  const c = await caseNow(door, link.ref);
  const record = await recordOf(door, link.ref.account);
  const refused = grantRefusal(c, { record }, grantOf(link), door.clock.now());
  const rules = await rulesWith(door, passwordRules(c.ticket ? await rulesOf(door, c.ticket) : standard));
  const username = refused === null ? await usernameOf(door, link.ref.account) : null;
  const page = { refused, newPassword: c.ticket?.action.newPassword ?? false, rules, username };
  return c.ticket?.directory ? { ...page, ...(await workOf(door, c.ticket, page, door.clock.now())) } : page;
}

/** How far the directory is, to whoever holds the link it was asked by. */
async function workOf(
  door: Door,
  ticket: Ticket,
  { refused }: GrantPage,
  now: Instant,
): Promise<Pick<GrantPage, "atWork" | "notTaken" | "done">> {
  const job = ticket.directory;
  if (refused === "grant-taken") return { atWork: { why: job?.why ?? null } };
  if (refused === null && job?.state === "refused") return { notTaken: ruleOf(job) };
  const isNew = job?.state === "done" && now - (job.endedAt ?? 0) < shownForMs;
  return refused === "grant-used" && isNew ? { done: await changedBy(door, ticket) } : {};
}

/** For how long a used link still tells what it did. */
const shownForMs = hours(24);

async function changedBy(door: Door, { account, action, needsNewContact, newContact }: Ticket): Promise<Done> {
  const bound = needsNewContact ? newContact : null;
  return {
    newPassword: action.newPassword,
    secondFactorRemoved: action.removeSecondFactor,
    newContact: bound && ((await masksOf(door, [bound.id])).get(bound.id) ?? null),
    username: await usernameOf(door, account),
  };
}

export interface Redeemed {
  refused: string | null;
  /** What is wrong with the password, or null: nothing was used up by a poor one. */
  problem: PasswordFault | null;
  /** What changed, once it did. */
  done: Done | null;
  /** The directory is asked: the link's page tells when it is done. */
  atWork?: boolean;
}

/** Redeems a grant by POST: judges the new password, then changes the account in one step. */
export async function redeemGrant(door: Door, who: Who, token: string, typed: TypedPassword): Promise<Redeemed> {
  const link = await linkOf(door, token);
  if (!link) return { refused: "grant-superseded", problem: null, done: null };
  const page = await pageOf(door, link);
  if (page.refused) return told(door, link, await deadLink(door, who, link, page.refused));
  const problem = page.newPassword ? await problemOf(door, link.ref, typed, page.rules) : null;
  if (problem) return { refused: null, problem, done: null };
  const password = page.newPassword ? typed.password : null;
  if (directoryStepsOf(door, (await caseNow(door, link.ref)).ticket).length > 0)
    return told(door, link, await askForReset(door, who, link.ref, { grant: grantOf(link), password }));
  const keep = await keepOf(door, link.ref, password);
  return told(door, link, await enactCase(door, who, link.ref, redeem(grantOf(link)), { keep }));
}

async function told(door: Door, { ref }: Link, outcome: Outcome): Promise<Redeemed> {
  if (outcome.refused === "grant-taken" || found(outcome, "directory.asked"))
    return { refused: null, problem: null, done: null, atWork: true };
  return { refused: outcome.refused, problem: null, done: outcome.refused ? null : await doneOf(door, ref, outcome) };
}

async function doneOf(door: Door, { account }: CaseRef, outcome: Outcome): Promise<Done | null> {
  const recovered = found(outcome, "account.recovered")?.data;
  if (!recovered) return null;
  const { action, added } = recovered;
  return {
    newPassword: action.newPassword,
    secondFactorRemoved: action.removeSecondFactor || found(outcome, "factor.removed") !== null,
    newContact: added && ((await masksOf(door, [added.id])).get(added.id) ?? null),
    username: await usernameOf(door, account),
  };
}

interface Link {
  ref: CaseRef;
  generation: number;
}

async function linkOf(door: Door, token: string): Promise<Link | null> {
  const read = readReset(door, token);
  const ref = read && (await refByTicket(door, read.ticket));
  return read && ref ? { ref, generation: read.generation } : null;
}

const grantOf = ({ ref, generation }: Link) => ({ id: grantIdOf(ref.ticket), generation });

/**
 * A dead link tried by POST is an entry: the ledger says why it is dead. With the form's key, so that the form that made it
 * so, sent twice, is told that it is done.
 */
function deadLink(door: Door, who: Who, link: Link, why: string): Promise<Outcome> {
  return enactCase(door, who, link.ref, (c, facts, now) => {
    const verdict = redeem(grantOf(link))(c, facts, now);
    // Come alive since it was read, it waits for a form that was judged with its password.
    return verdict[0].type === "refused" ? verdict : refuse("grant.redeem", why);
  });
}

async function problemOf(
  door: Door,
  ref: CaseRef,
  typed: TypedPassword,
  rules: PasswordRules,
): Promise<Redeemed["problem"]> {
  const { account, ticket } = await caseNow(door, ref);
  const added = [...(account?.added ?? []), ...(ticket?.newContact ? [ticket.newContact] : [])].map((c) => c.id);
  return newPasswordProblem(door, ref.account, typed, { rules, added });
}

/** With the redemption go: the new password's hash, the end of every session, and the new contact's look-up. */
async function keepOf(door: Door, ref: CaseRef, password: string | null): Promise<Keep[]> {
  const { ticket } = await caseNow(door, ref);
  const bound = ticket?.needsNewContact ? ticket.newContact : null;
  return [
    { keep: "end-holder-sessions", account: ref.account },
    ...(bound ? [{ keep: "contact-lookup" as const, contact: bound.id, account: ref.account }] : []),
    ...(password ? [await passwordToKeep(door, ref.account, password)] : []),
  ];
}
