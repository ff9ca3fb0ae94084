import { describe, expect, it } from "vitest";
import { recordSerial, reserveSerial, type SerialResult, searchSerial } from "./check-serial";
import { claim, release } from "./claim";
import { ada, bob, given, ivy, max, monday, requesterOf, type Story } from "./testing";
import { claimed, confirmed, lossOf, opened, proposed, ready, serial, submitted } from "./testing-stories";
import { days, hours, minutes } from "./time";

const result = (change: Partial<SerialResult> = {}): SerialResult => ({
  attempt: "x1",
  result: "match",
  device: "d1",
  whole: true,
  evidence: "e1",
  ...change,
});
const reserve = (story: Story, attempt = "x1", actor = ada) => story.when(reserveSerial(attempt), { actor });
const record = (story: Story, change: Partial<SerialResult> = {}) =>
  story.when(recordSerial(result(change)), { actor: ada });

describe("Checking a serial", () => {
  it("reserves an attempt before the compare and records what came of it", () => {
    reserve(ready()).gives({ type: "serial.attempted", data: { attempt: "x1", channel: "desk" } });
    const story = record(reserve(ready())).gives({ type: "serial.checked", data: { result: "match", evidence: "e1" } });
    expect(story.ticket.evidence).toMatchObject([{ id: "e1", factor: "serial", device: "d1", whole: true }]);
  });

  it.each(["near", "miss"] as const)("that is a %s gives no evidence, and is odd in the packet", (kind) => {
    const story = record(reserve(ready()), { result: kind, device: null }).gives({
      type: "serial.checked",
      data: { result: kind, evidence: null },
    });
    expect(story.ticket).toMatchObject({ evidence: [], odd: [{ factor: "serial", result: kind }] });
    expect(story.account.attempts).toMatchObject([{ result: "failed" }]);
  });

  it("of a device that joined the account on file is a match and no proof, until it is there for 30 days", () => {
    const joined = (at: number) =>
      reserve(ready(lossOf.T3, given().knowing({ joined: { device: at, questions: {} } })));
    record(joined(monday - days(30) + hours(1))).gives({
      type: "serial.checked",
      data: { result: "match", device: "d1", evidence: null, tooNew: true },
    });
    record(joined(monday - days(30))).gives({ type: "serial.checked", data: { evidence: "e1" } });
  });

  it("locks after four that failed in 24 hours, for every agent, ticket and channel", () => {
    const four = [1, 2, 3, 4].reduce<Story>((s) => serial(s, null), ready());
    reserve(four, "x5").refused("locked");
    const handed = four.when(release(), { actor: ada }).when(claim(), { actor: bob });
    reserve(handed, "x5", bob).refused("locked");
    reserve(four, "x5", requesterOf("t1")).refused("locked");
    reserve(ready(lossOf.T1, four.when(release(), { actor: ada }).on("t2")), "x5").refused("locked");
    reserve(four.after(hours(24)), "x5").gives("serial.attempted");
  });

  it("of many at once uses exactly the budget: one that is reserved counts", () => {
    const tried = Array.from({ length: 50 }).reduce<Story>((s, _, i) => reserve(s, `x${i}`), ready());
    expect(tried.account.attempts).toHaveLength(4);
  });

  it("in the portal locks after two, and leaves the desk the rest", () => {
    const hers = requesterOf("t1");
    const two = serial(serial(ready(), null, true, hers), null, true, hers);
    expect(two.account.attempts.map((a) => a.channel)).toEqual(["portal", "portal"]);
    reserve(two, "x3", hers).refused("locked");
    reserve(two, "x3").gives("serial.attempted");
  });

  it("with the same value again in one ticket uses no attempt", () => {
    const again = serial(ready(), null).when(reserveSerial("x2"), { actor: ada, facts: { tried: true } });
    again.gives({ type: "serial.repeated", data: { channel: "desk" } });
    expect(again.account.attempts).toHaveLength(1);
  });

  it("waits for the new contact to be confirmed: that comes before any evidence", () => {
    reserve(claimed()).refused("confirm-new-contact-first");
    reserve(proposed(claimed())).refused("confirm-new-contact-first");
    reserve(claimed(lossOf.T1)).gives("serial.attempted");
  });

  it("is for the agent who holds the ticket and its own requester, while it is verified and the account not frozen", () => {
    reserve(opened(lossOf.T1)).refused("not-verifying");
    reserve(submitted()).refused("not-verifying");
    reserve(ready(), "x1", bob).refused("not-your-ticket");
    reserve(ready(), "x1", requesterOf("t2")).refused("not-your-ticket");
    reserve(ready().record({ status: "frozen" })).refused("account-frozen");
    reserve(ready(), "x1", max).refused("not-your-role");
  });
});

describe("The result of a serial", () => {
  it("is recorded once, for the ticket that reserved it", () => {
    record(ready()).refused("no-such-attempt");
    record(record(reserve(ready()))).refused("no-such-attempt");
    const other = ready(lossOf.T1, reserve(ready()).when(release(), { actor: ada }).on("t2"));
    record(other).refused("no-such-attempt");
  });

  it("of a device that is proven in this ticket is no further evidence, but a whole label is after nine characters", () => {
    const again = (first: boolean, then: boolean) => serial(serial(ready(), "d1", first), "d1", then).ticket.evidence;
    expect(again(true, true)).toHaveLength(1);
    expect(again(false, false)).toHaveLength(1);
    expect(again(true, false)).toMatchObject([{ whole: true }]);
    expect(again(false, true).map((v) => v.whole)).toEqual([false, true]);
    expect(serial(serial(ready(), "d1"), "d2").ticket.evidence).toHaveLength(2);
  });

  it("is evidence again once the first has expired or was voided", () => {
    expect(serial(serial(ready(), "d1").after(hours(72)), "d1").ticket.evidence).toHaveLength(2);
    const voided = serial(confirmed(proposed(serial(ready(), "d1"), "c-other")), "d1");
    expect(voided.ticket.evidence.map((v) => v.voidedAt === null)).toEqual([false, true]);
  });

  it("is no evidence when the ticket went on meanwhile, but settles the attempt", () => {
    const gone = record(reserve(ready()).when(release(), { actor: ada }));
    gone.gives({ type: "serial.checked", data: { result: "match", evidence: null } });
    expect(gone.ticket).toMatchObject({ evidence: [], odd: [] });
    expect(gone.account.attempts).toMatchObject([{ result: "passed" }]);
  });
});

describe("Searching an account by serial", () => {
  const search = (story: Story, actor = ada) => story.when(searchSerial("x9"), { actor });

  it("uses one of the account's attempts for a find", () => {
    const story = search(given()).gives({ type: "serial.searched", data: { attempt: "x9" } });
    expect(story.account.attempts).toHaveLength(1);
  });

  it("is no way around the budget", () => {
    const four = [1, 2, 3, 4].reduce<Story>(
      (s, i) => s.when(searchSerial(`x${i}`), { actor: ada }).after(minutes(1)),
      given(),
    );
    search(four).refused("locked");
    reserve(ready(lossOf.T1, four)).refused("locked");
  });

  it("is for agents and supervisors, as any search is", () => {
    search(given(), max).gives("serial.searched");
    search(given(), ivy).refused("not-your-role");
    search(given(), requesterOf("t1")).refused("not-your-role");
  });
});
