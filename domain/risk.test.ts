import { describe, expect, it } from "vitest";
import { recordAnswers, reserveAnswers } from "./check-answers";
import { recordSerial, reserveSerial } from "./check-serial";
import { claim } from "./claim";
import { event, type MatchResult } from "./event";
import type { Contact } from "./loss";
import { policies, policyRef, refOf, shippedPolicy, standard, strict } from "./policies";
import { endHold } from "./reset";
import { openFlags, type PastTicket, raiseReasons, reviewFlag } from "./risk";
import { submit } from "./submit";
import { ada, bob, given, longAgo, mail, max, memberOf, monday, phone, type Story, sam, worker } from "./testing";
import {
  answers,
  approvedBy,
  atHoldsEnd,
  claimed,
  completed,
  confirmed,
  evidenced,
  holdRunning,
  lossOf,
  onHold,
  opened,
  proposed,
  ready,
  registeredCode,
  serial,
  submitted,
} from "./testing-stories";
import { days, hours } from "./time";

const reasons = (story: Story) => raiseReasons(story.case, story.factsFor(ada), story.now);
const past = (state: PastTicket["state"], agoMs: number): PastTicket => ({
  state,
  openedAt: monday - agoMs,
  touchedAt: monday - agoMs,
});
const knowing = (...history: PastTicket[]) => given().knowing({ history });
const looking = (story: Story, note: { id: string; commitment: string } | null = { id: "n1", commitment: "" }) =>
  reviewFlag({ seq: story.account.flags?.[0]?.seq ?? -1, note });
const flagsOf = (story: Story) => openFlags(story.case).map((f) => f.flag);

