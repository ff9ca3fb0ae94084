import { type Event, type EventType, event } from "domain/event";
import { read } from "domain/reading";
import { outcomeOf } from "domain/trail/entry";
import { trailGroups, typesIn } from "domain/trail-groups";
import type { TrailFilter } from "domain/view";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "../engine";
import { eventTypes } from "../entry-data";
import type { Tables } from "../schema";
import { onEveryEngine } from "../testing";
import { tellAll, tellCase } from "../testing-case";
import { cli, ivy, staffed, tellerOf, wait } from "../testing-trail";
import { entryAt, trailPage } from "./trail";
import { typesWith } from "./trail-outcomes";
import { narrowed } from "./trail-walks";

const all: TrailFilter = { actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null };

onEveryEngine("The trail's pages", (place) => {
  let db: Db;
  let reader: Db;
  let entries: Tables["entry"][];
  let outside: ReadonlySet<number>;
  const seqs = async (filter: Partial<TrailFilter>) => {
    const found: number[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await trailPage(reader, { ...all, ...filter }, cursor, 7);
      found.push(...page.rows.map((r) => r.seq));
      if (!page.older) return found;
      cursor = page.older;
    }
  };
  const where = (of: (e: Tables["entry"]) => boolean) =>
    entries
      .filter(of)
      .map((e) => e.seq)
      .reverse();

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    const teller = tellerOf(db);
    await tellAll(teller);
    wait(teller, 1);
    await tellCase(teller, "ida", "t2");
    for (const actor of [staffed("sam", "supervisor"), staffed("ada", "agent")])
      await teller.ledger.enact({
        stream: "reads",
        subject: "ida",
        object: "t2",
        actor,
        request: "r",
        decide: read("ticket.view", ["agent", "supervisor"], event("ticket.viewed", { state: "in_review" })),
      });
    for (const actor of [ivy, cli])
      await teller.ledger.enact({
        stream: "reads",
        subject: null,
        object: null,
        actor,
        request: "r",
        decide: read("entry.view", ["auditor"], event("entry.viewed", { seq: 1 })),
      });
    entries = await db.sql.selectFrom("entry").selectAll().orderBy("seq").execute();
    const listed = await db.sql.selectFrom("reading_outside").select("seq").execute();
    outside = new Set(listed.map((r) => r.seq));
    expect(outside.size).toBeGreaterThan(2);
  });
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("give every entry once, newest first, and the head beside them", async () => {
    expect(await seqs({})).toEqual(where(() => true));
    const page = await trailPage(reader, all, null, 7);
    expect(page).toMatchObject({ size: entries.length, root: expect.stringMatching(/^[0-9a-f]{64}$/), newer: null });
    expect(page.rows[0]).toMatchObject({
      seq: entries.length - 1,
      actor: "cli:test",
      outcome: "denied",
      reason: "not-your-role",
      ticketNumber: null,
    });
  });

  it("give the ticket's number beside its entries", async () => {
    const page = await trailPage(reader, { ...all, ticket: 1002 }, null, 3);
    expect(page.rows.map((r) => [r.object, r.ticketNumber])).toEqual([
      ["t2", 1002],
      ["t2", 1002],
      ["t2", 1002],
    ]);
  });

  it("go back to the newer page, to the last entry", async () => {
    const first = await trailPage(reader, all, null, 7);
    const second = await trailPage(reader, all, first.older, 7);
    const third = await trailPage(reader, all, second.older, 7);
    expect((await trailPage(reader, all, third.newer, 7)).rows).toEqual(second.rows);
    expect(await trailPage(reader, all, second.newer, 7)).toEqual({ ...first, newer: null });
    expect((await trailPage(reader, all, "nonsense", 7)).rows).toEqual(first.rows);
  });

  it("hold exactly what each filter, and any two or three of them together, asks for", async () => {
    const day2 = entries.find((e) => e.object === "t2")?.at ?? "";
    const parts: [Partial<TrailFilter>, (e: Tables["entry"]) => boolean][] = [
      [{ actor: "staff:ada" }, (e) => e.actor === "staff:ada"],
      [{ actor: "staff:bob" }, (e) => e.actor === "staff:bob"],
      [{ type: "serial.checked" }, (e) => e.type === "serial.checked"],
      [{ type: "refused" }, (e) => e.type === "refused"],
      [{ ticket: 1001 }, (e) => e.object === "t1"],
      [{ account: "ida" }, (e) => e.subject === "ida"],
      [{ type: "all-checks" }, (e) => typesIn("all-checks").includes(e.type)],
      [{ type: "all-reads" }, (e) => typesIn("all-reads").includes(e.type)],
      [{ type: "reads-outside" }, (e) => outside.has(e.seq)],
      [{ outcome: "denied" }, (e) => e.outcome === "denied"],
      [{ outcome: "ok" }, (e) => e.outcome === "ok"],
      [{ outcome: "error" }, (e) => e.outcome === "error"],
      [{ from: day2 }, (e) => e.at >= day2],
      [{ to: day2 }, (e) => e.at < day2],
      [{ to: "2026-03-02" }, (e) => e.at < "2026-03-03"],
    ];
    for (const [a, isA] of parts)
      for (const [b, isB] of parts) {
        const both = { ...a, ...b };
        if (Object.keys(both).length < 2 && a !== b) continue;
        expect(await seqs(both), JSON.stringify(both)).toEqual(where((e) => isA(e) && isB(e)));
        const three = { ...both, outcome: "denied" as const };
        if (!both.outcome)
          expect(await seqs(three), JSON.stringify(three)).toEqual(
            where((e) => isA(e) && isB(e) && e.outcome === "denied"),
          );
      }
  });

  it("hold nothing for a ticket that is none, a time to come, and a type that never fails asked for its failures", async () => {
    for (const filter of [
      { ticket: 9 },
      { from: "2099-01-01" },
      { type: "ticket.opened", outcome: "denied" as const },
      { to: "2020-01-01" },
      { actor: "staff:no'body" },
    ])
      expect(await trailPage(reader, { ...all, ...filter }, null, 7)).toMatchObject({
        rows: [],
        older: null,
        newer: null,
      });
  });

  it("refuse a time that is none", async () => {
    await expect(trailPage(reader, { ...all, from: "yesterday" }, null, 7)).rejects.toThrow(RangeError);
  });

  it("open one entry with its exact bytes, and none where there is none", async () => {
    const stored = entries[20];
    const entry = await entryAt(reader, 20);
    expect(entry).toMatchObject({
      seq: 20,
      type: stored?.type,
      json: stored?.bytes.toString("utf8"),
      leaf: stored?.leaf.toString("hex"),
      data: JSON.parse(stored?.bytes.toString("utf8") ?? "").data,
    });
    expect(await entryAt(reader, 9999)).toBeNull();
  });

  it("know which outcomes come with which types, as entries are given them", () => {
    const passing = { result: "match", passed: true, hits: 1, reason: "x", why: "x", looks: "right" };
    const failing = { ...passing, result: "miss", passed: false, looks: "wrong" };
    const outcomes = (type: EventType) =>
      [passing, failing].map((data) => outcomeOf({ type, data } as unknown as Event).outcome);
    expect(eventTypes.filter((t) => outcomes(t).includes("denied")).sort()).toEqual([...typesWith.denied].sort());
    expect(eventTypes.filter((t) => outcomes(t).includes("error")).sort()).toEqual([...typesWith.error].sort());
    expect(eventTypes.filter((t) => !outcomes(t).includes("ok")).sort()).toEqual([...typesWith.neverOk].sort());
  });

  it("look for a group of types in at most fourteen short walks", () => {
    for (const types of Object.values(trailGroups)) {
      expect(types.length).toBeLessThanOrEqual(14);
      expect(new Set(types).size).toBe(types.length);
    }
  });

  it("walk an index for every filter, never the table", async () => {
    if (db.kind !== "sqlite") return;
    for (const column of ["object", "subject", "actor", "type", "outcome"] as const)
      for (const other of ["type", "outcome", "actor"] as const) {
        const equal = column === other ? [[column, "x"] as const] : [[column, "x"] as const, [other, "y"] as const];
        const query = narrowed(db.sql.selectFrom("entry").select("seq"), { equal, from: 0, to: 100 })
          .orderBy("seq", "desc")
          .limit(50)
          .compile();
        const { rows } = await sql<{
          detail: string;
        }>`explain query plan ${sql.raw(query.sql.replaceAll("?", "1"))}`.execute(db.sql);
        const plan = rows.map((r) => r.detail).join("; ");
        expect(plan).toMatch(/^SEARCH entry USING (COVERING )?INDEX entry_/);
        expect(plan).not.toContain("TEMP B-TREE");
      }
    const outsideOfOne = narrowed(db.sql.selectFrom("entry").select("seq"), {
      equal: [["object", "t2"]],
      from: 0,
      to: 100,
      outside: true,
    }).compile();
    const { rows } = await sql<{
      detail: string;
    }>`explain query plan ${sql.raw(outsideOfOne.sql.replaceAll("?", "1"))}`.execute(db.sql);
    expect(rows.map((r) => r.detail).join("; ")).toMatch(/USING (COVERING )?INDEX entry_object.*SEARCH r /);
  });
});
