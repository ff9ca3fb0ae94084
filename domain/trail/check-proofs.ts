import { type Asking, linesOf, readWhole } from "./asking";
import type { Case } from "./check-bundle";
import type { Checkpoint } from "./checkpoint";
import { maxEntryBytes } from "./entry";
import { newFollower } from "./follow-entries";
import { fromBase64 } from "./note";
import { checkConsistency, checkInclusion } from "./proof";
import { parseTlogProof } from "./tlog-proof";
import { leafHash } from "./tree";
import { malformed, tampered, unchecked } from "./verdict";
import { bytesOf, type Weights } from "./weights";

const mostProofBytes = 1_000_000;
const consistencyName = "consistency.txt";

/** Checks the entries of a ticket's bundle, each by its own proof, and the older checkpoint by the proof beside them. */
export function* checkProofs(bundle: Case): Asking<Weights> {
  const { manifest, finding } = bundle;
  const entries = linesOf("entries.jsonl", maxEntryBytes, bytesOf(manifest, "entries.jsonl"));
  const follower = newFollower(bundle);
  const named = new Set(manifest.files.map((f) => f.name));
  const seen = new Set<string>();
  for (let line = yield* entries.next(); line; line = yield* entries.next()) {
    const seq = seqIn(line.bytes);
    const name = `proofs/${seq}.tlog-proof`;
    if (seq === null || !named.has(name) || seen.has(name))
      throw tampered("entry-changed", seq, `Line ${finding.shown} holds no entry that the bundle has a proof for.`);
    seen.add(name);
    yield* checkProof(bundle, seq, leafHash(line.bytes));
    if (!line.whole) throw malformed("line-feed-missing", seq, `Entry ${seq} does not end in a line feed.`);
    const problem = follower.take(line.bytes, null);
    if (problem) throw problem;
    finding.shown += 1;
  }
  const unused = manifest.files.find((f) => f.name.startsWith("proofs/") && !seen.has(f.name));
  if (unused)
    throw tampered(
      "entry-missing",
      Number(/\d+/.exec(unused.name)?.[0]),
      `The entry that ${unused.name} proves is missing.`,
    );
  if (finding.shown !== manifest.entries)
    throw tampered(
      "manifest-differs",
      null,
      `The manifest counts ${manifest.entries} entries, here are ${finding.shown}.`,
    );
  if (bundle.older) yield* checkOlder(bundle, bundle.older);
  return new Map([["entries.jsonl", yield* entries.weigh()]]);
}

/** The number an entry itself bears: what its data may call so stands further up. */
function seqIn(line: Buffer): number | null {
  const seq = /,"seq":(0|[1-9]\d{0,15}),"subject":(?:null|"[^"]*"),"type":"[^"]*","v":\d+\}$/.exec(
    line.toString("utf8"),
  )?.[1];
  return seq === undefined || !Number.isSafeInteger(Number(seq)) ? null : Number(seq);
}

function* checkProof({ checkpoint, checkpointText }: Case, seq: number, leaf: Buffer): Asking<void> {
  const text = yield* readWhole(`proofs/${seq}.tlog-proof`, mostProofBytes);
  const parsed = text && parseTlogProof(text.toString("utf8"));
  if (!parsed) throw malformed("proof-malformed", seq, `The proof of entry ${seq} is none.`);
  const { size, root } = checkpoint;
  const holds =
    parsed.index === seq &&
    parsed.extra === null &&
    parsed.checkpoint === checkpointText &&
    checkInclusion({ index: seq, size, leaf, root, proof: parsed.hashes });
  if (!holds)
    throw tampered("entry-changed", seq, `Entry ${seq}, or its proof, was changed: it does not lead to the root.`);
}

function* checkOlder(bundle: Case, older: Checkpoint): Asking<void> {
  const { checkpoint, manifest, finding } = bundle;
  const has = manifest.files.some((f) => f.name === consistencyName);
  const text = has ? yield* readWhole(consistencyName, mostProofBytes) : null;
  const proven = text && parseConsistency(text.toString("utf8"));
  if (has && !proven) throw malformed("consistency-malformed", null, `${consistencyName} is none.`);
  const same = older.size === checkpoint.size;
  if (!same && proven?.older !== older.size)
    throw unchecked(
      "older-checkpoint-unproven",
      `The bundle proves nothing about the checkpoint of ${older.size} entries: have it made with that size.`,
    );
  const { size, root } = checkpoint;
  const proof = same ? [] : (proven?.proof ?? []);
  if (!checkConsistency({ older: older.size, size, olderRoot: older.root, root, proof }))
    throw tampered(
      "forked",
      null,
      `The trail does not continue the checkpoint of ${older.size} entries, and both are signed.`,
    );
  finding.older = older.size;
}

function parseConsistency(text: string): { older: number; proof: Buffer[] } | null {
  const [first = "", ...rest] = text.split("\n");
  if (rest.pop() !== "" || !/^[1-9]\d{0,15}$/.test(first)) return null;
  const proof = rest.map(fromBase64);
  return proof.every((hash) => hash?.length === 32) ? { older: Number(first), proof: proof as Buffer[] } : null;
}
