import type { EventType } from "domain/event";
import { mostMisses, type ReadFacts, searchWindowMs } from "domain/reading";
import { mostReveals } from "domain/reveal";
import type { Actor, Member } from "domain/staff";
import { type Instant, isoOf, lifetime, type Millis } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import { type AskedKind, askedLately } from "./asked";
import { firstSince } from "./first-since";
import type { Tables } from "./schema";

type Sql = Kysely<Tables> | Transaction<Tables>;

/** What a read command asks the loader for: to count the member's searches that found nothing, what was shown to them, or what was typed at the public door. */
export interface ReadQuery {
  count?: "misses" | "reveals";
  /** What was typed at the public door, to see how often it was. */
  asked?: { kind: AskedKind; digest: Buffer; most: number; inMs: Millis };
}

/** The budget of a reader: searches that found nothing in an hour, values shown in a shift; and whether that was flagged. */
export async function loadReadFacts(
  sql: Sql,
  who: { actor: Actor; member: Member | null; samePerson: readonly string[] },
  now: Instant,
  query: ReadQuery = {},
): Promise<ReadFacts> {
  const { actor, member } = who;
  const facts = { actor, member, recentMisses: 0, recentReveals: 0, flagged: false, asked: 0 };
  if (query.asked) return { ...facts, asked: await askedLately(sql, query.asked, now) };
  if (query.count === "misses") {
    const recent = recentOf(sql, [actor.id], now - searchWindowMs);
    const misses = await recent("account.searched").where("reason", "=", "no-hit").limit(mostMisses).execute();
    return { ...facts, recentMisses: misses.length, flagged: await isThere(recent("search.flagged")) };
  }
  if (query.count === "reveals") {
    const people = [actor.id, ...who.samePerson.map((id) => `staff:${id}`)];
    const recent = recentOf(sql, [...new Set(people)], now - lifetime.shiftMs);
    const shown = await recent("value.revealed").limit(mostReveals).execute();
    return { ...facts, recentReveals: shown.length, flagged: await isThere(recent("reveal.flagged")) };
  }
  return facts;
}

const recentOf = (sql: Sql, actors: readonly string[], since: Instant) => (type: EventType) =>
  sql
    .selectFrom("entry")
    .select("seq")
    .where("actor", "in", actors)
    .where("type", "=", type)
    .where("seq", ">=", firstSince(sql, since))
    .where("at", ">", isoOf(since));

const isThere = async (rows: ReturnType<ReturnType<typeof recentOf>>): Promise<boolean> =>
  (await rows.limit(1).execute()).length > 0;
