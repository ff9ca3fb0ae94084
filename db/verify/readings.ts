import type { Recorded } from "domain/event";
import { addReading, isOutside, type Part, type ReadingCount, readingOf } from "domain/readings";
import type { Kysely } from "kysely";
import { partsIn } from "../readings";
import type { Tables } from "../schema";
import { tampered } from "./verdict";

/** What staff looked at, counted again; in memory are the counts, and the parts in the tickets of one account. */
export interface ReadingFold {
  /** Entries from here on are not counted yet. */
  counted: number;
  counts: Map<string, ReadingCount>;
  account: string | null;
  own: Part[];
  /** Found since the last comparison. */
  freshParts: Part[];
  freshOutside: { seq: number; actor: string }[];
  parts: number;
  outside: number;
}

export const newReadingFold = (counted: number): ReadingFold => ({
  counted,
  counts: new Map(),
  account: null,
  own: [],
  freshParts: [],
  freshOutside: [],
  parts: 0,
  outside: 0,
});

/** Folds one entry; those about an account come account by account, each in order. */
export function foldReading(fold: ReadingFold, e: Recorded): void {
  if (e.seq >= fold.counted) return;
  if (e.subject !== fold.account) {
    fold.account = e.subject;
    fold.own = [];
  }
  for (const part of partsIn(e)) {
    if (fold.own.some((p) => p.actor === part.actor && p.ticket === part.ticket)) continue;
    fold.own.push(part);
    fold.freshParts.push(part);
    fold.parts += 1;
  }
  const reading = readingOf(e);
  if (!reading) return;
  const outside = isOutside(reading, fold.own);
  addReading(fold.counts, reading, outside);
  if (!outside) return;
  fold.freshOutside.push({ seq: reading.seq, actor: reading.actor });
  fold.outside += 1;
}

const differs = (seq: number | null, what: string) =>
  tampered("readers-differ", seq, `What staff looked at is not counted as the entries say: ${what}.`);

/** Compares the rows of what was found since the last comparison. */
export async function compareFresh(sql: Kysely<Tables>, fold: ReadingFold): Promise<void> {
  const { freshParts: parts, freshOutside: outside } = fold;
  fold.freshParts = [];
  fold.freshOutside = [];
  if (parts.length > 0) {
    const accounts = [...new Set(parts.map((p) => p.account))];
    const rows = await sql.selectFrom("part").selectAll().where("account", "in", accounts).execute();
    const held = new Set(rows.map(nameOf));
    const missing = parts.find((p) => !held.has(nameOf(p)));
    if (missing) throw differs(missing.seq, `the part that entry ${missing.seq} gave in its ticket is not there`);
  }
  if (outside.length > 0) {
    const seqs = outside.map((o) => o.seq);
    const rows = await sql.selectFrom("reading_outside").selectAll().where("seq", "in", seqs).execute();
    const held = new Map(rows.map((r) => [r.seq, r.actor]));
    const missing = outside.find((o) => held.get(o.seq) !== o.actor);
    if (missing) throw differs(missing.seq, `entry ${missing.seq} is outside its reader's tickets and not listed so`);
  }
}

const nameOf = (p: Part): string => JSON.stringify([p.account, p.actor, p.ticket, p.seq]);

/** Compares the counts, and that no row is there that no entry made. */
export async function compareCounts(sql: Kysely<Tables>, fold: ReadingFold): Promise<void> {
  let left = fold.counts.size;
  for await (const row of countRows(sql)) {
    const expected = fold.counts.get(`${row.day} ${row.actor} ${row.kind}`);
    left -= 1;
    if (expected?.n !== row.n || expected.outside !== row.outside)
      throw differs(null, `those of ${row.actor} on ${row.day} (${row.kind}) differ`);
  }
  if (left !== 0) throw differs(null, "a count is missing");
  for (const [table, expected] of [
    ["part", fold.parts],
    ["reading_outside", fold.outside],
  ] as const) {
    const { n } = await sql
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    if (Number(n) !== expected) throw differs(null, `${table} holds ${n} rows where the entries make ${expected}`);
  }
}

const atOnce = 1000;

async function* countRows(sql: Kysely<Tables>): AsyncGenerator<Tables["reading_count"]> {
  for (let after = { day: "", actor: "", kind: "" }; ; ) {
    const rows = await sql
      .selectFrom("reading_count")
      .selectAll()
      .where((eb) => eb(eb.refTuple("day", "actor", "kind"), ">", eb.tuple(after.day, after.actor, after.kind)))
      .orderBy("day")
      .orderBy("actor")
      .orderBy("kind")
      .limit(atOnce)
      .execute();
    yield* rows;
    const last = rows[rows.length - 1];
    if (!last) return;
    after = last;
  }
}
