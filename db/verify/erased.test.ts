import { newAccount } from "domain/account";
import { confirmErasure, proposeErasure } from "domain/erasure";
import { event, type Recorded, type Verdict } from "domain/event";
import { erasureProblem } from "domain/trail/erasure-story";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "../engine";
import { onEveryEngine } from "../testing";
import { tellAll, tellCase } from "../testing-case";
import { ned, rob, stepsUp, tellAdmins, tellErasure } from "../testing-erasure";
import { disarm, putBack, type Saved, save } from "../testing-tamper";
import { cli, type Teller, tellerOf } from "../testing-trail";
import { verifyDatabase } from "../verify";

onEveryEngine("The verifier, after an erasure,", (place) => {
  let db: Db;
  let reader: Db;
  let before: Saved;
  let whole: Saved;
  let teller: Teller;
  const problem = async () => (await verifyDatabase(reader)).problem;
  const rowsOf = (table: "contact" | "lookup" | "account" | "answer") =>
    (before.get(table) ?? []).filter((r) => (r.account_id ?? r.id) === "hal");

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    teller = tellerOf(db);
    await tellAll(teller);
    await tellCase(teller, "ida", "t2");
    await tellAdmins(teller);
    before = await save(db);
    await tellErasure(teller, "hal");
    whole = await save(db);
    await disarm(db);
  });
  afterEach(() => putBack(db, whole));
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("finds everything in order, and counts it", async () => {
    const verdict = await verifyDatabase(reader);
    expect(verdict.problem).toBeNull();
    expect(verdict.checked).toMatchObject({ erasures: 1, imports: 1 });
    expect(whole.get("erased_row")).toHaveLength(8);
  });

  it("finds what is still there, or came back, of the account", async () => {
    const vault = { id: "v1", owner: "hal", field: "name", box: Buffer.from("box") };
    await db.sql.insertInto("vault").values(vault).execute();
    expect(await problem()).toMatchObject({ what: "value-remains", sentence: expect.stringContaining("vault table") });
    await putBack(db, whole);
    for (const table of ["contact", "account", "answer"] as const) {
      await db.sql
        .insertInto(table as "contact")
        .values(rowsOf(table)[0] as never)
        .execute();
      expect(await problem(), table).toMatchObject({ what: "value-remains" });
      await putBack(db, whole);
    }
    const look = { kind: "email", digest: Buffer.from("d"), account_id: "hal", set_id: 0, contact_id: null };
    await db.sql.insertInto("lookup").values(look).execute();
    expect(await problem()).toMatchObject({ what: "value-remains" });
    await putBack(db, whole);
    const named = before.get("new_contact")?.find((r) => r.account_id === "hal");
    await db.sql
      .insertInto("new_contact")
      .values(named as never)
      .execute();
    expect(await problem()).toMatchObject({ what: "value-remains" });
    await putBack(db, whole);
    await db.sql
      .insertInto("tried")
      .values({ ticket_id: "t1", kind: "serial", digest: Buffer.from("d") })
      .execute();
    expect(await problem()).toMatchObject({ what: "value-remains" });
  });

  it("finds rows of an account missing that no entry erased, whether or not hashes stand in their place", async () => {
    const mine = (before.get("contact") ?? []).find((r) => r.account_id === "ida");
    await db.sql.deleteFrom("contact").where("account_id", "=", "ida").execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
    await putBack(db, whole);
    await db.sql
      .insertInto("erased_row")
      .values({ set_id: 1, name: "contact", id: String(mine?.id), account_id: "ida", hash: Buffer.alloc(32) })
      .execute();
    expect(await problem()).toMatchObject({
      what: "row-unfounded",
      sentence: expect.stringContaining("No entry erased"),
    });
  });

  it("finds hashes that were changed, taken away, or put down to an account that was erased", async () => {
    await db.sql
      .updateTable("erased_row")
      .set({ hash: Buffer.alloc(32) })
      .where("name", "=", "device")
      .execute();
    expect(await problem()).toMatchObject({ what: "row-differs" });
    await putBack(db, whole);
    await db.sql.deleteFrom("erased_row").where("name", "=", "answer").execute();
    expect(await problem()).toMatchObject({ what: "row-differs" });
    await putBack(db, whole);
    await db.sql.deleteFrom("contact").where("account_id", "=", "ida").where("kind", "=", "email").execute();
    await db.sql
      .insertInto("erased_row")
      .values({ set_id: 1, name: "contact", id: "email-ida", account_id: "hal", hash: Buffer.alloc(32) })
      .execute();
    expect(await problem()).toMatchObject({ what: "row-differs" });
  });

  it("finds an erasure that the account did not allow, or that nobody gave a fresh code for", async () => {
    const on = { stream: "case", account: "ida", ticket: null, request: "forged" } as const;
    const forge = (stepUp: string | null) => {
      const forged = event("account.erased", { proposal: "p", stepUp, rows: [] });
      return teller.ledger.enact({ ...on, actor: rob, decide: (): Verdict => [forged] });
    };
    await forge(await stepsUp(teller, rob, "ida"));
    expect(await problem()).toMatchObject({ what: "story", sentence: expect.stringContaining("could not be erased") });
    await putBack(db, whole);
    await forge(null);
    expect(await problem()).toMatchObject({ what: "story", sentence: expect.stringContaining("no step-up") });
  });

  it("lets no erasure through that a bug would make without its rows, or rows without an entry", async () => {
    const keep = [{ keep: "erase-account", account: "ida" }] as const;
    const on = { stream: "case", account: "ida", ticket: null, request: "bug", actor: cli } as const;
    const other = event("legal-hold.lifted", { reason: "r", stepUp: null });
    await expect(teller.ledger.enact({ ...on, keep, decide: (): Verdict => [other] })).rejects.toThrow(
      "no entry erased this account",
    );
    const confirm = confirmErasure({ proposal: "p", stepUp: null });
    expect((await teller.ledger.enact({ ...on, decide: confirm })).refused).toBe("ticket-live");
    const propose = proposeErasure({ proposal: "p", reason: null, stepUp: null });
    expect((await teller.ledger.enact({ ...on, account: "hal", actor: ned, decide: propose })).refused).toBe(
      "account-erased",
    );
  });
});

it("An erasure by one human alone, or at the command line alone, does not follow from its proposal", () => {
  const at = Date.parse("2026-03-02T09:00:00.000Z");
  const erased = event("account.erased", { proposal: "p", stepUp: null, rows: [] });
  const by = (first: string, second: string, later = 1) => {
    const account = { ...newAccount("hal"), erasure: { id: "p", by: first, at, reason: "r" } };
    const actor = { ...rob, id: second };
    const e = { ...erased, seq: 9, at: at + later, actor, subject: "hal", object: null } as Recorded;
    const personOf = (staff: string) => (staff === "rob2" ? "rob" : staff);
    return e.type === "account.erased" ? erasureProblem(e, account, personOf) : "no erasure";
  };
  expect(by("staff:rob", "staff:ned")).toBeNull();
  expect(by("cli:ops", "staff:ned")).toBeNull();
  expect(by("staff:rob", "staff:rob2")).toContain("one human");
  expect(by("cli:ops", "cli:root")).toContain("command line");
  expect(by("staff:rob", "staff:ned", 7 * 24 * 3600 * 1000)).toContain("no such proposal");
});
