import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openWriter } from "./engine";
import { insertRows } from "./insert-rows";
import { onEveryEngine } from "./testing";

onEveryEngine("Many rows at once", (place) => {
  let db: Db;
  beforeAll(() => {
    db = openWriter(place().url);
  });
  afterAll(() => db.close());

  const rowsOf = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => ({ id: `q${from + i}`, text: `Question "${from + i}"?` }));

  it.each([0, 1, 5, 64, 163])("are all inserted, each once, when there are %i of them", async (n) => {
    await db.sql.deleteFrom("question").execute();
    await db.sql.transaction().execute((tx) => insertRows(tx, db.kind, "question", rowsOf(0, n)));
    const kept = await db.sql.selectFrom("question").selectAll().execute();
    expect(kept.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))).toEqual(rowsOf(0, n));
  });

  it("that are there already are passed over, and the others are told", async () => {
    await db.sql.deleteFrom("question").execute();
    const told = await db.sql.transaction().execute(async (tx) => {
      await insertRows(tx, db.kind, "question", rowsOf(50, 100));
      return insertRows<"question", { id: string }>(
        tx,
        db.kind,
        "question",
        rowsOf(0, 150),
        "on conflict (id) do nothing returning id",
      );
    });
    expect(told.map((row) => row.id)).toEqual([...rowsOf(0, 50), ...rowsOf(100, 150)].map((row) => row.id));
  });

  it("go or stay together with their transaction, and a statement serves again after an error", async () => {
    await db.sql.deleteFrom("question").execute();
    const twice = db.sql.transaction().execute(async (tx) => {
      await insertRows(tx, db.kind, "question", rowsOf(0, 64));
      await insertRows(tx, db.kind, "question", rowsOf(0, 64));
    });
    await expect(twice).rejects.toThrow(/unique/i);
    await db.sql.transaction().execute((tx) => insertRows(tx, db.kind, "question", rowsOf(0, 64)));
    const { rows } = await sql<{ n: number }>`select count(*) as n from question`.execute(db.sql);
    expect(Number(rows[0]?.n)).toBe(64);
  });
});
