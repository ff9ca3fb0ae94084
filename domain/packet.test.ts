import { describe, expect, it } from "vitest";
import { recordSerial, reserveSerial } from "./check-serial";
import { event } from "./event";
import type { Contact } from "./loss";
import { judgementOf, packetOf, packetUnderReview } from "./packet";
import { policyRef } from "./policies";
import { ada, given, hal, mail, max, phone, type Story, worker } from "./testing";
import { evidenced, lossOf, submitted } from "./testing-stories";
import type { Ticket } from "./ticket";
import { days, hours } from "./time";

const seen = (story: Story) => packetUnderReview({ ...story.case, ticket: story.ticket }, story.factsFor(max));
const judged = (story: Story, asOf?: number) =>
  judgementOf({ ...story.case, ticket: story.ticket }, story.factsFor(worker), story.now, asOf);
/** The hash of the packet had the ticket been otherwise. */
const hashWith = (change: Partial<Ticket>, imported: Contact[] = [mail, phone]) => {
  const story = submitted().knowing({ imported });
  const ticket = { ...story.ticket, ...change };
  const frozen = { holdMs: hours(24), approvals: 1, longer: [] };
  return packetOf({ ...story.case, ticket }, story.factsFor(max), ticket.round, frozen, story.now).hash;
};

describe("The packet", () => {
  it("that is under review has the hash that was frozen, while nothing changes", () => {
    const story = submitted();
    expect(seen(story)?.hash).toBe(story.ticket.packet?.hash);
    expect(seen(story.after(days(3)))?.hash).toBe(story.ticket.packet?.hash);
  });

  it("is none before submission", () => {
    expect(seen(evidenced())).toBeNull();
  });

  it("holds everything that a decision rests on, and no personal value", () => {
    expect(seen(submitted())?.packet).toMatchObject({
      ticket: "t1",
      round: 1,
      account: "acc-hal",
      action: { replace: [mail.id] },
      oldContacts: [mail.id, phone.id].sort(),
      newContact: { commitment: "ab".repeat(32) },
      evidence: [{ factor: "contact-code" }, { factor: "serial" }],
      tier: "T3",
      holdMs: hours(24),
      approvals: 1,
      policy: { id: "standard" },
    });
  });

  it.each<[string, Partial<Ticket>]>([
    ["ticket", { id: "t2" }],
    ["round", { round: 2 }],
    ["account", { account: "acc-else" }],
    ["action", { action: { newPassword: true, removeSecondFactor: false, replace: [mail.id] } }],
    ["new contact's value", { newContact: { ...newContact(), commitment: "cd" } }],
    ["time the new contact was confirmed", { newContact: { ...newContact(), confirmedAt: 1 } }],
    ["evidence", { evidence: submitted().ticket.evidence.slice(1) }],
    ["odd checks", { odd: [{ factor: "serial", result: "near", at: 1 }] }],
    ["tier", { tier: "T4" }],
    ["policy version", { policy: { id: "standard", version: 2, digest: "00" } }],
    ["destination", { sendTo: mail.id }],
  ])("has another hash for another %s", (_what, change) => {
    expect(hashWith({})).toBe(submitted().ticket.packet?.hash);
    expect(hashWith(change)).not.toBe(hashWith({}));
  });

  it("has another hash for another set of old contacts, but not for another order of them", () => {
    expect(hashWith({}, [phone, mail])).toBe(hashWith({}));
    expect(hashWith({}, [mail])).not.toBe(hashWith({}));
  });

  it("changes when a check that was under way turns out odd after submission", () => {
    const begun = evidenced().when(reserveSerial("x1"), { actor: ada });
    const story = submittedFrom(begun);
    const miss = { attempt: "x1", result: "miss", device: null, whole: false, evidence: "e9" } as const;
    const late = story.when(recordSerial(miss), { actor: ada });
    expect(seen(late)?.hash).not.toBe(late.ticket.packet?.hash);
  });
});

describe("A ticket is judged", () => {
  it("by the evidence that was fresh at its submission, and by the account as it is now", () => {
    const story = submitted(lossOf.T4).after(days(7));
    expect(judged(story).satisfied).toBe(false);
    expect(judged(story, story.ticket.packet?.at)).toMatchObject({ satisfied: true, holdMs: hours(72) });
    const signedIn = story.recorded(hal, event("holder.signed-in", { secondFactor: "none" }));
    expect(judged(signedIn, story.ticket.packet?.at)).toMatchObject({ holdMs: days(7), longer: ["recent-sign-in"] });
  });

  it("under the policy it began with, whatever is in force later", () => {
    const strict = policyRef("strict");
    expect(judged(evidenced().knowing({ policy: strict })).satisfied).toBe(true);
    expect(judged(evidenced(lossOf.T1, given().knowing({ policy: strict }))).satisfied).toBe(false);
  });
});

function newContact() {
  const contact = submitted().ticket.newContact;
  if (!contact) throw new Error("A submitted T3 has a new contact.");
  return contact;
}

function submittedFrom(story: Story): Story {
  const packet = { round: 1, tier: "T3", holdMs: hours(24), approvals: 1, longer: [] } as const;
  const facts = story.factsFor(ada);
  const { hash } = packetOf({ ...story.case, ticket: story.ticket }, facts, 1, { ...packet, longer: [] }, story.now);
  return story.recorded(ada, event("ticket.submitted", { ...packet, longer: [], packet: hash }));
}
