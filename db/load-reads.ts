import type { EventType } from "domain/event";
import { mostMisses, type ReadFacts, searchWindowMs } from "domain/reading";
import type { Actor, Member } from "domain/staff";
import { type Instant, isoOf } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

/** What a read command asks the loader for. */
export interface ReadQuery {
  countMisses?: boolean;
}

/** The budget of a reader: misses are the search entries that found nothing, marked by their reason; and whether that was flagged. */
export async function loadReadFacts(
  sql: Kysely<Tables> | Transaction<Tables>,
  actor: Actor,
  member: Member | null,
  now: Instant,
  query: ReadQuery = {},
): Promise<ReadFacts> {
  if (!query.countMisses) return { actor, member, recentMisses: 0, flagged: false };
  const recent = (type: EventType) =>
    sql
      .selectFrom("entry")
      .select("seq")
      .where("actor", "=", actor.id)
      .where("type", "=", type)
      .where("at", ">", isoOf(now - searchWindowMs));
  const misses = await recent("account.searched").where("reason", "=", "no-hit").limit(mostMisses).execute();
  const flags = await recent("search.flagged").limit(1).execute();
  return { actor, member, recentMisses: misses.length, flagged: flags.length > 0 };
}
