import { event, type Verdict } from "domain/event";
import { addMember } from "domain/member";
import { minutes, seconds } from "domain/time";
import { watchPairs } from "domain/watchers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "../engine";
import { onEveryEngine } from "../testing";
import { tellAccounts, tellApproval } from "../testing-approvals";
import { tellAll } from "../testing-case";
import { cli, granted, staffed, type Teller, tellerOf } from "../testing-trail";
import { reportRows, signedApprovals } from "./report";

onEveryEngine("What a report reads", (place) => {
  let writer: Db;
  let reader: Db;
  let t: Teller;
  let began: number;
  beforeAll(async () => {
    writer = openWriter(place().url);
    reader = openReader(place().url);
    t = tellerOf(writer);
    await tellAll(t);
    for (const [id, role] of [
      ["lou", "supervisor"],
      ["cai", "agent"],
    ] as const)
      await granted(
        t.ledger.enact({ stream: "staff", id, actor: cli, request: "r", decide: addMember(`p-${id}`, role) }),
      );
    await tellAccounts(
      t,
      2,
      Array.from({ length: 36 }, (_, n) => `a${n}`),
    );
    began = t.now;
    for (let n = 0; n < 36; n += 1) await tellOne(t, n);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([writer.close(), reader.close()]);
  });

  /** Every agent and supervisor meet equally often; Cai and Lou are quick about it. */
  async function tellOne(teller: Teller, n: number): Promise<void> {
    const account = `a${n}`;
    const agent = ["ada", "bob", "cai"][n % 3] ?? "";
    const supervisor = ["sam", "max", "lou"][Math.floor(n / 3) % 3] ?? "";
    const took = agent === "cai" && supervisor === "lou" ? seconds(31) : minutes(4) + seconds((n * 37) % 60);
    await tellApproval(teller, { account, ticket: `told-${n}`, agent, supervisor, took });
  }

  it("tells of each approval who had submitted it, and when its supervisor first opened the packet", async () => {
    const approvals = await signedApprovals(reader, began);
    expect(approvals).toHaveLength(36);
    const quick = approvals.filter((a) => a.agent === "cai" && a.supervisor === "lou");
    expect(quick.map((a) => (a.at - a.openedAt) / 1000)).toEqual([31, 31, 31, 31]);
    expect(new Set(approvals.map((a) => a.tier))).toEqual(new Set(["T1"]));
    const [first] = watchPairs(approvals);
    expect(first).toMatchObject({ agent: "cai", supervisor: "lou", medianSeconds: 31, underMinute: 4 });
  });

  it("counts what ended, was refused and was checked since then, and all that is live", async () => {
    const rows = await reportRows(reader, Date.parse("2026-03-02T00:00:00.000Z"));
    expect(rows.approvals).toHaveLength(38);
    expect(rows.ended).toEqual([expect.objectContaining({ how: "grant.redeemed", tier: "T4" })]);
    expect(rows.live).toHaveLength(36);
    expect(rows.refusals).toContainEqual({ reason: "already-claimed", n: 1 });
    expect(rows.checks).toContainEqual({ type: "serial.checked", passed: true, n: 38 });
    expect(rows.checks).toContainEqual({ type: "answers.checked", passed: true, n: 1 });
    // The one wrong code of the story was a new contact's.
    expect(rows.checks).toContainEqual({ type: "contact.code-refused", passed: false, n: 0 });
  });

  it("counts a wrong code of a registered contact, which a new contact's is not", async () => {
    const refused = (contact: string) => event("contact.code-refused", { contact, generation: 1, tries: 1 });
    const on = { stream: "case", account: "hal", ticket: "t1", actor: staffed("ada", "agent"), request: "r" } as const;
    const decide = (): Verdict => [refused("email-hal"), refused("new-t1")];
    await t.ledger.enact({ ...on, decide });
    const { checks } = await reportRows(reader, began);
    expect(checks).toContainEqual({ type: "contact.code-refused", passed: false, n: 1 });
  });

  it("leaves out what was before, and has nothing of a time to come but what is live", async () => {
    const rows = await reportRows(reader, t.now + minutes(1));
    expect(rows).toMatchObject({ ended: [], refusals: [], approvals: [] });
    expect(rows.live).toHaveLength(36);
  });
});
