import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bundleOf, entriesOf, type Files, signer } from "domain/trail/testing-bundle";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportOf } from "./report";
import { type Bytes, NotABundle } from "./source";
import { unread, verifyBundle } from "./verify";
import { openZip } from "./zip";

const files = bundleOf(entriesOf(40), { kind: "filtered", shows: (seq) => seq % 4 === 1 });
const zips = new Map<string, Buffer>();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-zip-"));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, "in", name)), { recursive: true });
    writeFileSync(join(folder, "in", name), bytes);
  }
  for (const [method, flag] of [
    ["stored", "ZIP_STORED"],
    ["deflated", "ZIP_DEFLATED"],
  ] as const) {
    const out = join(folder, `${method}.zip`);
    const script = `import os, zipfile\nwith zipfile.ZipFile(${JSON.stringify(out)}, "w", zipfile.${flag}) as z:\n  for name in ${JSON.stringify([...files.keys()])}: z.write(os.path.join(${JSON.stringify(join(folder, "in"))}, name), name)`;
    const made = spawnSync("python3", ["-c", script], { encoding: "utf8" });
    if (made.status !== 0) throw new Error(`Python could not make a zip: ${made.error ?? made.stderr}`);
    zips.set(method, readFileSync(out));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = (zip: Buffer): Bytes => ({
  size: zip.length,
  read: async (from, to) => zip.subarray(Math.max(0, from), to),
});

async function verdictOn(zip: Buffer) {
  try {
    return await verifyBundle(await openZip(bytesOf(zip)), { keys: [signer] });
  } catch (error) {
    if (error instanceof NotABundle) return unread(error.message);
    throw error;
  }
}

async function contentsOf(zip: Buffer): Promise<Files> {
  const source = await openZip(bytesOf(zip));
  const all: Files = new Map();
  for (const name of source.names) {
    const pieces: Uint8Array[] = [];
    for await (const piece of source.open(name)) pieces.push(piece);
    all.set(name, Buffer.concat(pieces));
  }
  return all;
}

describe("A bundle in a zip that another program made", () => {
  it.each(["stored", "deflated"])("is read as it is in a folder: %s", async (method) => {
    const zip = zips.get(method) as Buffer;
    expect(await contentsOf(zip)).toEqual(files);
    const finding = await verdictOn(zip);
    expect(finding).toMatchObject({ problem: null, size: 40, shown: 10, withheld: 30 });
    expect(reportOf(finding)).toContain("Asked for with: outcome ok.");
  });

  it.each(["stored", "deflated"])("never passes with a bit turned over that a file of it shows: %s", async (method) => {
    const zip = zips.get(method) as Buffer;
    const passed: number[] = [];
    for (let n = 0; n < 800; n++) {
      const bit = Math.floor(Math.random() * zip.length * 8);
      const copy = Buffer.from(zip);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { problem } = await verdictOn(copy);
      if (problem === null && !sameFiles(await contentsOf(copy))) passed.push(bit);
    }
    expect(passed).toEqual([]);
  });

  it.each([
    ["bytes before it", (zip: Buffer) => Buffer.concat([Buffer.from("x"), zip])],
    ["bytes after it", (zip: Buffer) => Buffer.concat([zip, Buffer.from("x")])],
    ["its end cut off", (zip: Buffer) => zip.subarray(0, -30)],
    ["nothing in it", () => Buffer.alloc(0)],
    ["only noise in it", () => Buffer.alloc(5000, 0x50)],
  ])("is malformed with %s", async (_what, change) => {
    expect((await verdictOn(change(zips.get("deflated") as Buffer))).problem?.verdict).toBe("malformed");
  });
});

const sameFiles = (others: Files): boolean =>
  others.size === files.size && [...files].every(([name, bytes]) => others.get(name)?.equals(bytes));
