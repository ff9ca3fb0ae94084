import { append, rootOf } from "domain/trail/tree";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "./engine";
import { readHead, type TrailHead } from "./head";
import { onEveryEngine } from "./testing";
import { tellAll, tellCase } from "./testing-case";
import { disarm, edit, flipped, forge, putBack, type Saved, save } from "./testing-tamper";
import { tellerOf, wait } from "./testing-trail";
import { verifyDatabase } from "./verify";

onEveryEngine("The verifier", (place) => {
  let db: Db;
  let reader: Db;
  let whole: Saved;
  /** The database as it stood when hal's recovery was done, and the head an auditor wrote down then. */
  let earlier: Saved;
  let earlierHead: TrailHead;
  let head: TrailHead;
  const verify = (olderHead?: { size: number; root: string }) => verifyDatabase(reader, olderHead ? { olderHead } : {});
  const bytesOf = async (seq: number) =>
    (await db.sql.selectFrom("entry").select("bytes").where("seq", "=", seq).executeTakeFirstOrThrow()).bytes;

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    const teller = tellerOf(db);
    await tellAll(teller);
    earlier = await save(db);
    earlierHead = await readHead(db);
    wait(teller, 1);
    await tellCase(teller, "ida", "t2");
    whole = await save(db);
    head = await readHead(db);
    await disarm(db);
  });
  afterEach(() => putBack(db, whole));
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("finds an untouched database valid, and says what that does not exclude", async () => {
    const verdict = await verify();
    expect(verdict.report).toMatch(/^Valid: \d+ entries of countersign\/test, root [0-9a-f]{64}\./);
    expect(verdict.report).toContain(`${verdict.checked.accounts} accounts with cases, `);
    expect(verdict).toMatchObject({
      verdict: "valid",
      exit: 0,
      problem: null,
      size: head.size,
      root: head.root,
      origin: "countersign/test",
    });
    expect(verdict.checked).toMatchObject({
      entries: head.size,
      tickets: 2,
      accounts: 2,
      approvals: 2,
      staff: 5,
      imports: 1,
    });
    expect(verdict.report).toContain("Not excluded: that entries were cut off the end");
  });

  it("finds it valid from an older head too, and says what is left to exclude then", async () => {
    const verdict = await verify(earlierHead);
    expect(verdict.exit).toBe(0);
    expect(verdict.report).toContain(`Not excluded: that entries after the older head's ${earlierHead.size}`);
  });

  it("tells how far it is", async () => {
    const seen: string[] = [];
    await verifyDatabase(reader, { onProgress: (p) => seen.push(`${p.what} ${p.done}/${p.of}`) });
    expect(seen[0]).toBe(`entries ${head.size}/${head.size}`);
    expect(seen.at(-1)).toMatch(/^cases (\d+)\/\1$/);
  });

  it("cannot check what was demanded without an older head, or with one that is none", async () => {
    expect(await verifyDatabase(reader, { requireOlderHead: true })).toMatchObject({ verdict: "unchecked", exit: 3 });
    expect(await verify({ size: 3, root: "not hex" })).toMatchObject({ verdict: "unchecked", exit: 3 });
  });

  describe("names the first entry that was", () => {
    it.each(["first", "middle", "last"])("changed by one byte: the %s", async (which) => {
      const seq = which === "first" ? 0 : which === "last" ? head.size - 1 : 20;
      await edit(db, seq, { bytes: flipped(await bytesOf(seq), 333) });
      expect(await verify()).toMatchObject({ verdict: "tampered", exit: 1, problem: { what: "entry-changed", seq } });
    });

    it("given another leaf hash", async () => {
      await edit(db, 7, { leaf: Buffer.alloc(32) });
      expect((await verify()).problem).toMatchObject({ what: "entry-changed", seq: 7 });
    });

    it("deleted, from the middle and from the end", async () => {
      await db.sql.deleteFrom("entry").where("seq", "=", 12).execute();
      expect((await verify()).problem).toMatchObject({ what: "entry-missing", seq: 12 });
      await putBack(db, whole);
      await db.sql
        .deleteFrom("entry")
        .where("seq", "=", head.size - 1)
        .execute();
      expect((await verify()).problem).toMatchObject({ what: "entry-missing", seq: head.size - 1 });
    });

    it("swapped with another", async () => {
      const [a, b] = await db.sql.selectFrom("entry").selectAll().where("seq", "in", [5, 9]).orderBy("seq").execute();
      if (!a || !b) throw new Error("The story is too short.");
      await db.sql.deleteFrom("entry").where("seq", "in", [5, 9]).execute();
      await db.sql
        .insertInto("entry")
        .values([
          { ...a, seq: 9 },
          { ...b, seq: 5 },
        ])
        .execute();
      expect((await verify()).problem).toMatchObject({ what: "entries-swapped", seq: 5 });
    });

    it("inserted between others, before all, or after the last", async () => {
      const copy = await db.sql.selectFrom("entry").selectAll().where("seq", "=", 3).executeTakeFirstOrThrow();
      await db.sql
        .insertInto("entry")
        .values({ ...copy, seq: head.size, id: "slipped-in" })
        .execute();
      expect((await verify()).problem).toMatchObject({ what: "entry-beyond-head", seq: head.size });
      await db.sql.updateTable("entry").set({ seq: -1 }).where("id", "=", "slipped-in").execute();
      expect((await verify()).problem).toMatchObject({ what: "entry-missing", seq: 0 });
      await putBack(db, whole);
      for (let seq = head.size - 1; seq >= 10; seq--) await edit(db, seq, { seq: seq + 1 });
      await db.sql
        .insertInto("entry")
        .values({ ...copy, seq: 10, id: "slipped-in" })
        .execute();
      expect((await verify()).problem).toMatchObject({ what: "entry-inserted", seq: 10 });
      await putBack(db, whole);
      await db.sql.deleteFrom("entry").where("seq", "=", 10).execute();
      for (let seq = 11; seq < head.size; seq++) await edit(db, seq, { seq: seq - 1 });
      expect((await verify()).problem).toMatchObject({ what: "entry-missing", seq: 10 });
    });

    it.each(["id", "at", "type", "actor", "subject", "object", "outcome", "reason"])(
      "changed in its column %s alone",
      async (column) => {
        await edit(db, 15, { [column]: "other" });
        expect((await verify()).problem).toMatchObject({ what: "entry-columns", seq: 15, verdict: "tampered" });
      },
    );

    it("taken from another trail, or dated before the one it follows", async () => {
      await db.sql.updateTable("head").set({ origin: "countersign/other" }).execute();
      expect((await verify()).problem).toMatchObject({ what: "entry-origin", seq: 0 });
      await putBack(db, whole);
      const entry = JSON.parse((await bytesOf(30)).toString("utf8"));
      const at = "2020-01-01T00:00:00.000Z";
      await forge(db, 30, Buffer.from(JSON.stringify({ ...entry, at })));
      await edit(db, 30, { at });
      expect((await verify()).problem).toMatchObject({ what: "entry-time", seq: 30 });
    });
  });

  describe("says that the root differs", () => {
    it.each([0, 21, "last"] as const)(
      "when entry %s and its leaf hash were changed to fit each other",
      async (which) => {
        const seq = which === "last" ? head.size - 1 : which;
        const entry = JSON.parse((await bytesOf(seq)).toString("utf8"));
        await forge(db, seq, Buffer.from(JSON.stringify({ ...entry, request: "another" })));
        const verdict = await verify();
        expect(verdict).toMatchObject({ exit: 1, problem: { what: "root-differs", seq: null } });
        expect(verdict.report).toContain("root differs");
      },
    );

    it("when a stored subtree hash, or the head's range, was changed", async () => {
      await db.sql
        .updateTable("node")
        .set({ hash: Buffer.alloc(32, 7) })
        .where("level", "=", 2)
        .where("idx", "=", 1)
        .execute();
      expect((await verify()).problem).toMatchObject({ what: "root-differs" });
      await putBack(db, whole);
      await db.sql.deleteFrom("node").where("level", "=", 1).where("idx", "=", 3).execute();
      expect((await verify()).problem).toMatchObject({ what: "root-differs" });
      await putBack(db, whole);
      await db.sql
        .updateTable("head")
        .set({ range: Buffer.alloc(64, 7) })
        .execute();
      expect((await verify()).problem).toMatchObject({ what: "root-differs" });
    });
  });

  it("finds a subtree hash too many, a head that counts more, and a head of another time", async () => {
    await db.sql
      .insertInto("node")
      .values({ level: 30, idx: 0, hash: Buffer.alloc(32) })
      .execute();
    expect((await verify()).problem).toMatchObject({ what: "subtree-unfounded" });
    await putBack(db, whole);
    await db.sql
      .updateTable("head")
      .set({ size: head.size + 1 })
      .execute();
    expect((await verify()).problem).toMatchObject({ what: "entry-missing", seq: head.size });
    await putBack(db, whole);
    await db.sql.updateTable("head").set({ at: "2026-01-01T00:00:00.000Z" }).execute();
    expect((await verify()).problem).toMatchObject({ what: "head-time" });
    await db.sql.deleteFrom("head").execute();
    expect(await verify()).toMatchObject({ exit: 2, problem: { what: "head-missing" } });
  });

  describe("with the tail cut off", () => {
    it("finds a head wound back by the rows that are left over", async () => {
      await cutTo(db, head.size - 2);
      expect(await verify()).toMatchObject({ exit: 1, problem: { what: "row-differs" } });
    });

    it("calls it cut off where an older head says so and rows are left over", async () => {
      await cutTo(db, head.size - 2);
      expect(await verify(head)).toMatchObject({ exit: 1, problem: { what: "cut-off", seq: head.size - 2 } });
    });

    it("finds a last entry of which no row speaks only with an older head", async () => {
      await cutTo(db, head.size - 1);
      expect((await verify()).problem).toMatchObject({ what: "readers-differ" });
      await uncount(db, head.size - 1);
      expect(await verify()).toMatchObject({ exit: 0 });
      expect(await verify(head)).toMatchObject({ exit: 1, problem: { what: "restored", seq: head.size - 1 } });
    });

    it("finds an old backup valid without an older head, and says plainly that it cannot exclude it", async () => {
      await putBack(db, earlier);
      const verdict = await verify();
      expect(verdict).toMatchObject({ exit: 0, size: earlierHead.size });
      expect(verdict.notExcluded[0]).toContain("cut off the end");
    });

    it("tells an old backup from a cut tail, with an older head: everything in it fits", async () => {
      await putBack(db, earlier);
      expect(await verify(head)).toMatchObject({ exit: 1, problem: { what: "restored", seq: earlierHead.size } });
    });

    it("finds a whole trail that was written anew with an older head", async () => {
      const other = "ab".repeat(32);
      for (const size of [0, 1, 2, head.size])
        expect(await verify({ size, root: other })).toMatchObject({ exit: 1, problem: { what: "rewritten" } });
    });
  });
});

