import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import type { LineFormat } from "domain/export";
import type { Entry } from "domain/trail/entry";
import type { TrailFilter } from "domain/view";
import type { Kysely } from "kysely";
import { openReader } from "../engine";
import { readHead } from "../head";
import type { Tables } from "../schema";
import { csvLine } from "./csv";
import { scopeOf, seqsIn } from "./trail-scan";

/** What of an entry an export is made of. */
export type Exported = Pick<Tables["entry"], "seq" | "bytes" | "leaf">;

// About 4 ms of work at a time, so that other requests of the process come in between.
const entriesAtOnce = 500;

/**
 * Streams the entries of a filter, oldest first, on a connection of its own that closes with the stream. All are from below `size`
 * (by default the trail's size when reading begins): entries never change, so that bound is the snapshot. A page is read
 * only when the one before was taken, so a slow reader costs no memory. JSONL: each entry's exact bytes and a line feed.
 */
export async function* exportEntries(
  url: string,
  filter: TrailFilter,
  format: LineFormat,
  size?: number,
): AsyncGenerator<Buffer | string, void> {
  const own = openReader(url);
  try {
    const bound = size ?? (await readHead(own)).size;
    if (format === "csv") yield csvLine(csvColumns);
    for await (const page of pages(own.sql, filter, bound)) {
      yield format === "csv" ? page.map(csvOf).join("") : jsonlOf(page);
      await breathe();
    }
  } finally {
    await own.close();
  }
}

/** Pages of what a filter asks for below `bound`, oldest first. */
export async function* pages(
  sql: Kysely<Tables>,
  filter: TrailFilter,
  bound: number,
  atOnce = entriesAtOnce,
): AsyncGenerator<Exported[], void> {
  const scope = await scopeOf(sql, filter);
  if (!scope) return;
  const to = Math.min(scope.to, bound);
  for (let from = scope.from; from < to; ) {
    const page =
      scope.equal.length === 0
        ? await next(sql, { from, to }, atOnce)
        : await picked(sql, await seqsIn(sql, { ...scope, from, to }, "asc", atOnce));
    const last = page[page.length - 1];
    if (!last) return;
    yield page;
    from = last.seq + 1;
  }
}

const next = (sql: Kysely<Tables>, { from, to }: { from: number; to: number }, atOnce: number): Promise<Exported[]> =>
  sql
    .selectFrom("entry")
    .select(["seq", "bytes", "leaf"])
    .where("seq", ">=", from)
    .where("seq", "<", to)
    .orderBy("seq")
    .limit(atOnce)
    .execute();

/** The entries of these seqs, in order. */
export const picked = async (sql: Kysely<Tables>, seqs: number[]): Promise<Exported[]> =>
  seqs.length === 0
    ? []
    : sql.selectFrom("entry").select(["seq", "bytes", "leaf"]).where("seq", "in", seqs).orderBy("seq").execute();

const lineFeed = Buffer.from("\n");
const jsonlOf = (page: Exported[]): Buffer => Buffer.concat(page.flatMap((row) => [row.bytes, lineFeed]));

export const csvColumns = [
  "seq",
  "at",
  "type",
  "actor",
  "role",
  "subject",
  "object",
  "outcome",
  "reason",
  "data",
  "leaf",
  "bytes sha256",
] as const;

/** One entry as a CSV line: a convenience made from its bytes; the digests say which bytes. */
export function csvOf({ bytes, leaf }: Exported): string {
  const e = JSON.parse(bytes.toString("utf8")) as Entry;
  return csvLine([
    String(e.seq),
    e.at,
    e.type,
    e.actor.id,
    e.actor.role,
    e.subject ?? "",
    e.object ?? "",
    e.outcome,
    e.reason ?? "",
    JSON.stringify(e.data),
    leaf.toString("hex"),
    createHash("sha256").update(bytes).digest("hex"),
  ]);
}
