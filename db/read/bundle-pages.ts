import { setImmediate as breathe } from "node:timers/promises";
import type { BundleKind } from "domain/trail/bundle";
import type { TrailFilter } from "domain/view";
import { openReader } from "../engine";
import { proveInclusions } from "../proofs";
import { type Exported, pages, picked } from "./export-trail";
import { type Scope, scopeOf, seqsIn } from "./trail-scan";

/** An entry of a bundle: its bytes, or null where they are withheld; with its inclusion proof where it stands without the others. */
export interface BundleEntry extends Omit<Exported, "bytes"> {
  bytes: Buffer | null;
  proof: Buffer[] | null;
}
export interface BundleAsk {
  kind: BundleKind;
  filter: TrailFilter;
  /** The size of the checkpoint: entries never change, so that is the snapshot. */
  size: number;
}

// A few milliseconds of work at a time, so that others come in between.
const entriesAtOnce = 200;

/** The entries of a bundle, oldest first, a page at a time on a connection of its own that closes with the iteration. */
export async function* bundlePages(url: string, ask: BundleAsk): AsyncGenerator<BundleEntry[], void> {
  const own = openReader(url);
  try {
    for await (const page of ask.kind === "filtered" ? accounted(own.sql, ask) : shown(own.sql, ask)) {
      yield page;
      await breathe();
    }
  } finally {
    await own.close();
  }
}

type Sql = ReturnType<typeof openReader>["sql"];

async function* shown(sql: Sql, { kind, filter, size }: BundleAsk): AsyncGenerator<BundleEntry[], void> {
  for await (const page of pages(sql, filter, size, entriesAtOnce)) {
    const seqs = page.map((e) => e.seq);
    const proofs = kind === "ticket" ? await proveInclusions(sql, seqs, size) : null;
    yield page.map((e, i) => ({ ...e, proof: proofs?.[i] ?? null }));
  }
}

/** Every entry below the size: the filter's with their bytes, the others by their leaf hash alone. */
async function* accounted(sql: Sql, { filter, size }: BundleAsk): AsyncGenerator<BundleEntry[], void> {
  const scope = await scopeOf(sql, filter);
  for (let from = 0; from < size; from += entriesAtOnce) {
    const to = Math.min(size, from + entriesAtOnce);
    const fits = new Map((await fitting(sql, scope, from, to)).map((e) => [e.seq, e.bytes]));
    const leaves = await sql
      .selectFrom("entry")
      .select(["seq", "leaf"])
      .where("seq", ">=", from)
      .where("seq", "<", to)
      .orderBy("seq")
      .execute();
    yield leaves.map((e) => ({ ...e, bytes: fits.get(e.seq) ?? null, proof: null }));
  }
}

async function fitting(sql: Sql, scope: Scope | null, from: number, to: number): Promise<Exported[]> {
  const within = scope && { ...scope, from: Math.max(from, scope.from), to: Math.min(to, scope.to) };
  if (!within || within.from >= within.to) return [];
  return picked(sql, await seqsIn(sql, within, "asc", entriesAtOnce));
}