describe("A ticket is raised by one tier", () => {
  it("when the account was recovered within 90 days, and not a day later", () => {
    const again = (ms: number) => opened(lossOf.T1, completed(lossOf.T1).after(ms).on("t2")).ticket;
    expect(again(days(90) - 1)).toMatchObject({ tier: "T2", raised: ["recovered-lately"] });
    expect(again(days(90)).tier).toBe("T1");
  });

  it.each([
    [
      "two rejected, disputed or completed tickets in 30 days",
      [past("rejected", days(2)), past("disputed", days(29))],
      "decided-lately",
    ],
    [
      "three tickets of any kind in 30 days",
      [past("cancelled", 5), past("expired", days(3)), past("open", days(29))],
      "many-tickets",
    ],
  ] as const)("for %s", (_what, history, reason) => {
    expect(opened(lossOf.T3, knowing(...history)).ticket).toMatchObject({ tier: "T4", raised: [reason] });
  });

  it.each([
    ["one that was rejected", [past("rejected", days(2))]],
    ["two, of which one was decided 30 days ago", [past("rejected", days(2)), past("rejected", days(30))]],
    ["two of any kind", [past("cancelled", 5), past("expired", days(3))]],
    ["three, of which one was opened 30 days ago", [past("cancelled", 5), past("expired", 6), past("open", days(30))]],
  ] as const)("but not for %s", (_what, history) => {
    expect(opened(lossOf.T3, knowing(...history)).ticket.raised).toBeUndefined();
  });

  it("when a contact changed within 30 days; what came with the account within its first day is no change", () => {
    const since = (at: number): Contact => ({ ...phone, since: at });
    const known = (at: number, createdAt = longAgo) =>
      reasons(
        given()
          .record({ createdAt })
          .knowing({ imported: [mail, since(at)] }),
      );
    expect(known(monday - days(30) + 1)).toEqual(["contact-changed-lately"]);
    expect(known(monday - days(30))).toEqual([]);
    expect(known(monday - days(9) + hours(24), monday - days(9))).toEqual([]);
    expect(known(monday - days(9) + hours(25), monday - days(9))).toEqual(["contact-changed-lately"]);
    const ended = given().knowing({ imported: [mail, { ...phone, endedAt: monday - days(29) }] });
    expect(reasons(ended)).toEqual(["contact-changed-lately"]);
  });

  it("when the new contact was named in another account's ticket within 180 days, as soon as it is named", () => {
    const named = (ms: number) => proposed(claimed(lossOf.T3).knowing({ elsewhere: [monday - ms] }));
    named(days(180) - 1).gives("contact.proposed", "tier.raised", {
      type: "flag.raised",
      data: { flag: "contact-elsewhere" },
    });
    expect(named(days(180) - 1).ticket.tier).toBe("T4");
    named(days(180)).gives("contact.proposed");
  });

  it("once, however many reasons there are and whenever they come up", () => {
    const twice = knowing(past("rejected", 1), past("rejected", 2), past("rejected", 3));
    const told = opened(lossOf.T1, twice);
    expect(told.ticket).toMatchObject({ tier: "T2", raised: ["decided-lately", "many-tickets"] });
    const later = claimed(lossOf.T3, twice).knowing({ elsewhere: [monday] });
    expect(later.ticket.tier).toBe("T4");
    expect(proposed(later).ticket).toMatchObject({
      tier: "T4",
      raised: ["decided-lately", "many-tickets", "contact-elsewhere"],
    });
  });

  it("at the submission too, when it came up only then: at first more proof is asked for", () => {
    const told = evidenced(lossOf.T3).knowing({ history: [past("rejected", 1), past("completed", 2)] });
    const raised = told.when(submit(), { actor: ada }).gives({ type: "tier.raised", data: { from: "T3", to: "T4" } });
    raised.in("verifying").when(submit(), { actor: ada }).refused("policy-not-met");
    const more = answers(raised, 2).when(submit(), { actor: ada });
    expect(more.in("in_review").ticket.packet).toMatchObject({
      approvals: 2,
      holdMs: days(7),
      longer: ["tier-raised"],
    });
  });

  it("at the submission together with it, where the proof is enough for the higher tier as well", () => {
    const told = evidenced(lossOf.T4).knowing({ history: [past("rejected", 1), past("completed", 2)] });
    told.when(submit(), { actor: ada }).gives("tier.raised", {
      type: "ticket.submitted",
      data: { tier: "T4", holdMs: days(7), longer: ["tier-raised"] },
    });
  });

  it("at the end of the hold: the approvals are void and supervisors look again", () => {
    const held = atHoldsEnd(holdRunning(lossOf.T3)).knowing({ history: [past("rejected", 1), past("rejected", 2)] });
    const back = held.when(endHold("g"), { actor: worker });
    back.gives({ type: "hold.stopped", data: { why: "tier-raised" } }, "tier.raised").in("in_review");
    expect(back.ticket.approvals).toEqual([]);
  });

  it("not under a document that names no reasons, such as the first ones that shipped", () => {
    const first = { ...policyRef("standard"), version: 1, digest: firstDigests.standard };
    const old = knowing(past("rejected", 1), past("rejected", 2)).knowing({ policy: first });
    expect(opened(lossOf.T1, old).ticket).toMatchObject({ tier: "T1", policy: { version: 1 } });
  });
});

describe("An account that was recovered within 90 days", () => {
  const twice = () => {
    const again = completed(lossOf.T1).after(days(1)).on("t2");
    const told = ready(lossOf.T1, again.knowing({ imported: [mail, phone] }));
    return serial(registeredCode(told, mail.id), "d1").when(submit(), { actor: ada });
  };

  it("takes one approval more", () => {
    expect(twice().ticket.packet).toMatchObject({ approvals: 2, holdMs: hours(24) });
  });

  it("takes at least one signature of a supervisor who approved none of its tickets before", () => {
    const kim = { ...sam, id: "staff:kim" };
    const other = { ...sam, id: "staff:lea" };
    const staffed = twice().staffed(memberOf("kim", "supervisor", "sam"), memberOf("lea", "supervisor"));
    const once = approvedBy(staffed, sam);
    approvedBy(once, kim).refused("already-approved");
    approvedBy(once, other).in("on_hold");
    const bothBefore = staffed.knowing({ approvedBefore: ["max"] });
    approvedBy(approvedBy(bothBefore, sam), max).refused("needs-someone-new");
    approvedBy(approvedBy(bothBefore, sam), other).in("on_hold");
    approvedBy(approvedBy(bothBefore, other), sam).in("on_hold");
  });
});

