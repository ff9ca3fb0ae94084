import { setImmediate as breathe } from "node:timers/promises";
import type { LineFormat } from "domain/export";
import type { Entry } from "domain/trail/entry";
import { type Members, plainEntry } from "domain/trail/plain-entry";
import { remembering } from "domain/trail/remembering";
import { sha256Hex } from "domain/trail/sha256";
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

const lineFeed = 0x0a;

function jsonlOf(page: Exported[]): Buffer {
  const lines = Buffer.allocUnsafe(page.reduce((all, { bytes }) => all + bytes.length + 1, 0));
  let at = 0;
  for (const { bytes } of page) {
    lines.set(bytes, at);
    at += bytes.length + 1;
    lines[at - 1] = lineFeed;
  }
  return lines;
}

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
  const text = bytes.toString("utf8");
  const m = plainEntry(text) ?? parsed(text);
  const { id, role } = actorOf(m.actor);
  const named = [m.seq, m.at, m.type, id, role, m.subject ?? "", m.object ?? "", m.outcome, m.reason ?? "", m.data];
  return csvLine([...named, leaf.toString("hex"), sha256Hex(bytes)]);
}

type Cells = Pick<Members, "seq" | "at" | "type" | "actor" | "subject" | "object" | "outcome" | "reason" | "data">;

/** The long way round, for an entry with escapes in it. */
function parsed(text: string): Cells {
  const e = JSON.parse(text) as Entry;
  return { ...e, seq: String(e.seq), actor: JSON.stringify(e.actor), data: JSON.stringify(e.data) };
}

// The same few actors come again and again.
const actorOf = remembering((text) => JSON.parse(text) as Entry["actor"]);
