import { type Event, event } from "domain/event";
import { read, searched } from "domain/reading";
import type { Actor } from "domain/staff";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countEarlier } from "./count-earlier";
import { type Db, openWriter } from "./engine";
import { onEveryEngine } from "./testing";
import { tellAll, tellCase } from "./testing-case";
import { disarm, putBack, type Saved, save } from "./testing-tamper";
import { ivy, staffed, type Teller, tellerOf, wait } from "./testing-trail";
import { verifyDatabase } from "./verify";

const ada = staffed("ada", "agent");
const bob = staffed("bob", "agent");
const sam = staffed("sam", "supervisor");

onEveryEngine("What staff looked at", (place) => {
  let db: Db;
  let teller: Teller;
  let whole: Saved;
  const look = (actor: Actor, of: { account?: string; ticket?: string }, what: Event, decide = read("x", all, what)) =>
    teller.ledger.enact({
      stream: "reads",
      subject: of.account ?? null,
      object: of.ticket ?? null,
      actor,
      request: "r",
      decide,
    });
  const act = (actor: Actor, decided: Event) =>
    teller.ledger.enact({
      stream: "case",
      account: "ida",
      ticket: "t2",
      actor,
      request: "h",
      decide: () => [decided],
    });
  const viewed = event("ticket.viewed", { state: "verifying" });
  const counts = async () => {
    const rows = await db.sql.selectFrom("reading_count").selectAll().orderBy("day").orderBy("actor").execute();
    return rows.map((r) => `${r.day.slice(8)} ${r.actor.slice(6)} ${r.kind} ${r.n}/${r.outside}`).sort();
  };

  beforeAll(async () => {
    db = openWriter(place().url);
    teller = tellerOf(db);
    await tellAll(teller);
    wait(teller, 1);
    await tellCase(teller, "ida", "t2");
    await look(ada, { account: "ida", ticket: "t2" }, viewed);
    await look(ada, { account: "ida", ticket: "t2" }, event("photo.viewed", { photo: "p" }));
    await look(bob, { account: "ida", ticket: "t2" }, event("photo.viewed", { photo: "p" }));
    await look(sam, { account: "ida", ticket: "t2" }, viewed);
    await look(ada, { account: "ida" }, viewed, searched({ kind: "name", hits: 1 }));
    await look(bob, { account: "ida" }, viewed, searched({ kind: "name", hits: 1 }));
    await look(ada, {}, viewed, searched({ kind: "email", hits: 0 }));
    await look(ivy, {}, event("trail.searched", { filter: "ab".repeat(32) }));
    await look(ivy, {}, event("entry.viewed", { seq: 3 }));
    await look(bob, {}, event("entry.viewed", { seq: 3 }), read("entry.view", ["auditor"], viewed));
    // Bob gets the ticket only now: what he looked at before was outside, whenever it is counted.
    await act(sam, event("ticket.handed-over", { from: "ada", to: "bob" }));
    whole = await save(db);
    await disarm(db);
  });
  afterAll(() => db.close());

  it("is counted by day, member and kind, and apart where the reader had no part in the ticket by then", async () => {
    expect((await counts()).filter((c) => c.startsWith(day()))).toEqual(
      [
        "ada miss 1/0",
        "ada photo 1/0",
        "ada search 2/1",
        "ada ticket 1/0",
        "bob photo 1/1",
        "bob search 1/1",
        "bob ticket 1/1",
        "ivy entry 1/0",
        "ivy trail 1/0",
        "sam ticket 1/1",
      ].map((c) => `${day()} ${c}`),
    );
    const outside = await db.sql
      .selectFrom("reading_outside")
      .innerJoin("entry", "entry.seq", "reading_outside.seq")
      .select(["entry.actor", "entry.type", "reading_outside.actor as reader"])
      .where("entry.at", ">", "2026-03-03")
      .orderBy("entry.seq")
      .execute();
    expect(outside.map((o) => `${o.reader} ${o.type}`)).toEqual([
      "staff:bob ticket.viewed",
      "staff:bob photo.viewed",
      "staff:sam ticket.viewed",
      "staff:bob account.searched",
      "staff:ada account.searched",
    ]);
    expect(outside.every((o) => o.actor === o.reader)).toBe(true);
    expect((await verifyDatabase(db)).problem).toBeNull();
  });

  it("is inside once the reader has acted on the ticket, or was handed it", async () => {
    await look(bob, { account: "ida", ticket: "t2" }, viewed);
    await look(sam, { account: "ida", ticket: "t2" }, viewed);
    expect(await counts()).toEqual(expect.arrayContaining([`${day()} bob ticket 2/1`, `${day()} sam ticket 2/1`]));
    await putBack(db, whole);
  });

  it("counts an opened packet, which gives no part: a second look is as much outside as the first", async () => {
    const packet = event("packet.opened", { round: 1, packet: "ab".repeat(32), by: "max" });
    const max = staffed("max", "supervisor");
    await act(max, packet);
    await act(max, packet);
    expect(await counts()).toContain(`${day()} max packet 2/2`);
    expect(
      await db.sql.selectFrom("part").selectAll().where("actor", "=", "staff:max").where("ticket", "=", "t2").execute(),
    ).toEqual([]);
    await putBack(db, whole);
  });

  it("is counted again to the same from a trail that was there before, a little at a time", async () => {
    await db.sql.updateTable("head").set({ counted: 0 }).execute();
    for (const table of ["part", "reading_count", "reading_outside"] as const) await db.sql.deleteFrom(table).execute();
    expect((await verifyDatabase(db)).problem).toBeNull();
    await look(ada, {}, event("entry.viewed", { seq: 1 }));
    expect(await counts()).toEqual([]);
    let done = 0;
    for (let n = await countEarlier(db); n > 0; n = await countEarlier(db)) done += n;
    expect(done).toBe((whole.get("entry")?.length ?? 0) + 1);
    expect((await counts()).filter((c) => !c.includes("ada entry"))).toEqual(
      (whole.get("reading_count") ?? [])
        .map((r) => `${String(r.day).slice(8)} ${String(r.actor).slice(6)} ${r.kind} ${r.n}/${r.outside}`)
        .sort(),
    );
    expect((await verifyDatabase(db)).problem).toBeNull();
    await putBack(db, whole);
  });

  it("is counted again by the verifier, which finds a number, a part or an outside look that was changed", async () => {
    const forge = [
      () => db.sql.updateTable("reading_count").set({ n: 9 }).where("kind", "=", "photo").execute(),
      () => db.sql.updateTable("reading_count").set({ outside: 0 }).where("kind", "=", "search").execute(),
      () => db.sql.deleteFrom("reading_count").where("kind", "=", "entry").execute(),
      () => db.sql.deleteFrom("part").where("actor", "=", "staff:ada").execute(),
      () => db.sql.updateTable("part").set({ seq: 1 }).where("actor", "=", "staff:ada").execute(),
      () => db.sql.insertInto("part").values({ account: "ida", actor: "staff:max", ticket: "t2", seq: 1 }).execute(),
      () => db.sql.deleteFrom("reading_outside").where("actor", "=", "staff:sam").execute(),
      () =>
        db.sql.updateTable("reading_outside").set({ actor: "staff:ada" }).where("actor", "=", "staff:bob").execute(),
      () => db.sql.insertInto("reading_outside").values({ seq: 2, actor: "staff:bob" }).execute(),
    ];
    for (const change of forge) {
      await change();
      expect((await verifyDatabase(db)).problem, String(change)).toMatchObject({ what: "readers-differ" });
      await putBack(db, whole);
    }
    expect((await verifyDatabase(db)).problem).toBeNull();
  });

  const day = () => new Date(teller.now).toISOString().slice(8, 10);
});

const all = ["agent", "supervisor", "auditor", "admin"] as const;
