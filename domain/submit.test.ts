import { describe, expect, it } from "vitest";
import { event } from "./event";
import { policyRef } from "./policies";
import { submit } from "./submit";
import { ada, bob, given, hal, requesterOf, type Story, sam } from "./testing";
import {
  answers,
  claimed,
  evidenced,
  lossOf,
  opened,
  ready,
  registeredCode,
  serial,
  submitted,
} from "./testing-stories";
import { days, hours } from "./time";

const submits = (story: Story) => story.when(submit(), { actor: ada });

describe("Submitting", () => {
  it("freezes the packet of the first round with its tier, hold and approvals", () => {
    const story = submits(evidenced()).gives({
      type: "ticket.submitted",
      data: { round: 1, tier: "T3", holdMs: hours(24), approvals: 1, longer: [] },
    });
    expect(story.in("in_review").ticket.packet).toMatchObject({ at: story.now, openedBy: {} });
  });

  it("of a T4 with less than 60 points takes two approvals and 7 days", () => {
    submits(answers(serial(ready(lossOf.T4), "d1"), 2)).gives({
      type: "ticket.submitted",
      data: { tier: "T4", holdMs: days(7), approvals: 2, longer: [] },
    });
  });

  it("of a T4 with 60 points takes 72 hours, unless the account says longer", () => {
    submits(evidenced(lossOf.T4)).gives({ type: "ticket.submitted", data: { holdMs: hours(72) } });
    const signedIn = evidenced(lossOf.T4).recorded(hal, event("holder.signed-in", { secondFactor: "none" }));
    submits(signedIn).gives({ type: "ticket.submitted", data: { holdMs: days(7), longer: ["recent-sign-in"] } });
  });

  it("is refused until the policy is met", () => {
    submits(ready()).refused("policy-not-met");
    submits(registeredCode(ready())).refused("policy-not-met");
    submits(serial(serial(ready(), "d1"), "d2")).refused("policy-not-met");
  });

  it("counts a code for 24 hours and other evidence for 72", () => {
    submits(evidenced().after(hours(24) - 1)).gives("ticket.submitted");
    submits(evidenced().after(hours(24))).refused("policy-not-met");
    submits(evidenced(lossOf.T4).after(hours(72) - 1)).gives("ticket.submitted");
    submits(evidenced(lossOf.T4).after(hours(72))).refused("policy-not-met");
  });

  it("counts evidence in the ticket it was given in, and in no other", () => {
    const other = ready(
      lossOf.T1,
      serial(ready(), "d1")
        .recorded(ada, event("ticket.released", { by: "ada", why: "agent" }))
        .on("t2"),
    );
    submits(other).refused("policy-not-met");
  });

  it("needs the new contact confirmed", () => {
    submits(claimed()).refused("confirm-new-contact-first");
  });

  it("is refused on a frozen account", () => {
    submits(evidenced().record({ status: "frozen" })).refused("account-frozen");
  });

  it("is for the agent who holds the ticket, while it is verified", () => {
    submits(opened()).refused("not-verifying");
    submits(submitted()).refused("not-verifying");
    evidenced().when(submit(), { actor: bob }).refused("not-your-ticket");
    evidenced().when(submit(), { actor: sam }).refused("not-your-role");
    evidenced()
      .when(submit(), { actor: requesterOf("t1") })
      .refused("not-your-role");
  });

  it("under strict asks for more of the same ticket", () => {
    const strict = policyRef("strict");
    submits(evidenced(lossOf.T3, given().knowing({ policy: strict }))).refused("policy-not-met");
  });
});
