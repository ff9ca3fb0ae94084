import { afterAll, beforeAll, expect, it } from "vitest";
import { onEveryEngine } from "../testing";
import { type QueueQuery, queuePage } from "./queue";
import { fillTickets, openDesk, type TestDesk } from "./testing-desk";
import { importAccount } from "./testing-directory";
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
});
