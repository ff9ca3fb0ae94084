import { describe, expect, it } from "vitest";
import { sweep } from "./end";
import { event } from "./event";
import { endHold, object, settleMessage } from "./reset";
import { ada, anyone, given, hal, mail, max, memberOf, phone, type Story, sam, worker } from "./testing";
import {
  approvedBy,
  approvedOnce,
  atHoldsEnd,
  delivered,
  holdRunning,
  lossOf,
  onHold,
  opened,
  submitted,
} from "./testing-stories";
import { days, hours, minutes } from "./time";

const ends = (story: Story, actor = worker) => story.when(endHold("g1"), { actor });
const settles = (story: Story, contact: string, failure: string | null = null) =>
  story.when(settleMessage({ message: `t1.approved.0.${contact}`, failure }), { actor: worker });
const bounces = (story: Story, contact: string) => settles(story, contact, "bounced");

describe("A hold starts", () => {
  it("when every notice of the approval was accepted for delivery, and not before", () => {
    const one = settles(onHold().after(minutes(1)), mail.id).gives("message.accepted");
    expect(one.ticket.hold?.startedAt).toBeNull();
    const both = settles(one.after(minutes(2)), phone.id);
    both.gives("message.accepted", {
      type: "hold.started",
      data: { endsAt: both.now + hours(24), lengthened: false },
    });
    expect(both.ticket.hold).toMatchObject({ startedAt: both.now, endsAt: both.now + hours(24) });
  });

  it("not by a message that is no notice of the approval", () => {
    const other = onHold().when(settleMessage({ message: "t1.code.1.c-new", failure: null }), { actor: worker });
    other.gives("message.accepted");
    onHold()
      .when(settleMessage({ message: `t1.opened.0.${mail.id}`, failure: null }), { actor: worker })
      .gives("message.accepted");
  });

  it("once: the same news again changes nothing", () => {
    const story = holdRunning();
    const again = settles(story.after(hours(1)), mail.id).gives("message.accepted");
    expect(again.ticket.hold).toEqual(story.ticket.hold);
  });

  it("with a notice that failed too, and then a T4 waits 7 days instead of 72 hours", () => {
    const failed = settles(bounces(onHold(lossOf.T4), mail.id), phone.id);
    failed.gives("message.accepted", {
      type: "hold.started",
      data: { endsAt: failed.now + days(7), lengthened: true },
    });
    settles(bounces(onHold(lossOf.T3), mail.id), phone.id).gives("message.accepted", {
      type: "hold.started",
      data: { lengthened: false },
    });
  });

  it("not when the ticket was disputed meanwhile", () => {
    const disputed = settles(onHold(), mail.id).when(object(mail.id), { actor: anyone });
    settles(disputed, phone.id).gives("message.accepted").in("disputed");
  });
});

describe("At a hold's end", () => {
  it("the worker sends the link and tells every old contact", () => {
    const sent = ends(atHoldsEnd(holdRunning()));
    sent.gives(
      { type: "grant.issued", data: { grant: "g1", generation: 1, contact: "c-new", expiresAt: sent.now + hours(24) } },
      { type: "holder.notified", data: { purpose: "reset" } },
    );
    sent.in("reset_sent");
  });

  it("it is the worker and no human", () => {
    for (const actor of [ada, sam, hal, anyone]) ends(atHoldsEnd(holdRunning()), actor).refused("not-your-role");
  });

  it("not a moment before", () => {
    ends(atHoldsEnd(holdRunning()).after(-1)).refused("hold-running");
    ends(onHold().after(days(30))).refused("hold-running");
  });

  it("once: the second of two workers is refused", () => {
    ends(ends(atHoldsEnd(holdRunning()))).refused("not-on-hold");
    ends(submitted()).refused("not-on-hold");
  });

  it("nothing starts while a clock jump is unacknowledged", () => {
    const jumped = atHoldsEnd(holdRunning()).knowing({ clockJump: true });
    ends(jumped).refused("clock-jump").in("on_hold");
    ends(jumped.knowing({ clockJump: false })).in("reset_sent");
  });

  it("an objection a moment before wins", () => {
    ends(atHoldsEnd(holdRunning()).when(object(phone.id), { actor: anyone }))
      .refused("not-on-hold")
      .in("disputed");
  });
});

