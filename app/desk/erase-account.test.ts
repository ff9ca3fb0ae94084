import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { copyPlace, type Place } from "db/place";
import { importedContacts } from "db/read/cases";
import { onEveryEngine } from "db/testing";
import { ned, rob, stepsUp, tellAdmins } from "db/testing-erasure";
import { cli, granted, type Teller, tellStaff } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { readApprovals, readQueue, readRequest, readTicket } from "~/read.server";
import { readErasures, readForErasure } from "~/read-erasures.server";
import { readTrail, trailStream } from "~/read-trail.server";
import { addNote } from "./add-note.server";
import type { CaseRef } from "./case.server";
import { checkSerial } from "./check-serial.server";
import { claimTicket } from "./claim-ticket.server";
import { cancelTicket } from "./end-ticket.server";
import { confirmErasure, liftLegalHold, placeLegalHold, proposeErasure, withdrawErasure } from "./erase-account.server";
import { findAccount } from "./find-account.server";
import { findForErasure } from "./find-for-erasure.server";
import { finishingErasures } from "./finish-erasures.server";
import { importDirectory } from "./import-directory.server";
import { objectionPath, resetPath } from "./links.server";
import { nameNewContact } from "./new-contact.server";
import { objectByLink, readObjectionLink } from "./object-to-ticket.server";
import { openTicket } from "./open-ticket.server";
import { readGrant } from "./redeem-grant.server";
import { ada, who } from "./testing-desk";
import { atTheDesk, houseIn, writtenDirectory } from "./testing-import";

const others = Array.from({ length: 150 }, (_, n) => `B${n}`);
const since = "2020-01-01T00:00:00Z";
const files = {
  accounts: [
    "A1,zebulon.q,Zebulon Quagmire,eu,2020-01-01T00:00:00Z,active,none,en",
    `TWIN,userB9,Another Body,eu,${since},active,none,en`,
    ...others.map((id) => `${id},user${id},Somebody ${id},eu,${since},active,none,en`),
  ],
  contacts: [
    `TWIN,email,twin@example.com,${since}`,
    `A1,email,zebulon@quagmire.example,${since}`,
    `A1,phone,+14155550177,${since}`,
    ...others.map((id) => `${id},email,mail${id}@example.com,${since}`),
  ],
  devices: [`A1,DS-2CD2432F-IW20150126CCCH502126167,m,${since},`, `A1,L38239367,m,${since},`],
  answers: ["A1,pet,Pet?,Biscuit", "A1,own,What do they call Xanthippe?,Xanthi", "B1,pet,Pet?,Rex"],
};
const clear = ["Zebulon", "Quagmire", "zebulon", "quagmire", "5550177", "502126167", "L38239367", "Biscuit"];
const typed = ["hal.xylo@harbour.example", "The caller spoke of Wuthering Lane", "Xanthippe"];

