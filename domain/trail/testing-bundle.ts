import { createHash } from "node:crypto";
import { type BundleKind, formatManifest, type Manifest, signManifest } from "./bundle";
import type { Brought, BundleFinding } from "./check-bundle";
import { checkBundle } from "./check-bundle";
import { signCheckpoint } from "./checkpoint";
import { bytesOf, type Entry } from "./entry";
import { type SignerKey, signerOf } from "./note";
import { consistencySpans, inclusionSpans, type Span } from "./proof";
import { formatTlogProof } from "./tlog-proof";
import { growRange, leafHash, rootOf } from "./tree";

/** Support for tests of the verifier: bundles written here, from docs/VERIFY.md and nothing else. */

export const origin = "countersign/desk.example";
export const signer: SignerKey = signerOf(origin, 1, Buffer.alloc(32, 7));
export type Files = Map<string, Buffer>;

/** Entries that change nothing, one after another. */
export const entriesOf = (count: number): Buffer[] => Array.from({ length: count }, (_, seq) => bytesOf(entryAt(seq)));

export const entryAt = (seq: number, change: Partial<Entry> = {}): Entry => ({
  v: 1,
  origin,
  seq,
  id: `e${seq}`,
  at: new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString(),
  type: "queue.viewed",
  actor: { id: `staff:${seq % 7}`, role: "agent", auth: "password+totp", session: "00112233aabbccdd" },
  subject: null,
  object: seq % 10 === 3 ? "t1" : null,
  request: `r${seq}`,
  policy: null,
  outcome: "ok",
  reason: null,
  data: { view: seq % 2 === 0 ? "mine" : "all" },
  pii: {},
  ...change,
});

/** The tree's root over the first `size` of these entries. */
export function rootAt(entries: readonly Buffer[], size = entries.length): Buffer {
  const range: Buffer[] = [];
  for (const [i, bytes] of entries.slice(0, size).entries()) growRange(range, i, leafHash(bytes));
  return rootOf(range);
}
export const checkpointAt = (entries: readonly Buffer[], size = entries.length, by = signer): string =>
  signCheckpoint({ origin, size, root: rootAt(entries, size) }, by);

export interface Making {
  kind?: BundleKind;
  shows?: (seq: number) => boolean;
  by?: SignerKey;
  older?: number;
}

/** A bundle's files by name. */
export function bundleOf(entries: readonly Buffer[], making: Making = {}): Files {
  const { kind = "full", by = signer } = making;
  const shows = making.shows ?? (() => true);
  const files: Files = new Map([["checkpoint", Buffer.from(checkpointAt(entries, entries.length, by))]]);
  const leaves = entries.map(leafHash);
  const lines = entries.map((bytes, seq) => (shows(seq) ? bytes : Buffer.from(leaves[seq]?.toString("hex") ?? "")));
  const kept = kind === "ticket" ? lines.filter((_, seq) => shows(seq)) : lines;
  files.set("entries.jsonl", Buffer.concat(kept.flatMap((line) => [line, Buffer.from("\n")])));
  const hash = ({ from, to }: Span) => rootOfLeaves(leaves.slice(from, to));
  if (kind === "ticket")
    for (const seq of entries.keys()) {
      if (!shows(seq)) continue;
      const hashes = inclusionSpans(seq, entries.length).map(hash);
      const checkpoint = files.get("checkpoint")?.toString() ?? "";
      const text = formatTlogProof({ extra: null, index: seq, hashes, checkpoint });
      files.set(`proofs/${seq}.tlog-proof`, Buffer.from(text));
    }
  else files.set("leaves.txt", Buffer.from(leaves.map((leaf) => `${leaf.toString("hex")}\n`).join("")));
  if (making.older) {
    const proof = consistencySpans(making.older, entries.length).map(hash);
    files.set(
      "consistency.txt",
      Buffer.from(`${making.older}\n${proof.map((h) => `${h.toString("base64")}\n`).join("")}`),
    );
  }
  files.set("VERIFY.md", Buffer.from("# How to verify a bundle\n"));
  return vouchedFor(
    files,
    {
      kind,
      entries: [...entries.keys()].filter(shows).length,
      size: entries.length,
      root: rootAt(entries).toString("hex"),
    },
    by,
  );
}

const rootOfLeaves = (leaves: Buffer[]): Buffer => {
  const range: Buffer[] = [];
  for (const [i, leaf] of leaves.entries()) growRange(range, i, leaf);
  return rootOf(range);
};

/** The files with a manifest that vouches for them as they are. */
export function vouchedFor(
  files: Files,
  about: Pick<Manifest, "kind" | "entries" | "size" | "root"> & Partial<Manifest>,
  by = signer,
): Files {
  const made: Files = new Map([...files].filter(([name]) => !name.startsWith("manifest.")));
  const manifest = formatManifest({
    at: "2026-02-01T00:00:00.000Z",
    bundle: 1,
    export: "x1",
    exporter: "staff:ivy",
    files: [...made].map(([name, bytes]) => ({
      bytes: bytes.length,
      name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })),
    filter: filterOf(about.kind),
    origin,
    reason: "yearly audit",
    ...about,
  });
  made.set("manifest.json", manifest);
  return made.set("manifest.note", Buffer.from(signManifest(origin, manifest, by)));
}

/** What such a bundle may have been asked for with. */
export const filterOf = (kind: BundleKind): Manifest["filter"] => ({
  ...{ account: null, actor: null, from: null, outcome: kind === "filtered" ? "ok" : null },
  ...{ ticket: kind === "ticket" ? "1001" : null, to: null, type: null },
});

/** Checks files that are at hand, handing them over in pieces of some bytes. */
export function checked(files: Files, brought: Partial<Brought> = {}, pieceBytes = 65_536): BundleFinding {
  const check = checkBundle([...files.keys()], { keys: [signer], ...brought });
  const places = new Map<string, number>();
  let step = check.next();
  while (!step.done) {
    const { file } = step.value;
    const bytes = files.get(file) ?? Buffer.alloc(0);
    const at = places.get(file) ?? 0;
    const isOver = at >= bytes.length;
    places.set(file, isOver ? 0 : at + pieceBytes);
    step = check.next(isOver ? null : bytes.subarray(at, at + pieceBytes));
  }
  return step.value;
}
