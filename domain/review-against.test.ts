import { describe, expect, it } from "vitest";
import { note } from "./end";
import { object } from "./reset";
import { reject, returnTicket, stopHold } from "./review";
import { submit } from "./submit";
import { ada, anyone, mail, max, type Story, sam } from "./testing";
import {
  approvedBy,
  approvedOnce,
  completed,
  evidenced,
  holdRunning,
  lossOf,
  onHold,
  opened,
  rejecting,
  resetSent,
  returning,
  submitted,
} from "./testing-stories";
import { minutes } from "./time";

const returns = (story: Story, actor = max) => story.when(returning("more-proof", "note-1"), { actor });
const rejects = (story: Story, actor = max) => story.when(rejecting("not-the-holder", null), { actor });
const disputed = (story = onHold()) => story.when(object(mail.id), { actor: anyone }).in("disputed");
const noted = (story: Story) => story.when(note({ note: "n1", removed: 0, commitment: "00" }), { actor: max });

describe("Returning a ticket", () => {
  it("gives it back to its agent with a reason, voids approvals and begins a new round", () => {
    const back = returns(approvedOnce()).gives({ type: "ticket.returned", data: { round: 1, reason: "more-proof" } });
    expect(back.in("verifying").ticket).toMatchObject({ agent: "ada", approvals: [], packet: null });
    expect(back.ticket.returned).toMatchObject({ reason: "more-proof" });
    const again = back.when(submit(), { actor: ada }).gives({ type: "ticket.submitted", data: { round: 2 } });
    approvedBy(again, max).gives({ type: "ticket.approved", data: { round: 2, count: 1, of: 2 } });
  });

  it("is for supervisors without a hand in the case, in review", () => {
    returns(evidenced()).refused("not-in-review");
    returns(onHold()).refused("not-in-review");
    returns(noted(submitted())).refused("own-case");
    returns(submitted(), ada).refused("not-your-role");
  });
});

describe("Rejecting a ticket", () => {
  it("in review takes one supervisor and ends it", () => {
    const ended = rejects(submitted())
      .gives({ type: "ticket.rejected", data: { second: false } })
      .in("rejected");
    expect(ended.ticket.endedAt).toBe(ended.now);
    expect(ended.account).toMatchObject({ claimed: null, lastEnded: "t1" });
  });

  it("is refused to who had a hand in it, and outside review", () => {
    rejects(noted(submitted())).refused("own-case");
    for (const story of [opened(), evidenced(), onHold(), resetSent(), completed(), disputed()])
      rejects(story).refused("not-in-review");
    rejects(submitted(), ada).refused("not-your-role");
  });
});

describe("The second factor of a decision", () => {
  const why = { reason: "not-the-holder", note: "n1", stepUp: "s1" };

  it("is made for this act on this ticket, within five minutes", () => {
    const steps = (act: string, object: string) => submitted().stepsUp("max", "s1", object, act);
    steps("reject", "t1").when(reject(why), { actor: max }).in("rejected");
    steps("return", "t1").when(returnTicket(why), { actor: max }).in("verifying");
    const late = steps("reject", "t1").after(minutes(5));
    for (const story of [submitted(), steps("return", "t1"), steps("reject", "t2"), late])
      story.when(reject(why), { actor: max }).refused("step-up-needed");
    for (const story of [submitted(), steps("reject", "t1"), steps("return", "t2")])
      story.when(returnTicket(why), { actor: max }).refused("step-up-needed");
    steps("reject", "t1").when(reject(why), { actor: sam }).refused("step-up-needed");
  });

  it("ends no ticket without words", () => {
    const mute = { ...why, note: null };
    submitted().stepsUp("max", "s1", "t1", "reject").when(reject(mute), { actor: max }).refused("note-missing");
    submitted().stepsUp("max", "s1", "t1", "return").when(returnTicket(mute), { actor: max }).in("verifying");
  });
});

describe("Stopping a hold", () => {
  it("takes any one supervisor, voids the approvals and puts the ticket back in review", () => {
    const stopped = holdRunning(lossOf.T4).when(stopHold("holder-called"), { actor: max });
    stopped.gives({ type: "hold.stopped", data: { why: "holder-called", by: "max" } }).in("in_review");
    expect(stopped.ticket).toMatchObject({ approvals: [], hold: null });
    approvedBy(stopped, sam).gives({ type: "ticket.approved", data: { count: 1, of: 2 } });
  });

  it("is open to one with a hand in the case too: stopping is never the danger", () => {
    noted(holdRunning()).when(stopHold("odd"), { actor: max }).in("in_review");
  });

  it("is refused where there is no hold, and to agents", () => {
    submitted().when(stopHold("odd"), { actor: max }).refused("not-on-hold");
    resetSent().when(stopHold("odd"), { actor: max }).refused("not-on-hold");
    onHold().when(stopHold("odd"), { actor: ada }).refused("not-your-role");
  });
});
