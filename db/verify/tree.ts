import { append, type Subtree } from "domain/trail/tree";
import type { Kysely } from "kysely";
import type { Tables } from "../schema";
import { type Found, tampered } from "./verdict";

/** The tree as it grows again from the stored bytes. */
export interface Growing {
  size: number;
  range: Buffer[];
  /** Subtrees finished since the last comparison: of each level those that follow one another. */
  fresh: Subtree[][];
  /** Where the last comparison ended. */
  compared: number;
  /** The first difference between what is stored and what was recomputed; entries after it are still read, for one of them may be named. */
  differs: Found | null;
}

export const newTree = (): Growing => ({ size: 0, range: [], fresh: [], compared: 0, differs: null });

/** Adds one leaf hash. */
export function grow(tree: Growing, leaf: Buffer): void {
  const step = append(tree.range, tree.size, leaf);
  tree.range = step.range;
  tree.size += 1;
  for (const subtree of step.completed) {
    const level = tree.fresh[subtree.level];
    if (level) level.push(subtree);
    else tree.fresh[subtree.level] = [subtree];
  }
}

/** So many entries are compared at once: fewer and longer walks along the table. */
const comparedAtOnce = 4096;

/** Compares every subtree hash stored for the entries since the last comparison with the recomputed ones, once there are enough, or at the end. */
export async function compareSubtrees(sql: Kysely<Tables>, tree: Growing, isEnd: boolean): Promise<number> {
  if (!isEnd && tree.size - tree.compared < comparedAtOnce) return 0;
  let count = 0;
  for (const span of spansOf(tree.compared, tree.size)) {
    const rows = await subtreesIn(sql, span);
    const fresh = tree.fresh[span.level] ?? [];
    let next = 0;
    for (const expected of fresh) {
      const row = rows[next];
      if (row && isSame(row, expected)) next += 1;
      else tree.differs ??= rootDiffers(expected);
    }
    count += fresh.length;
  }
  tree.fresh = [];
  tree.compared = tree.size;
  return count;
}

const isSame = (row: Tables["node"], { level, index, hash }: Subtree): boolean =>
  row.level === level && row.idx === index && Buffer.isBuffer(row.hash) && hash.equals(row.hash);

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

function subtreesIn(sql: Kysely<Tables>, { level, from, to }: Span): Promise<Tables["node"][]> {
  return sql
    .selectFrom("node")
    .selectAll()
    .where("level", "=", level)
    .where("idx", ">=", from)
    .where("idx", "<", to)
    .orderBy("idx")
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
