import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { onEveryEngine } from "db/testing";
import { tellAll, tellCase } from "db/testing-case";
import { cli, staffed, tellerOf } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { judgeManifest, parseManifest } from "domain/trail/bundle";
import { openCheckpoint } from "domain/trail/checkpoint";
import { checkConsistency, checkInclusion } from "domain/trail/proof";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { askBundle } from "./ask-bundle.server";
import { exportHere } from "./export-here.server";
import { logKeysOf, publishNow } from "./publish-checkpoint.server";
import { type Files, filesIn, leafOf, leafOfLine, linesOf, misfits, rootOver, sha256, textOf } from "./testing-bundle";
import { asIvy, asked, everything, jobNow, made, stepsUp } from "./testing-exports";
import { houseIn } from "./testing-import";

onEveryEngine("A bundle", (place) => {
  let house: House;
  /** What every bundle of this trail has to be; gives its manifest. */
  const sound = async (files: Files, id: string) => {
    const manifest = parseManifest(files.get("manifest.json") ?? Buffer.alloc(0));
    if ("malformed" in manifest) throw new Error(manifest.malformed);
    const { signer } = await logKeysOf(house.door);
    const opened = openCheckpoint(textOf(files, "checkpoint"), signer, "countersign/test");
    if ("problem" in opened) throw new Error(opened.problem);
    const { size, root, origin } = opened.checkpoint;
    expect(manifest).toMatchObject({ export: id, size, root: root.toString("hex"), origin });
    const bytes = files.get("manifest.json") ?? Buffer.alloc(0);
    expect(judgeManifest(textOf(files, "manifest.note"), origin, bytes, signer)).toBe("signed");
    expect(misfits(files)).toEqual([]);
    const job = await jobNow(house, id);
    const digest = sha256(bytes).toString("hex");
    expect(job).toMatchObject({ state: "done", manifest: digest, entries: manifest.entries, size });
    expect(await lastOf("trail.export-completed")).toMatchObject({
      object: id,
      data: { export: id, manifest: digest, entries: manifest.entries, size, bytes: job.bytes },
    });
    return manifest;
  };
  const lastOf = async (type: string) => {
    const row = await house.door.reader.sql
      .selectFrom("entry")
      .select("bytes")
      .where("type", "=", type)
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    return JSON.parse(row.bytes.toString("utf8"));
  };
  const shownIn = (files: Files) =>
    linesOf(files, "entries.jsonl").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));

  beforeAll(async () => {
    house = houseIn(place());
    const teller = tellerOf(house.writer);
    await tellAll(teller);
    await tellCase(teller, "ida", "t2");
    await publishNow(house);
  });
  afterAll(async () => {
    expect((await verifyDatabase(house.door.reader)).verdict).toBe("valid");
    await house.close();
  });

  it("of everything is full: every entry's exact bytes, whose tree has the signed root, its own beginning among them", async () => {
    const id = await asked(house);
    const files = await made(house, id);
    const manifest = await sound(files, id);
    expect(manifest).toMatchObject({ kind: "full", reason: "Yearly audit of the desk", exporter: "staff:ivy" });
    const lines = linesOf(files, "entries.jsonl");
    expect(lines.length).toBe(manifest.size);
    expect(linesOf(files, "leaves.txt")).toEqual(lines.map((line) => leafOf(Buffer.from(line)).toString("hex")));
    expect(rootOver(lines.map(leafOfLine)).toString("hex")).toBe(manifest.root);
    expect(shownIn(files).map((e) => e.seq)).toEqual(lines.map((_, i) => i));
    expect(shownIn(files).at(-1)).toMatchObject({ type: "trail.exported", object: id, data: { format: "bundle" } });
    expect([...files.keys()].sort()).toEqual(
      ["VERIFY.md", "checkpoint", "entries.jsonl", "leaves.txt", "manifest.json", "manifest.note"].sort(),
    );
  });

  it("of a filter shows what fits and accounts for every other entry by its hash", async () => {
    const filter = { ...everything, actor: "staff:ada", outcome: "denied" as const };
    const id = await asked(house, { filter, renderings: ["csv", "ocsf", "ecs", "cef"] });
    const files = await made(house, id);
    const manifest = await sound(files, id);
    const lines = linesOf(files, "entries.jsonl");
    expect(manifest).toMatchObject({
      kind: "filtered",
      filter: { actor: "staff:ada", outcome: "denied", ticket: null },
    });
    expect(lines.length).toBe(manifest.size);
    expect(rootOver(lines.map(leafOfLine)).toString("hex")).toBe(manifest.root);
    expect(linesOf(files, "leaves.txt")).toEqual(lines.map((line) => leafOfLine(line).toString("hex")));
    const stored = await house.door.reader.sql
      .selectFrom("entry")
      .select("seq")
      .where("actor", "=", "staff:ada")
      .where("outcome", "=", "denied")
      .where("seq", "<", manifest.size)
      .orderBy("seq")
      .execute();
    const shown = shownIn(files).map((e) => e.seq);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown).toEqual(stored.map((row) => row.seq));
    const csv = parse(textOf(files, "entries.csv"), { record_delimiter: "\r\n" }) as string[][];
    expect(csv.slice(1).map((row) => Number(row[0]))).toEqual(shown);
    const seqs = (name: string, of: (event: never) => number) =>
      linesOf(files, name).map((line) => of(JSON.parse(line) as never));
    expect(seqs("entries.ocsf.jsonl", (e: { metadata: { sequence: number } }) => e.metadata.sequence)).toEqual(shown);
    expect(seqs("entries.ecs.jsonl", (e: { event: { sequence: number } }) => e.event.sequence)).toEqual(shown);
    expect(linesOf(files, "entries.cef")).toHaveLength(shown.length);
  });

  it("of a filter that fits nothing, or everything, is a filtered one that accounts for every entry", async () => {
    for (const from of ["2999-01-01", "1999-01-01"]) {
      const id = await asked(house, { filter: { ...everything, from } });
      const files = await made(house, id);
      const manifest = await sound(files, id);
      expect(manifest.kind).toBe("filtered");
      expect(manifest.entries).toBe(from === "1999-01-01" ? manifest.size : 0);
      expect(rootOver(linesOf(files, "entries.jsonl").map(leafOfLine)).toString("hex")).toBe(manifest.root);
    }
  });

  it("of one ticket holds its entries alone, each with a proof up to the signed root, and the proof from an older checkpoint", async () => {
    const older = (await publishNow(house))?.size ?? 0;
    const id = await asked(house, { filter: { ...everything, ticket: 1001 }, ticketAlone: true, older });
    const files = await made(house, id);
    const manifest = await sound(files, id);
    expect(manifest).toMatchObject({ kind: "ticket", filter: { ticket: "1001" } });
    expect(files.has("leaves.txt")).toBe(false);
    const entries = linesOf(files, "entries.jsonl");
    expect(new Set(shownIn(files).map((e) => e.object))).toEqual(new Set(["t1"]));
    const root = Buffer.from(manifest.root, "hex");
    for (const line of entries) {
      const { seq } = JSON.parse(line);
      const [head = "", checkpoint] = textOf(files, `proofs/${seq}.tlog-proof`).split(/\n\n([\s\S]*)/);
      const [first, index, ...hashes] = head.split("\n");
      expect([first, index]).toEqual(["c2sp.org/tlog-proof@v1", `index ${seq}`]);
      expect(checkpoint).toBe(textOf(files, "checkpoint"));
      const proof = hashes.map((hash) => Buffer.from(hash, "base64"));
      expect(checkInclusion({ index: seq, size: manifest.size, leaf: leafOfLine(line), root, proof })).toBe(true);
    }
    expect([...files.keys()].filter((name) => name.startsWith("proofs/"))).toHaveLength(entries.length);
    const [size, ...hashes] = linesOf(files, "consistency.txt");
    const proof = hashes.map((hash) => Buffer.from(hash, "base64"));
    const kept = await house.door.reader.sql
      .selectFrom("checkpoint")
      .selectAll()
      .where("size", "=", older)
      .executeTakeFirstOrThrow();
    expect(size).toBe(String(older));
    expect(checkConsistency({ older, size: manifest.size, olderRoot: kept.root, root, proof })).toBe(true);
  });

  it.each([
    ["without a reason", { reason: "   " }, "reason-missing"],
    ["without a step-up", { stepUp: null }, "step-up-needed"],
    ["of a ticket there is not", { filter: { ...everything, ticket: 99 } }, "no-such-ticket"],
    ["of an address for an actor", { filter: { ...everything, actor: "hal@harbour.example" } }, "filter-not-an-id"],
    ["from no checkpoint", { older: 0 }, "older-size-is-none"],
    ["from a checkpoint of more entries than there are", { older: 1_000_000 }, "older-size-too-large"],
  ])("%s is refused, which is an entry, and none is queued", async (_what, change, reason) => {
    const filter = "filter" in change ? change.filter : everything;
    const before = await house.door.reader.sql.selectFrom("export_job").select("id").execute();
    const form = {
      ticketAlone: true,
      renderings: [],
      older: null,
      reason: "Yearly audit",
      stepUp: await stepsUp(house, filter),
    };
    expect(await askBundle(house.door, asIvy, { ...form, filter, ...change })).toEqual({ refused: reason });
    expect(await lastOf("refused")).toMatchObject({
      reason,
      actor: { id: "staff:ivy" },
      data: { command: "trail.export" },
    });
    expect(await house.door.reader.sql.selectFrom("export_job").select("id").execute()).toEqual(before);
  });

  it("is refused to everyone but an auditor and the command line", async () => {
    const form = { filter: everything, ticketAlone: false, renderings: [], older: null, reason: "Yearly audit" };
    for (const actor of [staffed("ada", "auditor"), staffed("sam", "supervisor")])
      expect(await askBundle(house.door, { actor, request: "r" }, { ...form, stepUp: "export-step-1" })).toEqual({
        refused: "not-your-role",
      });
  });

  it("is made at the command line without a step-up, into a folder that was not there, and is entered as one of the desk", async () => {
    const out = join(place().folder, "taken-out");
    const form = {
      filter: everything,
      ticketAlone: false,
      renderings: [],
      older: null,
      reason: "Handed to the auditors",
    };
    const here = () => ({ out, work: new AbortController(), onProgress: () => undefined });
    const done = await exportHere(house, { actor: cli, request: "cli" }, form, here());
    if (done.refused !== null) throw new Error(done.refused);
    const manifest = await sound(filesIn(out), done.export);
    expect(manifest).toMatchObject({ kind: "full", exporter: "cli:test" });
    expect(await jobNow(house, done.export)).toMatchObject({ place: "command-line" });
    await expect(exportHere(house, { actor: cli, request: "cli" }, form, here())).rejects.toThrow("there already");
  });

  it("that is stopped at the command line leaves nothing behind, and is entered as failed", async () => {
    const work = new AbortController();
    const out = join(place().folder, "stopped.zip");
    const form = {
      filter: everything,
      ticketAlone: false,
      renderings: [],
      older: null,
      reason: "Handed to the auditors",
    };
    const onProgress = (done: number) => void (done > 0 && work.abort());
    await expect(exportHere(house, { actor: cli, request: "cli" }, form, { out, work, onProgress })).rejects.toThrow();
    expect([...filesIn(place().folder).keys()].filter((name) => name.includes("stopped"))).toEqual([]);
    expect(await lastOf("trail.export-failed")).toMatchObject({ outcome: "error", reason: "stopped" });
  });
});
