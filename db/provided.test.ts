import type { Decide } from "domain/case";
import { event } from "domain/event";
import { changeProvided, identityProvider, provisionAccount } from "domain/provide";
import { isoOf } from "domain/time";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "./engine";
import type { Keep } from "./keep";
import { hashOfProvidedAccount, hashOfProvidedName } from "./provided";
import { findProvided } from "./read/provided";
import type { Tables } from "./schema";
import { onEveryEngine } from "./testing";
import { tellAdmins, tellErasure } from "./testing-erasure";
import { disarm, putBack, type Saved, save } from "./testing-tamper";
import { granted, type Teller, tellerOf, tellImport, tellStaff } from "./testing-trail";
import { verifyDatabase } from "./verify";

onEveryEngine("What an identity provider provides", (place) => {
  let db: Db;
  let reader: Db;
  let teller: Teller;
  let whole: Saved;
  const problem = async () => (await verifyDatabase(reader)).problem;
  const digest = (text: string) => Buffer.from(text.padEnd(32, "."));
  const accountOf = (id: string): Tables["account"] => ({
    id,
    set_id: 0,
    external: digest(`ext-${id}`),
    region: "",
    created_at: isoOf(teller.now),
    status: "active",
    second_factor: "none",
    locale: "",
    name_mask: "I•••",
    contact_mask: "",
    salt: digest("salt").subarray(0, 16),
  });
  const namesOf = (id: string, name = id): Extract<Keep, { keep: "provided-names" }> => ({
    keep: "provided-names",
    row: {
      account_id: id,
      username: digest(name),
      external: digest(`ext-${name}`),
      name_mask: "I•••",
      salt: digest("salt").subarray(0, 16),
    },
    lookups: [{ kind: "username", digest: digest(name), account_id: id, set_id: 0, contact_id: null }],
    boxes: [{ id, owner: id, field: "username", box: Buffer.from(name) }],
  });
  const asked = (name: string) => ({ username: digest(name), external: digest(`ext-${name}`) });
  const on = (id: string) =>
    ({
      stream: "case",
      account: id,
      ticket: null,
      actor: identityProvider,
      request: `provide-${id}-${teller.now}`,
    }) as const;
  const make = (id: string, name = id) => {
    const [row, names] = [accountOf(id), namesOf(id, name)];
    return teller.ledger.enact({
      ...on(id),
      query: { born: true, names: asked(name) },
      decide: provisionAccount({
        described: { row: hashOfProvidedName(names.row), profile: "ab".repeat(32) },
        contacts: [],
        row: hashOfProvidedAccount(row),
        createdAt: teller.now,
        active: true,
      }),
      keep: [{ keep: "provided-account", row }, names],
    });
  };
  const rename = (id: string, version: number, name: string) => {
    const names = namesOf(id, name);
    return teller.ledger.enact({
      ...on(id),
      query: { names: asked(name) },
      decide: changeProvided({
        version,
        described: { row: hashOfProvidedName(names.row), profile: "ab".repeat(32) },
        add: [],
        drop: [],
        turn: null,
      }),
      keep: [names],
    });
  };

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    teller = tellerOf(db);
    await tellStaff(teller);
    await tellAdmins(teller);
    await tellImport(teller);
    await granted(make("eve"));
    await granted(rename("eve", 2, "eva"));
    await granted(rename("hal", 0, "hal-2"));
    await granted(make("old"));
    await tellErasure(teller, "old");
  });
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("is found by the names it has now, and by none that it had", async () => {
    const find = (kind: "username" | "external", name: string) => findProvided(reader, { kind, digest: digest(name) });
    expect(await find("username", "eva")).toEqual(["eve"]);
    expect(await find("username", "eve")).toEqual([]);
    expect(await find("external", "ext-hal-2")).toEqual(["hal"]);
    expect(await find("external", "ext-eve")).toEqual([]);
  });

  it("takes no name that another account has, by an import or the provider, and writes nothing of it", async () => {
    expect((await make("new", "eva")).refused).toBe("username-taken");
    expect((await rename("eve", 3, "hal-2")).refused).toBe("username-taken");
    // What an import may still name an account by is taken too.
    const known = { username: null, external: digest("ext-eve") };
    const decide = changeProvided({
      version: 1,
      described: { row: "ab".repeat(32), profile: "ab".repeat(32) },
      add: [],
      drop: [],
      turn: null,
    });
    expect((await teller.ledger.enact({ ...on("hal"), query: { names: known }, decide })).refused).toBe(
      "external-id-taken",
    );
    expect(await reader.sql.selectFrom("account").select("id").where("id", "=", "new").execute()).toEqual([]);
  });

  it("goes with an account that is erased", async () => {
    for (const [table, column] of [
      ["account", "id"],
      ["provided_name", "account_id"],
      ["lookup", "account_id"],
      ["vault", "owner"],
    ] as const)
      expect(
        await reader.sql
          .selectFrom(table as "lookup")
          .selectAll()
          .where(column as "account_id", "=", "old")
          .execute(),
        table,
      ).toEqual([]);
    expect(await problem()).toBeNull();
  });

  it("is what its entries say, or the verifier finds it", async () => {
    whole = await save(db);
    await disarm(db);
    const change = (table: "account" | "provided_name", id: string, set: object) =>
      db.sql
        .updateTable(table as "account")
        .set(set)
        .where((table === "account" ? "id" : "account_id") as "id", "=", id)
        .execute();
    const changes = [
      ["account", "eve", { created_at: isoOf(0) }, "row-differs"],
      ["account", "eve", { set_id: 1 }, "row-missing"],
      ["provided_name", "eve", { name_mask: "X•••" }, "row-differs"],
      ["provided_name", "hal", { username: digest("thief") }, "row-differs"],
      ["provided_name", "hal", { account_id: "ida" }, "row-missing"],
      ["provided_name", "eve", { account_id: "nobody" }, "row-missing"],
    ] as const;
    for (const [table, id, set, what] of changes) {
      await change(table, id, set);
      expect(await problem(), `${table} ${id} ${Object.keys(set)}`).toMatchObject({ what });
      await putBack(db, whole);
    }
    for (const row of [accountOf("stray"), { ...accountOf("old"), external: digest("again") }]) {
      await db.sql.insertInto("account").values(row).execute();
      expect((await problem())?.what, row.id).toMatch(/^(row-unfounded|value-remains)$/);
      await putBack(db, whole);
    }
    await db.sql
      .insertInto("provided_name")
      .values({ ...namesOf("ida").row })
      .execute();
    expect(await problem()).toMatchObject({ what: "row-unfounded" });
  });
  afterEach(async () => {
    if (whole) await putBack(db, whole);
  });

  it("is refused where it does not follow: contacts moved by someone else", async () => {
    const added = event("provided-contact.added", { contact: "c-x", kind: "email" }, { value: "ab".repeat(32) });
    const row = { id: "c-x", ticket_id: "", account_id: "hal", kind: "email", mask: "c•••", digest: digest("c-x") };
    const actor = { id: "worker", role: "worker", auth: "none", session: null } as const;
    const decide: Decide = () => [added];
    await granted(teller.ledger.enact({ ...on("hal"), actor, decide, keep: [{ keep: "new-contact", row }] }));
    expect(await problem()).toMatchObject({
      what: "story",
      sentence: expect.stringContaining("not the identity provider"),
    });
  });
});
