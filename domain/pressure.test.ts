import { describe, expect, it } from "vitest";
import { claim, handOver, release } from "./claim";
import { cancel, sweep } from "./end";
import { mayRead } from "./may-read";
import { open } from "./open";
import { reportPressure } from "./pressure";
import { endHold } from "./reset";
import { submit } from "./submit";
import { ada, bob, given, ivy, memberOf, requesterOf, type Story, sam, worker } from "./testing";
import { readingOf } from "./testing-reading";
import {
  approvedBy,
  atHoldsEnd,
  claimed,
  evidenced,
  holdRunning,
  lossOf,
  opened,
  ready,
  rejecting,
  returning,
  serial,
  submitted,
} from "./testing-stories";
import { hours, minutes } from "./time";
import { packetView } from "./view-packet";
import { requestView } from "./view-request";
import { ticketView } from "./view-ticket";

const pressed = (story: Story = claimed(), actor = ada): Story => story.when(reportPressure(), { actor });
const leaves = { type: "ticket.released", data: { by: "ada", why: "check" } } as const;
const seemsSubmitted = {
  type: "ticket.released",
  data: { by: "ada", why: "check", seems: { as: "submitted", round: 1, tier: "T3", holdMs: hours(24), approvals: 1 } },
} as const;
const seemsCancelled = {
  type: "ticket.released",
  data: { by: "ada", why: "check", seems: { as: "cancelled", reason: "other" } },
} as const;
const handed = (story: Story): Story => story.when(release(), { actor: ada }).when(handOver("bob"), { actor: sam });

describe("An agent who is being pressed", () => {
  it("says so by an entry, once", () => {
    const told = pressed().gives({ type: "ticket.pressured", data: { by: "ada" } });
    expect(told.ticket.pressure).toEqual([{ by: "ada", at: told.now, until: null }]);
    pressed(told).refused("already-reported");
  });

  it("says so of their own live ticket alone", () => {
    pressed(claimed(), bob).refused("not-your-ticket");
    pressed(opened()).refused("not-your-ticket");
    pressed(claimed(), sam).refused("not-your-role");
    pressed(claimed().when(cancel("other"), { actor: ada })).refused("ticket-ended");
  });

  it("sees the very page they saw before, and so does the requester", () => {
    for (const story of [claimed(), ready(), evidenced()]) {
      const after = pressed(story);
      expect(ticketView(readingOf(after, ada))).toEqual(ticketView(readingOf(story, ada)));
      expect(ticketView(readingOf(pressed(after), ada))).toEqual(ticketView(readingOf(story, ada)));
      const requester = requesterOf("t1");
      expect(requestView(readingOf(after, requester))).toEqual(requestView(readingOf(story, requester)));
    }
  });

  it("cannot send it to review: it leaves for a colleague in place of that", () => {
    pressed(evidenced()).when(submit(), { actor: ada }).gives(seemsSubmitted).in("open");
    pressed(ready()).when(submit(), { actor: ada }).refused("policy-not-met");
  });

  it("sends it to a colleague by giving it back, by ending it, and by leaving it idle", () => {
    pressed().when(release(), { actor: ada }).gives(leaves);
    pressed().when(cancel("other"), { actor: ada }).gives(seemsCancelled).in("open");
    const idle = pressed().after(minutes(31)).when(sweep(), { actor: worker });
    idle.gives({ type: "ticket.released", data: { by: "worker", why: "check" } });
  });

  it("tells supervisors alone", () => {
    const told = pressed();
    const seen = ticketView(readingOf(told, sam));
    expect(seen.care.pressure).toEqual([{ byName: "Ada", at: told.now, open: true }]);
    expect(seen.story.map((line) => line.type)).toContain("ticket.pressured");
    expect(ticketView(readingOf(told, bob)).care.pressure).toEqual([]);
  });
});

describe("A ticket whose agent was pressed", () => {
  const aside = () => pressed(evidenced()).when(release(), { actor: ada });

  it("is claimed by nobody, nor does another of the account take its place", () => {
    aside().when(claim(), { actor: bob }).refused("routine-check");
    aside().when(cancel("other"), { actor: ada }).gives(seemsCancelled).in("open");
    const bobs = given().when(open({ ticket: "t1", reference: "ABCD-EFGH", loss: lossOf.T1 }), { actor: bob });
    const left = pressed(bobs.when(claim(), { actor: ada })).when(release(), { actor: ada });
    left.when(cancel("other"), { actor: bob }).refused("routine-check");
    opened(lossOf.T1, aside().on("t2")).when(claim(), { actor: ada }).refused("account-has-claimed-ticket");
  });

  it("is read by supervisors and by who opened it, and is no work for others", () => {
    const { ticket, now } = aside();
    const facts = { hasDecided: false, isOwn: false, now };
    expect(mayRead(ticket, { id: "sam", role: "supervisor" }, facts)).toBe("all");
    expect(mayRead(ticket, { id: "ada", role: "agent" }, facts)).toBe("all");
    expect(mayRead(ticket, { id: "bob", role: "agent" }, facts)).toBe("none");
    expect(mayRead(pressed().ticket, { id: "sam", role: "supervisor" }, facts)).toBe("all");
    expect(mayRead(claimed().ticket, { id: "sam", role: "supervisor" }, facts)).toBe("none");
    expect(ticketView(readingOf(aside(), ada)).care.setAside).toBe(true);
  });

  it("is handed by a supervisor to another human, who goes on with what was proven", () => {
    const told = handed(pressed(evidenced()));
    expect(told.ticket).toMatchObject({ agent: "bob", pressure: [{ by: "ada", until: told.now }] });
    expect(told.ticket.evidence).toEqual(evidenced().ticket.evidence);
    told.when(submit(), { actor: bob }).gives("ticket.submitted");
    const again = aside().staffed(memberOf("ada2", "agent", "ada"));
    again.when(handOver("ada"), { actor: sam }).refused("agent-was-pressed");
    again.when(handOver("ada2"), { actor: sam }).refused("agent-was-pressed");
  });

  it("is ended by a supervisor, in words and with a fresh code, and by its requester", () => {
    aside().when(rejecting("other"), { actor: sam }).gives("ticket.rejected").in("rejected");
    pressed().when(rejecting("other"), { actor: sam }).in("rejected");
    claimed().when(rejecting("other"), { actor: sam }).refused("not-in-review");
    aside()
      .when(cancel("other"), { actor: requesterOf("t1") })
      .in("cancelled");
    pressed().when(rejecting("other"), { actor: ivy }).refused("not-your-role");
  });

  it("has a packet that names the proofs of before", () => {
    const later = serial(handed(pressed(evidenced())).after(minutes(1)), "d2", true, bob);
    const view = packetView(readingOf(later.when(submit(), { actor: bob }), sam));
    expect(view?.care).toMatchObject({ pressure: [{ byName: "Ada" }], proofsUnderPressure: 2 });
    expect(view?.proven).toHaveLength(3);
  });

  it("changes the packet of a review that had begun, so that nobody signs it", () => {
    const told = pressed(submitted());
    approvedBy(told, sam).refused("packet-changed");
    told.when(returning("other"), { actor: sam }).in("verifying").when(submit(), { actor: ada }).gives(leaves);
  });

  it("stops a hold that runs, at its end", () => {
    atHoldsEnd(pressed(holdRunning()))
      .when(endHold("g1"), { actor: worker })
      .gives({ type: "hold.stopped", data: { why: "packet-changed" } });
  });
});
