import { describe, expect, it } from "vitest";
import { checkBundle } from "./check-bundle";
import { cosign, formatCheckpoint, signCheckpoint } from "./checkpoint";
import { bytesOf } from "./entry";
import { formatNote, parseNote, signerOf } from "./note";
import {
  bundleOf,
  checked,
  checkpointAt,
  entriesOf,
  entryAt,
  type Files,
  origin,
  rootAt,
  signer,
  vouchedFor,
} from "./testing-bundle";
import { leafHash } from "./tree";

const entries = entriesOf(50);
const full = bundleOf(entries);
const isThree = (seq: number) => seq % 10 === 3;
const filtered = bundleOf(entries, { kind: "filtered", shows: isThree });
const ticket = bundleOf(entries, { kind: "ticket", shows: isThree, older: 20 });
const other = signerOf(origin, 1, Buffer.alloc(32, 9));
const older = checkpointAt(entries, 20);

const linesIn = (files: Files, name = "entries.jsonl") => files.get(name)?.toString().split("\n").slice(0, -1) ?? [];
const withFile = (files: Files, name: string, content: string | Buffer): Files =>
  new Map(files).set(name, Buffer.from(content as string));
/** The bundle with its entries' lines changed, and with the manifest of before. */
const relined = (files: Files, change: (lines: string[]) => string[]): Files =>
  withFile(
    files,
    "entries.jsonl",
    change(linesIn(files))
      .map((line) => `${line}\n`)
      .join(""),
  );
const foundIn = (files: Files, brought = {}) => {
  const { problem } = checked(files, brought);
  return problem && [problem.verdict, problem.what, problem.seq];
};
const at = (lines: string[], seq: number): string => lines[seq] ?? "";

