import type { Recorded } from "domain/event";
import { countsOf, isOutside, isReadingType, type Part, partsOf, type Reading, readingOf } from "domain/readings";
import type { Transaction } from "kysely";
import { streamOf } from "./entry-data";
import type { Tables } from "./schema";

type Tx = Transaction<Tables>;

/** The narrow writer of what staff looked at: counts entries in order, in the transaction that appends them. */
export async function countReadings(tx: Tx, entries: readonly Recorded[]): Promise<void> {
  const parts = entries.flatMap(partsIn);
  if (parts.length > 0)
    await tx
      .insertInto("part")
      .values(parts)
      .onConflict((c) => c.doNothing())
      .execute();
  const readings = entries.flatMap((e) => readingOf(e) ?? []);
  if (readings.length === 0) return;
  const known = await partsOfReaders(tx, readings);
  const outside = readings.filter((r) => isOutside(r, known));
  await addCounts(tx, readings, new Set(outside));
  if (outside.length > 0)
    await tx
      .insertInto("reading_outside")
      .values(outside.map(({ seq, actor }) => ({ seq, actor })))
      .execute();
}

/** The parts an entry gives: only what changes a case does, neither a look nor a refusal. */
export const partsIn = (e: Recorded): Part[] =>
  streamOf(e.type) === "case" && !isReadingType(e.type) ? partsOf(e) : [];

/** Whether an entry of this type is any of the counts' business. */
export const isCounted = (type: Recorded["type"]): boolean => isReadingType(type) || streamOf(type) === "case";

/** The parts these readers have in tickets of the accounts they looked at. */
async function partsOfReaders(tx: Tx, readings: readonly Reading[]): Promise<Part[]> {
  const about = readings.filter((r) => r.personal && r.account !== null);
  if (about.length === 0) return [];
  const accounts = [...new Set(about.map((r) => r.account ?? ""))];
  const actors = [...new Set(about.map((r) => r.actor))];
  return tx.selectFrom("part").selectAll().where("account", "in", accounts).where("actor", "in", actors).execute();
}

async function addCounts(tx: Tx, readings: readonly Reading[], outside: ReadonlySet<Reading>): Promise<void> {
  await tx
    .insertInto("reading_count")
    .values(countsOf(readings, (r) => outside.has(r)))
    .onConflict((c) =>
      c.columns(["day", "actor", "kind"]).doUpdateSet((eb) => ({
        n: eb("reading_count.n", "+", eb.ref("excluded.n")),
        outside: eb("reading_count.outside", "+", eb.ref("excluded.outside")),
      })),
    )
    .execute();
}
