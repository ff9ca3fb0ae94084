import { createHash } from "node:crypto";
import { type Instant, type Millis, minutes } from "../time";
import { type Asking, readWhole, weigh } from "./asking";
import {
  type BundleFilter,
  type BundleKind,
  isFileName,
  judgeManifest,
  type Manifest,
  manifestName,
  manifestNoteName,
  parseManifest,
} from "./bundle";
import { checkLines } from "./check-lines";
import { checkProofs } from "./check-proofs";
import { type Checkpoint, cosignedAt, parseCheckpoint } from "./checkpoint";
import { filterProblem } from "./fits-filter";
import { keptNote } from "./kept-checkpoint";
import { judgeNote, type Note, parseNote, type VerifierKey } from "./note";
import { Found, malformed, type Problem, printable, tampered, unchecked } from "./verdict";
import { checkedFiles, type Weights } from "./weights";

/** What whoever verifies brings along; nothing of it is taken from the bundle. */
export interface Brought {
  /** The keys of the trail: one of them must have signed. */
  keys: readonly VerifierKey[];
  /** The trail's name, where it is to be another than that of the keys. */
  origin?: string | undefined;
  /** An older checkpoint of the trail: a signed note, or the file that a desk carries its checkpoints to. */
  older?: string | undefined;
  requireOlder?: boolean | undefined;
  /** Witnesses of whom each must have cosigned. */
  witnesses?: readonly VerifierKey[] | undefined;
  /** How long ago the bundle may have been made, and what time it is. */
  maxAgeMs?: Millis | undefined;
  now?: Instant | undefined;
  /** The SHA-256 of the manifest, in hex, as the trail's own entry of the export names it. */
  manifest?: string | undefined;
}
/** What was found, as far as it was read before the first problem. */
export interface BundleFinding {
  problem: Problem | null;
  kind: BundleKind | null;
  origin: string | null;
  size: number;
  root: string | null;
  /** Entries shown, and withheld ones that were accounted for. */
  shown: number;
  withheld: number;
  older: number | null;
  witnesses: string[];
  /** Hex. */
  manifest: string | null;
  storyTold: boolean;
  /** What it was asked for with, once the manifest was vouched for. */
  filter: BundleFilter | null;
}
/** A bundle under check: what is known of it so far. */
export interface Case {
  manifest: Manifest;
  checkpoint: Checkpoint;
  checkpointText: string;
  older: Checkpoint | null;
  brought: Brought;
  finding: BundleFinding;
}

/** By so much two machines' clocks may differ. */
const mostAheadMs: Millis = minutes(5);
const mostSmallBytes = 1_000_000;
/** A manifest names each proof of a ticket's bundle. */
const mostManifestBytes = 64_000_000;

/** Checks a bundle whose files have these names, asking for them piece by piece; never throws, whatever the bytes are (docs/VERIFY.md). */
export function* checkBundle(names: readonly string[], brought: Brought): Asking<BundleFinding> {
  const finding = nothingFound();
  try {
    yield* check(names, brought, finding);
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    finding.problem = error.problem;
  }
  return finding;
}

/** What is known of a bundle before anything of it was read. */
export const nothingFound = (): BundleFinding => ({
  problem: null,
  kind: null,
  origin: null,
  size: 0,
  root: null,
  shown: 0,
  withheld: 0,
  older: null,
  witnesses: [],
  manifest: null,
  storyTold: false,
  filter: null,
});