onEveryEngine("Erasing an account", (place) => {
  let house: House;
  let teller: Teller;
  let account: string;
  let contact: string;
  let ref: CaseRef;
  let traces: Map<string, Buffer>;
  let earlier: Awaited<ReturnType<typeof copyPlace>>;

  beforeAll(async () => {
    house = houseIn(place());
    const { clock, ledger } = house.door;
    // The desk's own clock: a step of the authenticator is good once, so each of these is later than the one before.
    teller = { now: clock.now(), ledger, db: house.writer };
    await tellStaff(teller);
    await tellAdmins(teller);
    const folder = writtenDirectory(place(), files);
    expect((await importDirectory(house, atTheDesk, { folder, strict: false })).refused).toBeNull();
    account = (await accountByUsername(house.door, "zebulon.q")) ?? "";
    ref = await aTicket(house, account);
    contact = (await importedContacts(house.door.reader, account))[0]?.id ?? "";
    await house.writer.sql
      .insertInto("holder_secret")
      .values({ account_id: account, password_hash: "$argon2id$of-zebulon", set_at: since })
      .execute();
    await house.writer.sql
      .insertInto("factor_seed")
      .values({ id: "f-of-zebulon", account_id: account, seed: Buffer.from("sealed, of zebulon"), confirmed_at: null })
      .execute();
    await house.writer.sql.updateTable("outbox").set({ error: "550 no zebulon here" }).execute();
    traces = await tracesOf(house, account);
    // PostgreSQL copies a database only where nobody is connected.
    await house.close();
    earlier = await copyPlace(place());
    house = houseIn(place());
    teller = { now: clock.now(), ledger: house.door.ledger, db: house.writer };
  });
  afterAll(async () => {
    await house.close();
    await earlier.drop();
  });

  const propose = async (by = rob) => {
    const stepUp = await stepsUp(teller, by, account);
    return proposeErasure(house.door, who(by), account, { reason: "They asked in writing, file 12", stepUp });
  };
  const waiting = async () => (await readForErasure(house.door, viewer, account))?.proposal?.id ?? "none";
  const confirm = async (by = ned) => {
    const given = { proposal: await waiting(), stepUp: await stepsUp(teller, by, account) };
    return confirmErasure(house, who(by), account, given);
  };

  it("leaves everything as it is while it is only proposed, withdrawn or held", async () => {
    expect((await propose()).refused).toBe("ticket-live");
    await granted(cancelTicket(house.door, who(ada), ref, "caller-gave-up"));
    await granted(propose());
    expect((await propose(ned)).refused).toBe("already-proposed");
    expect((await confirm(rob)).refused).toBe("own-proposal");
    const lists = await readErasures(house.door, { waiting: null, held: null, erased: null });
    expect(lists.waiting.lines).toMatchObject([
      { account, by: "A member of staff", reason: "They asked in writing, file 12" },
    ]);
    await granted(withdrawErasure(house.door, who(ned), account, await waiting()));
    await granted(propose());
    const typedHold = { reason: "Order of a court", stepUp: null };
    await granted(placeLegalHold(house.door, { actor: cli, request: "t" }, account, typedHold));
    expect((await confirm()).refused).toBe("legal-hold");
    expect(await accountByUsername(house.door, "zebulon.q")).toBe(account);
    expect(await found(place(), house, traces)).toEqual([...traces.keys()]);
  });

  it("finds every account that has the user name, and one by what only it has", async () => {
    const { door } = house;
    const fitting = async (typed: string) => {
      const found = await findForErasure(door, who(rob), typed);
      return found.refused === null ? found.accounts : found.refused;
    };
    const two = await fitting(" UserB9 ");
    expect(two).toHaveLength(2);
    for (const typed of ["B9", "TWIN"]) expect(two, typed).toEqual(expect.arrayContaining([...(await fitting(typed))]));
    for (const typed of ["A1", "zebulon.q", "Zebulon@Quagmire.example"])
      expect(await fitting(typed), typed).toEqual([account]);
    expect(await fitting("twin")).toBe("no-such-account");
    expect(await fitting(account)).toEqual([account]);
  });

  it("destroys the key when the key store comes back, where it failed between the rows and the key", async () => {
    await liftHold(house, account);
    const broken: House = { ...house, keys: { ...house.keys, sql: closedKeys(house) } };
    const given = { proposal: await waiting(), stepUp: await stepsUp(teller, ned, account) };
    expect((await confirmErasure(broken, who(ned), account, given)).refused).toBeNull();
    expect(await keyOf(house, account)).toBe(1);
    expect((await verifyDatabase(house.door.reader)).verdict).toBe("valid");
    const turn = finishingErasures(house);
    expect([await turn(), await turn()]).toEqual([1, 0]);
    expect(await keyOf(house, account)).toBe(0);
  });

  it("leaves no byte of it in the database, its log, the key store, or an export", async () => {
    expect(await found(place(), house, traces)).toEqual([]);
    const all = { actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null };
    let exported = "";
    for await (const part of trailStream(house.door, all, "jsonl", 1_000_000)) exported += part.toString();
    expect(exported).toContain("account.erased");
    for (const word of [...clear, ...typed]) expect(exported).not.toContain(word);
    expect((await verifyDatabase(house.door.reader)).verdict).toBe("valid");
  });

  it("shows nothing of it in a backup of the database from before, with the keys as they are now", async () => {
    const restored = houseIn({ ...earlier, keysUrl: place().keysUrl });
    try {
      cpSync(join(place().folder, "secrets"), join(earlier.folder, "secrets"), { recursive: true });
      const boxes = await restored.door.reader.sql
        .selectFrom("vault")
        .select("id")
        .where("owner", "=", account)
        .execute();
      expect(boxes.length).toBeGreaterThan(5);
      expect([...(await restored.door.vault.openMany(boxes.map((b) => b.id)))]).toEqual([]);
      const other = await accountByUsername(restored.door, "userb1");
      expect((await restored.door.vault.open(other ?? "", "name"))?.toString()).toBe("Somebody B1");
    } finally {
      await restored.close();
    }
  });

  it("is met by every screen in words", async () => {
    const { door } = house;
    const supervisor = { id: "sam", name: "Sam", role: "supervisor" } as const;
    const ticket = await readTicket(door, { id: "ada", name: "Ada", role: "agent" }, 1001);
    expect(ticket).toMatchObject({ holder: "erased", state: "cancelled", account: { region: "erased", contacts: [] } });
    expect(ticket?.notices.every((n) => n.mask === "erased")).toBe(true);
    expect((await readQueue(door, supervisor, { view: "ended" })).rows[0]).toMatchObject({ holder: "erased" });
    expect((await readApprovals(door, supervisor)).rows).toEqual([]);
    expect(await readRequest(door, ref.ticket)).toMatchObject({ state: expect.anything() });
    const none = { actor: null, type: null, ticket: null, account, outcome: null, from: null, to: null };
    expect((await readTrail(door, none, null)).rows.some((r) => r.type === "account.erased")).toBe(true);
    for (const [by, value] of [
      ["username", "zebulon.q"],
      ["email", "zebulon@quagmire.example"],
      ["phone", "+14155550177"],
      ["serial", "L38239367"],
      ["name", "Zebulon Quagmire"],
      ["ticket", "1001"],
    ] as const)
      expect((await findAccount(door, who(ada), by, value)).hits, by).toEqual([]);
    const link = objectionPath(door, ref.ticket, contact).slice("/objection/".length);
    const nobody = { actor: { id: "anyone", role: "anyone", auth: "link", session: null }, request: "r" } as const;
    expect(await readObjectionLink(door, nobody, link)).toMatchObject({ number: 1001 });
    expect((await objectByLink(door, nobody, link))?.refused).toBe("account-erased");
    const old = resetPath(door, ref.ticket, 1).slice("/reset/".length);
    expect(await readGrant(door, old)).toMatchObject({ refused: expect.any(String) });
    expect((await addNote(door, who(ada), ref, "Too late")).refused).toBe("account-erased");
    expect((await propose()).refused).toBe("account-erased");
    expect(await findForErasure(door, who(rob), "zebulon.q")).toEqual({ refused: "no-such-account" });
    expect(await findForErasure(door, who(rob), account)).toMatchObject({ refused: null, accounts: [account] });
    for (const gone of ["A1", "zebulon@quagmire.example"])
      expect(await findForErasure(door, who(rob), gone), gone).toEqual({ refused: "no-such-account" });
    const gone = await readForErasure(door, viewer, account);
    expect(gone).toMatchObject({ holder: "erased", obstacle: "account-erased", erased: { reason: expect.anything() } });
    expect((await verifyDatabase(door.reader)).verdict).toBe("valid");
  });
});

