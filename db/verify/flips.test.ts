import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "../engine";
import type { Tables } from "../schema";
import { onEveryEngine } from "../testing";
import { tellAll } from "../testing-case";
import { disarm, edit, flipped, forge, putBack, type Saved, save } from "../testing-tamper";
import { tellerOf } from "../testing-trail";
import { verifyDatabase } from "../verify";

const texts = ["id", "at", "type", "actor", "subject", "object", "outcome", "reason"] as const;
type Row = Tables["entry"];

onEveryEngine("The verifier, against chance,", (place) => {
  let db: Db;
  let reader: Db;
  let whole: Saved;
  let rows: Row[];
  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    await tellAll(tellerOf(db));
    whole = await save(db);
    rows = whole.get("entry") as unknown as Row[];
    await disarm(db);
  });
  afterEach(() => putBack(db, whole));
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("finds each of 300 bits turned over in entries' bytes, leaf hashes and columns", async () => {
    const missed: unknown[] = [];
    for (let n = 0; n < 300; n++) {
      const row = rows[chance(rows.length)] as Row;
      const change = turnedOver(row);
      await edit(db, row.seq, change);
      const { verdict, problem } = await verifyDatabase(reader);
      if (verdict === "valid" || problem?.seq !== row.seq) missed.push({ seq: row.seq, change, verdict, problem });
      await edit(db, row.seq, row);
    }
    expect(missed).toEqual([]);
    expect((await verifyDatabase(reader)).verdict).toBe("valid");
  }, 240_000);

  it("calls bytes that are no entry malformed, or the root different, and never falls over them", async () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.json().map((text) => Buffer.from(text)),
      fc.constant(Buffer.alloc(20_000, 0x5b)),
      bitsOf(rows[17] as Row),
    );
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        await forge(db, 17, Buffer.from(bytes));
        const { exit, problem } = await verifyDatabase(reader);
        expect([1, 2]).toContain(exit);
        expect(["entry-malformed", "root-differs", "entry-columns", "entry-origin"]).toContain(problem?.what);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

const chance = (below: number): number => Math.floor(Math.random() * below);

/** One bit of one column; text stays text that both engines can hold. */
function turnedOver(row: Row): Partial<Row> {
  const blob = (["bytes", "leaf"] as const)[chance(4)];
  if (blob) return { [blob]: flipped(row[blob], chance(row[blob].length * 8)) };
  const held = texts.filter((column) => row[column] !== null);
  const column = held[chance(held.length)] ?? "id";
  const text = Buffer.from(row[column] ?? "", "utf8");
  const at = chance(text.length);
  const bit = [0, 1, 2, 3, 4].map((b) => (b + at) % 5).find((b) => ((text[at] ?? 0) ^ (1 << b)) >= 0x20) ?? 0;
  return { [column]: flipped(text, at * 8 + bit).toString("utf8") };
}

const bitsOf = (row: Row): fc.Arbitrary<Buffer> =>
  fc.nat({ max: row.bytes.length * 8 - 1 }).map((bit) => flipped(row.bytes, bit));
