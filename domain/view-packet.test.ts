import { describe, expect, it } from "vitest";
import { standard } from "./policies";
import { object } from "./reset";
import { openPacket, stopHold } from "./review";
import { submit } from "./submit";
import { ada, anyone, bob, mail, max, memberOf, phone, type Story, sam } from "./testing";
import { masks, readingOf } from "./testing-reading";
import * as told from "./testing-stories";
import { hours, minutes } from "./time";
import { approvalLapsed } from "./view";
import { packetView } from "./view-packet";
import { approvalRow } from "./view-rows";
import { storyOf } from "./view-story";

const packetOf = (story: Story, reader = sam) =>
  packetView(readingOf(story, reader)) ?? expect.unreachable("no packet");

describe("A packet before a supervisor", () => {
  it("says what will happen, to whom it goes and on what evidence", () => {
    const story = told.submitted(told.lossOf.T4);
    expect(packetOf(story)).toMatchObject({
      tier: "T4",
      round: 1,
      hash: story.ticket.packet?.hash,
      action: { newPassword: true, removeSecondFactor: false, replace: [masks[mail.id], masks[phone.id]] },
      sendTo: { mask: "n•••@n•••.example", confirmedAt: story.now, proposedAt: story.now },
      oldContacts: [{ mask: masks[mail.id] }, { mask: masks[phone.id] }],
      points: 60,
      pointsNeeded: 50,
      holdMs: hours(72),
      approvalsNeeded: 2,
    });
    expect(packetOf(story).proven.map((e) => e.factor)).toEqual(["serial", "serial", "answers"]);
  });

  it("says that answers on file are weak where the questions count, and only there", () => {
    const weak = (story: Story, weakAnswers: number) => packetView(readingOf(story, sam, { weakAnswers }))?.weakAnswers;
    expect(weak(told.submitted(told.lossOf.T4), 1)).toBe(true);
    expect(weak(told.submitted(told.lossOf.T4), 0)).toBe(false);
    expect(weak(told.submitted(told.lossOf.T1), 3)).toBe(false);
  });

  it("tells which approval lapsed, in the packet, in the list and in the story, until it is given anew or the hold begins", () => {
    const once = told.approvedOnce();
    const at = once.now;
    const seen = (story: Story) => ({
      packet: packetOf(story).lapsed.map((a) => a.byName),
      row: approvalRow({ ticket: story.ticket, rules: standard, holder: "", contact: "", region: "" }, story.now)
        .lapsed,
      story: storyOf(readingOf(story, sam)).filter((l) => l.type === approvalLapsed),
    });
    expect(seen(once.after(hours(23)))).toEqual({ packet: [], row: 0, story: [] });
    const late = once.after(hours(25));
    expect(seen(late)).toMatchObject({
      packet: ["Sam"],
      row: 1,
      story: [{ who: "Sam", at: at + hours(24), denied: false }],
    });
    expect(packetOf(late).approvals).toEqual([]);
    expect(storyOf(readingOf(late, sam))[0]?.type).toBe(approvalLapsed);
    expect(seen(told.approvedBy(late, sam))).toMatchObject({ packet: [], row: 0, story: [{ who: "Sam" }] });
    const held = told.approvedBy(once.after(hours(1)), max);
    expect(seen(held.after(hours(30)))).toEqual({ packet: [], row: 0, story: [] });
  });

  it("names the registered contact where no new one is bound", () => {
    expect(packetOf(told.submitted(told.lossOf.T1)).sendTo).toMatchObject({ mask: masks[mail.id], proposedAt: null });
  });

  it("does not stand before submission, and no more after a return", () => {
    expect(packetView(readingOf(told.evidenced(), sam))).toBeNull();
    const returned = told.submitted().when(told.returning("second-device", null), { actor: sam });
    expect(packetView(readingOf(returned, sam))).toBeNull();
  });

  it("groups what each person did, in order, without looking, refusals and tries under way", () => {
    const story = told
      .submitted()
      .after(minutes(5))
      .when(openPacket(), { actor: max })
      .when(told.rejecting("other", null), { actor: bob });
    expect(packetOf(story).people).toEqual([
      {
        name: "Ada",
        role: "agent",
        acts: [
          "ticket.opened",
          "ticket.claimed",
          "contact.proposed",
          "contact.code-sent",
          "contact.confirmed",
          "possession.confirmed",
          "serial.checked",
          "ticket.submitted",
        ],
        from: story.now - minutes(5),
        to: story.now - minutes(5),
      },
    ]);
  });

  it("lists the signatures of its round by themselves", () => {
    const once = told.approvedOnce();
    expect(packetOf(once, max)).toMatchObject({
      approvals: [{ byName: "Sam", mine: false, reason: "proof-complete" }],
      approvalsNeeded: 2,
    });
    expect(packetOf(once, max).people.map((p) => p.name)).toEqual(["Ada"]);
    expect(packetOf(once, max).expiresAt).toBe(once.now + hours(24));
  });

  it("knows when this reader opened it, and until when nothing happens to it", () => {
    const story = told.submitted();
    expect(packetOf(story)).toMatchObject({ openedAt: null, expiresAt: story.now + hours(24 * 7) });
    expect(packetOf(story.when(openPacket(), { actor: sam })).openedAt).toBe(story.now);
  });
});

