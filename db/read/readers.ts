import type { ReadingCount, ReadingKind } from "domain/readings";
import type { Member } from "domain/staff";
import type { Db } from "../engine";

/** What each member looked at from one UTC day to another, both included: summed up by member and kind. */
export async function readingsBetween(reader: Db, from: string, to: string): Promise<Omit<ReadingCount, "day">[]> {
  const rows = await reader.sql
    .selectFrom("reading_count")
    .select((eb) => [
      "actor",
      "kind",
      eb.fn.sum<number | string>("n").as("n"),
      eb.fn.sum<number | string>("outside").as("outside"),
    ])
    .where("day", ">=", from)
    .where("day", "<=", to)
    .groupBy(["actor", "kind"])
    .execute();
  return rows.map((r) => ({ ...r, kind: r.kind as ReadingKind, n: Number(r.n), outside: Number(r.outside) }));
}

/** Every member of staff there ever was, by id. */
export async function everyMember(reader: Db): Promise<Pick<Member, "id" | "role" | "disabledAt">[]> {
  const rows = await reader.sql.selectFrom("staff").select(["id", "role", "disabled_at"]).orderBy("id").execute();
  return rows.map((r) => ({
    id: r.id,
    role: r.role as Member["role"],
    disabledAt: r.disabled_at === null ? null : Date.parse(r.disabled_at),
  }));
}

/** Of how many entries the readings are counted; null once that is all of them. */
export async function countingNow(reader: Db): Promise<{ counted: number; size: number } | null> {
  const head = await reader.sql.selectFrom("head").select(["counted", "size"]).executeTakeFirstOrThrow();
  return head.counted === head.size ? null : head;
}
