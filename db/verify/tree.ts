import { append, type Subtree } from "domain/trail/tree";
import type { Kysely } from "kysely";
import type { Tables } from "../schema";
import { type Found, tampered } from "./verdict";

/** The tree as it grows again from the stored bytes. */
export interface Growing {
  size: number;
  range: Buffer[];
  /** Subtrees finished since the last comparison, by `level/index`. */
  fresh: Map<string, Subtree>;
  /** Where the last comparison ended. */
  compared: number;
  /** The first difference between what is stored and what was recomputed; entries after it are still read, for one of them may be named. */
  differs: Found | null;
}

export const newTree = (): Growing => ({ size: 0, range: [], fresh: new Map(), compared: 0, differs: null });

/** Adds one leaf hash. */
export function grow(tree: Growing, leaf: Buffer): void {
  const step = append(tree.range, tree.size, leaf);
  tree.range = step.range;
  tree.size += 1;
  for (const subtree of step.completed) tree.fresh.set(`${subtree.level}/${subtree.index}`, subtree);
}

/** Compares every subtree hash stored for the entries since the last comparison with the recomputed ones. */
export async function compareSubtrees(sql: Kysely<Tables>, tree: Growing): Promise<number> {
  const spans = spansOf(tree.compared, tree.size);
  const rows = spans.length === 0 ? [] : await subtreesIn(sql, spans);
  const count = tree.fresh.size;
  for (const row of rows) {
    const expected = tree.fresh.get(`${row.level}/${row.idx}`);
    if (expected && Buffer.isBuffer(row.hash) && expected.hash.equals(row.hash))
      tree.fresh.delete(`${row.level}/${row.idx}`);
  }
  const [first] = tree.fresh.values();
  if (first) tree.differs ??= rootDiffers(first);
  tree.fresh.clear();
  tree.compared = tree.size;
  return count;
}

/** How many complete subtrees of level 1 and up a tree of this size has: its size less the ones in its binary form. */
export function subtreesOf(size: number): number {
  let all = 0;
  for (let width = 2; width <= size; width *= 2) all += Math.floor(size / width);
  return all;
}

interface Span {
  level: number;
  from: number;
  to: number;
}

/** The subtrees, level by level, that the entries `from` up to, not including, `to` finished. */
function spansOf(from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let level = 1, width = 2; width <= to; level++, width *= 2) {
    const span = { level, from: Math.floor(from / width), to: Math.floor(to / width) };
    if (span.from < span.to) spans.push(span);
  }
  return spans;
}

function subtreesIn(sql: Kysely<Tables>, spans: Span[]): Promise<Tables["node"][]> {
  return sql
    .selectFrom("node")
    .selectAll()
    .where((eb) =>
      eb.or(spans.map((s) => eb.and([eb("level", "=", s.level), eb("idx", ">=", s.from), eb("idx", "<", s.to)]))),
    )
    .execute();
}

function rootDiffers({ level, index }: Subtree): Found {
  const width = 2 ** level;
  const between = `entries ${index * width} to ${(index + 1) * width - 1}`;
  return tampered(
    "root-differs",
    null,
    `The root differs: the stored hash over ${between} is not that of their bytes, so one of them was changed together with its leaf hash, or the hash was.`,
  );
}
