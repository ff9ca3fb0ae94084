import { randomUUID } from "node:crypto";
import { secondFactorOf } from "domain/case";
import { spendFactor } from "domain/change-factor";
import type { FactorAct } from "domain/second-factor";
import type { Door } from "~/door.server";
import { recordOf } from "~/facts.server";
import { caseNow, found, partOf, type Who } from "./case.server";
import { typedFactor } from "./typed-factor.server";

/** The use of a second factor that was given anew; null where none is on. */
export type FactorGiven = { refused: string } | { refused: null; use: string | null };

/** Takes a signed-in holder's second factor for one act, where one is on. */
export async function giveFactor(
  door: Door,
  who: Who,
  account: string,
  given: { act: FactorAct; code: string },
): Promise<FactorGiven> {
  if (!(await hasFactor(door, account))) return { refused: null, use: null };
  const typed = await typedFactor(door, account, given.code);
  const outcome = await door.ledger.enact({
    ...partOf(who, "factor"),
    stream: "case",
    account,
    ticket: null,
    decide: spendFactor({ use: randomUUID(), act: given.act, typed }),
  });
  const used = found(outcome, "factor.used");
  if (used) return { refused: null, use: used.data.use };
  return { refused: outcome.refused ?? found(outcome, "factor.code-refused")?.data.why ?? "wrong-code" };
}

/** Whether a second factor is on. */
export async function hasFactor(door: Door, account: string): Promise<boolean> {
  const record = await recordOf(door, account);
  return secondFactorOf(await caseNow(door, { account, ticket: null }), { record }) !== "none";
}