const viewer = { id: "ned", name: "Ned", role: "admin" } as const;

/** A ticket with all that one leaves behind: a new contact, a note, a serial tried and missed. */
async function aTicket(house: House, account: string): Promise<CaseRef> {
  const { door } = house;
  const loss = { password: false, secondFactor: false, email: true, phone: false };
  const opened = await openTicket(door, who(ada), account, loss);
  const ref = { account, ticket: opened.ticket ?? "" };
  await granted(claimTicket(door, who(ada), ref));
  await granted(nameNewContact(door, who(ada), ref, { kind: "email", value: typed[0] ?? "" }));
  await granted(addNote(door, who(ada), ref, typed[1] ?? ""));
  await checkSerial(door, who(ada), ref, "L38239368");
  return ref;
}

async function liftHold(house: House, account: string): Promise<void> {
  const given = { reason: "The court is done", stepUp: null };
  await granted(liftLegalHold(house.door, { actor: cli, request: "t" }, account, given));
}

async function keyOf(house: House, account: string): Promise<number> {
  return (await house.keys.sql.selectFrom("owner_key").select("owner").where("owner", "=", account).execute()).length;
}

/** What stands in the stores about an account, by where it stands: text as it is, bytes as they are. */
async function tracesOf(house: House, account: string): Promise<Map<string, Buffer>> {
  const { sql: tables } = house.writer;
  const traces = new Map<string, Buffer>();
  const note = (where: string, value: unknown) => {
    if (Buffer.isBuffer(value)) traces.set(where, value);
    else if (typeof value === "string" && value.length > 0) traces.set(where, Buffer.from(value));
  };
  for (const row of await tables.selectFrom("vault").selectAll().where("owner", "=", account).execute())
    note(`box ${row.field} ${row.id}`, row.box);
  for (const row of await tables.selectFrom("lookup").selectAll().where("account_id", "=", account).execute())
    note(`look-up ${row.kind} ${row.digest.toString("hex")}`, row.digest);
  for (const row of await tables.selectFrom("contact").selectAll().where("account_id", "=", account).execute()) {
    note(`mask ${row.kind}`, row.kind === "email" ? row.mask : null);
    note(`salt ${row.kind}`, row.salt);
  }
  for (const row of await tables.selectFrom("new_contact").selectAll().where("account_id", "=", account).execute()) {
    note("mask of the new contact", row.mask);
    note("digest of the new contact", row.digest);
  }
  for (const row of await tables.selectFrom("device").selectAll().where("account_id", "=", account).execute())
    note(`serial ${row.id}`, row.short);
  for (const row of await tables.selectFrom("answer").selectAll().where("account_id", "=", account).execute())
    note(`answer ${row.question_id}`, row.hash);
  for (const row of await tables.selectFrom("factor_seed").selectAll().where("account_id", "=", account).execute())
    note("seed", row.seed);
  for (const row of await tables.selectFrom("tried").selectAll().execute()) note("tried", row.digest);
  const { name_mask, external } = await tables
    .selectFrom("account")
    .selectAll()
    .where("id", "=", account)
    .executeTakeFirstOrThrow();
  note("name's mask", name_mask);
  note("external id", external);
  const key = await house.keys.sql.selectFrom("owner_key").selectAll().where("owner", "=", account).executeTakeFirst();
  note("wrapped key", key?.wrapped);
  note("password", "$argon2id$of-zebulon");
  note("a server's words", "550 no zebulon here");
  note("a question of their own", "What do they call Xanthippe?");
  return traces;
}