function* check(names: readonly string[], brought: Brought, finding: BundleFinding): Asking<void> {
  if (brought.keys.length === 0) throw unchecked("key-missing", "Nothing can be verified without a verifier key.");
  const older = olderOf(brought);
  refuseNames(names);
  const manifestBytes = yield* small(manifestName, mostManifestBytes);
  const manifest = parseManifest(manifestBytes);
  if ("malformed" in manifest)
    throw malformed("manifest-malformed", null, `The manifest is none: ${manifest.malformed}.`);
  finding.manifest = createHash("sha256").update(manifestBytes).digest("hex");
  finding.kind = manifest.kind;
  const unfit = filterProblem(manifest);
  if (unfit) throw malformed("filter-malformed", null, `The manifest's filter is none of its kind: ${unfit}.`);
  refuseOtherFiles(names, manifest);

  const checkpointText = (yield* small("checkpoint", mostSmallBytes)).toString("utf8");
  const { note, checkpoint } = openedCheckpoint(checkpointText, brought);
  Object.assign(finding, { origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root.toString("hex") });
  finding.witnesses = witnessesOf(note, brought);
  const noteText = (yield* small(manifestNoteName, mostSmallBytes)).toString("utf8");
  refuseForgedManifest(noteText, checkpoint.origin, manifestBytes, brought);
  refuseOtherManifest(manifest, checkpoint, finding.manifest, brought);
  finding.filter = manifest.filter;

  const bundle: Case = { manifest, checkpoint, checkpointText, older, brought, finding };
  if (older && older.size > checkpoint.size)
    throw tampered(
      "cut-off",
      checkpoint.size,
      `The trail was cut off, or an older one was put in its place: the checkpoint you hold counts ${older.size} entries, this bundle ${checkpoint.size}.`,
    );
  const weights: Weights = yield* manifest.kind === "ticket" ? checkProofs(bundle) : checkLines(bundle);
  for (const { name, bytes } of manifest.files) if (!weights.has(name)) weights.set(name, yield* weigh(name, bytes));
  checkedFiles(manifest, weights);
  refuseStale(manifest, brought);
}

function refuseNames(names: readonly string[]): void {
  const seen = new Set<string>();
  const twice = names.find((name) => seen.has(name) || !seen.add(name));
  if (twice !== undefined) throw malformed("file-twice", null, `The bundle holds ${printable(twice)} twice.`);
  const stranger = names.find((name) => name !== manifestName && name !== manifestNoteName && !isFileName(name));
  if (stranger !== undefined)
    throw malformed("file-unknown", null, `The bundle holds a file that no bundle has: ${printable(stranger)}.`);
  for (const name of [manifestName, manifestNoteName, "checkpoint", "entries.jsonl"])
    if (!names.includes(name)) throw malformed("file-missing", null, `The bundle has no ${name}.`);
}

function refuseOtherFiles(names: readonly string[], { files, kind }: Manifest): void {
  const named = new Set([...files.map((f) => f.name), manifestName, manifestNoteName]);
  const there = new Set(names);
  const missing = [...named].find((name) => !there.has(name));
  if (missing) throw malformed("file-missing", null, `The manifest names ${missing}, which is not there.`);
  const extra = names.find((name) => !named.has(name));
  if (extra) throw malformed("file-unknown", null, `The manifest does not name ${extra}.`);
  const needed = ["checkpoint", "entries.jsonl", ...(kind === "ticket" ? [] : ["leaves.txt"])];
  const lacking = needed.find((name) => !named.has(name));
  if (lacking) throw malformed("file-missing", null, `A bundle of this kind has a ${lacking}, and this one has none.`);
}

function* small(name: string, most: number): Asking<Buffer> {
  const bytes = yield* readWhole(name, most);
  if (!bytes) throw malformed("file-too-large", null, `The file ${name} is longer than it can be.`);
  return bytes;
}

/** The older checkpoint that was brought, verified like any other. */
function olderOf(brought: Brought): Checkpoint | null {
  if (brought.older === undefined) {
    if (brought.requireOlder)
      throw unchecked("older-checkpoint-missing", "An older checkpoint was demanded, and none was given.");
    return null;
  }
  const kept = keptNote(brought.older);
  const note = kept === null ? null : parseNote(kept);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) throw unchecked("older-checkpoint-unread", "The older checkpoint given is none.");
  if (judge(note, brought) !== "signed" || !isOrigin(checkpoint.origin, brought))
    throw unchecked(
      "older-checkpoint-unread",
      "The older checkpoint given is not signed by a key given for this trail; where the desk rotated its key, give the old one and the new one.",
    );
  if (checkpoint.size === 0)
    throw unchecked("older-checkpoint-empty", "The older checkpoint given counts no entries: it proves nothing.");
  return checkpoint;
}

