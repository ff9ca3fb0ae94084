import { describe, expect, it } from "vitest";
import { claim } from "./claim";
import { event } from "./event";
import { endHold, grantRefusal, object, redeem, reissueGrant } from "./reset";
import { approvalObject, approve, openPacket } from "./review";
import { settleDispute } from "./settle-dispute";
import { submit } from "./submit";
import { ada, anyone, bob, given, hal, mail, max, memberOf, phone, type Story, sam, worker } from "./testing";
import { kim, lea, objected, proved, settled, settling, withNewSupervisors } from "./testing-disputes";
import {
  answers,
  approvedBy,
  approvedOnce,
  atHoldsEnd,
  claimed,
  completed,
  delivered,
  lossOf,
  onHold,
  opened,
  proposed,
  ready,
  registeredCode,
  resetSent,
  serial,
  submitted,
} from "./testing-stories";
import { days, hours } from "./time";

const late = (story: Story) => objected(story).after(days(7));
const withAnswers = (story: Story) => answers(story, 2);
const says = (story: Story, verdict: Parameters<typeof settling>[0], actor = kim) =>
  withNewSupervisors(story).when(settling(verdict), { actor });

const toldBy = (verdict: Story["verdict"]): string[] =>
  verdict.flatMap((e) => (e.type === "holder.notified" ? e.data.messages.map((m) => m.contact) : [])).sort();

describe("A verdict", () => {
  it("takes two supervisors: the first one's word waits, the second one's decides", () => {
    const first = says(late(onHold()), "resume").gives({ type: "verdict.proposed", data: { verdict: "resume" } });
    first.in("disputed");
    expect(first.ticket.dispute?.wish).toMatchObject({ by: "kim", verdict: "resume" });
    says(first, "resume", lea).gives("ticket.resumed", "holder.notified").in("verifying");
  });

  it("takes two humans", () => {
    const first = says(late(onHold()), "resume");
    says(first, "resume").refused("already-proposed");
    const twin = { ...kim, id: "staff:kim2" };
    first
      .staffed(memberOf("kim2", "supervisor", "kim"))
      .when(settling("resume"), { actor: twin })
      .refused("already-proposed");
  });

  it("begins anew when the first of them is no supervisor any more", () => {
    const first = says(late(onHold()), "resume");
    const left = first.member("kim", event("staff.role-changed", { role: "agent" }));
    left.when(settling("resume"), { actor: lea }).gives("verdict.proposed").in("disputed");
  });

  it("takes a reason in words and a fresh second factor for this verdict on this ticket", () => {
    const word = { reason: "other", note: "in words", stepUp: "s" };
    const story = withNewSupervisors(late(onHold()));
    story.when(settling("resume", null), { actor: kim }).refused("note-missing");
    story.when(settleDispute("resume", word), { actor: kim }).refused("step-up-needed");
    story
      .stepsUp("kim", "s", "t1", "dismiss")
      .when(settleDispute("resume", word), { actor: kim })
      .refused("step-up-needed");
    story
      .stepsUp("kim", "s", "t2", "resume")
      .when(settleDispute("resume", word), { actor: kim })
      .refused("step-up-needed");
    story
      .stepsUp("kim", "s", "t1", "resume")
      .when(settleDispute("resume", word), { actor: kim })
      .gives("verdict.proposed");
  });

  it("is nobody's who had a hand in the case", () => {
    const handed = late(onHold()).recorded(sam, event("ticket.noted", { note: "n", removed: 0 }));
    says(handed, "resume", sam).refused("own-case");
    says(late(onHold()), "resume", ada).refused("not-your-role");
  });

  it("that it goes on is nobody's who approved it before", () => {
    says(late(onHold()), "resume", sam).refused("not-new-to-case");
    says(late(onHold()), "resume", max).gives("verdict.proposed");
    says(late(completed(lossOf.T4)), "dismiss", max).refused("not-new-to-case");
  });

  it("is asked of a disputed ticket", () => {
    says(onHold(), "resume").refused("not-disputed");
    says(opened(), "reverse").refused("not-disputed");
    says(submitted(), "reject").refused("not-disputed");
  });
});

