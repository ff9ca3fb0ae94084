import { randomUUID } from "node:crypto";
import { type Db, openWriter } from "db/engine";
import { type Ledger, openLedger } from "db/ledger";
import type { Place } from "db/place";
import { cli, granted, type Teller } from "db/testing-trail";
import { record } from "domain/desk";
import { event } from "domain/event";
import { addMember, enrol, signIn, signOut } from "domain/member";
import type { Actor } from "domain/staff";
import { type BenchAccount, importAccounts } from "./trail-directory";
import { type BenchTicket, type Fate, memberOf, newTicketId, tellChecks, tellEnd, tellReview } from "./trail-ticket";

const agents = ["ada", "bob", "cat", "dan", "eve", "fay"].map((id) => memberOf(id, "agent"));
const supervisors = ["sam", "max", "lea", "pam"].map((id) => memberOf(id, "supervisor"));
const system: Actor = { id: "system", role: "system", auth: "none", session: null };
const fates: readonly Fate[] = ["total-loss", "password", "password", "cancelled", "password", "total-loss"];
const ticketsAtOnce = 12;
/** About as many come of one ticket and all that goes on around it; it is never fewer. */
const entriesOfTicket = 36;
const hourMs = 3_600_000;
/** A total loss is held for three days; by then so many more waves have come. */
const wavesOfHold = 26;

/**
 * Grows a migrated, empty database to at least so many entries: staff, a directory, and tickets told in waves from call to end,
 * every entry by the ledger's own loaders, decisions, append and folds. A wave's commands share one transaction.
 */
export async function growTrail(place: Place, wanted: number): Promise<number> {
  const db = openWriter(place.url);
  const clock = { now: Date.parse("2026-03-02T09:00:00.000Z") };
  const told = async (body: (t: Teller) => Promise<void>) =>
    db.sql.transaction().execute(async (tx) => {
      const grouped = sharing(db, tx);
      const t: Teller = { now: clock.now, db: { ...db, sql: tx }, ledger: openLedger(grouped, { now: () => t.now }) };
      await body(t);
      clock.now = t.now;
    });
  await told(tellStaff);
  const lone: Teller = { now: clock.now, db, ledger: openLedger(db, { now: () => clock.now }) };
  const accounts = await importAccounts(lone, place.url, Math.ceil(wanted / entriesOfTicket) + 2 * ticketsAtOnce);
  const held: BenchTicket[][] = [];
  for (let n = 0, size = 0; size < wanted; n += ticketsAtOnce) {
    const wave = waveOf(accounts, n);
    if (wave.length === 0) throw new Error("The bench brought in too few accounts.");
    held.push(wave.filter((k) => k.fate === "total-loss"));
    await told((t) => tellWave(t, wave, held.length > wavesOfHold ? (held.shift() ?? []) : []));
    clock.now += 3 * hourMs;
    size = (await db.sql.selectFrom("head").select("size").executeTakeFirstOrThrow()).size;
  }
  const { size } = await db.sql.selectFrom("head").select("size").executeTakeFirstOrThrow();
  await db.close();
  return size;
}

/** The ledger over a transaction that many commands share: what it would commit alone is committed with the others. */
function sharing(db: Db, tx: Db["sql"]): Db {
  const transaction = () => ({ execute: <T>(body: (own: typeof tx) => Promise<T>) => body(tx) });
  return { ...db, sql: { transaction } as unknown as Db["sql"] };
}

async function tellStaff(t: Teller): Promise<void> {
  for (const actor of [...agents, ...supervisors]) {
    await asMember(t, cli, actor, addMember(`p-${actor.id}`, actor.role as "agent"));
    await asMember(t, actor, actor, enrol({ passwordRight: true, step: stepOf(t) }));
  }
}

async function tellWave(t: Teller, wave: BenchTicket[], due: BenchTicket[]): Promise<void> {
  await asDesk(t.ledger, event("answers.hardened", { count: 200, left: 0 }));
  for (const actor of [...agents, ...supervisors])
    await asMember(t, actor, actor, signIn({ passwordRight: true, step: stepOf(t) }));
  for (const ticket of due) await tellEnd(t, ticket);
  for (const ticket of wave) await tellChecks(t, ticket);
  for (const ticket of wave) if (ticket.fate !== "cancelled") await tellReview(t, ticket);
  for (const ticket of wave) if (ticket.fate === "password") await tellEnd(t, ticket);
  for (const actor of [...agents, ...supervisors]) await asMember(t, actor, actor, signOut("self"));
}

function waveOf(accounts: BenchAccount[], from: number): BenchTicket[] {
  const of = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;
  return accounts.slice(from, from + ticketsAtOnce).map((account, i) => ({
    id: newTicketId(),
    account,
    fate: of(fates, from + i),
    agent: of(agents, i),
    supervisors: [of(supervisors, i), of(supervisors, i + 1)],
  }));
}

async function asMember(t: Teller, actor: Actor, { id }: Actor, decide: ReturnType<typeof signOut>): Promise<void> {
  const member = id.slice("staff:".length);
  await granted(t.ledger.enact({ stream: "staff", id: member, actor, request: randomUUID(), decide }));
}

const asDesk = (ledger: Ledger, what: Parameters<typeof record>[0]) =>
  granted(ledger.enact({ stream: "desk", actor: system, request: randomUUID(), decide: record(what) }));

/** A code of the authenticator is good once: the next one is half a minute later. */
function stepOf(t: Teller): number {
  t.now += 30_000;
  return Math.floor(t.now / 30_000);
}