describe("No proof helps", () => {
  it("on the account of a member of staff: no ticket is opened", () => {
    opened(lossOf.T1, given().knowing({ staffAccount: true })).refused("not-at-this-desk");
  });

  it.each([
    ["staffContact", "staff-contact"],
    ["knockedOut", "requester-knocked-out"],
  ] as const)(
    "where the loader says %s: it is flagged when the contact is named, and nothing is ever enough",
    (fact, flag) => {
      const told = evidenced(lossOf.T4, given().knowing({ [fact]: true }));
      expect(flagsOf(told)).toEqual([flag]);
      told.when(submit(), { actor: ada }).refused("not-at-this-desk");
      approvedBy(submitted(lossOf.T4).knowing({ [fact]: true }), sam).refused("not-at-this-desk");
      atHoldsEnd(holdRunning(lossOf.T4))
        .knowing({ [fact]: true })
        .when(endHold("g"), { actor: worker })
        .gives({
          type: "hold.stopped",
          data: { why: "not-at-this-desk" },
        });
    },
  );
});

describe("Someone who tries what they do not know is flagged:", () => {
  const tries = (result: MatchResult, resembles: object, story = ready()) => {
    const attempt = `try-${story.entries.length}`;
    return story
      .when(reserveSerial(attempt), { actor: ada })
      .when(recordSerial({ attempt, result, device: null, whole: false, evidence: "e" }), {
        actor: ada,
        facts: { resembles: { nears: 0, neighbours: 0, elsewhere: 0, ...resembles } },
      });
  };

  it("by the second serial that is near, and not by the first", () => {
    expect(flagsOf(tries("near", {}))).toEqual([]);
    expect(flagsOf(tries("near", { nears: 1 }))).toEqual(["near-serials"]);
    expect(flagsOf(tries("miss", { nears: 1 }))).toEqual([]);
  });

  it("by a wrong serial next to another one", () => {
    expect(flagsOf(tries("miss", { neighbours: 1 }))).toEqual(["serials-in-sequence"]);
    expect(flagsOf(tries("match", { neighbours: 1 }))).toEqual([]);
  });

  it("by what was wrong in another ticket already, serial or answers", () => {
    expect(flagsOf(tries("miss", { elsewhere: 1 }))).toEqual(["same-wrong-again"]);
    const told = answers(ready(lossOf.T4), 0).after(hours(1));
    const again = told
      .when(reserveAnswers("a2"), { actor: ada })
      .when(recordAnswers({ attempt: "a2", right: 1, of: 3, evidence: "e" }), {
        actor: ada,
        facts: { resembles: { nears: 0, neighbours: 0, elsewhere: 1 } },
      });
    expect(flagsOf(again)).toEqual(["same-wrong-again"]);
  });

  it("once, until a supervisor has looked at it or 30 days are over", () => {
    const once = tries("miss", { neighbours: 1 });
    expect(flagsOf(tries("miss", { neighbours: 2 }, once))).toEqual(["serials-in-sequence"]);
    const looked = once.when(looking(once), { actor: sam });
    expect(flagsOf(looked)).toEqual([]);
    expect(flagsOf(tries("miss", { neighbours: 2 }, looked))).toEqual(["serials-in-sequence"]);
    const raisedBy = (ms: number) => tries("miss", { neighbours: 2 }, once.after(ms)).account;
    expect(raisedBy(days(30) - 1).flags).toHaveLength(1);
    expect(raisedBy(days(30)).flags).toHaveLength(2);
  });

  it("and a flag that comes up while a packet is signed makes it another packet", () => {
    const flag = event("flag.raised", { flag: "near-serials", member: null });
    approvedBy(submitted(lossOf.T3).recorded(worker, flag), sam).refused("packet-changed");
    atHoldsEnd(holdRunning(lossOf.T3))
      .recorded(worker, flag)
      .when(endHold("g"), { actor: worker })
      .gives({
        type: "hold.stopped",
        data: { why: "packet-changed" },
      });
  });

  it("and an agent who opens a dozen tickets within an hour: about the agent, not about the account", () => {
    const twelfth = opened(lossOf.T1, given().knowing({ openedLately: 11 }));
    twelfth.gives(
      "ticket.opened",
      { type: "flag.raised", data: { flag: "many-tickets-by-one-agent", member: "ada" } },
      "holder.notified",
    );
    expect(flagsOf(twelfth)).toEqual([]);
    expect(twelfth.account.flags).toMatchObject([{ flag: "many-tickets-by-one-agent", member: "ada" }]);
    opened(lossOf.T1, given().knowing({ openedLately: 12 })).gives("ticket.opened", "holder.notified");
    opened(lossOf.T1, given().knowing({ openedLately: 10 })).gives("ticket.opened", "holder.notified");
  });
});

