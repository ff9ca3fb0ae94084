import { handOver, release } from "domain/claim";
import { stepUp } from "domain/member";
import { reportPressure } from "domain/pressure";
import { flagSafety, liftSafety } from "domain/safety";
import { days, minutes } from "domain/time";
import { hiddenRegion } from "domain/view-hidden";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onEveryEngine } from "../testing";
import { countFlagged } from "./flags";
import { queuePage } from "./queue";
import { countPressed, flaggedPage, pressedTickets } from "./safety";
import { openDesk, staff, type TestDesk } from "./testing-desk";
import { importAccount } from "./testing-directory";
import { lost, Told } from "./testing-told";

onEveryEngine("What supervisors look after", (place) => {
  let desk: TestDesk;
  const accounts = Array.from({ length: 23 }, (_, i) => `acc-${String(i).padStart(2, "0")}`);
  const told = (i: number) => new Told(desk, accounts[i] ?? "", `t-${i}`);
  const numbers = async () => (await pressedTickets(desk.reader)).map((one) => one.ticket.number);

  beforeAll(async () => {
    desk = await openDesk(place());
    for (const account of accounts) await importAccount(desk, account, { region: "eu" });
    for (const i of [0, 1, 2]) {
      await (await told(i).opens(lost("password"))).claims();
      desk.clock.at += minutes(1);
    }
  });
  afterAll(() => desk.close());

  describe("agents who are pressed", () => {
    it("come up from the longest wait on, until another agent has the ticket", async () => {
      expect(await numbers()).toEqual([]);
      await told(2).does(staff("ada"), reportPressure());
      desk.clock.at += minutes(1);
      await told(0).does(staff("ada"), reportPressure());
      expect(await numbers()).toEqual([1003, 1001]);
      expect(await countPressed(desk.reader)).toEqual({ n: 2, capped: false });
      await told(2).does(staff("ada"), release());
      expect(await numbers()).toEqual([1003, 1001]);
      const receiver = {
        stream: "case",
        account: accounts[2] ?? "",
        ticket: "t-2",
        query: { receiver: "bob" },
      } as const;
      await desk.ledger.enact({ ...receiver, actor: staff("sam"), request: "r", decide: handOver("bob") });
      expect(await numbers()).toEqual([1001]);
    });
  });

  describe("accounts under a flag", () => {
    const lift = async (by: string, step: number) => {
      const made = { id: `lift-${by}`, act: "lift-safety", object: accounts[22] ?? "", step };
      await desk.ledger.enact({ stream: "staff", id: by, actor: staff(by), request: "r", decide: stepUp(made) });
      const decide = liftSafety({ reason: { id: "r1", commitment: "ab".repeat(32) }, stepUp: made.id });
      const where = { stream: "case", account: accounts[22] ?? "", ticket: null } as const;
      return (await desk.ledger.enact({ ...where, actor: staff(by), request: "r", decide })).refused;
    };

    it("are walked from the newest flag on without a gap or a repetition", async () => {
      for (const account of accounts) {
        const actor = { id: `holder:${account}`, role: "holder", auth: "password", session: null } as const;
        const where = { stream: "case", account, ticket: null, actor, request: "r" } as const;
        await desk.ledger.enact({ ...where, decide: flagSafety("household") });
        desk.clock.at += minutes(1);
      }
      const one = await flaggedPage(desk.reader, null);
      const two = await flaggedPage(desk.reader, one.next);
      expect([...one.lines, ...two.lines].map((l) => l.account.id)).toEqual([...accounts].reverse());
      expect([one.lines.length, two.next]).toEqual([20, null]);
      expect((await flaggedPage(desk.reader, "no-cursor")).lines).toHaveLength(20);
    });

    it("are gone from the list once two supervisors lifted the flag", async () => {
      expect(await lift("sam", 1)).toBeNull();
      expect((await flaggedPage(desk.reader, null)).lines[0]?.account.id).toBe(accounts[22]);
      expect(await lift("max", 2)).toBeNull();
      expect((await flaggedPage(desk.reader, null)).lines[0]?.account.id).toBe(accounts[21]);
    });

    it("have no contact and no region in the queue, and no filter finds their region", async () => {
      const query = { view: "all", tier: null, loss: null, region: null, from: null } as const;
      const { listed } = await queuePage(desk.reader, "ada", query, desk.clock.at);
      expect(listed.map(({ contact, region }) => [contact, region])).toEqual(
        Array.from({ length: 3 }, () => ["•••@•••", hiddenRegion]),
      );
      const inEurope = await queuePage(desk.reader, "ada", { ...query, region: "eu" }, desk.clock.at);
      expect(inEurope.listed).toEqual([]);
      expect(listed[0]?.rules.tiers.T1.hold).toEqual([{ fromPoints: 0, ms: days(7) }]);
    });
  });

  describe("accounts with flags that nobody looked at", () => {
    it("are counted one by one", async () => {
      const { seq } = await desk.writer.sql
        .selectFrom("account_state")
        .select("seq")
        .limit(1)
        .executeTakeFirstOrThrow();
      const none = { proposed_at: null, held_at: null, erased_at: null, safety_at: null, doc: "{}", seq };
      const flagged_at = "2026-03-02T09:00:00.000Z";
      const rows = Array.from({ length: 100 }, (_, n) => ({ ...none, account_id: `flagged-${n}`, flagged_at }));
      await desk.writer.sql.insertInto("account_state").values(rows).execute();
      expect(await countFlagged(desk.reader)).toEqual({ n: 100, capped: false });
    });
  });
});