describe("A proved objection", () => {
  it("to a live ticket ends in its rejection, and its requester is kept out for 90 days", () => {
    const story = settled(proved(objected(onHold())), "reject");
    story
      .gives(
        { type: "ticket.rejected", data: { second: true } },
        { type: "requester.knocked-out", data: { contact: "c-new", until: story.now + days(90) } },
        { type: "holder.notified", data: { purpose: "rejected" } },
      )
      .in("rejected");
    expect(story.account).toMatchObject({ claimed: null, live: [], disputed: [], knockedOut: [{ contact: "c-new" }] });
  });

  it("names nobody to keep out where no new contact was asked for", () => {
    settled(proved(objected(opened(lossOf.T1))), "reject").gives("ticket.rejected", "holder.notified");
  });

  it("keeps nobody out for an address or number that never answered: it may be anybody's", () => {
    settled(proved(objected(proposed(claimed()))), "reject").gives("ticket.rejected", "holder.notified");
    settled(proved(objected(ready())), "reject").gives("ticket.rejected", "requester.knocked-out", "holder.notified");
  });

  it("tells every old contact how it ended, and not the contact that was asked for", () => {
    const { verdict } = settled(proved(objected(onHold())), "reject");
    expect(toldBy(verdict)).toEqual([mail.id, phone.id].sort());
  });

  it("leads nowhere else", () => {
    const live = proved(objected(onHold())).after(days(8));
    says(live, "resume").refused("already-proved");
    says(live, "reverse").refused("nothing-to-undo");
    says(live, "dismiss").refused("nothing-to-undo");
    const done = proved(objected(completed()));
    says(done, "reject").refused("recovered-already");
    says(done, "resume").refused("recovered-already");
    says(done.after(days(8)), "dismiss").refused("already-proved");
  });

  it("can wait for its two supervisors", () => {
    settled(proved(objected(completed(lossOf.T4)).after(days(6))).after(days(60)), "reverse").in("reversed");
  });
});

describe("An objection that is not proved", () => {
  it("ends nothing within its seven days, and undoes no recovery after them", () => {
    says(objected(onHold()).after(days(7) - 1), "reject").refused("not-proved");
    says(late(completed()), "reverse").refused("not-proved");
  });

  it("can end in a rejection once the seven days are over, which keeps nobody out and tells every old contact", () => {
    const story = settled(late(onHold()), "reject");
    story
      .gives(
        { type: "ticket.rejected", data: { second: true } },
        { type: "holder.notified", data: { purpose: "rejected" } },
      )
      .in("rejected");
    expect(story.account.knockedOut ?? []).toEqual([]);
    expect(toldBy(story.verdict)).toEqual([mail.id, phone.id].sort());
  });

  it("is rejected by supervisors who may have approved it, for stopping is never the danger", () => {
    says(late(onHold()), "reject", sam).gives("verdict.proposed");
  });

  it("says who is not new to the case before the seven days are over", () => {
    says(objected(onHold()), "resume", sam).refused("not-new-to-case");
  });

  it("keeps everything halted for its seven days", () => {
    says(objected(onHold()).after(days(7) - 1), "resume").refused("time-to-prove");
    says(objected(completed()).after(days(7) - 1), "dismiss").refused("time-to-prove");
  });

  it("from before objections were timed has its seven days from when the ticket was last touched", () => {
    const old = onHold().recorded(anyone, event("ticket.disputed", { contact: mail.id, how: "link" }));
    says(old, "resume").refused("time-to-prove");
    settled(old.after(days(7)), "resume").in("verifying");
    settled(proved(old), "reject").in("rejected");
    const wished = old.recorded(sam, event("rejection.proposed", { by: "sam", reason: "other", note: null }));
    says(proved(wished), "reject").gives("ticket.rejected", "requester.knocked-out", "holder.notified");
    says(proved(wished), "reject", sam).refused("already-proposed");
  });
});

