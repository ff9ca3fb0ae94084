import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "db/place";
import { onEveryEngine } from "db/testing";
import type { KyselyPlugin } from "kysely";
import { expect, it } from "vitest";
import type { House } from "~/door.server";
import { addJob, hiddenSets, openSet } from "~/import-door.server";
import { importDirectory, recoverImports, runWaitingImports } from "./import-directory.server";
import { newJob, queueImport } from "./queue-import.server";
import { atTheDesk, inFreshHouse, madeDirectory, rowCounts, settingsOf, writtenDirectory } from "./testing-import";

const child = fileURLToPath(new URL("./testing-import-child.ts", import.meta.url));
const timeout = 120_000;

onEveryEngine("An import that is broken off", (place) => {
  const fresh = (body: Parameters<typeof inFreshHouse>[1]) => inFreshHouse(place().kind, body);

  it(
    "leaves nothing visible when its process is killed between two batches, and nothing at all once it is recovered",
    { timeout },
    () =>
      fresh(async (house, at) => {
        const before = await rowCounts(house);
        const { folder, expected } = madeDirectory(at, 60, 9);
        const importing = await standingStill(at, folder, "never");
        importing.kill("SIGKILL");
        await ended(importing);
        const between = await rowCounts(house);
        expect(between.device).toBeGreaterThan(0);
        expect(await visibleAccounts(house)).toBe(0);

        expect(await recoverImports(house)).toBe(1);
        expect(await rowCounts(house)).toEqual({
          ...before,
          entry: before.entry + 2,
          import_job: 1,
          refused_row: between.refused_row,
        });
        expect(await onlyJob(house)).toMatchObject({
          state: "failed",
          doc: { failure: expect.stringContaining("broken off") },
        });
        expect(await entryTypes(house)).toEqual(["directory.import-begun", "directory.import-failed"]);
        expect(await recoverImports(house)).toBe(0);

        const again = await importDirectory(house, atTheDesk, { folder, strict: false });
        expect(again).toMatchObject({ refused: null, refusedRows: expected.refused.length });
      }),
  );

  it("is left alone by one who looks for broken-off imports at the moment it begins", () =>
    fresh(async (house) => {
      const job = {
        ...newJob(house, atTheDesk, { folder: "nowhere", strict: false }, "loading"),
        id: "begun-meanwhile",
      };
      // Right after the first look at the database, another process begins: its job, then its set.
      const reader = beginningAfterFirstLook(house, async () => {
        await addJob(house.writer, { ...job, doc: { ...job.doc, process: { host: "elsewhere", pid: 1 } } });
        await openSet(house.writer, job.id);
      });
      expect(await recoverImports({ ...house, door: { ...house.door, reader } })).toBe(0);
      expect((await hiddenSets(house.door.reader)).map((set) => set.importId)).toEqual([job.id]);
    }));

  it("is not taken for dead while its process lives, and no other import begins beside it", { timeout }, () =>
    fresh(async (house, at) => {
      const { folder } = madeDirectory(at, 60, 10);
      const goOn = join(at.folder, "go-on");
      const importing = await standingStill(at, folder, goOn);
      expect(await recoverImports(house)).toBe(0);
      const second = await importDirectory(house, atTheDesk, { folder, strict: false });
      expect(second.refused).toBe("Another import is under way. Wait until it is done and import again.");
      writeFileSync(goOn, "");
      expect(await ended(importing)).toBe(0);
      expect(await visibleAccounts(house)).toBe(60);
    }),
  );

  it("of uploaded files is carried out by the worker, one after another, and the files are removed", () =>
    fresh(async (house, at) => {
      const uploaded = (name: string, rows: Parameters<typeof writtenDirectory>[1]) => {
        const folder = join(house.door.config.uploadDir, name);
        cpSync(writtenDirectory(at, rows), folder, { recursive: true });
        return folder;
      };
      const good = uploaded("good", { accounts: ["A1,mia,Mia,eu,2020-01-01T00:00:00Z,active,none,en"] });
      const bad = uploaded("bad", { accounts: ["A1"] });
      const first = await queueImport(house, atTheDesk, { folder: good, kept: false });
      const second = await queueImport(house, atTheDesk, { folder: bad, kept: false });
      expect([await runWaitingImports(house), await runWaitingImports(house), await runWaitingImports(house)]).toEqual([
        1, 1, 0,
      ]);
      const jobs = await house.door.reader.sql.selectFrom("import_job").select(["id", "state"]).execute();
      expect(Object.fromEntries(jobs.map((job) => [job.id, job.state]))).toEqual({
        [first]: "done",
        [second]: "failed",
      });
      expect([good, bad].map((folder) => existsSync(folder))).toEqual([false, false]);
    }));
});

/** A process of its own, in the middle of an import, and between two batches. */
async function standingStill(at: Place, folder: string, goOn: string): Promise<ChildProcess> {
  const importing = spawn(process.execPath, ["--import", "tsx", child, folder, goOn], {
    env: { ...process.env, ...settingsOf(at) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise<void>((resolve, reject) => {
    importing.stdout?.once("data", () => resolve());
    importing.once("exit", () => reject(new Error("The import ended before it stood still.")));
  });
  return importing;
}

const ended = (running: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (running.exitCode !== null || running.signalCode !== null) resolve(running.exitCode);
    else running.once("exit", resolve);
  });

async function visibleAccounts(house: House): Promise<number> {
  const visible = house.door.reader.sql.selectFrom("directory_set").select("id").where("visible_at", "is not", null);
  const row = await house.door.reader.sql
    .selectFrom("account")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("set_id", "in", visible)
    .executeTakeFirstOrThrow();
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

/** The house's reader, which lets something happen between the first question it is asked and the second. */
function beginningAfterFirstLook(house: House, begin: () => Promise<void>): House["door"]["reader"] {
  const { reader } = house.door;
  let begun: Promise<void> | null = null;
  let asked = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      asked += 1;
      if (asked === 1) begun = begin();
      await begun;
      return result;
    },
  };
  return { ...reader, sql: reader.sql.withPlugin(plugin) };
}
