import { liftLegalHold, placeLegalHold } from "domain/erasure";
import { type Event, event } from "domain/event";
import { askGlass, closeGlass, confirmGlass } from "domain/glass";
import { strayLookups } from "domain/lookups";
import { addOwnContact, linkAccount, removeOwnContact } from "domain/own-contacts";
import { read, searched } from "domain/reading";
import { reveal } from "domain/reveal";
import type { Actor } from "domain/staff";
import { hours, minutes } from "domain/time";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Db, openWriter } from "./engine";
import type { Keep } from "./keep";
import { loadCase, loadCaseFacts } from "./load";
import { ownAccounts } from "./load-ties";
import { acknowledgedBy, glassAsked, glassBroken, glassOver } from "./read/glass";
import { lookupsBetween, partsBeside } from "./read/lookups";
import { sightOf } from "./read/sight";
import { onEveryEngine } from "./testing";
import { tellAll, tellCase } from "./testing-case";
import { rob, stepsUp, tellAdmins } from "./testing-erasure";
import { disarm, putBack, type Saved, save } from "./testing-tamper";
import { cli, granted, staffed, type Teller, tellerOf, wait } from "./testing-trail";
import { verifyDatabase } from "./verify";

const [ada, bob, sam, max] = [
  staffed("ada", "agent"),
  staffed("bob", "agent"),
  staffed("sam", "supervisor"),
  staffed("max", "supervisor"),
];
const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
const said = { id: "why", commitment: "ab".repeat(32) };