describe("A ticket that goes on after an objection nobody proved", () => {
  const goesOn = (loss = lossOf.T3) => settled(late(onHold(loss)), "resume");

  it("is T4, with nothing proven and nobody's approval", () => {
    const { ticket } = goesOn();
    expect(ticket).toMatchObject({ state: "verifying", tier: "T4", packet: null, approvals: [], hold: null });
    expect(ticket.evidence.every((v) => v.voidedAt !== null)).toBe(true);
    expect(ticket.unproved).toEqual([mail.id]);
  });

  it("is with the agent who held it, or open where nobody did", () => {
    expect(goesOn().ticket.agent).toBe("ada");
    const story = settled(late(opened()), "resume").in("open");
    story.when(claim(), { actor: bob }).in("verifying");
    settled(late(claimed()), "resume").in("verifying");
  });

  it("takes a proof that is new each time, two approvals and seven days", () => {
    const without = serial(serial(goesOn(), "d1"), "d2").when(submit(), { actor: ada });
    without.refused("policy-not-met");
    const story = withAnswers(registeredCode(serial(goesOn(), "d1")));
    const packet = story.when(submit(), { actor: ada }).gives({
      type: "ticket.submitted",
      data: { tier: "T4", approvals: 2, holdMs: days(7) },
    });
    const held = approvedBy(approvedBy(packet, kim), lea).in("on_hold");
    const sent = atHoldsEnd(delivered(held)).when(endHold("g1"), { actor: worker });
    sent.in("reset_sent");
  });

  it("gives a link of its own once more, and the revoked one stays dead", () => {
    const packet = withAnswers(registeredCode(serial(settled(late(resetSent()), "resume"), "d1"))).when(submit(), {
      actor: ada,
    });
    const held = delivered(approvedBy(approvedBy(packet, kim), lea));
    const sent = atHoldsEnd(held).when(endHold("g1"), { actor: worker });
    sent.gives({ type: "grant.issued", data: { generation: 2 } }, "holder.notified");
    const facts = sent.factsFor(anyone);
    expect(grantRefusal(sent.case, facts, { id: "g1", generation: 1 }, sent.now)).toBe("grant-superseded");
    sent.when(redeem({ id: "g1", generation: 2 }), { actor: anyone }).in("completed");
    sent
      .after(hours(25))
      .when(reissueGrant(), { actor: ada })
      .gives({ type: "grant.issued", data: { generation: 3 } });
  });

  it("takes new approvals: one for the old packet is void", () => {
    const again = settled(late(approvedOnce()), "resume");
    const packet = again.ticket.packet?.hash ?? "00";
    again
      .when(openPacket(), { actor: sam })
      .stepsUp("sam", "s", approvalObject("t1", packet))
      .when(approve({ packet, stepUp: "s", reason: "r", note: null }), { actor: sam })
      .refused("not-in-review");
  });
});

