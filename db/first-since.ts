import { type Instant, isoOf } from "domain/time";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./schema";

/**
 * The first entry at or after a time, by its seq; none where there is none. Times never go backwards, so what follows it is all
 * that is as late: an index that ends in seq is read from there on, and not from the beginning of the trail.
 */
export const firstSince = (sql: Kysely<Tables> | Transaction<Tables>, at: Instant) =>
  sql
    .selectFrom("entry as first")
    .select("first.seq")
    .where("first.at", ">=", isoOf(at))
    .orderBy("first.at")
    .orderBy("first.seq")
    .limit(1);
