import { filterDigest } from "domain/export";
import type { Entry } from "domain/trail/entry";
import { recordedOf } from "domain/trail/entry";
import type { TrailFilter } from "domain/view";
import type { Kysely } from "kysely";
import type { Tables } from "../schema";
import { tampered } from "./verdict";

type Row = Pick<
  Tables["export_job"],
  "id" | "actor" | "request" | "reason" | "manifest" | "entries" | "size" | "bytes" | "why"
>;
/** A bundle as its entries tell of it, with the seq of the last. */
export interface BundleTold {
  seq: number;
  filter: string;
  ended: "done" | "failed" | null;
  row: Partial<Row>;
}

/** Folds what one entry tells of a bundle; lines that were streamed have no row. */
export function foldExport(told: Map<string, BundleTold>, entry: Entry): void {
  const e = recordedOf(entry);
  if (e.type === "trail.exported" && e.data.format === "bundle") {
    const { export: id, filter, reason } = e.data;
    const row = { id, actor: e.actor.id, request: entry.request, reason, manifest: null, why: null };
    told.set(id, { seq: e.seq, filter, ended: null, row });
  }
  if (e.type !== "trail.export-completed" && e.type !== "trail.export-failed") return;
  const { export: id, ...end } = e.data;
  const before = told.get(id);
  if (!before) throw tampered("story", e.seq, `Entry ${e.seq} ends an export that no entry began.`);
  const ended = e.type === "trail.export-completed" ? "done" : "failed";
  told.set(id, { ...before, seq: e.seq, ended, row: { ...before.row, ...end } });
}

const atOnce = 500;

/** Compares the list of bundles with what entries tell of them, both ways; how far one is, and for whom it is written out, is not in them. */
export async function compareExports(sql: Kysely<Tables>, told: ReadonlyMap<string, BundleTold>): Promise<void> {
  let left = told.size;
  for (let after = ""; ; ) {
    const rows = await sql
      .selectFrom("export_job")
      .selectAll()
      .where("id", ">", after)
      .orderBy("id")
      .limit(atOnce)
      .execute();
    for (const row of rows) compareOne(row, told.get(row.id));
    left -= rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) break;
    after = last.id;
  }
  if (left !== 0)
    throw tampered("row-missing", null, "A bundle that an entry tells of is missing from the list of exports.");
}

function compareOne(row: Tables["export_job"], told: BundleTold | undefined): void {
  if (!told) throw tampered("row-unfounded", null, `No entry tells of the export_job row ${row.id}.`);
  const { row: expected, seq, filter, ended } = told;
  const column =
    (Object.keys(expected) as (keyof Row)[]).find((name) => row[name] !== expected[name]) ??
    (isState(row.state, ended) ? null : "state") ??
    (digestIn(row.filter) === filter ? null : "filter");
  if (column)
    throw tampered(
      "row-differs",
      seq,
      `The export_job row ${row.id} is not what the entries say: its ${column} differs.`,
    );
}

const isState = (state: string, ended: BundleTold["ended"]): boolean => {
  if (ended === "done") return state === "done" || state === "removed";
  return ended === null ? state === "waiting" || state === "running" : state === "failed";
};

function digestIn(filter: string): string | null {
  try {
    return filterDigest(JSON.parse(filter) as TrailFilter);
  } catch {
    return null;
  }
}
