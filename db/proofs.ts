import { consistencySpans, inclusionSpans, type Place, placesOf, proofFrom, type Span } from "domain/trail/proof";
import type { Kysely } from "kysely";
import type { Tables } from "./schema";

type Sql = Kysely<Tables>;

/** The hashes that prove entry `index` in the tree of the first `size` entries: about log2(size) of them, in two short queries. */
export const proveInclusion = (sql: Sql, index: number, size: number): Promise<Buffer[]> =>
  prove(sql, inclusionSpans(index, size));

/** The same for many entries at once, in two queries; they share most of their hashes. */
export async function proveInclusions(sql: Sql, indexes: readonly number[], size: number): Promise<Buffer[][]> {
  const spans = indexes.map((index) => inclusionSpans(index, size));
  const places = new Map(spans.flatMap((s) => s.flatMap(placesOf)).map((p) => [`${p.level}/${p.index}`, p]));
  const hashOf = await hashesOf(sql, [...places.values()]);
  return spans.map((s) => proofFrom(s, hashOf));
}

/** The hashes that prove that the first `size` entries begin with the first `older` ones. */
export const proveConsistency = (sql: Sql, older: number, size: number): Promise<Buffer[]> =>
  prove(sql, consistencySpans(older, size));

/** The compact range of the first `size` entries, from the stored subtree hashes. */
export async function rangeAt(sql: Sql, size: number): Promise<Buffer[]> {
  const places = placesOf({ from: 0, to: size });
  const hashOf = await hashesOf(sql, places);
  return places.map(hashOf);
}

async function prove(sql: Sql, spans: readonly Span[]): Promise<Buffer[]> {
  return proofFrom(spans, await hashesOf(sql, spans.flatMap(placesOf)));
}

/** Level 0 stands in the entries themselves; what is above it was stored once it was complete. */
async function hashesOf(sql: Sql, places: readonly Place[]): Promise<(place: Place) => Buffer> {
  const leaves = places.filter((p) => p.level === 0).map((p) => p.index);
  const above = places.filter((p) => p.level > 0);
  const found = new Map<string, Buffer>();
  if (leaves.length > 0)
    for (const row of await sql.selectFrom("entry").select(["seq", "leaf"]).where("seq", "in", leaves).execute())
      found.set(`0/${row.seq}`, row.leaf);
  if (above.length > 0) for (const row of await nodesAt(sql, above)) found.set(`${row.level}/${row.idx}`, row.hash);
  return ({ level, index }) => {
    const hash = found.get(`${level}/${index}`);
    if (!hash) throw new HashMissing(`The hash of subtree ${level}/${index} is missing.`);
    return hash;
  };
}

/** A hash that the trail's own tables should hold and do not. */
export class HashMissing extends Error {}

function nodesAt(sql: Sql, places: readonly Place[]) {
  const levels = new Map<number, number[]>();
  for (const { level, index } of places) levels.set(level, [...(levels.get(level) ?? []), index]);
  return sql
    .selectFrom("node")
    .selectAll()
    .where((eb) => eb.or([...levels].map(([level, at]) => eb.and([eb("level", "=", level), eb("idx", "in", at)]))))
    .execute();
}