describe("The verifier of bundles", () => {
  it.each([
    ["full", full, 50, 0],
    ["filtered", filtered, 5, 45],
    ["of a ticket", ticket, 5, 0],
  ])("finds nothing in one that is %s and whole, however it is handed over", (_kind, files, shown, withheld) => {
    for (const piece of [1, 7, 65_536])
      expect(checked(files, { older }, piece)).toMatchObject({ problem: null, size: 50, shown, withheld, older: 20 });
    expect(checked(files)).toMatchObject({ problem: null, older: null, root: rootAt(entries).toString("hex") });
  });

  it("finds nothing in the bundle of a trail of one entry, and of none", () => {
    for (const count of [1, 0])
      expect(checked(bundleOf(entriesOf(count)))).toMatchObject({ problem: null, size: count });
  });

  it("names an entry that was changed, in a full, a filtered and a ticket's bundle", () => {
    const change = (lines: string[]) => lines.map((line) => line.replace('"id":"e13"', '"id":"f13"'));
    for (const files of [full, filtered, ticket])
      expect(foundIn(relined(files, change))).toEqual(["tampered", "entry-changed", 13]);
  });

  it("tells a missing entry, a slipped in one, swapped ones and a cut tail apart", () => {
    expect(foundIn(relined(full, (l) => l.toSpliced(7, 1)))).toEqual(["tampered", "entry-missing", 7]);
    expect(foundIn(relined(full, (l) => l.toSpliced(7, 0, at(l, 30))))).toEqual(["tampered", "entry-inserted", 7]);
    expect(foundIn(relined(full, (l) => l.toSpliced(7, 2, at(l, 8), at(l, 7))))).toEqual([
      "tampered",
      "entries-swapped",
      7,
    ]);
    expect(foundIn(relined(full, (l) => l.slice(0, 40)))).toEqual(["tampered", "cut-off", 40]);
    expect(foundIn(relined(full, (l) => [...l, at(l, 3)]))).toEqual(["tampered", "entry-inserted", 50]);
  });

  it("accounts for every withheld line of a filtered bundle", () => {
    expect(foundIn(relined(filtered, (l) => l.toSpliced(20, 1)))).toEqual(["tampered", "entry-missing", 20]);
    expect(foundIn(relined(filtered, (l) => l.toSpliced(13, 1)))).toEqual(["tampered", "entry-missing", 13]);
    expect(foundIn(relined(filtered, (l) => l.toSpliced(49, 1)))).toEqual(["tampered", "cut-off", 49]);
    const zeroed = relined(filtered, (l) => l.toSpliced(20, 1, "0".repeat(64)));
    expect(foundIn(zeroed)).toEqual(["tampered", "entry-changed", 20]);
  });

  it("does not believe a manifest that was made again for changed files, without the trail's key or with it", () => {
    const about = { kind: "full", entries: 49, size: 50, root: rootAt(entries).toString("hex") } as const;
    const without = (name: string) =>
      linesIn(full, name)
        .toSpliced(7, 1)
        .map((line) => `${line}\n`)
        .join("");
    const cut = withFile(
      withFile(full, "entries.jsonl", without("entries.jsonl")),
      "leaves.txt",
      without("leaves.txt"),
    );
    expect(foundIn(vouchedFor(cut, about, other))).toEqual(["tampered", "manifest-unsigned", null]);
    expect(foundIn(vouchedFor(cut, about))).toEqual(["tampered", "cut-off", 49]);
    const changed = entries.with(7, bytesOf(entryAt(7, { id: "x" })));
    const anew = bundleOf(changed);
    expect(
      foundIn(
        vouchedFor(new Map([...anew, ["checkpoint", full.get("checkpoint") as Buffer]]), { ...about, entries: 50 }),
      ),
    ).toEqual(["tampered", "root-differs", null]);
  });

  it("tells which file was changed where hashes and entries disagree", () => {
    const leaves = linesIn(full, "leaves.txt").with(9, leafHash(Buffer.from("x")).toString("hex"));
    const changed = withFile(full, "leaves.txt", `${leaves.join("\n")}\n`);
    expect(foundIn(changed)).toEqual(["tampered", "leaves-changed", 9]);
  });

  it("tells a trail written anew with another key from one that was forked and from an older one", () => {
    expect(foundIn(bundleOf(entries, { by: other }))).toEqual(["tampered", "checkpoint-other-key", null]);
    const fork = entries.with(5, bytesOf(entryAt(5, { id: "x" })));
    expect(foundIn(bundleOf(fork), { older })).toEqual(["tampered", "forked", null]);
    expect(foundIn(bundleOf(fork, { kind: "ticket", shows: isThree, older: 20 }), { older })).toEqual([
      "tampered",
      "forked",
      null,
    ]);
    expect(foundIn(bundleOf(entries.slice(0, 15)), { older })).toEqual(["tampered", "cut-off", 15]);
  });

  it("says that a check that was demanded could not be made", () => {
    expect(foundIn(full, { keys: [] })).toEqual(["unchecked", "key-missing", null]);
    expect(foundIn(full, { requireOlder: true })).toEqual(["unchecked", "older-checkpoint-missing", null]);
    expect(foundIn(full, { older: "nothing" })).toEqual(["unchecked", "older-checkpoint-unread", null]);
    expect(foundIn(full, { older: checkpointAt(entries, 20, other) })).toEqual([
      "unchecked",
      "older-checkpoint-unread",
      null,
    ]);
    const empty = signCheckpoint({ origin, size: 0, root: rootAt(entries, 0) }, signer);
    expect(foundIn(full, { older: empty })).toEqual(["unchecked", "older-checkpoint-empty", null]);
    expect(foundIn(ticket, { older: checkpointAt(entries, 21) })).toEqual([
      "unchecked",
      "older-checkpoint-unproven",
      null,
    ]);
    const now = Date.UTC(2026, 1, 2);
    expect(foundIn(full, { now, maxAgeMs: 3_600_000 })).toEqual(["unchecked", "too-old", null]);
    expect(foundIn(full, { now, maxAgeMs: 2 * 86_400_000 })).toBeNull();
    // A bundle dated ahead would stay fresh for ever.
    expect(foundIn(full, { now: Date.UTC(2026, 0, 31), maxAgeMs: 3_600_000 })).toEqual([
      "unchecked",
      "dated-ahead",
      null,
    ]);
  });

  it("demands the witnesses that are named, and believes no forged one", () => {
    const witness = signerOf("witness.example", 4, Buffer.alloc(32, 3));
    const note = parseNote(full.get("checkpoint")?.toString() ?? "");
    const line = cosign(note?.text ?? "", 1_770_000_000, witness);
    const vouched = (signature = line) =>
      vouchedFor(
        withFile(
          full,
          "checkpoint",
          formatNote({ text: note?.text ?? "", signatures: [...(note?.signatures ?? []), signature] }),
        ),
        { kind: "full", entries: 50, size: 50, root: rootAt(entries).toString("hex") },
      );
    expect(checked(vouched(), { witnesses: [witness] })).toMatchObject({
      problem: null,
      witnesses: ["witness.example"],
    });
    expect(foundIn(full, { witnesses: [witness] })).toEqual(["unchecked", "witness-missing", null]);
    const forged = { ...line, signature: Buffer.from(line.signature).fill(1, 70) };
    expect(foundIn(vouched(forged), { witnesses: [witness] })).toEqual(["tampered", "witness-forged", null]);
  });

  it("takes the bundle that is demanded and no other, and none of another trail", () => {
    const manifest = checked(full).manifest ?? "";
    expect(foundIn(full, { manifest })).toBeNull();
    expect(foundIn(filtered, { manifest })).toEqual(["tampered", "manifest-other", null]);
    expect(foundIn(full, { origin: "countersign/elsewhere" })).toEqual(["tampered", "origin-differs", null]);
  });

  it("refuses a checkpoint whose text was changed under its signature", () => {
    const text = formatCheckpoint({ origin, size: 51, root: rootAt(entries) });
    const note = parseNote(full.get("checkpoint")?.toString() ?? "");
    const forged = withFile(full, "checkpoint", formatNote({ text, signatures: note?.signatures ?? [] }));
    expect(foundIn(forged)).toEqual(["tampered", "checkpoint-forged", null]);
  });

  it.each([
    [
      "a byte order mark before the entries",
      (f: Files) => withFile(f, "entries.jsonl", `\ufeff${f.get("entries.jsonl")}`),
      "tampered",
    ],
    [
      "carriage returns",
      (f: Files) => withFile(f, "entries.jsonl", String(f.get("entries.jsonl")).replaceAll("\n", "\r\n")),
      "tampered",
    ],
    [
      "no last line feed",
      (f: Files) => withFile(f, "entries.jsonl", f.get("entries.jsonl")?.subarray(0, -1) ?? ""),
      "malformed",
    ],
    [
      "bytes after the last entry",
      (f: Files) => withFile(f, "entries.jsonl", `${f.get("entries.jsonl")}x`),
      "tampered",
    ],
    [
      "a key twice in the manifest",
      (f: Files) => withFile(f, "manifest.json", String(f.get("manifest.json")).replace('"size":', '"size":1,"size":')),
      "malformed",
    ],
    ["a manifest with a blank", (f: Files) => withFile(f, "manifest.json", ` ${f.get("manifest.json")}`), "malformed"],
    ["a file too many", (f: Files) => withFile(f, "proofs/1.tlog-proof", "x"), "malformed"],
    ["a file that no bundle has", (f: Files) => withFile(f, "../../etc/passwd", "x"), "malformed"],
    ["a file too few", (f: Files) => new Map([...f].filter(([name]) => name !== "leaves.txt")), "malformed"],
    ["a changed page beside it", (f: Files) => withFile(f, "VERIFY.md", "trust me\n"), "tampered"],
    ["a changed note", (f: Files) => withFile(f, "manifest.note", "trust me\n"), "malformed"],
  ])("refuses a bundle with %s", (_what, change, verdict) => {
    expect(checked(change(full)).problem?.verdict).toBe(verdict);
  });

  it("names an entry whose own bytes are none, though everything fits them", () => {
    const twice = Buffer.from(String(entries[12]).replace('"id":', '"id":"e12","id":'));
    expect(foundIn(bundleOf(entries.with(12, twice)))).toEqual(["malformed", "entry-malformed", 12]);
    expect(foundIn(bundleOf(entries.with(12, bytesOf(entryAt(13)))))).toEqual(["tampered", "entry-missing", 12]);
    expect(foundIn(bundleOf(entries.with(12, bytesOf(entryAt(12, { origin: "x" })))))).toEqual([
      "tampered",
      "entry-origin",
      12,
    ]);
    expect(foundIn(bundleOf(entries.with(12, bytesOf(entryAt(12, { at: "2020-01-01T00:00:00.000Z" })))))).toEqual([
      "tampered",
      "entry-time",
      12,
    ]);
  });

  it("follows no grant that names no account", () => {
    const data = { grant: "g1", contact: "c1", generation: 1, expiresAt: 0 } as never;
    const made = entries.with(12, bytesOf(entryAt(12, { type: "grant.issued", object: "t1", data })));
    expect(foundIn(bundleOf(made))).toEqual(["tampered", "story", 12]);
  });

  it("reads no further in a file than shows that it is longer than its manifest says", () => {
    for (const name of ["VERIFY.md", "entries.jsonl", "leaves.txt"]) {
      const longer = new Map(full).set(name, Buffer.concat([full.get(name) ?? Buffer.alloc(0), Buffer.alloc(64)]));
      const check = checkBundle([...longer.keys()], { keys: [signer] });
      let [step, asked] = [check.next(), 0];
      const read = new Set<string>();
      for (; !step.done && asked < 200; asked += 1) {
        const { file } = step.value;
        // The longer file never ends.
        const rest = file === name && read.has(file) ? Buffer.alloc(64) : null;
        const bytes = longer.get(file) ?? Buffer.alloc(0);
        step = check.next(read.has(file) ? rest : bytes);
        if (rest === null && read.has(file)) read.delete(file);
        else read.add(file);
      }
      expect([name, step.done && step.value.problem?.verdict]).toEqual([name, "tampered"]);
    }
  });

  it("finds every bit that is turned over in any file of a small bundle, and falls over none", () => {
    for (const files of [
      bundleOf(entriesOf(3)),
      bundleOf(entriesOf(4), { kind: "filtered", shows: (s) => s === 2 }),
      bundleOf(entriesOf(5), { kind: "ticket", shows: (s) => s === 3, older: 2 }),
    ]) {
      const missed: string[] = [];
      for (const [name, bytes] of files)
        for (let bit = 0; bit < bytes.length * 8; bit += 13) {
          const copy = Buffer.from(bytes);
          copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          if (checked(new Map(files).set(name, copy)).problem === null) missed.push(`${name} bit ${bit}`);
        }
      expect(missed).toEqual([]);
    }
  });
});
