import { describe, expect, it } from "vitest";
import { stopHold } from "./review";
import { given, mail, max, phone, sam } from "./testing";
import { approvedBy, completed, delivered, holdRunning, lossOf, onHold, opened, resetSent } from "./testing-stories";
import { days } from "./time";

const toldOf = (story: ReturnType<typeof given>, purpose: string) =>
  story.entries.flatMap((e) => (e.type === "holder.notified" && e.data.purpose === purpose ? e.data.messages : []));

describe("Every contact of the account is told", () => {
  it("when a ticket is opened, also those that are said to be lost", () => {
    expect(toldOf(opened(lossOf.T4), "opened")).toEqual([
      { message: `t1.opened.0.${mail.id}`, contact: mail.id, kind: "email" },
      { message: `t1.opened.0.${phone.id}`, contact: phone.id, kind: "phone" },
    ]);
  });

  it("when it is approved, when the link goes out and when the reset ran", () => {
    const done = completed();
    for (const purpose of ["approved", "reset", "completed"])
      expect(toldOf(done, purpose).map((m) => m.contact)).toEqual([mail.id, phone.id]);
  });

  it("and never the new contact, in the recovery that binds it", () => {
    const contacts = completed().entries.flatMap((e) =>
      e.type === "holder.notified" ? e.data.messages.map((m) => m.contact) : [],
    );
    expect(contacts).not.toContain("c-new");
  });

  it("for 90 days after a recovery took it off, beside the one that came instead", () => {
    const told = (ms: number) => toldOf(opened(lossOf.T1, completed().after(ms).on("t2")), "opened").slice(2);
    expect(told(days(89)).map((m) => m.contact)).toEqual([mail.id, phone.id, "c-new"]);
    expect(told(days(90)).map((m) => m.contact)).toEqual([phone.id, "c-new"]);
  });
});

it("Many contacts are told in several entries, fifty in each, and the hold waits for every one of them", () => {
  const many = Array.from({ length: 120 }, (_, i) => ({ ...phone, id: `c-${i}` }));
  const held = onHold(lossOf.T1, given().knowing({ imported: [mail, ...many] }));
  const parts = held.verdict.flatMap((e) => (e.type === "holder.notified" ? [e.data.messages.length] : []));
  expect(parts).toEqual([50, 50, 21]);
  expect(new Set(toldOf(held, "approved").map((m) => m.message)).size).toBe(121);
  expect(held.ticket.hold?.startedAt).toBeNull();
  expect(delivered(held).ticket.hold?.startedAt).toBe(held.now);
});

describe("A notice", () => {
  it("is no event at all where there is no contact to tell", () => {
    opened(lossOf.T1, given().knowing({ imported: [] })).gives("ticket.opened");
    opened(lossOf.T1, given().knowing({ imported: [{ ...mail, endedAt: 0 }] })).gives("ticket.opened");
  });

  it("of a second approval after a stopped hold is a new message", () => {
    const stopped = holdRunning().when(stopHold("odd"), { actor: max });
    const again = approvedBy(stopped, sam);
    const ids = toldOf(again, "approved").map((m) => m.message);
    expect(new Set(ids).size).toBe(4);
  });

  it("of a second approval lets the second hold start once it is accepted", () => {
    const again = approvedBy(holdRunning().when(stopHold("odd"), { actor: max }), sam).in("on_hold");
    expect(again.ticket.hold?.startedAt).toBeNull();
    expect(delivered(again).ticket.hold?.startedAt).toBe(again.now);
  });

  it("names the ticket, so that repeating a decision names the same messages", () => {
    expect(toldOf(onHold(), "approved")).toEqual(toldOf(onHold(), "approved"));
    expect(toldOf(resetSent(), "reset").every((m) => m.message.startsWith("t1.reset."))).toBe(true);
  });
});
