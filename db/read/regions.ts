import { type Instant, minutes } from "domain/time";
import type { Db } from "../engine";

const lookedAt = 500;
const rememberedMs = minutes(1);
const memories = new WeakMap<Db, { at: Instant; regions: string[] }>();

/** The regions the queue offers to filter by: those of the newest tickets, looked up once a minute. */
export async function queueRegions(reader: Db, now: Instant): Promise<string[]> {
  const memory = memories.get(reader);
  if (memory && Math.abs(now - memory.at) < rememberedMs) return memory.regions;
  const newest = reader.sql.selectFrom("ticket").select("account_id").orderBy("number", "desc").limit(lookedAt).as("t");
  const rows = await reader.sql
    .selectFrom(newest)
    .innerJoin("account as a", "a.id", "t.account_id")
    .select("a.region")
    .distinct()
    .execute();
  const regions = rows.map((r) => r.region);
  memories.set(reader, { at: now, regions });
  return regions;
}
