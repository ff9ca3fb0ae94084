import { claim } from "domain/claim";
import { sweep } from "domain/end";
import { days, hours, isoOf, minutes } from "domain/time";
import type { QueueView } from "domain/view";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWriter } from "../engine";
import { openLedger } from "../ledger";
import { onEveryEngine } from "../testing";
import { holdsOver, ticketsIdle } from "./cases";
import { type QueueQuery, queuePage } from "./queue";
import { openDesk, staff, type TestDesk, worker } from "./testing-desk";
import { importAccount } from "./testing-directory";
import { heldTicket, lost, Told } from "./testing-told";

const first = (view: QueueView): QueueQuery => ({ view, tier: null, loss: null, region: null, from: null });
const losses = [lost("password"), lost("email"), lost("email", "phone")];

onEveryEngine("The queue", (place) => {
  let desk: TestDesk;
  const page = (query: QueueQuery) => queuePage(desk.reader, "ada", query, desk.clock.at);
  const numbers = async (query: QueueQuery) => (await page(query)).listed.map((l) => l.ticket.number);

  /** Every page of a view, on the newer side. */
  async function walk(query: QueueQuery): Promise<number[][]> {
    const one = await page(query);
    const here = one.listed.map((l) => l.ticket.number);
    return one.newer === null
      ? [here]
      : [here, ...(await walk({ ...query, from: { side: "newer", cursor: one.newer } }))];
  }

  /** 120 tickets of 120 accounts, opened through two connections in turn: every fourth claimed, every region its turn. */
  beforeAll(async () => {
    desk = await openDesk(place());
    const second = openWriter(place().url);
    const ledgers = [desk.ledger, openLedger(second, { now: () => desk.clock.at })];
    for (let i = 0; i < 120; i++) await importAccount(desk, `acc-${i}`, { region: ["eu", "us", "asia"][i % 3] });
    for (let i = 0; i < 120; i++) {
      const told = new Told({ ...desk, ledger: ledgers[i % 2] ?? desk.ledger }, `acc-${i}`, `t-${i}`);
      await told.opens(losses[i % 3] ?? lost("email"));
      if (i % 4 === 0) await told.claims(i % 8 === 0 ? "ada" : "bob");
    }
    await second.close();
  });
  afterAll(() => desk.close());

  it("is walked from the oldest to the newest without a gap or a repetition", async () => {
    const pages = await walk(first("all"));
    expect(pages.map((p) => p.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(Array.from({ length: 120 }, (_, i) => 1001 + i));
  });

  it("is walked back the same way, and says at its ends that there is no more", async () => {
    const one = await page(first("all"));
    expect(one).toMatchObject({ older: null, newer: "1050" });
    const two = await page({ ...first("all"), from: { side: "newer", cursor: "1050" } });
    expect(two).toMatchObject({ older: "1051", newer: "1100" });
    const back = await page({ ...first("all"), from: { side: "older", cursor: "1051" } });
    expect(back.listed.map((l) => l.ticket.number)).toEqual(one.listed.map((l) => l.ticket.number));
    expect(back).toMatchObject({ older: null, newer: "1050" });
    const beyond = await page({ ...first("all"), from: { side: "newer", cursor: "1120" } });
    expect(beyond).toMatchObject({ listed: [], older: "1120", newer: null });
  });

  it("starts at the beginning for a cursor that is none", async () => {
    for (const cursor of ["", "x", "-1", "1e9", "1050~", "9999999999999999"]) {
      expect((await numbers({ ...first("all"), from: { side: "newer", cursor } }))[0]).toBe(1001);
    }
    const ends = { ...first("hold-ending"), from: { side: "newer" as const, cursor: "never~1001" } };
    expect((await page(ends)).older).toBeNull();
  });

  it("shows each view its own tickets and counts them", async () => {
    const mine = await page(first("mine"));
    expect(mine.listed).toHaveLength(15);
    expect(mine.listed.every((l) => l.ticket.agent === "ada" && l.ticket.state === "verifying")).toBe(true);
    expect((await page(first("unclaimed"))).listed.every((l) => l.ticket.state === "open")).toBe(true);
    expect(mine.counts).toMatchObject({
      all: { n: 120, capped: false },
      mine: { n: 15 },
      unclaimed: { n: 90 },
      ended: { n: 0 },
    });
    expect(mine.regions).toEqual(["asia", "eu", "us"]);
    expect(mine.listed[0]).toMatchObject({ holder: "H••• acc-0", contact: "h•••@acc-0", region: "eu" });
  });

  it("filters by tier, by what was lost and by region, alone and together", async () => {
    const all = await numbers(first("all"));
    const ticketsOf = async (query: Partial<QueueQuery>) => (await walk({ ...first("all"), ...query })).flat();
    expect(await ticketsOf({ tier: "T4" })).toHaveLength(40);
    expect(await ticketsOf({ loss: "email" })).toHaveLength(80);
    expect(await ticketsOf({ loss: "phone", region: "asia" })).toHaveLength(40);
    expect(await ticketsOf({ loss: "phone", region: "eu" })).toEqual([]);
    expect((await page({ ...first("mine"), region: "us", tier: "T3" })).listed).toHaveLength(5);
    expect(all).toHaveLength(50);
  });

  it("loses and repeats nothing when tickets come and go between two pages", async () => {
    const one = await page(first("unclaimed"));
    const seen = one.listed.map((l) => l.ticket.number);
    await new Told(desk, "acc-1", "t-1").does(staff("bob"), claim());
    const late = new Told(desk, "acc-119", "t-late");
    await late.opens(lost("password"));
    const rest = (await walk({ ...first("unclaimed"), from: { side: "newer", cursor: one.newer ?? "" } })).flat();
    expect(rest.filter((n) => seen.includes(n))).toEqual([]);
    expect(rest.at(-1)).toBe((await late.now()).number);
  });

  it("orders ending holds by their end, and keeps the order over a page's edge", async () => {
    const held: Told[] = [];
    for (let i = 0; i < 3; i++) {
      await importAccount(desk, `hold-${i}`, {});
      held.push(await heldTicket(desk, `hold-${i}`, `h-${i}`));
    }
    expect((await page(first("hold-ending"))).listed).toEqual([]);
    const ends = await Promise.all(held.map(async (t) => (await t.now()).hold?.endsAt ?? 0));
    desk.clock.at = Math.max(...ends) - hours(1);
    const ending = await page(first("hold-ending"));
    expect(ending.listed.map((l) => l.ticket.hold?.endsAt)).toEqual([...ends].sort((a, b) => a - b));
    expect(ending.counts["hold-ending"]).toEqual({ n: 3, capped: false });
    const [one] = ending.listed;
    const cursor = `${isoOf(one?.ticket.hold?.endsAt ?? 0)}~${one?.ticket.number}`;
    expect((await page({ ...first("hold-ending"), from: { side: "newer", cursor } })).listed).toHaveLength(2);
    expect(await holdsOver(desk.reader, desk.clock.at, 10)).toHaveLength(2);
  });

  it("finds what is due on idle tickets behind any number of those where nothing is", async () => {
    const due = await ticketsIdle(desk.reader, desk.clock.at, 1000);
    expect(due.length).toBeGreaterThan(20);
    for (const { account, ticket } of due) await new Told(desk, account, ticket).does(worker, sweep());
    // Released ones are open now and were touched as long ago: like the rest they wait for an agent.
    expect(await ticketsIdle(desk.reader, desk.clock.at, 7)).toEqual([]);
    expect((await walk(first("unclaimed"))).flat().length).toBeGreaterThan(100);
    desk.clock.at += hours(1);
    const late = await new Told(desk, "acc-3", "t-idle").opens(lost("email"));
    await (await late.claims()).binds();
    desk.clock.at += minutes(30);
    expect(await ticketsIdle(desk.reader, desk.clock.at, 1)).toEqual([{ account: "acc-3", ticket: "t-idle" }]);
    await late.does(worker, sweep());
    desk.clock.at += days(3) - minutes(30);
    expect(await ticketsIdle(desk.reader, desk.clock.at, 1)).toEqual([{ account: "acc-3", ticket: "t-idle" }]);
    await late.does(worker, sweep());
    expect((await late.now()).remindedAt).toBe(desk.clock.at);
    expect(await ticketsIdle(desk.reader, desk.clock.at, 1)).toEqual([]);
  });
});
