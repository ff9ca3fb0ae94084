import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { digestOfSet } from "db/import-digest";
import { refusedRows } from "db/import-refused";
import { onEveryEngine } from "db/testing";
import { cleanUsername } from "domain/look-up";
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
  rowCounts,
  writtenDirectory,
} from "./testing-import";

const shared = fileURLToPath(new URL("../../../shared/data/directory-500/", import.meta.url));
if (!existsSync(shared))
  console.log(
    "../shared/data/directory-500 is not here: its rows are not compared, those of the project's own directories are.",
  );

onEveryEngine("An import of a directory", (place) => {
  const fresh = (body: Parameters<typeof inFreshHouse>[1]) => inFreshHouse(place().kind, body);

  it.each([1, 2, 3, 4, 5])("refuses exactly the faulty rows of the made-up directory %i and takes the others", (seed) =>
    fresh(async (house, at) => {
      const { folder, expected } = madeDirectory(at, 60, seed);
      await refusesAsExpected(house, folder, expected);
    }),
  );

  it.skipIf(!existsSync(shared))("refuses exactly the rows that directory-500 expects and takes the others", () =>
    fresh((house) => refusesAsExpected(house, shared, expectedIn(shared))),
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

  it("adds new contacts, devices and answers to accounts it knows, and leaves what it has as it was", () =>
    fresh(async (house, at) => {
      const account = "A1,mia,Mia,eu,2020-01-01T00:00:00Z,active,none,en";
      await load(
        house,
        writtenDirectory(at, {
          accounts: [account],
          devices: ["A1,L38239367,m,2020-01-01T00:00:00Z,"],
          answers: ["A1,pet,Pet?,Biscuit"],
        }),
      );
      const folder = writtenDirectory(at, {
        accounts: [account.replace("Mia", "Somebody Else")],
        contacts: ["A1,phone,+14155550100,2020-01-01T00:00:00Z", "A1,phone,+14155550100,2021-01-01T00:00:00Z"],
        devices: [
          "A1,s/n: l38239367,m,2020-01-01T00:00:00Z,",
          "A1,DS-2CD2042WD-I20170308RR138239367,m,2020-01-01T00:00:00Z,",
        ],
        answers: ["A1,pet,Pet?,Another", "A1,street,Street?,Elm"],
      });
      const done = await load(house, folder);
      expect(done).toMatchObject({
        added: { account: 0, contact: 1, device: 1, answer: 1 },
        same: 4,
        refusedRows: 0,
        toHarden: 1,
      });
      expect(await openedOf(house, "mia", "name")).toBe("Mia");
    }));

  it("keeps tabs, quotes, line feeds, any script and a leading = in names as they are", () =>
    fresh(async (house, at) => {
      const names = ['=HYPERLINK("x")', "Hans\tMeyer", 'Jean "JL", Luc', "Two\nLines", "محمد علي", "  spaced  "];
      const rows = names.map(
        (name, i) => `A${i},user${i},"${name.replaceAll('"', '""')}",eu,2020-01-01T00:00:00Z,active,none,en`,
      );
      await load(house, writtenDirectory(at, { accounts: rows }));
      const kept = await Promise.all(names.map((_, i) => openedOf(house, `USER${i} `, "name")));
      expect(kept).toEqual(names);
    }));

  it("names the line on which a row starts, also after rows of several lines", () =>
    fresh(async (house, at) => {
      const row = (id: string, name: string, created: string) => `${id},${id},"${name}",eu,${created},active,none,en`;
      const folder = writtenDirectory(at, {
        accounts: [
          row("A1", "a\nb\nc", "2020-01-01T00:00:00Z"),
          row("A2", "d\ne", "never"),
          "",
          row("A3", "f", "never"),
        ],
      });
      const done = await load(house, folder);
      expect((await refusedIn(house, done.importId)).map((r) => r.line)).toEqual([5, 8]);
    }));

  it("tells how many accounts came with little to prove", () =>
    fresh(async (house, at) => {
      const account = (id: string, factor: string) => `${id},${id},Name,eu,2020-01-01T00:00:00Z,active,${factor},en`;
      const folder = writtenDirectory(at, {
        accounts: [account("A1", "none"), account("A2", "sms")],
        contacts: ["A2,email,a2@example.com,2020-01-01T00:00:00Z"],
      });
      expect((await load(house, folder)).leftOut).toEqual({ withoutContacts: 1, smsWithoutPhone: 1, fewAnswers: 2 });
    }));

  it("is refused to anyone who is no admin and not at the command line", () =>
    fresh(async (house, at) => {
      const agent = {
        actor: { id: "requester:x", role: "requester", auth: "none", session: null },
        request: "r",
      } as const;
      const done = await importDirectory(house, agent, { folder: writtenDirectory(at, {}), strict: false });
      expect(done.refused).toBe("Only an admin, or someone at the command line, may import a directory.");
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

async function refusedIn(house: House, importId: string): Promise<ExpectedRow[]> {
  const rows: ExpectedRow[] = [];
  for await (const { file, line, reason } of refusedRows(house.door.reader, importId))
    rows.push({ file, line, reason });
  return rows;
}

const sorted = (rows: ExpectedRow[]) =>
  rows.map((r) => `${r.file}:${String(r.line).padStart(6, "0")} ${r.reason}`).sort();
const rowsOf = (expected: Expected) => Object.values(expected.rows).reduce((sum, n) => sum + n, 0);

async function openedOf(house: House, username: string, field: string): Promise<string | undefined> {
  const digest = house.door.secrets.lookup("username", cleanUsername(username));
  const { account_id } = await house.door.reader.sql
    .selectFrom("lookup")
    .select("account_id")
    .where("kind", "=", "username")
    .where("digest", "=", digest)
    .executeTakeFirstOrThrow();
  return (await house.door.vault.open(account_id, field))?.toString("utf8");
}