/** Which traces are still found: on SQLite in the raw bytes of the files, on PostgreSQL in every row of every table. */
async function found(place: Place, house: House, traces: Map<string, Buffer>): Promise<string[]> {
  const files = readdirSync(place.folder).filter((name) => /\.db(-wal)?$/.test(name));
  const bytes = Buffer.concat(files.map((name) => readFileSync(join(place.folder, name))));
  const rows = place.kind === "postgres" ? await everyRow(house) : "";
  return [...traces].flatMap(([where, trace]) =>
    bytes.includes(trace) || rows.includes(trace.toString("hex")) || rows.includes(trace.toString()) ? [where] : [],
  );
}

async function everyRow(house: House): Promise<string> {
  const tables = await house.writer.sql.introspection.getTables();
  const rows = await Promise.all(
    tables.map(
      async ({ name }) =>
        (await sql<{ line: string }>`select t::text as line from ${sql.table(name)} as t`.execute(house.writer.sql))
          .rows,
    ),
  );
  return rows
    .flat()
    .map((row) => row.line)
    .join("\n");
}

/** A key store that is out of reach. */
function closedKeys(house: House): House["keys"]["sql"] {
  const refuse = () => {
    throw new Error("the key store is out of reach");
  };
  return new Proxy(house.keys.sql, {
    get: (target, name) => (name === "deleteFrom" ? refuse : Reflect.get(target, name)),
  });
}
