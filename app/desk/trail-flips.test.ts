import { onEveryEngine } from "db/testing";
import { disarm, edit, flipped } from "db/testing-tamper";
import { cli } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import type { VerifierKey } from "domain/trail/note";
import { checked } from "domain/trail/testing-bundle";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { growTrail } from "../../bench/grow-trail";
import { exportHere } from "./export-here.server";
import { logKeysOf } from "./publish-checkpoint.server";
import { type Files, filesIn } from "./testing-bundle";
import { everything } from "./testing-exports";
import { houseIn } from "./testing-import";

/**
 * How many bits are turned over: 2,000 on SQLite, fewer on PostgreSQL, where only the database differs. Full bundles are told
 * again as a story up to the flipped line, filtered ones are only hashed: of these there can be more. By hand more in the
 * database: COUNTERSIGN_FLIPS=2000.
 */
const byHand = process.env.COUNTERSIGN_FLIPS ? { database: Number(process.env.COUNTERSIGN_FLIPS) } : {};
const flipsOn = {
  sqlite: { full: 200, filtered: 1650, database: 150, ...byHand },
  postgres: { full: 5, filtered: 20, database: 40, ...byHand },
};

onEveryEngine("A trail of 5,000 entries", (place) => {
  let house: House;
  let keys: VerifierKey[];
  const bundles = new Map<"full" | "filtered", Files>();

  beforeAll(async () => {
    await growTrail(place(), 5000);
    house = houseIn(place());
    keys = [(await logKeysOf(house.door)).signer];
    const who = { actor: cli, request: "flips" };
    for (const [kind, type] of [
      ["full", null],
      ["filtered", "ticket.approved"],
    ] as const) {
      const out = `${place().folder}/${kind}`;
      const form = {
        filter: { ...everything, type },
        ticketAlone: false,
        renderings: [],
        older: null,
        reason: "All of it",
      };
      await exportHere(house, who, form, { out, work: new AbortController(), onProgress: () => {} });
      bundles.set(kind, filesIn(out));
    }
  }, 240_000);
  afterAll(() => house.close());

  it.each(["full", "filtered"] as const)(
    "in a %s bundle is found whole, and each bit turned over in it is found, with its entry",
    (kind) => {
      const files = bundles.get(kind) as Files;
      expect(checked(files, { keys })).toMatchObject({ problem: null, kind, storyTold: kind === "full" });
      const missed: unknown[] = [];
      for (let n = 0; n < flipsOn[place().kind][kind]; n++) {
        const { name, bit, line } = somewhereIn(files);
        const { problem } = checked(new Map(files).set(name, flipped(files.get(name) as Buffer, bit)), { keys });
        if (!problem || (line !== null && problem.seq !== line)) missed.push({ name, bit, line, problem });
      }
      expect(missed).toEqual([]);
      expect(checked(files, { keys }).problem).toBeNull();
    },
    240_000,
  );

  it("in the database is found whole, and each bit turned over in it is found, with its entry", async () => {
    const { writer, door } = house;
    expect(await verifyDatabase(door.reader)).toMatchObject({ verdict: "valid" });
    await disarm(writer);
    const size = (await writer.sql.selectFrom("head").select("size").executeTakeFirstOrThrow()).size;
    const missed: unknown[] = [];
    for (let n = 0; n < flipsOn[place().kind].database; n++) {
      const seq = chance(size);
      const row = await writer.sql.selectFrom("entry").selectAll().where("seq", "=", seq).executeTakeFirstOrThrow();
      const column = chance(8) === 0 ? "leaf" : "bytes";
      const bit = chance(row[column].length * 8);
      await edit(writer, seq, { [column]: flipped(row[column], bit) });
      const { verdict, problem } = await verifyDatabase(door.reader);
      if (verdict === "valid" || problem?.seq !== seq) missed.push({ seq, column, bit, problem });
      await edit(writer, seq, { [column]: row[column] });
    }
    expect(missed).toEqual([]);
    expect((await verifyDatabase(door.reader)).verdict).toBe("valid");
  }, 1_200_000);
});

const chance = (below: number): number => Math.floor(Math.random() * below);

/** A bit of any file, each byte of the bundle as likely as another; with the line it is on, where a line is an entry's. */
function somewhereIn(files: Files): { name: string; bit: number; line: number | null } {
  let at = chance([...files.values()].reduce((all, bytes) => all + bytes.length, 0));
  for (const [name, bytes] of files) {
    if (at >= bytes.length) {
      at -= bytes.length;
      continue;
    }
    const isEntries = name === "entries.jsonl" || name === "leaves.txt";
    return { name, bit: at * 8 + chance(8), line: isEntries ? lineAt(bytes, at) : null };
  }
  throw new Error("The bundle is empty.");
}

function lineAt(bytes: Buffer, at: number): number {
  let line = 0;
  for (let end = bytes.indexOf(10); end >= 0 && end < at; end = bytes.indexOf(10, end + 1)) line += 1;
  return line;
}