describe("A flag is looked at", () => {
  const flag = event("flag.raised", { flag: "near-serials", member: null });
  const about = event("flag.raised", { flag: "many-tickets-by-one-agent", member: "ada" });

  it("by a supervisor, in words, once", () => {
    const raised = opened().recorded(worker, flag);
    raised.when(looking(raised), { actor: ada }).refused("not-your-role");
    raised.when(looking(raised, null), { actor: sam }).refused("note-missing");
    raised.when(reviewFlag({ seq: 999, note: null }), { actor: sam }).refused("no-such-flag");
    raised.when(looking(raised), { actor: sam, facts: { ownAccount: true } }).refused("own-account");
    const looked = raised.when(looking(raised), { actor: sam }).gives({ type: "flag.reviewed", data: { note: "n1" } });
    looked.when(looking(raised), { actor: max }).refused("already-looked-at");
  });

  it("and keeps nobody who looked from signing", () => {
    const raised = submitted(lossOf.T3, opened().recorded(worker, flag).on("t9"));
    approvedBy(raised.when(looking(raised), { actor: sam }), sam).refused("packet-changed");
    const before = opened(lossOf.T3).recorded(worker, flag).on("t9");
    approvedBy(submitted(lossOf.T3, before.when(looking(before), { actor: sam })), sam).in("on_hold");
  });

  it("by another human than the one it is about", () => {
    const raised = opened()
      .recorded(worker, about)
      .staffed(memberOf("ada2", "supervisor", "ada"), memberOf("ada", "supervisor"));
    raised.when(looking(raised), { actor: { ...sam, id: "staff:ada2" } }).refused("own-flag");
    raised.when(looking(raised), { actor: { ...sam, id: "staff:ada" } }).refused("own-flag");
    raised.when(looking(raised), { actor: sam }).gives("flag.reviewed");
  });
});

describe("Nobody who acts before the approval gets around a raise:", () => {
  it("a new contact named late starts the proof anew under the higher tier", () => {
    const told = evidenced(lossOf.T3).knowing({ elsewhere: [monday] });
    const named = confirmed(proposed(told, "c-other"));
    expect(named.ticket).toMatchObject({ tier: "T4" });
    named.when(submit(), { actor: ada }).refused("policy-not-met");
  });

  it("a ticket that another agent took over stays raised", () => {
    const told = opened(lossOf.T3, knowing(past("rejected", 1), past("rejected", 2)));
    expect(told.when(claim(), { actor: bob }).ticket.tier).toBe("T4");
    expect(onHold(lossOf.T4, knowing(past("rejected", 1), past("rejected", 2))).ticket.hold?.ms).toBe(days(7));
  });
});

/** As they were when they shipped first: tickets that began with them name these digests. */
const firstDigests = {
  standard: "a145df1c46e071aae642183a62fa6acc024bddb3b35be9ea2e0ce14b5d9fbb45",
  strict: "f34ab7ae9e4e8e106170df5ffcd384568666d1ac848d4fe7387a220895f941ee",
};

describe("The documents that ship", () => {
  it("are named by the digests they shipped with, for good", () => {
    expect(shippedPolicy(firstDigests.standard)).toMatchObject({ id: "standard", version: 1 });
    expect(shippedPolicy(firstDigests.strict)).toMatchObject({ id: "strict", version: 1 });
    expect([refOf(standard), refOf(strict)]).toEqual([
      { id: "standard", version: 2, digest: "725be0a7314cbc200b74b5a0d8e3068a2d70434730c53f83fc2e014fb8c2c513" },
      { id: "strict", version: 2, digest: "5f847a1bde193c797d633fefed4e52123bb24e57cb1b9c0a0139d221487caf11" },
    ]);
    expect(policies).toEqual({ standard, strict });
  });
});
