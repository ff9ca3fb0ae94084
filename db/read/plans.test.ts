import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Db, sqliteFile } from "../engine";
import { goOver } from "../go-over";
import { loadCase, loadCaseFacts } from "../load";
import { loadReadFacts } from "../load-reads";
import { type Guess, openedLately } from "../load-risk";
import { ownAccounts } from "../load-ties";
import { type Droppable, makePlace } from "../place";
import type { Tables } from "../schema";
import { newTree } from "../verify/tree";
import { adoptionPage } from "./adoptions";
import { approvalsPage, countApprovals } from "./approvals";
import { readCase } from "./case";
import { contactWithDigest, holdsOver, ticketsIdle } from "./cases";
import { checkpointsPage } from "./checkpoints";
import { channelHealth, countFailed, failedPage, longWaitingPage } from "./deliveries";
import { findAccount } from "./find-account";
import { countFlagged, flaggedPage as flagsPage } from "./flags";
import { acknowledgedBy, glassAsked, glassBroken, glassOver } from "./glass";
import { readHolderAccount } from "./holder";
import { devicesOf } from "./holder-devices";
import { lookupsBetween, partsBeside } from "./lookups";
import { matchSerial } from "./match-device";
import { pastCases } from "./past-cases";
import { tlogProofAt } from "./proof";
import { queuePage } from "./queue";
import { readingsBetween } from "./readers";
import { reportRows } from "./report";
import { countPressed, flaggedPage, pressedTickets } from "./safety";
import {
  approvalsAfter,
  countWaiting,
  judgedPage,
  lastDrawn,
  newestApproval,
  sampledCase,
  waitingPage,
  wrongSince,
} from "./second-reviews";
import { sightOf } from "./sight";
import { fillTickets, monday, openDesk, staff, type TestDesk } from "./testing-desk";
import { digest, importAccount } from "./testing-directory";
import { heldTicket } from "./testing-told";
import { trailPage } from "./trail";
import { watchView } from "./watch";

describe("The read side's queries", () => {
  let place: Droppable;
  let desk: TestDesk;
  let watch: Watched;
  beforeAll(async () => {
    place = await makePlace("sqlite");
    desk = await openDesk(place);
    await importAccount(desk, "held");
    await heldTicket(desk, "held", "t-held");
    await fillTickets(desk, "t-held", 200);
    watch = watched(place.url);
  });
  afterAll(async () => {
    await watch.close();
    await desk.close();
    await place.drop();
  });

  it("walk no table that grows, whatever the view, the filter or the page", async () => {
    for (const view of [
      "all",
      "mine",
      "unclaimed",
      "waiting",
      "in-review",
      "hold-ending",
      "disputed",
      "ended",
    ] as const) {
      const first = { view, tier: null, loss: null, region: null, from: null };
      await queuePage(watch.reader, "ada", first, monday);
      const cursor = view === "hold-ending" ? "2026-03-01T00:00:00.000Z~1" : "1010";
      for (const side of ["newer", "older"] as const)
        await queuePage(
          watch.reader,
          "ada",
          { view, tier: "T4", loss: "email", region: "mea", from: { side, cursor } },
          monday,
        );
    }
    for (const side of ["next", "previous"] as const) await approvalsPage(watch.reader, { side, cursor: "1~1010" });
    await countApprovals(watch.reader);
    await pressedTickets(watch.reader);
    await countPressed(watch.reader);
    await flaggedPage(watch.reader, "2026-03-01T00:00:00.000Z~held");
    await pastCases(watch.reader);
    await adoptionPage(watch.reader, null);
    await adoptionPage(watch.reader, 1000);
    expect(watch.walks()).toEqual([]);
  });

  it("walk none for a ticket, a search, a match or the worker's sweeps", async () => {
    await readCase(watch.reader, { number: 1001 }, staff("max"), monday);
    await readCase(watch.reader, { id: "t-held" }, staff("max"), monday);
    for (const kind of ["email", "phone", "serial", "name", "username"] as const)
      await findAccount(watch.reader, { kind, digest: digest(kind === "email" ? "held@mail" : "x") });
    await findAccount(watch.reader, { kind: "ticket", number: 1001 });
    const serial = { short: digest("x"), whole: null, near: digest("x") };
    await matchSerial(watch.reader, "held", serial, { former: false, now: monday });
    await devicesOf(watch.reader, "held");
    await contactWithDigest(watch.reader, "held", digest("held@mail"));
    await readHolderAccount(
      watch.reader,
      "held",
      { id: "holder:held", role: "holder", auth: "none", session: null },
      monday,
    );
    await holdsOver(watch.reader, monday, 10);
    await ticketsIdle(watch.reader, monday, 10);
    expect(watch.walks()).toEqual([]);
  });

  it("walk none for what auditors watch the trail by, nor for any page of a group of types", async () => {
    const none = { actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null };
    for (const type of ["all-reads", "all-approvals", "reads-outside", "refused"])
      for (const more of [{}, { actor: "staff:ada" }, { account: "held" }, { outcome: "denied" as const }])
        await trailPage(watch.reader, { ...none, type, ...more, from: "2026-03-01", to: "2026-03-03" }, "before.9", 50);
    for (const side of ["older", "newer"] as const) await checkpointsPage(watch.reader, [], { side, cursor: "9" }, 25);
    await tlogProofAt(watch.reader.sql, 3);
    await readingsBetween(watch.reader, "2026-03-01", "2026-03-07");
    await watchView(watch.reader, 9);
    await goOver(watch.reader.sql, newTree(), 9);
    expect(watch.walks()).toEqual([]);
  });

  it("walk none for a report, nor for what was drawn for a second look", async () => {
    await reportRows(watch.reader, monday);
    await newestApproval(watch.reader);
    await lastDrawn(watch.reader);
    await approvalsAfter(watch.reader, -1, 500);
    for (const cursor of [null, "2026-03-01T00:00:00.000Z~1"]) await waitingPage(watch.reader, cursor, 25);
    await countWaiting(watch.reader);
    await sampledCase(watch.reader, 3);
    for (const before of [null, 9]) await judgedPage(watch.reader, before, 25);
    await wrongSince(watch.reader, monday, 5);
    expect(watch.walks()).toEqual([]);
  });

  it("walk none for what a command asks beside its case, nor for break-glass, searches and flags", async () => {
    const { sql } = watch.reader;
    const c = await loadCase(sql, "held", "t-held");
    const guess: Guess = { kind: "serial", digest: digest("x"), neighbours: [digest("y")] };
    const query = {
      receiver: "bob",
      guess,
      newContact: digest("z"),
      openedLately: true,
      signers: true,
      voucher: "held",
    };
    await loadCaseFacts(sql, c, "held", staff("max"), monday, query);
    await ownAccounts(sql, ["max"]);
    await sightOf(watch.reader, "max", [{ id: "t-held", account: "held" }]);
    await glassBroken(watch.reader, monday, monday + 1);
    await acknowledgedBy(watch.reader, "staff:rob", monday);
    await glassAsked(watch.reader, monday);
    await glassOver(watch.reader, monday, 10);
    await lookupsBetween(watch.reader, { afterSeq: -1, from: monday, to: monday + 1 });
    await partsBeside(watch.reader, [{ seq: 1, at: monday, actor: "staff:ada", account: "held" }]);
    await flagsPage(watch.reader, "2026-03-01T00:00:00.000Z~held");
    await countFlagged(watch.reader);
    await failedPage(watch.reader, "2026-03-01T00:00:00.000Z~held");
    await longWaitingPage(watch.reader, "2026-03-01T00:00:00.000Z~held", monday);
    await countFailed(watch.reader);
    await channelHealth(watch.reader, "phone");
    expect(watch.walks()).toEqual([]);
  });

  it("read no further back than what they count of a member's acts", async () => {
    const { sql } = watch.reader;
    const before = watch.plans().length;
    const who = { actor: staff("ada"), member: null, samePerson: ["ada"] };
    for (const count of ["misses", "reveals"] as const) await loadReadFacts(sql, who, monday, { count });
    await openedLately(sql, "staff:ada", monday);
    await lookupsBetween(watch.reader, { afterSeq: -1, from: monday, to: monday + 1 });
    const ways = watch
      .plans()
      .slice(before)
      .flatMap((p) => p.steps.filter((step) => step.includes("type=?")));
    expect(ways.length).toBeGreaterThanOrEqual(6);
    expect(ways.filter((step) => !step.includes("seq>?"))).toEqual([]);
  });

  it("are seven for a report, and one to find where its span begins", async () => {
    const before = watch.count();
    await reportRows(watch.reader, monday);
    expect(watch.count() - before).toBeLessThanOrEqual(8);
  });

  it("are at most fifteen for a ticket", async () => {
    const before = watch.count();
    await readCase(watch.reader, { number: 1001 }, staff("max"), monday);
    expect(watch.count() - before).toBeLessThanOrEqual(15);
  });
});

