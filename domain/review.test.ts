import { describe, expect, it } from "vitest";
import { event } from "./event";
import { approvalObject, approve, freshApprovals, openPacket } from "./review";
import type { Actor } from "./staff";
import { submit } from "./submit";
import { ada, bob, given, ivy, max, memberOf, rob, type Story, sam } from "./testing";
import { approvedBy, approvedOnce, evidenced, lossOf, onHold, submitted } from "./testing-stories";
import { days, hours, lifetime, minutes } from "./time";

const sign = (story: Story, actor: Actor, stepUp: string, packet = story.ticket.packet?.hash ?? "") =>
  story.when(approve({ packet, stepUp, reason: "proof-complete", note: null }), { actor });
const steppedUp = (story: Story, object = approvalObject("t1", story.ticket.packet?.hash ?? ""), act = "approve") =>
  story.stepsUp("sam", "s1", object, act);
const openedBySam = (story = submitted()) => story.when(openPacket(), { actor: sam });

describe("Approving", () => {
  it("signs the packet under review, and one approval of one begins the hold and tells every contact", () => {
    const story = approvedBy(submitted(), sam);
    story.gives(
      { type: "ticket.approved", data: { round: 1, packet: story.ticket.packet?.hash, by: "sam", count: 1, of: 1 } },
      { type: "hold.begun", data: { round: 1, holdMs: hours(24) } },
      { type: "holder.notified", data: { purpose: "approved" } },
    );
    expect(story.in("on_hold").ticket.hold?.startedAt).toBeNull();
  });

  it("of a T4 takes two supervisors", () => {
    const once = approvedOnce()
      .gives({ type: "ticket.approved", data: { count: 1, of: 2 } })
      .in("in_review");
    approvedBy(once, max)
      .gives({ type: "ticket.approved", data: { count: 2, of: 2 } }, "hold.begun", "holder.notified")
      .in("on_hold");
  });

  it("twice by one supervisor is refused, and by one human under two accounts too", () => {
    approvedBy(approvedOnce(), sam).refused("already-approved");
    const twice = approvedOnce().staffed(memberOf("sam2", "supervisor", "sam"));
    approvedBy(twice, { ...sam, id: "staff:sam2" }).refused("already-approved");
  });

  it("counts for 24 hours: a second one that comes later is a first one again", () => {
    approvedBy(approvedOnce().after(hours(24) - 1), max).in("on_hold");
    const late = approvedBy(approvedOnce().after(hours(24)), max);
    late.gives({ type: "ticket.approved", data: { count: 1, of: 2 } }).in("in_review");
    const renewed = approvedBy(late, sam).in("on_hold");
    expect(renewed.ticket.approvals.map((a) => a.by)).toEqual(["max", "sam"]);
    expect(freshApprovals(late.ticket, late.now).map((a) => a.by)).toEqual(["max"]);
  });

  it("is for active supervisors", () => {
    for (const actor of [ada, bob, ivy, rob]) sign(submitted(), actor, "s1").refused("not-your-role");
    const disabled = steppedUp(openedBySam()).member("sam", event("staff.disabled", {}));
    sign(disabled, sam, "s1").refused("disabled");
  });

  it("is refused outside review and on a frozen account", () => {
    sign(evidenced(), sam, "s1").refused("not-in-review");
    sign(onHold(), max, "s1").refused("not-in-review");
    approvedBy(submitted().record({ status: "frozen" }), sam).refused("account-frozen");
  });
});