describe("A recovery is undone", () => {
  it("by two supervisors once an objection to it was proved: old contacts back, the new one off, frozen, everyone told", () => {
    const story = settled(proved(objected(completed())), "reverse");
    story.gives(
      { type: "ticket.reversed", data: { proved: true } },
      { type: "account.reversed", data: { restored: 1, ended: 1, secondFactor: false } },
      { type: "account.frozen", data: { why: "reversal" } },
      { type: "requester.knocked-out", data: { contact: "c-new" } },
      { type: "holder.notified", data: { purpose: "reversed" } },
    );
    expect(story.in("reversed").account).toMatchObject({
      removed: { "c-new": story.now },
      frozenAt: story.now,
      sessionsEndedAt: story.now,
      disputed: [],
      live: [],
      lastEnded: "t1",
    });
    expect(toldBy(story.verdict)).toEqual([mail.id, phone.id, "c-new"].sort());
  });

  it("by two supervisors of their own accord, within 30 days", () => {
    settled(completed().after(days(30) - 1), "reverse")
      .gives(
        { type: "ticket.reversed", data: { proved: false } },
        "account.reversed",
        "account.frozen",
        "requester.knocked-out",
        "holder.notified",
      )
      .in("reversed");
    says(completed().after(days(30)), "reverse").refused("too-late-to-reverse");
    const first = says(completed(), "reverse").in("completed");
    expect(first.ticket.reversal).toMatchObject({ verdict: "reverse", by: "kim" });
    says(first, "reverse").refused("already-proposed");
  });

  it("with a wish from before an objection void, since that has to be proved first", () => {
    const wished = says(completed(), "reverse");
    says(objected(wished), "reverse", lea).refused("not-proved");
  });

  it("with the later ones that were built on it", () => {
    const action = { newPassword: true, removeSecondFactor: false, replace: ["c-new"] };
    const later = completed()
      .after(days(2))
      .on("t2")
      .recorded(worker, event("account.recovered", { action, added: { id: "c-later", kind: "email" } }))
      .on("t1");
    const story = settled(later, "reverse");
    expect(Object.keys(story.account.removed).sort()).toEqual(["c-later", "c-new"]);
  });

  it("once: a later one that went with it brings back nothing that the first had put on, in whichever order they end", () => {
    const action = { newPassword: true, removeSecondFactor: true, replace: ["c-new"] };
    const both = completed()
      .after(days(2))
      .on("t2")
      .recorded(worker, event("account.recovered", { action, added: { id: "c-later", kind: "email" } }));
    const undone = { restored: 0, ended: 0, secondFactor: true, recoveries: 2 };
    const reversal = (story: Story, ticket: string) =>
      story.after(days(1)).on(ticket).recorded(worker, event("account.reversed", undone));
    const endings = [reversal(reversal(both, "t1"), "t2"), reversal(reversal(both, "t2"), "t1")];
    for (const { account } of endings) {
      expect(Object.keys(account.removed).sort()).toEqual(["c-later", "c-new"]);
      expect(account.secondFactorRemovedAt).toBeNull();
    }
  });

  it("and is marked so, unless its entry is from before such marks: its account folds as it did then", () => {
    const data = { restored: 1, ended: 1, secondFactor: false };
    const before = completed().recorded(worker, event("account.reversed", data));
    expect(before.account.recoveries).toEqual([{ ticket: "t1", at: before.now }]);
    const { account, now } = settled(completed(), "reverse");
    expect(account.recoveries).toEqual([{ ticket: "t1", at: now, undone: true }]);
  });

  it("with the second factor that it took off", () => {
    const totp = given().record({ secondFactor: "totp" });
    const story = completed(lossOf.T2, totp);
    expect(story.account.secondFactorRemovedAt).not.toBeNull();
    const back = settled(story, "reverse");
    back.gives(
      "ticket.reversed",
      { type: "account.reversed", data: { secondFactor: true } },
      "account.frozen",
      "holder.notified",
    );
    expect(back.account.secondFactorRemovedAt).toBeNull();
  });

  it("and never comes back", () => {
    const over = settled(completed(), "reverse");
    objected(over).refused("too-late-to-object");
    says(over, "reverse").refused("not-disputed");
    over.when(object(null), { actor: hal }).refused("too-late-to-object");
  });
});

it("A recovery that stands is completed as it was, on an account that stays frozen", () => {
  const done = completed();
  const story = settled(late(done), "dismiss").gives("objection.dismissed", "holder.notified").in("completed");
  expect(story.ticket.endedAt).toBe(done.ticket.endedAt);
  expect(story.account.frozenAt).not.toBeNull();
  expect(story.account).toMatchObject({ disputed: [], live: [] });
});