describe("Why a supervisor may not decide", () => {
  it("is nothing for one without a hand in it, opened or not", () => {
    expect(packetOf(told.submitted()).refusal).toBeNull();
    expect(packetOf(told.submitted().when(openPacket(), { actor: sam })).refusal).toBeNull();
  });

  it("is the first refusal that approving would meet", () => {
    expect(packetOf(told.submitted(), ada).refusal).toBe("not-your-role");
    const promoted = told.submitted().staffed(memberOf("ada", "supervisor"));
    expect(packetOf(promoted, { ...ada, role: "supervisor" }).refusal).toBe("own-case");
    expect(packetOf(told.approvedOnce(), sam).refusal).toBe("already-approved");
    expect(packetOf(told.submitted().record({ status: "frozen" })).refusal).toBe("account-frozen");
    expect(packetOf(told.completed()).refusal).toBe("not-in-review");
  });

  it("holds for every account of the same human", () => {
    const twin = told.approvedOnce().staffed(memberOf("sam2", "supervisor", "sam"));
    const reader = { ...sam, id: "staff:sam2" };
    expect(packetOf(twin, reader)).toMatchObject({ refusal: "already-approved", approvals: [{ mine: true }] });
  });

  it("of a packet that changed is that it changed", () => {
    const story = told.submitted();
    expect(packetOf(story.knowing({ imported: [phone] })).refusal).toBe("packet-changed");
  });

  it("in a dispute is what rejecting would meet, and the first supervisor's word is told", () => {
    const disputed = told.submitted().when(object(mail.id), { actor: anyone });
    expect(packetOf(disputed)).toMatchObject({ state: "disputed", refusal: null, rejection: null });
    const first = disputed.when(told.rejecting("not-the-holder", null), { actor: sam });
    expect(packetOf(first)).toMatchObject({
      refusal: "already-rejected",
      rejection: { byName: "Sam", reason: "not-the-holder" },
    });
    expect(packetOf(first, max).refusal).toBeNull();
  });

  it("on hold is what stopping would meet; approvals that began it still stand there", () => {
    const running = told.holdRunning(told.lossOf.T4).after(hours(48));
    expect(packetOf(running)).toMatchObject({ refusal: null, approvals: [{ byName: "Sam" }, { byName: "Max" }] });
    const stopped = running.when(stopHold("new-doubt"), { actor: sam });
    expect(packetOf(stopped)).toMatchObject({ state: "in_review", approvals: [] });
  });

  it("stays nothing when the ticket comes back in a second round", () => {
    const again = told
      .serial(told.submitted().when(told.returning("second-device", null), { actor: sam }), "d2")
      .when(submit(), { actor: ada });
    expect(packetOf(again)).toMatchObject({ round: 2, refusal: null });
    expect(packetOf(again).people.map((p) => [p.name, p.acts.at(-1)])).toEqual([
      ["Ada", "ticket.submitted"],
      ["Sam", "ticket.returned"],
    ]);
  });
});
