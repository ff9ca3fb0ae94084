import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { onEveryEngine } from "db/testing";
import { staffed, tellStaff } from "db/testing-trail";
import { exportKeptMs } from "domain/export";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { takeExport } from "~/export-door.server";
import { readExport, readExports } from "~/read-exports.server";
import { newAttempt, whyFailed } from "./attempt-export.server";
import { downloadExport, viewExports } from "./download-export.server";
import { bundleFile, runWaitingExports } from "./run-exports.server";
import { sweepExports } from "./sweep-exports.server";
import { misfits } from "./testing-bundle";
import { asIvy, asked, everything, jobNow, made, stepsUp } from "./testing-exports";
import { houseIn, settingsOf } from "./testing-import";

const child = fileURLToPath(new URL("./testing-export-child.ts", import.meta.url));
const rob = staffed("rob", "admin");

onEveryEngine("An export in the background", (place) => {
  let house: House;
  const entriesOf = async (type: string, object: string) =>
    (
      await house.door.reader.sql
        .selectFrom("entry")
        .select("bytes")
        .where("object", "=", object)
        .where("type", "=", type)
        .execute()
    ).map((row) => JSON.parse(row.bytes.toString("utf8")));
  const folder = () => readdirSync(house.door.config.exportDir);

  beforeAll(async () => {
    house = houseIn(place());
    await tellStaff({ now: 0, ledger: house.door.ledger, db: house.writer });
  });
  afterAll(() => house.close());

  it("shows how it stands from the moment it is asked for, and offers its file only once that is whole", async () => {
    const id = await asked(house, { reason: "For Hal, +49 30 901820, who asked" });
    expect(await readExport(house.door, id)).toMatchObject({
      state: "waiting",
      kind: "full",
      filter: everything,
      done: 0,
    });
    expect(await downloadExport(house.door, asIvy, id)).toBeNull();
    const files = await made(house, id);
    expect(misfits(files)).toEqual([]);
    const view = await readExport(house.door, id);
    expect(view).toMatchObject({ state: "done", bytes: expect.any(Number), entries: view?.size, done: view?.size });
    expect(view?.reason).toContain("who asked");
    expect(view?.reason).not.toContain("901820");
    const file = bundleFile(house.door, await jobNow(house, id));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(file).size).toBe(view?.bytes);
    expect(folder()).toHaveLength(1);
  });

  it("is downloaded by auditors alone, and each time is an entry", async () => {
    const id = await asked(house);
    await made(house, id);
    const out = await downloadExport(house.door, asIvy, id);
    if (!out || out.refused !== null) throw new Error("It was not given.");
    let bytes = 0;
    for await (const part of out.stream) bytes += part.length;
    expect(bytes).toBe(out.bytes);
    expect(await entriesOf("export.downloaded", id)).toMatchObject([
      { actor: { id: "staff:ivy" }, data: { export: id } },
    ]);
    const sam = { actor: staffed("sam", "supervisor"), request: "r" };
    expect(await downloadExport(house.door, sam, id)).toEqual({ refused: "not-your-role" });
    expect((await viewExports(house.door, sam, null)).refused).toBe("not-your-role");
    expect(await downloadExport(house.door, { actor: rob, request: "r" }, id)).toEqual({ refused: "disabled" });
    expect(await entriesOf("export.downloaded", id)).toHaveLength(1);
  });

  it("is one export when its form is sent twice", async () => {
    const who = { ...asIvy, key: { key: "k", digest: "d" } };
    const stepUp = await stepsUp(house, everything);
    const first = await asked(house, { stepUp }, who);
    expect(await asked(house, { stepUp }, who)).toBe(first);
    await made(house, first);
    expect(await runWaitingExports(house)).toBe(0);
  });

  it("is made beside another one, each by one worker", async () => {
    const ids = [await asked(house), await asked(house)];
    expect(await Promise.all([runWaitingExports(house), runWaitingExports(house)])).toContain(1);
    for (const id of ids) expect(misfits(await made(house, id))).toEqual([]);
    for (const id of ids) {
      expect(await entriesOf("trail.export-completed", id)).toHaveLength(1);
      expect(await jobNow(house, id)).toMatchObject({ attempts: 1 });
    }
  });

  it("whose process is killed on the way is made again from its beginning, and nothing of the first try is offered or stays", {
    timeout: 60_000,
  }, async () => {
    const id = await asked(house, { older: 1 });
    const working = await standingStill({ ...process.env, ...settingsOf(place()) });
    const left = await jobNow(house, id);
    expect(await runWaitingExports(house)).toBe(0);
    working.kill("SIGKILL");
    await new Promise((gone) => working.once("exit", gone));
    const parts = folder().filter((name) => name.startsWith(`${id}.${left.token}`));
    expect(parts).toEqual([`${id}.${left.token}.zip.parts`]);
    expect(await downloadExport(house.door, asIvy, id)).toBeNull();

    expect(misfits(await made(house, id))).toEqual([]);
    expect(await jobNow(house, id)).toMatchObject({ state: "done", attempts: 2 });
    expect(await entriesOf("trail.export-completed", id)).toHaveLength(1);
    await sweepExports(house);
    expect(folder().filter((name) => name.startsWith(id))).toEqual([`${id}.${(await jobNow(house, id)).token}.zip`]);
  });

  it("that broke five processes is given up, and so is one whose command line is gone", async () => {
    const id = await asked(house);
    for (let n = 0; n < 5; n += 1) {
      const gone = { ...newAttempt(), process: { host: "elsewhere", pid: 1 }, seenAt: "2026-01-01T00:00:00.000Z" };
      expect(await takeExport(house.writer, await jobNow(house, id), gone)).toBe(true);
    }
    expect(await runWaitingExports(house)).toBe(1);
    expect(await jobNow(house, id)).toMatchObject({ state: "failed", why: "broken-off" });
    expect(await entriesOf("trail.export-failed", id)).toMatchObject([{ outcome: "error", reason: "broken-off" }]);
  });

  it("fails with a reason where its folder cannot be written to, and the desk goes on", async () => {
    const exportDir = `${place().folder}/no-folder`;
    writeFileSync(exportDir, "a file");
    const id = await asked(house);
    const elsewhere = { ...house, door: { ...house.door, config: { ...house.door.config, exportDir } } };
    expect(await runWaitingExports(elsewhere)).toBe(1);
    expect(await readExport(house.door, id)).toMatchObject({ state: "failed", why: "folder-not-writable" });
    expect(await entriesOf("trail.export-failed", id)).toHaveLength(1);
    expect(whyFailed(Object.assign(new Error("write"), { code: "ENOSPC" }))).toBe("no-room");
  });

  it("is left for the next worker by one that is told to stop, and does not count as tried", async () => {
    const id = await asked(house);
    const stop = new AbortController();
    const working = runWaitingExports(house, stop.signal);
    stop.abort();
    await working;
    expect(await jobNow(house, id)).toMatchObject({ state: "waiting", attempts: 0, token: null });
    expect(misfits(await made(house, id))).toEqual([]);
  });

  it("is listed newest first, a page at a time, whatever became of it", async () => {
    for (let n = 0; n < 45; n += 1) await asked(house);
    const newest = await readExports(house.door, null);
    expect([newest.rows.length, newest.newer]).toEqual([50, null]);
    const next = await readExports(house.door, newest.older);
    const all = [...newest.rows, ...next.rows];
    expect(next.older).toBeNull();
    expect(all.map((row) => row.askedAt)).toEqual(all.map((row) => row.askedAt).sort((a, b) => b - a));
    expect(new Set(all.map((row) => row.id)).size).toBe(all.length);
    expect((await readExports(house.door, next.newer)).rows).toEqual(newest.rows);
    expect((await readExports(house.door, "before.1' or '1'='1")).rows).toEqual(newest.rows);
  });

  it("keeps its file for seven days, and its row for good", async () => {
    const done = (
      await house.door.reader.sql.selectFrom("export_job").select("id").where("state", "=", "done").execute()
    ).map((row) => row.id);
    expect(done.length).toBeGreaterThan(3);
    const later = (ms: number): House => ({
      ...house,
      door: { ...house.door, clock: { now: () => Date.now() + ms } },
    });
    await sweepExports(later(exportKeptMs - 60_000));
    expect(folder().sort()).toEqual((await Promise.all(done.map((id) => jobNow(house, id)))).map(nameOf).sort());
    writeFileSync(`${house.door.config.exportDir}/not-ours.zip`, "");
    await sweepExports(later(exportKeptMs + 1));
    expect(folder()).toEqual(["not-ours.zip"]);
    rmSync(`${house.door.config.exportDir}/not-ours.zip`);
    for (const id of done) {
      expect(await readExport(house.door, id)).toMatchObject({
        state: "removed",
        keptUntil: null,
        manifest: expect.any(String),
      });
      expect(await downloadExport(house.door, asIvy, id)).toBeNull();
    }
  });
});

const nameOf = ({ id, token }: { id: string; token: string | null }): string => `${id}.${token}.zip`;

/** A process of its own that has written the entries of a bundle, and nothing after them. */
async function standingStill(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const working = spawn(process.execPath, ["--import", "tsx", child], { env, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve, reject) => {
    working.stdout?.on("data", (said: Buffer) => said.toString().includes("standing still") && resolve());
    working.once("exit", () => reject(new Error("The export ended before it stood still.")));
  });
  return working;
}
