import type { Case, CaseFacts } from "domain/case";
import { holderSecondStep, textSecondStep } from "domain/holder";
import { isTextOut } from "domain/second-factor";
import { type FactorWay, factorPhone, factorWay } from "domain/take-factor";
import type { Instant } from "domain/time";
import { type Door, loadCaseFacts } from "~/door.server";
import { ledgerNow, masksOf } from "~/facts.server";
import { caseNow, type Who } from "./case.server";
import { type HolderSignIn, outcomeOf, passwordMark, refusedHolder } from "./sign-in-holder.server";
import { typedFactor } from "./typed-factor.server";

/** A right password that still lacks the second factor: signed text in a cookie of one browser. */
export interface PendingSignIn {
  account: string;
  /** When the account's sessions had last ended; empty for never. */
  ended: string;
  /** Names the hash that the password was right for, without telling it. */
  mark: string;
}

export interface SecondStep {
  way: Exclude<FactorWay, "none">;
  /** The mask of the phone that texts go to. */
  phone: string | null;
  /** A text is out whose code still works. */
  isTexted: boolean;
}

/** What the page of the second step asks for, or null where there is none to take: the sign-in begins anew. */
export async function secondStepPage(door: Door, who: Who, { account }: PendingSignIn): Promise<SecondStep | null> {
  const { c, facts, now } = await standing(door, who, account);
  const way = factorWay(c, facts);
  if (way === "none") return null;
  const to = way === "text" ? factorPhone(c, facts) : null;
  const phone = to && ((await masksOf(door, [to.id])).get(to.id) ?? null);
  return { way, phone, isTexted: isTextOut(c.account, now) };
}

async function standing(door: Door, who: Who, account: string): Promise<{ c: Case; facts: CaseFacts; now: Instant }> {
  const c = await caseNow(door, { account, ticket: null });
  const now = await ledgerNow(door);
  return { c, facts: await loadCaseFacts(door.reader.sql, c, account, who.actor, now), now };
}

/** Signs a holder in with what was typed as the second factor. */
export async function takeSecondStep(
  door: Door,
  who: Who,
  pending: PendingSignIn,
  code: string,
): Promise<HolderSignIn> {
  const { account } = pending;
  if (!(await isSamePassword(door, pending))) return refusedHolder(door, who, "session-ended");
  const typed = await typedFactor(door, account, code);
  const decide = holderSecondStep({ sessionsEndedAt: endedOf(pending), typed });
  return outcomeOf(await door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide }), account);
}

/** Sends the text once more to someone whose password was right. */
export async function textAgain(door: Door, who: Who, pending: PendingSignIn): Promise<string | null> {
  const { account } = pending;
  if (!(await isSamePassword(door, pending))) return (await refusedHolder(door, who, "session-ended")).refused;
  const decide = textSecondStep({ sessionsEndedAt: endedOf(pending) });
  return (await door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide })).refused;
}

const endedOf = ({ ended }: PendingSignIn): number | null => (ended === "" ? null : Number(ended));

const isSamePassword = async (door: Door, { account, mark }: PendingSignIn): Promise<boolean> =>
  (await passwordMark(door, account)) === mark;
