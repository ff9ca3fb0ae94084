import { mostMisses, type ReadFacts, searchWindowMs } from "domain/reading";
import type { Actor, Member } from "domain/staff";
import { type Instant, isoOf } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

/** What a read command asks the loader for. */
export interface ReadQuery {
  countMisses?: boolean;
}

/** The budget of a reader: misses are the search entries that found nothing, marked by their reason. */
export async function loadReadFacts(
  sql: Kysely<Tables> | Transaction<Tables>,
  actor: Actor,
  member: Member | null,
  now: Instant,
  query: ReadQuery = {},
): Promise<ReadFacts> {
  if (!query.countMisses) return { actor, member, recentMisses: 0 };
  const rows = await sql
    .selectFrom("entry")
    .select("seq")
    .where("actor", "=", actor.id)
    .where("type", "=", "account.searched")
    .where("reason", "=", "no-hit")
    .where("at", ">", isoOf(now - searchWindowMs))
    .limit(mostMisses)
    .execute();
  return { actor, member, recentMisses: rows.length };
}