describe("An approval carries this packet's hash:", () => {
  it("another one is refused", () => {
    sign(steppedUp(openedBySam()), sam, "s1", "ff".repeat(32)).refused("packet-changed");
  });

  it("the one of an earlier round is refused", () => {
    const first = submitted().ticket.packet?.hash ?? "";
    const again = submitted().recorded(max, event("ticket.returned", { round: 1, reason: "more", note: null }));
    const second = openedBySam(again.when(submit(), { actor: ada }));
    expect(second.ticket.packet?.hash).not.toBe(first);
    sign(steppedUp(second, approvalObject("t1", first)), sam, "s1", first).refused("packet-changed");
  });

  it("it is refused when the case changed since", () => {
    const other = steppedUp(openedBySam()).knowing({ imported: [] });
    sign(other, sam, "s1").refused("packet-changed");
    const odd = event("serial.checked", { attempt: "x", result: "near", device: null, whole: false, evidence: null });
    sign(steppedUp(openedBySam()).recorded(ada, odd), sam, "s1").refused("packet-changed");
  });

  it("it is refused to a supervisor who did not open this packet", () => {
    sign(steppedUp(submitted()), sam, "s1").refused("packet-not-opened");
    sign(steppedUp(submitted().when(openPacket(), { actor: max })), sam, "s1").refused("packet-not-opened");
    const again = openedBySam().recorded(max, event("ticket.returned", { round: 1, reason: "more", note: null }));
    sign(steppedUp(again.when(submit(), { actor: ada })), sam, "s1").refused("packet-not-opened");
  });
});

describe("An approval takes a fresh second factor", () => {
  it("made for it: none, one for another act, ticket or packet, or a stranger's is refused", () => {
    sign(openedBySam(), sam, "s1").refused("step-up-needed");
    sign(steppedUp(openedBySam(), undefined, "export"), sam, "s1").refused("step-up-needed");
    sign(steppedUp(openedBySam(), approvalObject("t2", openedBySam().ticket.packet?.hash ?? "")), sam, "s1").refused(
      "step-up-needed",
    );
    sign(steppedUp(openedBySam(), approvalObject("t1", "00")), sam, "s1").refused("step-up-needed");
    sign(steppedUp(openedBySam()), sam, "s2").refused("step-up-needed");
    sign(steppedUp(openedBySam()).when(openPacket(), { actor: max }), max, "s1").refused("step-up-needed");
  });

  it("at most five minutes old", () => {
    sign(steppedUp(openedBySam()).after(lifetime.stepUpMs - 1), sam, "s1").in("on_hold");
    sign(steppedUp(openedBySam()).after(minutes(5)), sam, "s1").refused("step-up-needed");
  });

  it("that carries one approval: after a stopped hold it takes another", () => {
    const stopped = sign(steppedUp(openedBySam()), sam, "s1").recorded(
      max,
      event("hold.stopped", { why: "odd", by: "max" }),
    );
    sign(stopped, sam, "s1").refused("step-up-needed");
    approvedBy(stopped, sam, "s2").in("on_hold");
  });
});

describe("Opening the packet", () => {
  it("is an entry, for supervisors, in review", () => {
    openedBySam().gives({ type: "packet.opened", data: { round: 1, by: "sam" } });
    openedBySam(evidenced()).refused("not-in-review");
    submitted().when(openPacket(), { actor: ada }).refused("not-your-role");
  });

  it("is no hand in the case and keeps no ticket from going idle", () => {
    const later = submitted().after(hours(1)).when(openPacket(), { actor: sam });
    expect(later.account.hands.sam).toBeUndefined();
    expect(later.ticket.touchedAt).toBe(submitted().now);
  });

  it("that was superseded is not this one", () => {
    const stale = event("packet.opened", { round: 1, packet: "00", by: "sam" });
    expect(submitted().recorded(sam, stale).ticket.packet?.openedBy).toEqual({});
  });
});

it("A hold without any contact to tell runs at once, for 7 days", () => {
  const once = approvedBy(submitted(lossOf.T1, given().knowing({ imported: [] })), sam);
  const held = approvedBy(once, max).gives("ticket.approved", "hold.begun", "hold.started");
  expect(held.ticket).toMatchObject({ tier: "T4", hold: { startedAt: held.now, endsAt: held.now + days(7) } });
});
