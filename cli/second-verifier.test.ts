import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { eventTypes } from "db/entry-data";
import { isHand } from "domain/account";
import { bytesOf } from "domain/trail/entry";
import { formatVkey, signerOf } from "domain/trail/note";
import {
  bundleOf,
  checkpointAt,
  entriesOf,
  entryAt,
  type Files,
  filterOf,
  origin,
  rootAt,
  signer,
  vouchedFor,
} from "domain/trail/testing-bundle";
import known from "domain/vectors/rfc6962-proofs.json";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verifyFile } from "./verify-file";

const python = fileURLToPath(new URL("../docs/verify.py", import.meta.url));
const docs = dirname(python);
const page = readFileSync(join(docs, "VERIFY.md"), "utf8");
const entries = entriesOf(60);
const other = signerOf(origin, 1, Buffer.alloc(32, 9));
const isThree = (seq: number) => seq % 10 === 3;
const full = bundleOf(entries);
const filtered = bundleOf(entries, { kind: "filtered", shows: isThree });
const ticket = bundleOf(entries, { kind: "ticket", shows: isThree, older: 20 });
const about = { kind: "full", entries: 60, size: 60, root: rootAt(entries).toString("hex") } as const;

const lined = (files: Files, name: string, change: (lines: string[]) => string[]): Files =>
  new Map(files).set(name, Buffer.from(change((files.get(name)?.toString() ?? "").split("\n")).join("\n")));
const without = (files: Files, name: string): Files => new Map([...files].filter(([n]) => n !== name));
const fork = bundleOf(entries.with(5, bytesOf(entryAt(5, { id: "x" }))));

