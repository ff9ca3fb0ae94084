import { randomBytes } from "node:crypto";
import { addMember } from "domain/member";
import type { Actor, Role } from "domain/staff";
import type { Ticket } from "domain/ticket";
import type { Instant } from "domain/time";
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
