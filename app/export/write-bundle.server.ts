import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { bundleFilter, type Rendering } from "domain/export";
import {
  type BundleFile,
  type BundleKind,
  bundleVersion,
  formatManifest,
  manifestName,
  manifestNoteName,
  signManifest,
} from "domain/trail/bundle";
import type { SignerKey } from "domain/trail/note";
import type { TrailFilter } from "domain/view";
import { proveConsistency } from "~/checkpoint-door.server";
import type { Door } from "~/door.server";
import { trailPages } from "~/read-trail.server";
import { openEntryFiles } from "./entry-files.server";
import { writeOut } from "./out-file.server";
import { verifyPage } from "./verify-page.server";

/** What a bundle is to be, in words that were decided before. */
export interface BundlePlan {
  /** The export's id. */
  id: string;
  at: string;
  exporter: string;
  reason: string;
  kind: BundleKind;
  filter: TrailFilter;
  renderings: readonly Rendering[];
  /** The size of a checkpoint that its reader holds, or null. */
  older: number | null;
}
/** The head it is bounded by: a published checkpoint with the words of its witnesses. */
export interface BundleHead {
  origin: string;
  size: number;
  root: Buffer;
  checkpoint: string;
}
export interface Written {
  /** The files' names, the manifest's first. */
  names: string[];
  /** The manifest's SHA-256 in hex. */
  manifest: string;
  entries: number;
  bytes: number;
}
export interface Work {
  signer: SignerKey;
  signal: AbortSignal;
  /** Entries gone through, of those that the checkpoint counts. */
  onProgress(done: number): void;
}

export interface Bundle {
  plan: BundlePlan;
  head: BundleHead;
  work: Work;
}

/** Writes a bundle into a new folder, a page of entries at a time, whatever its size (docs/VERIFY.md). */
export async function writeBundle(door: Door, folder: string, bundle: Bundle): Promise<Written> {
  const { plan, head, work } = bundle;
  await mkdir(folder, { mode: 0o700 });
  const { files, entries } = await writeEntries(door, folder, bundle);
  files.push(await writeOut(folder, "checkpoint", head.checkpoint));
  files.push(await writeOut(folder, "VERIFY.md", await verifyPage()));
  if (plan.older !== null)
    files.push(await writeOut(folder, "consistency.txt", await consistency(door, plan.older, head)));
  const { id, at, exporter, reason, kind, filter } = plan;
  const { origin, size } = head;
  const manifest = formatManifest({
    ...{ at, bundle: bundleVersion, entries, export: id, exporter, files, filter: bundleFilter(filter) },
    ...{ kind, origin, reason, root: head.root.toString("hex"), size },
  });
  const own = await writeOut(folder, manifestName, manifest);
  const note = await writeOut(folder, manifestNoteName, signManifest(origin, manifest, work.signer));
  const all = [own, note, ...files];
  return {
    names: all.map((f) => f.name),
    manifest: createHash("sha256").update(manifest).digest("hex"),
    entries,
    bytes: all.reduce((sum, f) => sum + f.bytes, 0),
  };
}

async function writeEntries(
  door: Door,
  folder: string,
  { plan, head, work }: Bundle,
): Promise<{ files: BundleFile[]; entries: number }> {
  const { kind, filter, renderings } = plan;
  const { size, checkpoint } = head;
  const out = await openEntryFiles(folder, { kind, renderings, checkpoint });
  try {
    for await (const page of trailPages(door, { kind, filter, size })) {
      work.signal.throwIfAborted();
      await out.write(page);
      work.onProgress((page.at(-1)?.seq ?? 0) + 1);
    }
    return await out.end();
  } catch (error) {
    await out.close();
    throw error;
  }
}

async function consistency(door: Door, older: number, { size }: BundleHead): Promise<string> {
  const proof = await proveConsistency(door.reader.sql, older, size);
  return [String(older), ...proof.map((hash) => hash.toString("base64"))].map((line) => `${line}\n`).join("");
}
