import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { digestOfSet } from "db/import-digest";
import { onEveryEngine } from "db/testing";
import { expect, it } from "vitest";
import type { House } from "~/door.server";
import { importDirectory } from "./import-directory.server";
import {
  atTheDesk,
  type Expected,
  type ExpectedRow,
  expectedIn,
  inFreshHouse,
  madeDirectory,
  refusedIn,
  rowCounts,
} from "./testing-import";

const shared = fileURLToPath(new URL("../../../shared/data/directory-500/", import.meta.url));
if (!existsSync(shared))
  console.log(
    "../shared/data/directory-500 is not here: its rows are not compared, those of the project's own directories are.",
  );

const timeout = 120_000;

onEveryEngine("An import of a directory", (place) => {
  const fresh = (body: Parameters<typeof inFreshHouse>[1]) => inFreshHouse(place().kind, body);

  it.each([1, 2, 3, 4, 5])("refuses exactly the faulty rows of the made-up directory %i and takes the others", (seed) =>
    fresh(async (house, at) => {
      const { folder, expected } = madeDirectory(at, 60, seed);
      await refusesAsExpected(house, folder, expected);
    }),
  );

  it.skipIf(!existsSync(shared))(
    "refuses exactly the rows that directory-500 expects and takes the others",
    { timeout },
    () => fresh((house) => refusesAsExpected(house, shared, expectedIn(shared))),
  );

  it("changes nothing when the same directory comes again, and says so in two entries of its own", () =>
    fresh(async (house, at) => {
      const { folder, expected } = madeDirectory(at, 60, 6);
      const first = await load(house, folder);
      const before = await rowCounts(house);
      const again = await load(house, folder);
      expect(again.added).toEqual({ account: 0, contact: 0, device: 0, answer: 0 });
      expect(again.same).toBe(rowsOf(expected) - expected.refused.length);
      expect(await refusedIn(house, again.importId)).toEqual(await refusedIn(house, first.importId));
      const after = await rowCounts(house);
      const { directory_set, entry, import_job, refused_row, ...rows } = before;
      expect(after).toEqual({
        ...rows,
        directory_set: directory_set + 1,
        entry: entry + 2,
        import_job: import_job + 1,
        refused_row: refused_row * 2,
      });
    }));

  it("enters the files' digests and, for each table, the count and the digest that the rows on file have", () =>
    fresh(async (house, at) => {
      const { folder, expected } = madeDirectory(at, 40, 7);
      const { importId } = await load(house, folder);
      const entries = await house.door.reader.sql
        .selectFrom("entry")
        .select(["type", "bytes"])
        .orderBy("seq")
        .execute();
      expect(entries.map((e) => e.type)).toEqual(["directory.import-begun", "directory.imported"]);
      const [begun, done] = entries.map((e) => JSON.parse(e.bytes.toString("utf8")).data);
      expect(done).toEqual({
        set: importId,
        files: begun.files,
        refused: expected.refused.length,
        rows: await digestOfSet(house.door.reader, importId),
      });
      expect(begun.files.map((f: { file: string }) => f.file)).toEqual([
        "accounts.csv",
        "contacts.csv",
        "devices.csv",
        "answers.csv",
      ]);
      await house.writer.sql
        .updateTable("device")
        .set({ bound_at: "2001-01-01T00:00:00.000Z" })
        .where("id", "in", (q) => q.selectFrom("device").select("id").limit(1))
        .execute();
      expect(await digestOfSet(house.door.reader, importId)).not.toEqual(done.rows);
    }));

  it("takes none of it when it is strict and a row is refused, and keeps the report", () =>
    fresh(async (house, at) => {
      const { folder, expected } = madeDirectory(at, 40, 8);
      const before = await rowCounts(house);
      const done = await importDirectory(house, atTheDesk, { folder, strict: true });
      expect(done.refused).toMatch(
        /rows were refused, and a strict import takes all rows or none\. Nothing was loaded\./,
      );
      expect(sorted(await refusedIn(house, done.importId))).toEqual(sorted(expected.refused));
      expect(await rowCounts(house)).toEqual({
        ...before,
        entry: 2,
        import_job: 1,
        refused_row: expected.refused.length,
      });
      expect((await importDirectory(house, atTheDesk, { folder, strict: false })).refused).toBeNull();
    }));
});

const load = (house: House, folder: string) => importDirectory(house, atTheDesk, { folder, strict: false });

async function refusesAsExpected(house: House, folder: string, expected: Expected): Promise<void> {
  const done = await load(house, folder);
  expect(done.refused).toBeNull();
  expect(sorted(await refusedIn(house, done.importId))).toEqual(sorted(expected.refused));
  const taken = Object.values(done.added).reduce((sum, n) => sum + n, 0) + done.same;
  expect(taken).toBe(rowsOf(expected) - expected.refused.length);
}

const sorted = (rows: ExpectedRow[]) =>
  rows.map((r) => `${r.file}:${String(r.line).padStart(6, "0")} ${r.reason}`).sort();
const rowsOf = (expected: Expected) => Object.values(expected.rows).reduce((sum, n) => sum + n, 0);
