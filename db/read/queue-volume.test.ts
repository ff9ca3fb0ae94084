import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, sqliteFile } from "../engine";
import type { Tables } from "../schema";
import { onEveryEngine } from "../testing";
import { approvalsPage, countApprovals } from "./approvals";
import { readCase } from "./case";
import { holdsOver, ticketsIdle } from "./cases";
import { findAccount } from "./find-account";
import { matchSerial } from "./match-device";
import { type QueueQuery, queuePage } from "./queue";
import { digest, fillTickets, importAccount, openDesk, staff, type TestDesk } from "./testing-desk";
import { heldTicket, lost, Told } from "./testing-told";

const unclaimed: QueueQuery = { view: "unclaimed", tier: null, loss: null, region: null, from: null };

onEveryEngine("A full queue", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openDesk(place());
    for (const id of ["many", "rare", "held"]) await importAccount(desk, id, { region: id === "rare" ? "mea" : "eu" });
    await heldTicket(desk, "held", "t-held");
    await new Told(desk, "many", "t-open").opens(lost("password"));
    await fillTickets(desk, "t-open", 1500);
    await fillTickets(desk, "t-open", 1100, { state: "completed" });
    await new Told(desk, "rare", "t-rare").opens(lost("password"));
  });
  afterAll(() => desk.close());

  const page = (query: QueueQuery) => queuePage(desk.reader, "ada", query, desk.clock.at);

  it("is counted up to 999 and no further", async () => {
    const { counts } = await page(unclaimed);
    expect(counts).toMatchObject({
      all: { n: 999, capped: true },
      unclaimed: { n: 999, capped: true },
      ended: { n: 999, capped: true },
      mine: { n: 1, capped: false },
      waiting: { n: 0, capped: false },
    });
  });

  it("gives a rare filter an empty page and the way on, and finds the one after all", async () => {
    const one = await page({ ...unclaimed, region: "mea" });
    expect(one.listed).toEqual([]);
    expect(one.newer).toBe("2001");
    const two = await page({ ...unclaimed, region: "mea", from: { side: "newer", cursor: one.newer ?? "" } });
    expect(two.listed.map((l) => l.ticket.id)).toEqual(["t-rare"]);
    expect(two.newer).toBeNull();
  });

  it("shows ended tickets newest first", async () => {
    const ended = await page({ ...unclaimed, view: "ended" });
    const numbers = ended.listed.map((l) => l.ticket.number);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(ended).toMatchObject({ newer: null, older: String(numbers.at(-1)) });
    const next = await page({ ...unclaimed, view: "ended", from: { side: "older", cursor: ended.older ?? "" } });
    expect(next.listed[0]?.ticket.number).toBe((numbers.at(-1) ?? 0) - 1);
    expect(next.newer).toBe(String(next.listed[0]?.ticket.number));
  });

  it("is read by index alone: no page, ticket, search or sweep walks a table", async () => {
    if (place().kind !== "sqlite") return;
    const { reader, plans, close } = watched(place().url);
    for (const view of ["all", "mine", "unclaimed", "hold-ending", "ended"] as const) {
      await queuePage(reader, "ada", { ...unclaimed, view }, desk.clock.at);
      const from = { side: "newer", cursor: view === "hold-ending" ? "2026-03-01T00:00:00.000Z~1" : "1500" } as const;
      await queuePage(reader, "ada", { view, tier: "T4", loss: "email", region: "mea", from }, desk.clock.at);
    }
    await approvalsPage(reader, { side: "next", cursor: "1~1000" });
    await countApprovals(reader);
    await readCase(reader, { number: 1001 }, staff("max"));
    for (const kind of ["email", "serial", "name"] as const) await findAccount(reader, { kind, digest: digest("x") });
    await findAccount(reader, { kind: "ticket", number: 1001 });
    await matchSerial(reader, "many", { short: digest("x"), whole: null, near: digest("x") });
    await holdsOver(reader, desk.clock.at, 10);
    await ticketsIdle(reader, desk.clock.at, 10);
    const walked = plans().filter((p) => p.steps.some((step) => isWalk(step, p.sql)));
    expect(walked).toEqual([]);
    expect(plans().length).toBeGreaterThan(40);
    await close();
  });
});

// Tables that grow, under every alias the queries give them.
const growing = /^SCAN (ticket|entry|account|account_state|contact|device|answer|lookup|new_contact|staff|t|a|s)\b/;
/** The regions are those of the newest tickets: an ordered walk that its limit ends. */
const isWalk = (step: string, sql: string): boolean =>
  growing.test(step) &&
  !(step.startsWith("SCAN ticket USING INDEX") && /order by "number" desc limit \?/.test(sql) && !/where/.test(sql));

/** A reader that notes every query, and how SQLite would carry each out. */
function watched(url: string): { reader: Db; plans(): { sql: string; steps: string[] }[]; close(): Promise<void> } {
  const database = new Sqlite(sqliteFile(url), { readonly: true });
  const queries: { sql: string; parameters: readonly unknown[] }[] = [];
  const sql = new Kysely<Tables>({
    dialect: new SqliteDialect({ database }),
    log: ({ query }) => void queries.push(query),
  });
  const planOf = (query: (typeof queries)[number]) => {
    const steps = database.prepare(`explain query plan ${query.sql}`).all(...query.parameters) as { detail: string }[];
    return { sql: query.sql, steps: steps.map((s) => s.detail) };
  };
  const close = () => sql.destroy();
  return { reader: { kind: "sqlite", url, sql, close }, plans: () => queries.map(planOf), close };
}