function openedCheckpoint(text: string, brought: Brought): { note: Note; checkpoint: Checkpoint } {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) throw malformed("checkpoint-malformed", null, "The checkpoint is none.");
  const verdict = judge(note, brought);
  if (verdict === "forged")
    throw tampered("checkpoint-forged", null, "The checkpoint was changed: its signature does not fit it.");
  if (verdict === "absent")
    throw tampered(
      "checkpoint-other-key",
      null,
      "The checkpoint is not signed by a key you gave: the trail was written anew with another key, or this is another trail. A desk that rotated its key has a newer one: give both.",
    );
  if (!isOrigin(checkpoint.origin, brought))
    throw tampered("origin-differs", null, `This is another trail: ${printable(checkpoint.origin)}.`);
  return { note, checkpoint };
}

/** `signed` when one of the keys did; `forged` when a line in the name of one is not by it. */
function judge(note: Note, { keys }: Brought): "signed" | "forged" | "absent" {
  const verdicts = keys.map((key) => judgeNote(note, key));
  if (verdicts.includes("forged")) return "forged";
  return verdicts.includes("signed") ? "signed" : "absent";
}

const isOrigin = (origin: string, { keys, origin: demanded }: Brought): boolean =>
  demanded === undefined ? keys.some((key) => key.name === origin) : demanded === origin;

function witnessesOf(note: Note, { witnesses = [] }: Brought): string[] {
  for (const witness of witnesses) {
    if (cosignedAt(note, witness) !== null) continue;
    const claimed = note.signatures.some((s) => s.name === witness.name && s.id.equals(witness.id));
    if (claimed)
      throw tampered("witness-forged", null, `The cosignature of ${witness.name} does not fit the checkpoint.`);
    throw unchecked("witness-missing", `The witness ${witness.name} has not cosigned the checkpoint.`);
  }
  return witnesses.map((witness) => witness.name);
}

function refuseForgedManifest(note: string, origin: string, manifest: Buffer, { keys }: Brought): void {
  const verdicts = keys.map((key) => judgeManifest(note, origin, manifest, key));
  if (verdicts.includes("malformed")) throw malformed("manifest-note-malformed", null, "The manifest's note is none.");
  if (verdicts.includes("another"))
    throw tampered("manifest-changed", null, "The manifest was changed: its note vouches for another one.");
  if (verdicts.includes("forged") || !verdicts.includes("signed"))
    throw tampered("manifest-unsigned", null, "The manifest is not vouched for by a key you gave.");
}

function refuseOtherManifest(m: Manifest, checkpoint: Checkpoint, digest: string, brought: Brought): void {
  if (brought.manifest !== undefined && brought.manifest !== digest)
    throw tampered(
      "manifest-other",
      null,
      "This is another bundle than the one demanded: the manifest's digest differs.",
    );
  if (m.origin !== checkpoint.origin || m.size !== checkpoint.size || m.root !== checkpoint.root.toString("hex"))
    throw tampered("manifest-differs", null, "The manifest is of another checkpoint than the one beside it.");
}

function refuseStale(manifest: Manifest, { maxAgeMs, now }: Brought): void {
  if (maxAgeMs === undefined || now === undefined) return;
  if (Date.parse(manifest.at) > now + mostAheadMs)
    throw unchecked("dated-ahead", `The bundle is dated ${manifest.at}, which is still to come: its age says nothing.`);
  if (now - Date.parse(manifest.at) > maxAgeMs)
    throw unchecked("too-old", `The bundle was made at ${manifest.at}, longer ago than was demanded.`);
}