/** Takes the last look out of the counts of what staff looked at, as the same thief would with more patience. */
async function uncount(db: Db, seq: number): Promise<void> {
  const day = (await db.sql.selectFrom("head").select("at").executeTakeFirstOrThrow()).at.slice(0, 10);
  await db.sql.deleteFrom("reading_count").where("day", "=", day).where("actor", "=", "staff:bob").execute();
  await db.sql.deleteFrom("reading_outside").where("seq", "=", seq).execute();
}

/** Cuts entries off and winds the head back, as a thief would who knows the tree but not the fold. */
async function cutTo(db: Db, size: number): Promise<void> {
  const rows = await db.sql.selectFrom("entry").select(["leaf", "at"]).where("seq", "<", size).orderBy("seq").execute();
  let range: Buffer[] = [];
  for (const [i, row] of rows.entries()) range = append(range, i, row.leaf).range;
  await db.sql.deleteFrom("entry").where("seq", ">=", size).execute();
  for (let level = 1; 2 ** level <= 2 * size; level++)
    await db.sql
      .deleteFrom("node")
      .where("level", "=", level)
      .where("idx", ">=", Math.floor(size / 2 ** level))
      .execute();
  await db.sql
    .updateTable("head")
    .set({ size, range: Buffer.concat(range), at: rows.at(-1)?.at ?? "" })
    .execute();
  expect((await readHead(db)).root).toBe(rootOf(range).toString("hex"));
}