/** Bundles, and the exit code that both implementations have to give; `older` where a checkpoint is given. */
const bundles: [name: string, files: Files, exit: number, older?: string][] = [
  ["a full one", full, 0],
  ["a filtered one", filtered, 0],
  ["a ticket's", ticket, 0],
  ["a full one and an older checkpoint", full, 0, checkpointAt(entries, 20)],
  ["a ticket's and an older checkpoint", ticket, 0, checkpointAt(entries, 20)],
  ["one of no entries", bundleOf([]), 0],
  ["one with a changed entry", lined(full, "entries.jsonl", (l) => l.with(13, (l[13] ?? "").replace("e13", "f13"))), 1],
  [
    "a ticket's with a changed entry",
    lined(ticket, "entries.jsonl", (l) => l.with(1, (l[1] ?? "").replace("e13", "f13"))),
    1,
  ],
  ["one with an entry removed", lined(full, "entries.jsonl", (l) => l.toSpliced(7, 1)), 1],
  ["one with a withheld line removed", lined(filtered, "entries.jsonl", (l) => l.toSpliced(20, 1)), 1],
  ["one with its tail cut off", lined(full, "entries.jsonl", (l) => [...l.slice(0, 40), ""]), 1],
  ["one with lines swapped", lined(full, "entries.jsonl", (l) => l.toSpliced(7, 2, l[8] ?? "", l[7] ?? "")), 1],
  ["one with a leaf hash changed", lined(full, "leaves.txt", (l) => l.with(9, "0".repeat(64))), 1],
  ["one with another key", bundleOf(entries, { by: other }), 1],
  ["a fork", fork, 1, checkpointAt(entries, 20)],
  ["an older one", bundleOf(entries.slice(0, 15)), 1, checkpointAt(entries, 20)],
  ["one whose manifest another signed", vouchedFor(full, about, other), 1],
  ["one with changed words beside it", new Map(full).set("VERIFY.md", Buffer.from("trust me\n")), 1],
  [
    "one with a manifest that names a key twice",
    lined(full, "manifest.json", (l) => [(l[0] ?? "").replace('"size":', '"size":1,"size":'), ""]),
    2,
  ],
  [
    "one without its last line feed",
    new Map(full).set("entries.jsonl", full.get("entries.jsonl")?.subarray(0, -1) ?? Buffer.alloc(0)),
    2,
  ],
  ["one without its leaf hashes", without(full, "leaves.txt"), 2],
  ["one with a stranger's file", new Map(full).set("passwd", Buffer.from("x")), 2],
  ["one with an entry that is none", bundleOf(entries.with(12, Buffer.from('{"a":1}'))), 2],
  ["a ticket's that proves nothing about the checkpoint given", ticket, 3, checkpointAt(entries, 21)],
  [
    "a filtered one that shows what was not asked for",
    vouchedFor(filtered, {
      ...about,
      kind: "filtered",
      entries: 6,
      filter: { ...filterOf("full"), type: "ticket.opened" },
    }),
    1,
  ],
  [
    "a filtered one that withholds though nothing narrows it",
    vouchedFor(filtered, { ...about, kind: "filtered", entries: 6, filter: filterOf("full") }),
    2,
  ],
  [
    "a ticket's with an entry of another",
    bundleOf(entries.with(13, bytesOf(entryAt(13, { object: "t2" }))), { kind: "ticket", shows: isThree }),
    1,
  ],
  [
    "a ticket's with entries out of order",
    vouchedFor(
      lined(ticket, "entries.jsonl", (l) => l.toSpliced(1, 2, l[2] ?? "", l[1] ?? "")),
      { ...about, kind: "ticket", entries: 6 },
    ),
    2,
  ],
  [
    "one with an entry whose seq is a truth value",
    bundleOf(entries.with(1, bytesOf(entryAt(1, { seq: true as never })))),
    2,
  ],
  [
    "one whose commitment is an address",
    bundleOf(entries.with(12, bytesOf(entryAt(12, { pii: { email: "hal@harbour.example" } })))),
    2,
  ],
  [
    "one by an actor of no role",
    bundleOf(entries.with(12, bytesOf({ ...entryAt(12), actor: { ...entryAt(12).actor, role: "owner" as never } }))),
    2,
  ],
  [
    "one under a policy without a digest",
    bundleOf(entries.with(12, bytesOf(entryAt(12, { policy: { id: "standard", version: 1, digest: "" } })))),
    2,
  ],
  ["one with a file that is far too long", new Map(full).set("manifest.note", Buffer.alloc(1_000_001, 0x0a)), 2],
  ["one and a checkpoint by a stranger", full, 3, checkpointAt(entries, 20, other)],
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-bundles-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function runPython(args: string[], input = "") {
  const ran = spawnSync("python3", args, {
    encoding: "utf8",
    input,
    cwd: docs,
    timeout: 20_000,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (ran.error) throw new Error("The second verifier needs python3 (a Debian machine has it as the package python3).");
  return ran;
}

describe("The second verifier, written in Python from VERIFY.md,", () => {
  it("judges every published proof as labelled, as the first one does", () => {
    const script = `
import base64, json, sys
import verify
known = json.load(sys.stdin)
raw = lambda text: base64.b64decode(text or "")
proof = lambda v: [raw(h) for h in v["proof"] or []]
judged = [[v["file"], verify.check_inclusion(v["leafIdx"], v["treeSize"], raw(v["leafHash"]), raw(v["root"]), proof(v))] for v in known["inclusion"]]
judged += [[v["file"], verify.check_consistency(v["size1"], v["size2"], raw(v["root1"]), raw(v["root2"]), proof(v))] for v in known["consistency"]]
print(json.dumps(judged))`;
    const ran = runPython(["-c", script], JSON.stringify(known));
    expect(ran.stderr).toBe("");
    const labelled = [...known.inclusion, ...known.consistency].map((v) => [v.file, !v.wantErr]);
    expect(labelled.length).toBeGreaterThan(100);
    expect(JSON.parse(ran.stdout)).toEqual(labelled);
  });

  it("calls the same acts no hand in a case, as VERIFY.md lists them", () => {
    const noHand = eventTypes.filter((type) => !isHand(type) && !type.endsWith(".viewed")).sort();
    const script = "import json, verify; print(json.dumps(sorted(verify.NO_HAND)))";
    expect(JSON.parse(runPython(["-c", script]).stdout)).toEqual(noHand);
    const listed = page.slice(page.indexOf("of any type other than"), page.indexOf("those whose type ends"));
    expect([...listed.matchAll(/`([^`]+)`/g)].map(([, type]) => type).sort()).toEqual(noHand);
  });

  it.each<[string, (bundle: string) => void]>([
    ["a link in the folder", (bundle) => symlinkSync(join(bundle, "leaves.txt"), join(bundle, "consistency.txt"))],
    ["a link to another folder", (bundle) => symlinkSync(tmpdir(), join(bundle, "proofs"))],
    ["a pipe in the folder", (bundle) => void spawnSync("mkfifo", [join(bundle, "consistency.txt")])],
  ])("refuses %s, as the first one does, and waits for nobody", async (what, change) => {
    const bundle = written(what, full);
    change(bundle);
    expect(await judged(bundle)).toEqual([2, 2, ""]);
  });

  it("cannot go by a checkpoint that is not there, as the first one cannot", async () => {
    const given = [
      "--vkey",
      formatVkey(signer),
      "--checkpoint",
      join(folder, "nowhere"),
      written("kept nowhere", full),
    ];
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const first = await verifyFile(given);
    said.mockRestore();
    const second = runPython([python, ...given]);
    expect([first, second.status, second.stderr]).toEqual([3, 3, ""]);
  });

  it("finds a zip malformed whose file does not unpack, as the first one does", async () => {
    const bundle = written("a zip that does not unpack", full);
    // A block of the type that RFC 1951 reserves, where the deflated entries begin.
    const script = `
import pathlib, sys, zipfile
folder = pathlib.Path(sys.argv[1])
with zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as z:
    for file in sorted(folder.iterdir()): z.write(file, file.name)
    at = z.getinfo("entries.jsonl").header_offset + 30 + len("entries.jsonl")
with open(sys.argv[2], "r+b") as f:
    f.seek(at)
    f.write(bytes([7]))`;
    expect(runPython(["-c", script, bundle, `${bundle}.zip`]).stderr).toBe("");
    expect(await judged(`${bundle}.zip`)).toEqual([2, 2, ""]);
  });

  it.each(bundles)("and the first one say the same of %s", async (name, files, exit, older) => {
    expect(await judged(written(name, files), older)).toEqual([exit, exit, ""]);
  });
});

function written(name: string, files: Files): string {
  const bundle = join(folder, name.replaceAll(/\W/g, "-"));
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(bundle, file)), { recursive: true });
    writeFileSync(join(bundle, file), bytes);
  }
  return bundle;
}

/** The exit codes of both, and what the second one says beside its verdict. */
async function judged(bundle: string, older?: string): Promise<unknown[]> {
  const args = ["--vkey", formatVkey(signer)];
  if (older) {
    writeFileSync(`${bundle}.checkpoint`, older);
    args.push("--checkpoint", `${bundle}.checkpoint`);
  }
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const first = await verifyFile([...args, bundle]);
  said.mockRestore();
  const second = runPython([python, ...args, bundle]);
  return [first, second.status, second.stderr];
}