describe("At its end the worker judges again, and gives the ticket back to review", () => {
  const gaveBack = (story: Story, why: string) =>
    ends(story)
      .gives({ type: "hold.stopped", data: { why, by: "worker" } })
      .in("in_review");

  it("when the account is frozen, or another ticket of it is disputed", () => {
    gaveBack(atHoldsEnd(holdRunning()).record({ status: "frozen" }), "account-frozen");
    const other = opened(lossOf.T1, holdRunning().on("t2")).when(object(mail.id), { actor: anyone }).on("t1");
    gaveBack(atHoldsEnd(other), "account-frozen");
  });

  it("when an approver is no longer an active supervisor", () => {
    const end = () => atHoldsEnd(holdRunning(lossOf.T4));
    gaveBack(end().member("sam", event("staff.role-changed", { role: "agent" })), "approver-no-supervisor");
    gaveBack(end().member("max", event("staff.disabled", {})), "approver-no-supervisor");
  });

  it("but not for one whose approval had run out and carried nothing", () => {
    const kim = { ...max, id: "staff:kim" };
    const late = approvedOnce().staffed(memberOf("kim", "supervisor")).after(hours(25));
    const held = atHoldsEnd(delivered(approvedBy(approvedBy(late, max), kim)));
    ends(held.member("sam", event("staff.role-changed", { role: "agent" }))).in("reset_sent");
  });

  it("when the packet is another one", () => {
    gaveBack(atHoldsEnd(holdRunning()).knowing({ imported: [mail] }), "packet-changed");
  });

  it("with time to look at it: its idle days begin anew", () => {
    const back = ends(atHoldsEnd(holdRunning(lossOf.T4)).after(days(5)).member("max", event("staff.disabled", {})));
    back.when(sweep(), { actor: worker }).refused("nothing-due");
    approvedBy(back, sam).gives({ type: "ticket.approved", data: { count: 1, of: 2 } });
  });
});

describe("A T4 hold that is found too short at its end", () => {
  const lengthened = (story: Story) => {
    const start = story.ticket.hold?.startedAt ?? 0;
    const longer = ends(atHoldsEnd(story));
    longer.gives({ type: "hold.started", data: { endsAt: start + days(7), lengthened: true } }).in("on_hold");
    return longer;
  };
  const running = () => holdRunning(lossOf.T4);
  const signedIn = (story: Story) =>
    story.after(hours(1)).recorded(hal, event("holder.signed-in", { secondFactor: "none" }));

  it("goes on to 7 days from its start when the holder signed in meanwhile", () => {
    lengthened(signedIn(running()));
  });

  it("goes on to 7 days from its start when a notice came back after all", () => {
    const before = running();
    const start = before.ticket.hold?.startedAt ?? 0;
    const longer = bounces(before.after(hours(2)), phone.id);
    const data = { endsAt: start + days(7), lengthened: true };
    longer.gives("message.failed", { type: "hold.started", data }).in("on_hold");
    ends(longer.after(hours(72))).refused("hold-running");
    ends(atHoldsEnd(longer)).in("reset_sent");
  });

  it("ends then, and is not lengthened for ever", () => {
    const longer = lengthened(signedIn(running()));
    ends(atHoldsEnd(longer).after(-1)).refused("hold-running");
    ends(atHoldsEnd(longer)).in("reset_sent");
  });
});

it("A hold is as long as the tier asks", () => {
  const lengthOf = (story: Story) => (story.ticket.hold?.endsAt ?? 0) - (story.ticket.hold?.startedAt ?? 0);
  const totp = given().record({ secondFactor: "totp" });
  expect([
    lengthOf(holdRunning(lossOf.T1)),
    lengthOf(holdRunning(lossOf.T2, totp)),
    lengthOf(holdRunning(lossOf.T3)),
    lengthOf(holdRunning(lossOf.T4)),
    lengthOf(holdRunning(lossOf.T4, totp)),
  ]).toEqual([0, hours(24), hours(24), hours(72), days(7)]);
});

it("The link of a ticket without a new contact goes to the registered one, in its own kind", () => {
  const action = { newPassword: true, removeSecondFactor: false, replace: [mail.id, phone.id] };
  const added = { id: "c-bound", kind: "phone" } as const;
  const recovered = given().recorded(worker, event("account.recovered", { action, added }));
  ends(atHoldsEnd(holdRunning(lossOf.T1, recovered.after(days(90))))).gives(
    { type: "grant.issued", data: { contact: "c-bound", kind: "phone" } },
    "holder.notified",
  );
});
