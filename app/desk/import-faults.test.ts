import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "db/place";
import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { importDirectory } from "./import-directory.server";
import { atTheDesk, houseIn, inFreshHouse, rowCounts, writtenDirectory } from "./testing-import";

const account = "A1,mia,Mia,eu,2020-01-01T00:00:00Z,active,none,en";

/** Ways to spoil the last file of a good directory, and how the sentence begins. */
const faults: [what: string, spoil: (folder: string) => void, said: string][] = [
  ["is missing", (f) => rmSync(join(f, "answers.csv")), "answers.csv: The file cannot be read (ENOENT)."],
  [
    "is a folder",
    (f) => [rmSync(join(f, "answers.csv")), mkdirSync(join(f, "answers.csv"))],
    "answers.csv: This is not a file.",
  ],
  ["is empty", (f) => writeFileSync(join(f, "answers.csv"), ""), "answers.csv, line 1: The file is empty."],
  [
    "lacks a column",
    (f) => writeFileSync(join(f, "answers.csv"), "account_id,question_id,question\n"),
    "answers.csv, line 1: The column answer is missing.",
  ],
  [
    "has a column too many",
    (f) => writeFileSync(join(f, "answers.csv"), "account_id,question_id,question,answer,hint\n"),
    "answers.csv, line 1: Column 5 is not known.",
  ],
  [
    "has a row of three cells",
    (f) => appendFileSync(join(f, "answers.csv"), "A1,pet,Pet?\n"),
    "answers.csv, line 2: This row has 3 cells and needs 4.",
  ],
  [
    "holds bytes that are not UTF-8",
    (f) => appendFileSync(join(f, "answers.csv"), Buffer.from([0x41, 0xff, 0x0a])),
    "answers.csv, line 2: These bytes are not UTF-8.",
  ],
  [
    "holds a cell over 64 KiB",
    (f) => appendFileSync(join(f, "answers.csv"), `A1,pet,Pet?,${"x".repeat(65_537)}\n`),
    "answers.csv, line 2: A cell is longer than 64 KiB.",
  ],
];

onEveryEngine("An import of a directory whose last file", (place) => {
  let house: House;
  beforeAll(() => {
    house = houseIn(place());
  });
  afterAll(() => house.close());

  it.each(faults)(
    "%s stops before anything is changed, and names file, line and what to do",
    async (_, spoil, said) => {
      const folder = writtenDirectory(place(), { accounts: [account] });
      spoil(folder);
      const before = await rowCounts(house);
      const done = await importDirectory(house, atTheDesk, { folder, strict: false });
      expect(done.refused?.slice(0, said.length)).toBe(said);
      expect(done.refused).toMatch(/import again\. Nothing was changed\.$/);
      expect(await rowCounts(house)).toEqual(before);
    },
  );

  it("changes between the check and the load leaves nothing behind, and the next import goes through", () =>
    inFreshHouse(place().kind, async (fresh, at: Place) => {
      const folder = writtenDirectory(at, { accounts: [account], answers: ["A1,pet,Pet?,Biscuit"] });
      const before = await rowCounts(fresh);
      const done = await importDirectory(fresh, atTheDesk, { folder, strict: false }, (doc) => {
        if (doc.phase === "contacts") appendFileSync(join(folder, "answers.csv"), "A1,street,Street?,Elm\n");
      });
      expect(done.refused).toMatch(/^answers\.csv: The file changed while it was being read\./);
      expect(done.added.account).toBe(0);
      expect(await rowCounts(fresh)).toEqual({ ...before, entry: 2, import_job: 1 });
      expect((await importDirectory(fresh, atTheDesk, { folder, strict: false })).added).toMatchObject({
        account: 1,
        answer: 2,
      });
    }));
});