interface Watched {
  reader: Db;
  count(): number;
  /** How each query so far is carried out. */
  plans(): { sql: string; steps: string[] }[];
  /** The queries so far whose plan walks a table that grows, each with that plan. */
  walks(): { sql: string; steps: string[] }[];
  close(): Promise<void>;
}

/** What does not grow with the desk: a row of constants, the imports. */
const small: ReadonlySet<string> = new Set(["CONSTANT", "directory_set"]);
const wholeSet = /_set \(set_id=\?\)$/;

/** Whether a plan walks a table, under whatever alias the query gives it; what it makes by itself, it may. A whole import set is a walk too. */
function isWalk(steps: readonly string[]): boolean {
  const named = (what: RegExp) => steps.flatMap((step) => what.exec(step)?.[1] ?? []);
  const made = new Set(named(/^(?:CO-ROUTINE|MATERIALIZE) (\S+)/));
  const scanned = named(/^SCAN (\S+)/);
  return scanned.some((name) => !made.has(name) && !small.has(name)) || steps.some((step) => wholeSet.test(step));
}

// The newest approval, the newest ticket's number, the regions of the newest tickets, the newest checkpoint: ordered walks that their limit ends.
const limited =
  /^select ("seq" from "approval" order by "seq"|\* from "checkpoint" order by "size"|distinct "a"."region" from \(select "account_id" from "ticket" order by "number"|"number" from "ticket" order by "number") desc limit \?/;

/** A reader that notes every query, and how SQLite would carry each out. */
function watched(url: string): Watched {
  const database = new Sqlite(sqliteFile(url), { readonly: true });
  const queries: { sql: string; parameters: readonly unknown[] }[] = [];
  const noting = new Kysely<Tables>({
    dialect: new SqliteDialect({ database }),
    log: ({ query }) => void queries.push(query),
  });
  const planOf = (query: (typeof queries)[number]) => {
    const steps = database.prepare(`explain query plan ${query.sql}`).all(...query.parameters) as { detail: string }[];
    return { sql: query.sql, steps: steps.map((s) => s.detail) };
  };
  const close = () => noting.destroy();
  const walks = () => queries.map(planOf).filter((p) => !limited.test(p.sql) && isWalk(p.steps));
  return {
    reader: { kind: "sqlite", url, sql: noting, close },
    count: () => queries.length,
    plans: () => queries.map(planOf),
    walks,
    close,
  };
}
