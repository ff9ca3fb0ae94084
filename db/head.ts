import { type Instant, instantOf } from "domain/time";
import { rootOf } from "domain/trail/tree";
import type { Kysely } from "kysely";
import { splitRange } from "./append";
import type { Tables } from "./schema";

/** The head of a trail: its origin, how many entries it has, and the RFC 6962 root over them in hex. */
export interface TrailHead {
  origin: string;
  size: number;
  root: string;
}

/** The head as it stands now; an auditor who keeps size and root can later tell that nothing before it was changed or cut off. */
export async function readHead(db: { sql: Kysely<Tables> }): Promise<TrailHead> {
  const row = await db.sql
    .selectFrom("head")
    .select(["origin", "size", "range"])
    .where("id", "=", 1)
    .executeTakeFirstOrThrow();
  return { origin: row.origin, size: row.size, root: rootOf(splitRange(row.range)).toString("hex") };
}

/** The time of the newest entry: the ledger's own time is never before it. */
export async function headAt(db: { sql: Kysely<Tables> }): Promise<Instant> {
  const row = await db.sql.selectFrom("head").select("at").where("id", "=", 1).executeTakeFirstOrThrow();
  return instantOf(row.at);
}
