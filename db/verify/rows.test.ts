import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "../engine";
import { onEveryEngine } from "../testing";
import { tellAll, tellCase } from "../testing-case";
import { disarm, putBack, type Saved, save } from "../testing-tamper";
import { tellerOf } from "../testing-trail";
import { verifyDatabase } from "../verify";

onEveryEngine("The verifier, folding again,", (place) => {
  let db: Db;
  let reader: Db;
  let whole: Saved;
  const problem = async () => (await verifyDatabase(reader)).problem;
  const docOf = async (table: "ticket" | "staff" | "account_state" | "desk_state"): Promise<string> =>
    (await db.sql.selectFrom(table).select("doc").limit(1).executeTakeFirstOrThrow()).doc;

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    const teller = tellerOf(db);
    await tellAll(teller);
    await tellCase(teller, "ida", "t2");
    whole = await save(db);
    await disarm(db);
  });
  afterEach(() => putBack(db, whole));
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("finds a new contact that no entry named, or that stands with another ticket, kind or account", async () => {
    const row = await db.sql.selectFrom("new_contact").selectAll().limit(1).executeTakeFirstOrThrow();
    for (const change of [{ ticket_id: "t9" }, { kind: "phone" }, { account_id: "ida" }, { account_id: "nobody" }]) {
      await db.sql.updateTable("new_contact").set(change).where("id", "=", row.id).execute();
      expect((await problem())?.what, JSON.stringify(change)).toMatch(/^row-(differs|missing)$/);
      await putBack(db, whole);
    }
    await db.sql.deleteFrom("new_contact").where("id", "=", row.id).execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
    await db.sql
      .insertInto("new_contact")
      .values([row, { ...row, id: "another" }])
      .execute();
    expect(await problem()).toMatchObject({ what: "row-unfounded" });
  });

  it("finds a ticket whose column or document is not what its entries say", async () => {
    await db.sql.updateTable("ticket").set({ state: "rejected" }).where("id", "=", "t2").execute();
    expect(await problem()).toMatchObject({
      verdict: "tampered",
      what: "row-differs",
      sentence: expect.stringContaining("ticket row t2 is not what the entries say: its state differs"),
    });
    await putBack(db, whole);
    const doc = await docOf("ticket");
    await db.sql
      .updateTable("ticket")
      .set({ doc: doc.replace('"tier":"T4"', '"tier":"T1"') })
      .where("id", "=", "t1")
      .execute();
    expect(await problem()).toMatchObject({
      what: "row-differs",
      sentence: expect.stringContaining("its doc differs"),
    });
    await db.sql
      .updateTable("ticket")
      .set({ doc: doc.replace("{", '{"tier":"T1",') })
      .where("id", "=", "t1")
      .execute();
    expect(await problem()).toMatchObject({
      what: "row-differs",
      sentence: expect.stringContaining("its doc differs"),
    });
    await db.sql.updateTable("ticket").set({ doc: "[" }).where("id", "=", "t1").execute();
    expect(await problem()).toMatchObject({ what: "row-differs" });
  });

  it("finds a row whose seq is of no entry that changed it", async () => {
    for (const seq of [0, 1000]) {
      await db.sql.updateTable("ticket").set({ seq }).where("id", "=", "t1").execute();
      expect(await problem()).toMatchObject({
        what: "row-differs",
        sentence: expect.stringContaining("its seq differs"),
      });
    }
  });

  it("finds the state of an account changed, missing, or made up", async () => {
    await db.sql
      .updateTable("account_state")
      .set({ doc: (await docOf("account_state")).replace('"frozenAt":null', '"frozenAt":1') })
      .where("account_id", "=", "hal")
      .execute();
    expect(await problem()).toMatchObject({ what: "row-differs" });
    await putBack(db, whole);
    await db.sql.deleteFrom("account_state").where("account_id", "=", "ida").execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
    await putBack(db, whole);
    await db.sql.insertInto("account_state").values({ account_id: "nobody", doc: "{}", seq: 1 }).execute();
    expect(await problem()).toMatchObject({ what: "row-unfounded" });
  });

  it("finds an approval changed, missing, slipped in for a ticket, or for none", async () => {
    await db.sql.updateTable("approval").set({ staff_id: "ada" }).where("staff_id", "=", "sam").execute();
    expect(await problem()).toMatchObject({
      what: "row-differs",
      sentence: expect.stringContaining("its staff_id differs"),
    });
    await putBack(db, whole);
    await db.sql.deleteFrom("approval").where("staff_id", "=", "max").execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
    for (const ticket_id of ["t2", "t9"]) {
      await putBack(db, whole);
      await db.sql
        .insertInto("approval")
        .values({ ticket_id, round: 1, staff_id: "sam", packet: "00", at: "2026-03-02T09:00:00.000Z", seq: 2 })
        .execute();
      expect(await problem()).toMatchObject({ what: "row-unfounded" });
    }
  });

  it("finds a ticket missing, made up, or moved to another account", async () => {
    await db.sql.deleteFrom("ticket").where("id", "=", "t1").execute();
    expect(await problem()).toMatchObject({ what: "row-missing", sentence: expect.stringContaining("ticket row t1") });
    await putBack(db, whole);
    const row = await db.sql.selectFrom("ticket").selectAll().where("id", "=", "t1").executeTakeFirstOrThrow();
    for (const account_id of ["hal", "nobody"]) {
      await putBack(db, whole);
      await db.sql
        .insertInto("ticket")
        .values({ ...row, account_id, id: "t7", number: 7777, reference: "WXYZ" })
        .execute();
      expect(await problem()).toMatchObject({ what: "row-unfounded" });
    }
    await putBack(db, whole);
    await db.sql.updateTable("ticket").set({ account_id: "ida" }).where("id", "=", "t1").execute();
    expect((await problem())?.verdict).toBe("tampered");
  });

  it("finds a member of staff changed, missing, or made up", async () => {
    await db.sql.updateTable("staff").set({ role: "supervisor" }).where("id", "=", "ada").execute();
    expect(await problem()).toMatchObject({
      what: "row-differs",
      sentence: expect.stringContaining("staff row ada is not what the entries say: its role differs"),
    });
    await putBack(db, whole);
    await db.sql.updateTable("staff").set({ person: "p-max" }).where("id", "=", "sam").execute();
    expect(await problem()).toMatchObject({ what: "row-differs" });
    await putBack(db, whole);
    await db.sql.deleteFrom("staff").where("id", "=", "bob").execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
    await putBack(db, whole);
    await db.sql
      .insertInto("staff")
      .values({ id: "eve", person: "p-eve", role: "supervisor", disabled_at: null, doc: await docOf("staff"), seq: 3 })
      .execute();
    expect(await problem()).toMatchObject({ what: "row-unfounded", sentence: expect.stringContaining("eve") });
  });

  it("finds the desk's state changed or missing", async () => {
    await db.sql
      .updateTable("desk_state")
      .set({ doc: (await docOf("desk_state")).replace('"imports":1', '"imports":2') })
      .execute();
    expect(await problem()).toMatchObject({ what: "row-differs" });
    await db.sql.deleteFrom("desk_state").execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
  });

  it("finds an imported row changed, missing, slipped in, or of an import that never was", async () => {
    await db.sql.updateTable("account").set({ status: "frozen" }).where("id", "=", "hal").execute();
    expect(await problem()).toMatchObject({
      what: "row-differs",
      sentence: expect.stringContaining("The account rows of import import-1 were changed"),
    });
    await putBack(db, whole);
    await db.sql
      .updateTable("contact")
      .set({ digest: Buffer.from("mine") })
      .where("id", "=", "email-hal")
      .execute();
    expect(await problem()).toMatchObject({ what: "row-differs" });
    await putBack(db, whole);
    await db.sql.deleteFrom("device").where("id", "=", "d1-ida").execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
    await putBack(db, whole);
    const mine = {
      id: "mine",
      account_id: "hal",
      kind: "email",
      mask: "m•••",
      digest: Buffer.from("mine"),
      verified_at: "2020-01-01T00:00:00.000Z",
    };
    for (const set_id of [0, 1]) {
      await db.sql
        .insertInto("contact")
        .values({ ...mine, set_id })
        .execute();
      expect((await problem())?.verdict).toBe("tampered");
      await putBack(db, whole);
    }
    await db.sql
      .insertInto("directory_set")
      .values({ id: 2, import_id: "import-2", visible_at: "2026-03-02T09:00:00.000Z" })
      .execute();
    expect(await problem()).toMatchObject({ what: "row-unfounded" });
  });

  it("finds an import that is said to have become visible long ago, so that nothing it added has to wait", async () => {
    const earlier = { visible_at: "2026-01-02T09:00:00.000Z" };
    for (const change of [earlier, { visible_at: "2026-03-04T09:00:00.000Z" }, { visible_at: "never" }]) {
      await db.sql.updateTable("directory_set").set(change).where("id", "=", 1).execute();
      expect(await problem(), change.visible_at).toMatchObject({ verdict: "tampered", what: "row-differs" });
      await putBack(db, whole);
    }
    expect(await problem()).toBeNull();
  });

  it("finds a message missing, sent elsewhere, or that nothing asked for", async () => {
    const sent = await db.sql
      .selectFrom("outbox")
      .selectAll()
      .where("template", "=", "grant")
      .executeTakeFirstOrThrow();
    await db.sql.updateTable("outbox").set({ contact_id: "email-ida" }).where("id", "=", sent.id).execute();
    expect(await problem()).toMatchObject({ what: "row-differs", sentence: expect.stringContaining("contact_id") });
    await db.sql.deleteFrom("outbox").where("id", "=", sent.id).execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
    await putBack(db, whole);
    await db.sql
      .insertInto("outbox")
      .values({ ...sent, id: "t1.grant.2.mine", contact_id: "mine" })
      .execute();
    expect(await problem()).toMatchObject({
      what: "row-unfounded",
      sentence: expect.stringContaining("t1.grant.2.mine"),
    });
  });

  it("takes no notice of how deliveries go", async () => {
    await db.sql
      .updateTable("outbox")
      .set({ attempts: 3, done_at: "2026-03-02T09:00:00.000Z", error: "busy" })
      .execute();
    expect(await problem()).toBeNull();
  });
});
