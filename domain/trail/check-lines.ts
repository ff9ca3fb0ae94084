import { type Asking, type Line, type Lines, linesOf } from "./asking";
import type { Case } from "./check-bundle";
import { maxEntryBytes } from "./entry";
import { newFollower } from "./follow-entries";
import { emptyRoot, growRange, leafHash, rootOf } from "./tree";
import { type Found, malformed, tampered } from "./verdict";
import { bytesOf, isChanged, type Weights } from "./weights";

const mostLeafBytes = 64;

interface Pair {
  line: Line | null;
  leaf: Buffer | null;
  listed: Line | null;
}

/**
 * Checks the lines of a full or a filtered bundle: each against its listed leaf hash, all against the checkpoint's root, the
 * entries for their form, order and story, the older checkpoint against the tree on the way. Throws Found at the first problem.
 */
export function* checkLines(bundle: Case): Asking<Weights> {
  const { checkpoint, older, finding, manifest } = bundle;
  const entries = linesOf("entries.jsonl", maxEntryBytes, bytesOf(manifest, "entries.jsonl"));
  const leaves = linesOf("leaves.txt", mostLeafBytes, bytesOf(manifest, "leaves.txt"));
  const follower = newFollower(bundle);
  const range: Buffer[] = [];
  let size = 0;
  let ill: Found | null = null;
  for (;;) {
    const pair = yield* nextPair(entries, leaves);
    if (!pair.line && !pair.listed) break;
    if (!pair.leaf || !isListed(pair)) yield* nameTheChange(bundle, { entries, leaves }, pair, size);
    else growRange(range, size, pair.leaf);
    ill ??= formProblem(bundle, pair, size) ?? follower.take(pair.line?.bytes ?? null, size);
    size += 1;
    if (older?.size === size && !rootOf(range).equals(older.root)) throw forked(older.size);
  }
  const weights: Weights = new Map([
    ["entries.jsonl", yield* entries.weigh()],
    ["leaves.txt", yield* leaves.weigh()],
  ]);
  if (size < checkpoint.size)
    throw tampered(
      "cut-off",
      size,
      `Entries were cut off: the checkpoint counts ${checkpoint.size}, here are ${size}.`,
    );
  if (size > checkpoint.size)
    throw tampered("entry-inserted", checkpoint.size, `Entry ${checkpoint.size} stands beyond the checkpoint.`);
  // What a line says can be wrong only where the desk itself wrote it so, or where lines and hashes were changed together.
  const root = size === 0 ? emptyRoot : rootOf(range);
  if (ill && (root.equals(checkpoint.root) || ill.problem.what.startsWith("entry-"))) throw ill;
  if (!root.equals(checkpoint.root))
    throw tampered("root-differs", null, "The root differs: lines and leaf hashes were changed together.");
  if (finding.shown !== manifest.entries)
    throw tampered(
      "manifest-differs",
      null,
      `The manifest counts ${manifest.entries} entries, here are ${finding.shown}.`,
    );
  finding.older = older?.size ?? null;
  finding.storyTold = manifest.kind === "full";
  return weights;
}

function* nextPair(entries: Lines, leaves: Lines): Asking<Pair> {
  const line = yield* entries.next();
  return { line, leaf: line && leafOf(line.bytes), listed: yield* leaves.next() };
}

const brace = 0x7b;

/** The leaf hash of a line: of the entry it is, or the one a withheld entry left; null where it is neither. */
function leafOf(line: Buffer): Buffer | null {
  if (line[0] === brace) return leafHash(line);
  const hex = line.length === mostLeafBytes ? line.toString("latin1") : "";
  return /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, "hex") : null;
}

/** A withheld line is its own leaf hash, as the list has it. */
function isListed({ line, leaf, listed }: Pair): boolean {
  if (!line || !leaf || listed?.bytes.length !== mostLeafBytes) return false;
  return line.bytes[0] === brace
    ? listed.bytes.toString("latin1") === leaf.toString("hex")
    : listed.bytes.equals(line.bytes);
}

function formProblem({ manifest, finding }: Case, { line, listed }: Pair, seq: number): Found | null {
  if (!line?.whole || !listed?.whole)
    return malformed("line-feed-missing", seq, `Line ${seq} does not end in a line feed.`);
  const withheld = line.bytes[0] !== brace;
  finding[withheld ? "withheld" : "shown"] += 1;
  return withheld && manifest.kind === "full"
    ? malformed("entry-withheld", seq, `Entry ${seq} is withheld, and a full bundle withholds none.`)
    : null;
}

/** Throws what became of the first line that differs from its listed hash, judged by the next ones and by which file was changed. */
function* nameTheChange(
  { manifest }: Case,
  { entries, leaves }: { entries: Lines; leaves: Lines },
  first: Pair,
  seq: number,
): Asking<never> {
  const second = yield* nextPair(entries, leaves);
  const weights: Weights = new Map([
    ["entries.jsonl", yield* entries.weigh()],
    ["leaves.txt", yield* leaves.weigh()],
  ]);
  const changed = (name: string) => isChanged(manifest, weights, name);
  if (!changed("entries.jsonl") && !changed("leaves.txt"))
    throw malformed("leaves-differ", seq, `Line ${seq} of leaves.txt is not the leaf hash of entry ${seq}.`);
  if (!changed("entries.jsonl"))
    throw tampered("leaves-changed", seq, `Line ${seq} of leaves.txt, the hash of entry ${seq}, was changed.`);
  const [listed, next] = [hexOf(first.listed), hexOf(second.listed)];
  const [own, after] = [first.leaf?.toString("hex"), second.leaf?.toString("hex")];
  if (!first.line) throw tampered("cut-off", seq, `Entries were cut off: entry ${seq} and those after it are missing.`);
  if (!first.listed) throw tampered("entry-inserted", seq, `Entry ${seq} was slipped in at the end.`);
  if (own !== undefined && own === next && after === listed)
    throw tampered("entries-swapped", seq, `Entries ${seq} and ${seq + 1} were swapped.`);
  if (own !== undefined && own === next) throw tampered("entry-missing", seq, `Entry ${seq} is missing.`);
  if (after !== undefined && after === listed)
    throw tampered("entry-inserted", seq, `A line was slipped in where entry ${seq} belongs.`);
  throw tampered("entry-changed", seq, `Entry ${seq} was changed: its bytes are not those that were hashed.`);
}

const hexOf = (line: Line | null): string | undefined => line?.bytes.toString("latin1");

const forked = (size: number): Found =>
  tampered(
    "forked",
    null,
    `The trail was forked: its first ${size} entries are not those of the checkpoint you hold, and both are signed.`,
  );
