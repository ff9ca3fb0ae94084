import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "db/place";
import { onEveryEngine } from "db/testing";
import { expect, it } from "vitest";
import type { House } from "~/door.server";
import { importDirectory, recoverImports, runWaitingImports } from "./import-directory.server";
import { queueImport } from "./queue-import.server";
import { atTheDesk, inFreshHouse, madeDirectory, rowCounts, settingsOf, writtenDirectory } from "./testing-import";

const child = fileURLToPath(new URL("./testing-import-child.ts", import.meta.url));

onEveryEngine("An import that is broken off", (place) => {
  it("leaves nothing visible when its process is killed between two batches, and nothing at all once it is recovered", { timeout: 120_000 }, () =>
    inFreshHouse(place().kind, async (house, at) => {
      const before = await rowCounts(house);
      const { folder, expected } = madeDirectory(at, 1200, 9);
      await killedAmongDevices(at, folder);
      const between = await rowCounts(house);
      expect(between.device).toBeGreaterThan(0);
      expect(await visibleAccounts(house)).toBe(0);

      expect(await recoverImports(house)).toBe(1);
      expect(await rowCounts(house)).toEqual({ ...before, entry: before.entry + 2, import_job: 1, refused_row: between.refused_row });
      expect(await onlyJob(house)).toMatchObject({ state: "failed", doc: { failure: expect.stringContaining("broken off") } });
      expect(await entryTypes(house)).toEqual(["directory.import-begun", "directory.import-failed"]);
      expect(await recoverImports(house)).toBe(0);

      const again = await importDirectory(house, atTheDesk, { folder, strict: false });
      expect(again).toMatchObject({ refused: null, refusedRows: expected.refused.length });
    }));

  it("is not taken for dead while its process lives, and no other import begins beside it", { timeout: 120_000 }, () =>
    inFreshHouse(place().kind, async (house, at) => {
      const { folder } = madeDirectory(at, 1200, 10);
      const alive = importing(at, folder);
      await phase(alive, "devices");
      expect(await recoverImports(house)).toBe(0);
      const second = await importDirectory(house, atTheDesk, { folder, strict: false });
      expect(second.refused).toBe("Another import is under way. Wait until it is done and import again.");
      expect(await ended(alive)).toBe(0);
      expect(await visibleAccounts(house)).toBe(1200);
    }));

  it("of uploaded files is carried out by the worker, one after another, and the files are removed", () =>
    inFreshHouse(place().kind, async (house, at) => {
      const uploaded = (name: string, rows: Parameters<typeof writtenDirectory>[1]) => {
        const folder = join(house.door.config.uploadDir, name);
        cpSync(writtenDirectory(at, rows), folder, { recursive: true });
        return folder;
      };
      const good = uploaded("good", { accounts: ["A1,mia,Mia,eu,2020-01-01T00:00:00Z,active,none,en"] });
      const bad = uploaded("bad", { accounts: ["A1"] });
      const first = await queueImport(house, atTheDesk, good);
      const second = await queueImport(house, atTheDesk, bad);
      expect([await runWaitingImports(house), await runWaitingImports(house), await runWaitingImports(house)]).toEqual([1, 1, 0]);
      const jobs = await house.door.reader.sql.selectFrom("import_job").select(["id", "state"]).execute();
      expect(Object.fromEntries(jobs.map((job) => [job.id, job.state]))).toEqual({ [first]: "done", [second]: "failed" });
      expect([good, bad].map((folder) => existsSync(folder))).toEqual([false, false]);
    }));
});

function importing(at: Place, folder: string): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", child, folder], { env: { ...process.env, ...settingsOf(at) }, stdio: ["ignore", "pipe", "inherit"] });
}

async function killedAmongDevices(at: Place, folder: string): Promise<void> {
  const running = importing(at, folder);
  await phase(running, "devices");
  running.kill("SIGKILL");
  await ended(running);
}

/** Waits until a child has said that it is in a phase and has added something there; what it says later is let through. */
function phase(running: ChildProcess, name: string): Promise<void> {
  let said = "";
  return new Promise((resolve, reject) => {
    running.stdout?.on("data", (chunk: Buffer) => {
      said += String(chunk);
      if (new RegExp(`^${name} [1-9]`, "m").test(said)) resolve();
    });
    running.on("exit", () => reject(new Error(`The import ended before ${name}: ${said}`)));
  });
}

const ended = (running: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (running.exitCode !== null || running.signalCode !== null) resolve(running.exitCode);
    running.on("exit", resolve);
  });

async function visibleAccounts(house: House): Promise<number> {
  const visible = house.door.reader.sql.selectFrom("directory_set").select("id").where("visible_at", "is not", null);
  const row = await house.door.reader.sql.selectFrom("account").select((eb) => eb.fn.countAll<number>().as("n")).where("set_id", "in", visible).executeTakeFirstOrThrow();
  return Number(row.n);
}

async function onlyJob(house: House) {
  const row = await house.door.reader.sql.selectFrom("import_job").select(["state", "doc"]).executeTakeFirstOrThrow();
  return { state: row.state, doc: JSON.parse(row.doc) };
}

async function entryTypes(house: House): Promise<string[]> {
  const rows = await house.door.reader.sql.selectFrom("entry").select("type").orderBy("seq").execute();
  return rows.map((row) => row.type);
}
