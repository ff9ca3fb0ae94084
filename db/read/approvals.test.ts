import { object } from "domain/reset";
import { afterAll, beforeAll, expect, it } from "vitest";
import { onEveryEngine } from "../testing";
import { approvalsPage, countApprovals } from "./approvals";
import { anyone, fillTickets, openDesk, type TestDesk } from "./testing-desk";
import { importAccount } from "./testing-directory";
import { heldTicket, lost, Told } from "./testing-told";

onEveryEngine("The approvals", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openDesk(place());
    for (const id of ["held", "old", "review"]) await importAccount(desk, id);
    await heldTicket(desk, "held", "t-held");
    await heldTicket(desk, "old", "t-disputed");
    await new Told(desk, "old", "t-disputed").does(anyone, object("old-mail"));
    const told = await new Told(desk, "review", "t-review").opens(lost("password"));
    await (await (await told.claims()).serial("review-d1")).submits();
    await fillTickets(desk, "t-review", 110);
  });
  afterAll(() => desk.close());

  const statesOf = (page: Awaited<ReturnType<typeof approvalsPage>>) => page.listed.map((l) => l.ticket.state);

  it("show disputes first, then what waits for a decision, oldest first, then running holds", async () => {
    const one = await approvalsPage(desk.reader, null);
    const two = await approvalsPage(desk.reader, { side: "next", cursor: one.next ?? "" });
    const three = await approvalsPage(desk.reader, { side: "next", cursor: two.next ?? "" });
    expect(one.previous).toBeNull();
    expect(three.next).toBeNull();
    const all = [one, two, three];
    expect(all.flatMap(statesOf)).toEqual(["disputed", ...Array<string>(111).fill("in_review"), "on_hold"]);
    const waiting = all.flatMap((p) => p.listed).filter((l) => l.ticket.state === "in_review");
    expect(waiting.map((l) => l.ticket.number)).toEqual(Array.from({ length: 111 }, (_, i) => 1003 + i));
  });

  it("are walked back over the same pages", async () => {
    const one = await approvalsPage(desk.reader, null);
    const two = await approvalsPage(desk.reader, { side: "next", cursor: one.next ?? "" });
    const back = await approvalsPage(desk.reader, { side: "previous", cursor: two.previous ?? "" });
    expect(back.listed).toEqual(one.listed);
    expect(back.previous).toBeNull();
    expect(back.next).toBe(one.next);
  });

  it("begin at the beginning for a cursor that is none", async () => {
    for (const cursor of ["", "x", "0~", "~1", "9"])
      expect((await approvalsPage(desk.reader, { side: "next", cursor })).listed[0]?.ticket.id).toBe("t-disputed");
    expect((await approvalsPage(desk.reader, { side: "next", cursor: "7~1" })).listed).toEqual([]);
  });

  it("count what waits for a decision, and no running hold", async () => {
    expect(await countApprovals(desk.reader)).toEqual({ n: 112, capped: false });
  });
});
