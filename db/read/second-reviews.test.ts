import { addMember } from "domain/member";
import { reject, stopHold } from "domain/review";
import { sampleReview } from "domain/second-review";
import type { Actor } from "domain/staff";
import { minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "../engine";
import { onEveryEngine } from "../testing";
import { tellAccounts, tellApproval } from "../testing-approvals";
import { stepsUp, tellAdmins, tellErasure } from "../testing-erasure";
import { cli, granted, staffed, type Teller, tellerOf, tellStaff } from "../testing-trail";
import { approvalsAfter, countWaiting, waitingPage } from "./second-reviews";

const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
const lou = staffed("lou", "supervisor");

onEveryEngine("Second looks at an account that is erased", (place) => {
  let writer: Db;
  let reader: Db;
  let t: Teller;
  beforeAll(async () => {
    writer = openWriter(place().url);
    reader = openReader(place().url);
    t = tellerOf(writer);
    await tellStaff(t);
    const add = { stream: "staff", id: "lou", actor: cli, request: "r" } as const;
    await granted(t.ledger.enact({ ...add, decide: addMember("p-lou", "supervisor") }));
    await tellAdmins(t);
    await tellAccounts(t, 1, ["gone", "here"]);
    for (const account of ["gone", "here"])
      await tellApproval(t, { account, ticket: `t-${account}`, agent: "ada", supervisor: "sam", took: minutes(3) });
  });
  afterAll(async () => {
    await Promise.all([writer.close(), reader.close()]);
  });

  it("are neither counted nor listed, and the draw passes over its approvals to the next", async () => {
    const [gone, here] = await approvalsAfter(reader, -1, 10);
    if (!gone || !here) throw new Error("There are not two approvals.");
    for (const { approval, account, ticket, by, agent } of [gone, here]) {
      const decide = sampleReview({ approval, by, agent, oneIn: 20 });
      await granted(t.ledger.enact({ stream: "case", account, ticket, actor: worker, request: "draw", decide }));
    }
    expect(await countWaiting(reader)).toEqual({ n: 2, capped: false });

    const on = { stream: "case", account: "gone", ticket: "t-gone", actor: lou, request: "end" } as const;
    await granted(t.ledger.enact({ ...on, decide: stopHold("other") }));
    const stepUp = await stepsUp(t, lou, "t-gone", "reject");
    await granted(t.ledger.enact({ ...on, decide: reject({ reason: "other", note: "n", stepUp }) }));
    await tellErasure(t, "gone");

    const { cases } = await waitingPage(reader, null, 10);
    expect(cases.map((c) => c.ticket.id)).toEqual(["t-here"]);
    expect(await countWaiting(reader)).toEqual({ n: 1, capped: false });
    expect((await approvalsAfter(reader, -1, 1)).map((a) => a.ticket)).toEqual(["t-here"]);
  });
});
