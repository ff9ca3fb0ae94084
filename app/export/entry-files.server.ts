import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Rendering } from "domain/export";
import type { BundleFile, BundleKind } from "domain/trail/bundle";
import type { Entry } from "domain/trail/entry";
import { formatTlogProof } from "domain/trail/tlog-proof";
import { type BundleEntry, entriesAsCsv } from "~/read-trail.server";
import { cefOf } from "./cef";
import { ecsOf } from "./ecs";
import { ocsfOf } from "./ocsf";
import { type OutFile, openOut, writeOut } from "./out-file.server";

export interface EntryFiles {
  write(page: readonly BundleEntry[]): Promise<void>;
  /** Syncs them, and tells what a manifest says of them and how many entries they show. */
  end(): Promise<{ files: BundleFile[]; entries: number }>;
  close(): Promise<void>;
}
type Shown = BundleEntry & { bytes: Buffer };

/** The files of a bundle that grow with its entries; `checkpoint` is what their proofs lead to. */
export async function openEntryFiles(
  folder: string,
  { kind, renderings, checkpoint }: { kind: BundleKind; renderings: readonly Rendering[]; checkpoint: string },
): Promise<EntryFiles> {
  const writers = [entryLines, ...(kind === "ticket" ? [] : [leafLines]), ...renderings.map((r) => rendered[r])];
  const isParsed = renderings.some((r) => r !== "csv");
  const outs: OutFile[] = [];
  for (const { name, head } of writers) {
    outs.push(await openOut(folder, name));
    if (head) await outs.at(-1)?.write(head);
  }
  const proofs: BundleFile[] = [];
  let entries = 0;
  if (kind === "ticket") await mkdir(join(folder, "proofs"), { mode: 0o700 });
  return {
    write: async (page) => {
      const parsed = isParsed ? page.filter(isShown).map(parsedOf) : [];
      for (const [i, writer] of writers.entries()) await outs[i]?.write(writer.lines(page, parsed));
      entries += page.filter(isShown).length;
      if (kind === "ticket") proofs.push(...(await writeProofs(folder, page, checkpoint)));
    },
    end: async () => ({ files: [...(await Promise.all(outs.map((out) => out.end()))), ...proofs], entries }),
    close: async () => {
      await Promise.allSettled(outs.map((out) => out.close()));
    },
  };
}

interface Writer {
  name: string;
  head?: string;
  /** `parsed` are the entries that are shown, where some rendering takes them so. */
  lines(page: readonly BundleEntry[], parsed: readonly Entry[]): Buffer | string;
}

const isShown = (e: BundleEntry): e is Shown => e.bytes !== null;
const parsedOf = (e: Shown): Entry => JSON.parse(e.bytes.toString("utf8")) as Entry;
const lineFeed = Buffer.from("\n");
const hexLine = (e: BundleEntry): string => `${e.leaf.toString("hex")}\n`;

const entryLines: Writer = {
  name: "entries.jsonl",
  lines: (page) =>
    Buffer.concat(page.flatMap((e) => (isShown(e) ? [e.bytes, lineFeed] : [Buffer.from(hexLine(e), "ascii")]))),
};
const leafLines: Writer = { name: "leaves.txt", lines: (page) => page.map(hexLine).join("") };

/** One line for each entry that is shown. */
const each =
  (line: (entry: Entry) => string): Writer["lines"] =>
  (_page, parsed) =>
    parsed.map((entry) => `${line(entry)}\n`).join("");

const rendered: Record<Rendering, Writer> = {
  csv: {
    name: "entries.csv",
    head: entriesAsCsv.head,
    lines: (page) => page.filter(isShown).map(entriesAsCsv.line).join(""),
  },
  ocsf: { name: "entries.ocsf.jsonl", lines: each(ocsfOf) },
  ecs: { name: "entries.ecs.jsonl", lines: each(ecsOf) },
  cef: { name: "entries.cef", lines: each(cefOf) },
};

async function writeProofs(folder: string, page: readonly BundleEntry[], checkpoint: string): Promise<BundleFile[]> {
  const files: BundleFile[] = [];
  for (const { seq, proof } of page) {
    const text = formatTlogProof({ extra: null, index: seq, hashes: proof ?? [], checkpoint });
    files.push(await writeOut(folder, `proofs/${seq}.tlog-proof`, text));
  }
  return files;
}
