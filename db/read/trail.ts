import { instantOf } from "domain/time";
import type { EntryRow, EntryView, PublishedView, TrailFilter, TrailPage } from "domain/view";
import type { Kysely } from "kysely";
import { firstCovering, lastCheckpoint, type Published } from "../checkpoints";
import type { Db } from "../engine";
import { readHead } from "../head";
import type { Tables } from "../schema";
import { proofAt, viewOf } from "./proof";
import { type Scope, scopeOf, seqsIn } from "./trail-scan";

/** A line of the trail's table before names are put to it. */
export type TrailLine = Omit<EntryRow, "actorName">;
export type TrailLines = Omit<TrailPage, "rows" | "now" | "filter" | "staff" | "watch"> & { rows: TrailLine[] };

/**
 * One page of entries, newest first, by keyset: page k costs what page 1 costs, whatever is filtered. `cursor` is `older` or
 * `newer` of another page of the same filter; anything else means the newest page. Throws RangeError for a time that is none.
 */
export async function trailPage(
  reader: Db,
  filter: TrailFilter,
  cursor: string | null,
  limit: number,
): Promise<TrailLines> {
  const { size, root } = await readHead(reader);
  const published = await lastCheckpoint(reader.sql);
  const scope = await scopeOf(reader.sql, filter);
  const found = scope ? await seqsAt(reader.sql, scope, parseCursor(cursor), limit) : nothing;
  const rows = await linesOf(reader.sql, found.seqs);
  const [first, last] = [rows[0], rows[rows.length - 1]];
  return {
    rows,
    older: last && found.older ? `before.${last.seq}` : null,
    newer: first && found.newer ? `after.${first.seq}` : null,
    size,
    root,
    published: published && publishedView(published),
  };
}

/** One entry with its exact bytes, or null where there is none. */
export async function entryAt(reader: Db, seq: number): Promise<Omit<EntryView, "actorName"> | null> {
  const row = await reader.sql.selectFrom("entry").select(["bytes", "leaf"]).where("seq", "=", seq).executeTakeFirst();
  const [line] = await linesOf(reader.sql, [seq]);
  if (!row || !line) return null;
  const json = row.bytes.toString("utf8");
  const covering = await firstCovering(reader.sql, seq);
  const covered = covering && publishedView(covering);
  const proof = await proofAt(reader.sql, seq, row.bytes);
  return { ...line, json, leaf: row.leaf.toString("hex"), data: dataOf(json), covered, proof: proof && viewOf(proof) };
}

const publishedView = ({ size, at }: Published): PublishedView => ({ size, at: instantOf(at) });

interface Found {
  seqs: number[];
  older: boolean;
  newer: boolean;
}
const nothing: Found = { seqs: [], older: false, newer: false };

type Cursor = { side: "before" | "after"; seq: number } | null;

function parseCursor(text: string | null): Cursor {
  const match = /^(before|after)\.(\d{1,15})$/.exec(text ?? "");
  return match ? { side: match[1] as "before", seq: Number(match[2]) } : null;
}

async function seqsAt(sql: Kysely<Tables>, scope: Scope, cursor: Cursor, limit: number): Promise<Found> {
  if (cursor?.side === "after") {
    const seqs = await seqsIn(sql, { ...scope, from: Math.max(scope.from, cursor.seq + 1) }, "asc", limit + 1);
    return { seqs: seqs.slice(0, limit).reverse(), older: true, newer: seqs.length > limit };
  }
  const to = cursor ? Math.min(scope.to, cursor.seq) : scope.to;
  const seqs = await seqsIn(sql, { ...scope, to }, "desc", limit + 1);
  return { seqs: seqs.slice(0, limit), older: seqs.length > limit, newer: cursor !== null };
}

async function linesOf(sql: Kysely<Tables>, seqs: number[]): Promise<TrailLine[]> {
  if (seqs.length === 0) return [];
  const rows = await sql
    .selectFrom("entry")
    .leftJoin("ticket", "ticket.id", "entry.object")
    .select(["entry.seq", "entry.at", "type", "actor", "subject", "object", "outcome", "reason", "ticket.number"])
    .where("entry.seq", "in", seqs)
    .orderBy("entry.seq", "desc")
    .execute();
  return rows.map(({ number, at, outcome, ...row }) => ({
    ...row,
    at: instantOf(at),
    outcome: outcome as EntryRow["outcome"],
    ticketNumber: number,
  }));
}

/** The data as the entry has it; bytes that are no entry (the verifier will say so) are shown without. */
function dataOf(json: string): Record<string, unknown> {
  try {
    const entry: unknown = JSON.parse(json);
    const data = typeof entry === "object" && entry !== null && "data" in entry ? entry.data : null;
    return typeof data === "object" && data !== null ? { ...data } : {};
  } catch {
    return {};
  }
}