onEveryEngine("Need to know", (place) => {
  let db: Db;
  let t: Teller;
  let whole: Saved;
  let now: number;
  const onTicket = (actor: Actor, decide: ReturnType<typeof askGlass>, query = {}) =>
    t.ledger.enact({ stream: "case", account: "hal", ticket: "t1", actor, request: `r-${t.now}`, decide, query });
  const onStaff = (id: string, decide: ReturnType<typeof linkAccount>, keep: Keep[] = []) =>
    granted(t.ledger.enact({ stream: "staff", id, actor: cli, request: "own", decide, keep }));
  const look = (
    actor: Actor,
    what: Event,
    of: { account: string; ticket: string | null },
    decide = read("x", all, what),
  ) => t.ledger.enact({ stream: "reads", subject: of.account, object: of.ticket, actor, request: "look", decide });
  const all = ["agent", "supervisor", "admin"] as const;
  const contactOf = async (staff: string, contact: string, digest: string) => {
    const row = { id: contact, staff_id: staff, kind: "email", digest: Buffer.from(digest) };
    const decide = addOwnContact({ contact, kind: "email", commitment: "ab".repeat(32), same: null });
    await onStaff(staff, decide, [{ keep: "staff-contact", row }]);
  };
  const link = (staff: string, account: string) =>
    onStaff(staff, linkAccount(account), [{ keep: "staff-account", row: { account_id: account, staff_id: staff } }]);
  const isOwn = async (actor: Actor, account: string, ticket: string | null = null) => {
    const c = await loadCase(db.sql, account, ticket);
    return (await loadCaseFacts(db.sql, c, account, actor, t.now)).ownAccount;
  };
  async function breakGlass(glass: string) {
    const first = await stepsUp(t, sam, "t1", "glass");
    await granted(onTicket(sam, askGlass({ glass, reason: "complaint", note: said, stepUp: first })));
    const second = await stepsUp(t, max, "t1", "glass");
    return granted(onTicket(max, confirmGlass({ glass, stepUp: second }), { admins: true }));
  }

  beforeAll(async () => {
    db = openWriter(place().url);
    t = tellerOf(db);
    await tellAll(t);
    await tellAdmins(t);
    wait(t, 1);
    await tellCase(t, "ida", "t2");
    whole = await save(db);
    now = t.now;
    await disarm(db);
  });
  afterEach(async () => {
    await putBack(db, whole);
    t.now = now;
  });
  afterAll(() => db.close());

  describe("What is a member's own", () => {
    it("is found by a link, by a contact, and by a contact shared with a linked account, by every account of the human", async () => {
      expect([await isOwn(ada, "hal"), await isOwn(ada, "ida")]).toEqual([false, false]);
      await link("ada", "hal");
      expect([await isOwn(ada, "hal"), await isOwn(bob, "hal"), await isOwn(ada, "ida")]).toEqual([true, false, false]);
      await contactOf("bob", "k-bob", "phone-of-ida");
      expect([await isOwn(bob, "ida"), await isOwn(worker, "ida")]).toEqual([true, false]);
      await db.sql
        .updateTable("contact")
        .set({ digest: Buffer.from("phone-of-ida") })
        .where("id", "=", "phone-hal")
        .execute();
      expect(await isOwn(ada, "ida")).toBe(true);
      expect([...(await ownAccounts(db.sql, ["bob"]))].sort()).toEqual(["hal", "ida"]);
      expect([...(await ownAccounts(db.sql, []))]).toEqual([]);
    });

    it("is found by the contact that a ticket would bind", async () => {
      await contactOf("bob", "k-bob", "digest of new-t2");
      expect([await isOwn(bob, "ida", "t2"), await isOwn(bob, "ida")]).toEqual([true, false]);
      expect([...(await ownAccounts(db.sql, ["bob"]))]).toEqual(["ida"]);
    });

    it("is what the entries say, which the verifier compares", async () => {
      await contactOf("bob", "k-bob", "phone-of-ida");
      await link("ada", "hal");
      expect((await verifyDatabase(db)).problem).toBeNull();
      await db.sql.updateTable("staff_contact").set({ staff_id: "ada" }).execute();
      expect((await verifyDatabase(db)).problem).toMatchObject({ what: "row-missing" });
      await db.sql.deleteFrom("staff_contact").execute();
      expect((await verifyDatabase(db)).problem).toMatchObject({ what: "row-missing" });
      await onStaff("bob", removeOwnContact("k-bob"));
      expect((await verifyDatabase(db)).problem).toBeNull();
      await db.sql.insertInto("staff_account").values({ account_id: "ida", staff_id: "bob" }).execute();
      expect((await verifyDatabase(db)).problem).toMatchObject({ what: "row-unfounded" });
    });
  });

  describe("A supervisor", () => {
    it("has decided on what they signed, and not on what they only looked at", async () => {
      const tickets = [
        { id: "t1", account: "hal" },
        { id: "t2", account: "ida" },
      ];
      await look(sam, event("ticket.viewed", { state: "in_review" }), { account: "ida", ticket: "t2" });
      expect([...(await sightOf(db, "sam", tickets)).decided]).toEqual(["t1"]);
      expect([...(await sightOf(db, "ada", tickets)).decided]).toEqual([]);
    });
  });

  describe("Break-glass", () => {
    it("is listed while it waits, stands in reports once it was broken, and tells each admin with an address", async () => {
      await contactOf("rob", "k-rob", "mail-of-rob");
      const first = await stepsUp(t, sam, "t1", "glass");
      await granted(onTicket(sam, askGlass({ glass: "g1", reason: "safety", note: said, stepUp: first })));
      expect(await glassAsked(db, t.now)).toMatchObject([{ entry: { data: { glass: "g1" } }, ticket: { id: "t1" } }]);
      expect(await glassAsked(db, t.now + hours(1))).toEqual([]);
      const second = await stepsUp(t, max, "t1", "glass");
      await granted(onTicket(max, confirmGlass({ glass: "g1", stepUp: second }), { admins: true }));
      const line = { ticket: "t1", number: 1001, isOpen: true, glass: { asker: "sam", confirmer: "max", note: "why" } };
      expect(await glassBroken(db, t.now, t.now + 1)).toMatchObject([line]);
      expect(await glassBroken(db, t.now + 1, t.now + 2)).toEqual([]);
      const mail = await db.sql.selectFrom("outbox").selectAll().where("template", "=", "glass").execute();
      expect(mail).toMatchObject([{ id: "g1.glass.k-rob", contact_id: "k-rob", kind: "email" }]);
      expect((await verifyDatabase(db)).problem).toBeNull();
    });

    it("is over after an hour, and is then the worker's to end", async () => {
      await breakGlass("g1");
      expect(await glassOver(db, t.now + hours(1) - 1, 10)).toEqual([]);
      t.now += hours(1);
      expect(await glassOver(db, t.now, 10)).toEqual([{ account: "hal", ticket: "t1", glass: "g1" }]);
      await granted(onTicket(worker, closeGlass("g1")));
      expect(await glassOver(db, t.now, 10)).toEqual([]);
      expect(await glassBroken(db, 0, t.now + 1)).toMatchObject([{ isOpen: false }]);
      expect((await verifyDatabase(db)).problem).toBeNull();
    });

    it("is acknowledged by each admin for themselves, and that is forgotten with the banner", async () => {
      await breakGlass("g1");
      await look(rob, event("glass.acknowledged", { glass: "g1" }), { account: "hal", ticket: "t1" });
      expect([...(await acknowledgedBy(db, rob.id, t.now))]).toEqual(["g1"]);
      expect([...(await acknowledgedBy(db, "staff:ned", t.now))]).toEqual([]);
      wait(t, 8);
      expect([...(await acknowledgedBy(db, rob.id, t.now))]).toEqual([]);
    });

    it("counts as a look outside what its reader works on", async () => {
      await breakGlass("g1");
      const before = await db.sql.selectFrom("part").selectAll().where("ticket", "=", "t1").execute();
      expect(before.map((p) => p.actor)).toEqual(expect.arrayContaining([sam.id, max.id]));
      const eve = { account: "ida", ticket: "t2" };
      await look(max, event("ticket.viewed", { state: "in_review", glass: "g1" }), eve);
      const outside = await db.sql.selectFrom("reading_outside").select("actor").execute();
      expect(outside.map((r) => r.actor)).toContain(max.id);
    });
  });

  describe("Values in clear", () => {
    it("are counted for one human over twelve hours, by all accounts of theirs, and flagged once", async () => {
      const { ticket } = await loadCase(db.sql, "ida", "t2");
      if (!ticket) throw new Error("There is no ticket.");
      const held = { ...ticket, agent: "ada" };
      const once = () =>
        t.ledger.enact({
          stream: "reads",
          subject: "ida",
          object: "t2",
          actor: ada,
          request: "reveal",
          query: { count: "reveals" },
          decide: reveal(held, "all", { what: "holder-name", reason: "compare", note: said, stepUp: null }),
        });
      const types: string[] = [];
      for (let i = 0; i < 10; i += 1) types.push(...(await granted(once())).events.map((e) => e.type));
      expect(types.filter((type) => type === "reveal.flagged")).toHaveLength(1);
      expect(types.indexOf("reveal.flagged")).toBe(5);
      expect((await once()).refused).toBe("too-many-reveals");
      t.now += hours(12);
      expect((await once()).refused).toBeNull();
      expect((await verifyDatabase(db)).problem).toBeNull();
    });
  });

  describe("A search that found an account", () => {
    const find = (actor: Actor, account: string | null, hits = 1) =>
      t.ledger.enact({
        stream: "reads",
        subject: account,
        object: null,
        actor,
        request: "find",
        query: { count: "misses" },
        decide: searched({ kind: "username", hits }, ["agent", "admin"]),
      });
    const strays = async () => {
      const lookups = await lookupsBetween(db, { afterSeq: -1, from: 0, to: t.now + 1 });
      return strayLookups(lookups, await partsBeside(db, lookups), t.now).map((s) => `${s.actor} ${s.account}`);
    };

    it("is stray after an hour unless its finder has a live ticket of that account", async () => {
      t.now += minutes(1);
      await find(bob, "ida");
      await find(ada, "ida");
      await find(ada, "hal");
      await find(bob, null, 0);
      await find(bob, "hal", 0);
      expect(await strays()).toEqual([]);
      t.now += hours(1);
      expect((await strays()).sort()).toEqual(["staff:ada hal", "staff:bob ida"]);
    });

    it("is none where its finder then placed a legal hold on the account", async () => {
      await find(rob, "ida");
      await find(rob, "hal");
      const at = { stream: "case", account: "ida", ticket: null, actor: rob, request: "hold" } as const;
      const stepUp = await stepsUp(t, rob, "ida", "legal-hold");
      await granted(t.ledger.enact({ ...at, decide: placeLegalHold({ reason: said, stepUp }) }));
      t.now += hours(1);
      expect((await strays()).filter((one) => one.startsWith("staff:rob"))).toEqual(["staff:rob hal"]);
    });

    it("is none where its finder then lifted a legal hold that stood on it", async () => {
      const at = { stream: "case", account: "ida", ticket: null, actor: rob, request: "hold" } as const;
      const placed = { reason: said, stepUp: await stepsUp(t, rob, "ida", "legal-hold") };
      await granted(t.ledger.enact({ ...at, decide: placeLegalHold(placed) }));
      t.now += hours(2);
      await find(rob, "ida");
      const lifted = { reason: said, stepUp: await stepsUp(t, rob, "ida", "legal-hold") };
      await granted(t.ledger.enact({ ...at, decide: liftLegalHold(lifted) }));
      t.now += hours(1);
      expect((await strays()).filter((one) => one.startsWith("staff:rob"))).toEqual([]);
    });
  });
});
