import type { Db } from "../engine";
import type { ExportJob } from "../export-job";
import type { Tables } from "../schema";
import { endsOf, type From, scanOf } from "./cursor";

/** Jobs in one state, oldest first, at most so many. */
export async function exportsIn(db: Db, state: ExportJob["state"], most: number): Promise<ExportJob[]> {
  const rows = await db.sql
    .selectFrom("export_job")
    .selectAll()
    .where("state", "=", state)
    .orderBy("asked_at")
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map(jobFrom);
}

/** The job of this id, or null. */
export async function exportOf(db: Db, id: string): Promise<ExportJob | null> {
  const row = await db.sql.selectFrom("export_job").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? jobFrom(row) : null;
}

/** Those of some jobs that exist, by id. */
export async function exportsOf(db: Db, ids: readonly string[]): Promise<Map<string, ExportJob>> {
  if (ids.length === 0) return new Map();
  const rows = await db.sql.selectFrom("export_job").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, jobFrom(row)]));
}

/** Finished jobs whose file has been kept since before this time, oldest asked first. */
export async function exportsKeptSince(db: Db, before: string, most: number): Promise<ExportJob[]> {
  const rows = await db.sql
    .selectFrom("export_job")
    .selectAll()
    .where("state", "=", "done")
    .where("ended_at", "<", before)
    .orderBy("asked_at")
    .orderBy("id")
    .limit(most)
    .execute();
  return rows.map(jobFrom);
}

/** One page of all jobs, newest first, by keyset; `cursor` is `older` or `newer` of another page, anything else means the newest page. */
export async function exportPage(
  db: Db,
  cursor: string | null,
  most: number,
): Promise<{ jobs: ExportJob[]; older: string | null; newer: string | null }> {
  const from = fromOf(cursor);
  const scan = scanOf(from, "desc");
  const rows = await db.sql
    .selectFrom("export_job")
    .selectAll()
    .$if(from !== null, (q) => {
      const { at = "", id = "" } = from?.key ?? {};
      return q.where((eb) => eb(eb.refTuple("asked_at", "id"), scan === "asc" ? ">" : "<", eb.tuple(at, id)));
    })
    .orderBy("asked_at", scan)
    .orderBy("id", scan)
    .limit(most + 1)
    .execute();
  const shown = rows.slice(0, most);
  const keys = shown.map((row) => ({ at: row.asked_at, id: row.id }));
  const more = rows.length > most ? (keys.at(-1) ?? null) : null;
  const ends = endsOf(keys, { scan, from, more });
  const jobs = (scan === "asc" ? shown.reverse() : shown).map(jobFrom);
  return { jobs, older: cursorOf("before", ends.older), newer: cursorOf("after", ends.newer) };
}

interface Key {
  at: string;
  id: string;
}

function fromOf(cursor: string | null): From<Key> | null {
  const [, side, at = "", id = ""] = /^(before|after)\.([0-9TZ:.-]{24})~([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  return side ? { side: side === "after" ? "newer" : "older", key: { at, id } } : null;
}

const cursorOf = (side: "before" | "after", key: Key | null): string | null =>
  key ? `${side}.${key.at}~${key.id}` : null;

const jobFrom = (row: Tables["export_job"]): ExportJob => ({
  id: row.id,
  state: row.state as ExportJob["state"],
  askedAt: row.asked_at,
  actor: row.actor,
  request: row.request,
  reason: row.reason,
  place: row.place as ExportJob["place"],
  kind: row.kind as ExportJob["kind"],
  filter: JSON.parse(row.filter),
  renderings: JSON.parse(row.renderings),
  older: row.older,
  token: row.token,
  process: row.process ? JSON.parse(row.process) : null,
  seenAt: row.seen_at,
  attempts: row.attempts,
  done: row.done,
  size: row.size,
  entries: row.entries,
  bytes: row.bytes,
  manifest: row.manifest,
  why: row.why,
  endedAt: row.ended_at,
});
