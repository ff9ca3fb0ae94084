import { randomBytes } from "node:crypto";
import { addMember } from "domain/member";
import type { Actor, Role } from "domain/staff";
import type { Ticket } from "domain/ticket";
import { days, type Instant, isoOf } from "domain/time";
import type { Transaction } from "kysely";
import { type Db, openKeyStore, openReader, openWriter } from "../engine";
import { type Ledger, openLedger } from "../ledger";
import type { Place } from "../place";
import type { Tables } from "../schema";
import { openVault, type Vault } from "../vault";

/** A desk for tests of the read side: everything on it happened through the ledger. */
export interface TestDesk {
  writer: Db;
  reader: Db;
  ledger: Ledger;
  vault: Vault;
  /** The time it is; tests move it. */
  clock: { at: Instant };
  close(): Promise<void>;
}

export const monday: Instant = Date.parse("2026-03-02T09:00:00.000Z");
const cli: Actor = { id: "cli:test", role: "cli", auth: "none", session: null };
export const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
export const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };
const roleOf: Record<string, Role> = {
  ada: "agent",
  bob: "agent",
  sam: "supervisor",
  max: "supervisor",
  ivy: "auditor",
  rob: "admin",
};
export const staff = (id: string): Actor => ({
  id: `staff:${id}`,
  role: roleOf[id] ?? "agent",
  auth: "demo",
  session: null,
});

/** Opens a desk over an empty database and lets its cast join. */
export async function openDesk(place: Place): Promise<TestDesk> {
  const writer = openWriter(place.url);
  const reader = openReader(place.url);
  const keys = openKeyStore(place.keysUrl);
  const clock = { at: monday };
  const vault = openVault(reader, keys, { version: 1, key: randomBytes(32) });
  const close = async () => {
    await Promise.all([writer.close(), reader.close(), keys.close()]);
  };
  const desk = { writer, reader, ledger: openLedger(writer, { now: () => clock.at }), vault, clock, close };
  for (const [id, role] of Object.entries(roleOf)) {
    const keep = [await vault.seal(`staff:${id}`, id, "name", `${id.charAt(0).toUpperCase()}${id.slice(1)} Obi`)];
    await desk.ledger.enact({ stream: "staff", id, actor: cli, request: "r", keep, decide: addMember(id, role) });
  }
  return desk;
}

const longAgo = isoOf(monday - days(2000));
/** The keyed digest of a value, as far as a test has to tell values apart. */
export const digest = (value: string): Buffer => Buffer.from(value.padEnd(32, "."));

export interface Imported {
  set?: number;
  region?: string;
  secondFactor?: "none" | "totp";
  /** Full name, e-mail, phone: what look-ups find it by; the masks are made of the id. */
  name?: string;
  email?: string;
  phone?: string;
  devices?: { short: string; whole?: string; near?: string }[];
}

/** Puts an account into the directory as an import does: reference rows are not folded. */
export const importAccount = ({ writer }: TestDesk, id: string, a: Imported = {}): Promise<void> =>
  writer.sql.transaction().execute((tx) => importInto(tx, id, a));

async function importInto(tx: Transaction<Tables>, id: string, a: Imported): Promise<void> {
  const set = a.set ?? 0;
  await tx
    .insertInto("account")
    .values({
      id,
      set_id: set,
      external: digest(`x-${id}`),
      region: a.region ?? "eu",
      created_at: longAgo,
      status: "active",
      second_factor: a.secondFactor ?? "none",
      locale: "en",
      name_mask: `H••• ${id}`,
      contact_mask: `h•••@${id}`,
    })
    .execute();
  const contacts = [
    { id: `${id}-mail`, kind: "email", value: a.email ?? `${id}@mail` },
    { id: `${id}-phone`, kind: "phone", value: a.phone ?? `${id}-555` },
  ];
  await tx
    .insertInto("contact")
    .values(
      contacts.map((c) => ({
        id: c.id,
        account_id: id,
        set_id: set,
        kind: c.kind,
        mask: `mask-${c.id}`,
        digest: digest(c.value),
        verified_at: longAgo,
      })),
    )
    .execute();
  const found = [
    { kind: "username", value: id, contact: null },
    { kind: "name", value: a.name ?? `name ${id}`, contact: null },
    ...contacts.map((c) => ({ kind: c.kind, value: c.value, contact: c.id })),
  ];
  await tx
    .insertInto("lookup")
    .values(
      found.map((f) => ({ kind: f.kind, digest: digest(f.value), account_id: id, set_id: set, contact_id: f.contact })),
    )
    .execute();
  await importProofs(tx, id, a, set);
}

async function importProofs(tx: Transaction<Tables>, id: string, a: Imported, set: number): Promise<void> {
  const devices = (a.devices ?? [{ short: `${id}-1` }, { short: `${id}-2` }]).map((d, i) => ({
    id: `${id}-d${i + 1}`,
    account_id: id,
    set_id: set,
    short: digest(d.short),
    whole: d.whole ? digest(d.whole) : null,
    near: digest(d.near ?? d.short),
    bound_at: isoOf(Date.parse("2019-05-01T00:00:00.000Z")),
  }));
  await tx.insertInto("device").values(devices).execute();
  const answers = ["q1", "q2", "q3"].map((q) => ({
    id: `${id}-${q}`,
    account_id: id,
    set_id: set,
    question_id: q,
    algorithm: 1,
    hash: `hash-${id}-${q}`,
    hardened_at: null,
  }));
  await tx.insertInto("answer").values(answers).execute();
}

/** Fills a view with copies of a ticket, all of one account: rows for volume, without entries of their own. */
export async function fillTickets(
  { writer }: TestDesk,
  of: string,
  n: number,
  change: Partial<Tables["ticket"]> = {},
): Promise<void> {
  const row = await writer.sql.selectFrom("ticket").selectAll().where("id", "=", of).executeTakeFirstOrThrow();
  const last = await writer.sql
    .selectFrom("ticket")
    .select("number")
    .orderBy("number", "desc")
    .executeTakeFirstOrThrow();
  const rows = Array.from({ length: n }, (_, i) => {
    const number = last.number + i + 1;
    const ticket: Ticket = { ...(JSON.parse(row.doc) as Ticket), id: `copy-${number}`, number };
    return {
      ...row,
      ...change,
      id: ticket.id,
      number,
      reference: ticket.id,
      doc: JSON.stringify({ ...ticket, state: change.state ?? ticket.state }),
    };
  });
  for (let at = 0; at < n; at += 500)
    await writer.sql
      .insertInto("ticket")
      .values(rows.slice(at, at + 500))
      .execute();
}
