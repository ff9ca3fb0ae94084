import { describe, expect, it } from "vitest";
import { drawAnswers, reserveAnswers } from "./check-answers";
import { cancel } from "./end";
import { event } from "./event";
import { judgementOf } from "./packet";
import { strict } from "./policies";
import { endHold } from "./reset";
import { safeRules } from "./safe-rules";
import { flagSafety, liftSafety, type SafetyAct, type SafetyKind, safetyOf } from "./safety";
import { submit } from "./submit";
import { account, ada, bob, given, hal, ivy, mail, max, memberOf, phone, type Story, sam, worker } from "./testing";
import { readingOf } from "./testing-reading";
import {
  answers,
  approvedBy,
  atHoldsEnd,
  claimed,
  evidenced,
  holdRunning,
  lossOf,
  opened,
  ready,
  registeredCode,
  serial,
  submitted,
} from "./testing-stories";
import { days } from "./time";
import { accountHit } from "./view-account";
import { hiddenRegion, withoutAddresses } from "./view-hidden";
import { packetView } from "./view-packet";
import { ticketView } from "./view-ticket";

const flagged = (story: Story = claimed(), kind: SafetyKind = "household", actor = ada): Story =>
  story.when(flagSafety(kind), { actor });
const reason = { id: "r1", commitment: "ab".repeat(32) };
const lifts = (story: Story, by = sam, given: Partial<SafetyAct> = {}): Story => {
  const stepUp = `lift-${story.entries.length}`;
  const id = by.id.slice("staff:".length);
  return story
    .stepsUp(id, stepUp, account, "lift-safety")
    .when(liftSafety({ reason, stepUp, ...given }), { actor: by });
};

describe("A safety flag", () => {
  it("is set by the ticket's agent, by who opened it, by a supervisor and by the holder", () => {
    flagged().gives({ type: "safety.flagged", data: { kind: "household" } });
    flagged(opened()).gives("safety.flagged");
    flagged(claimed(), "stalking", sam).gives("safety.flagged");
    const own = given().when(flagSafety("separation"), { actor: hal });
    expect(own.account.safety).toEqual({ kind: "separation", at: own.now, by: hal.id, lift: null });
  });

  it("is set by nobody without a part in it", () => {
    flagged(claimed(), "household", bob).refused("not-your-ticket");
    flagged(claimed(), "household", ivy).refused("not-your-role");
    flagged(given()).refused("no-such-ticket");
    flagged(claimed(), "household", { ...hal, id: "holder:acc-else" }).refused("not-the-holder");
    flagged(flagged()).refused("already-flagged");
    flagged(flagged(), "stalking").gives("safety.flagged");
  });

  it("is neither set nor lifted by a supervisor whose own account it is", () => {
    const own = { actor: sam, facts: { ownAccount: true } };
    claimed().when(flagSafety("household"), own).refused("own-account");
    const stepped = flagged().stepsUp("sam", "s", account, "lift-safety");
    stepped.when(liftSafety({ reason, stepUp: "s" }), own).refused("own-account");
  });

  it("keeps its kind in the holder's session, so that nobody voids approvals there again and again", () => {
    const told = flagged(claimed(), "separation", hal);
    flagged(told, "stalking", hal).refused("already-flagged");
    flagged(lifts(told), "stalking", hal).gives("safety.flagged");
  });

  it("outlives the ticket it came by", () => {
    const ended = flagged().when(cancel("other"), { actor: ada });
    expect(safetyOf(opened(lossOf.T1, ended.on("t2")).account)).toMatchObject({ kind: "household" });
  });
});

describe("Lifting a safety flag", () => {
  it("takes two supervisors, each with a reason and a fresh code for it", () => {
    const first = lifts(flagged()).gives({ type: "safety.lift-proposed", data: { reason: "r1" } });
    expect(safetyOf(first.account)).not.toBeNull();
    lifts(first).refused("second-person-needed");
    lifts(first.staffed(memberOf("sam2", "supervisor", "sam")), { ...sam, id: "staff:sam2" }).refused(
      "second-person-needed",
    );
    expect(lifts(first, max).gives("safety.lifted").account.safety).toBeNull();
  });

  it("begins anew when the first of them is no supervisor any more", () => {
    const left = lifts(flagged()).member("sam", event("staff.disabled", {}));
    const anew = lifts(left, max).gives("safety.lift-proposed");
    expect(anew.account.safety?.lift?.by).toBe(max.id);
  });

  it("is refused without a flag, a reason, a fresh code or the role", () => {
    lifts(claimed()).refused("not-flagged");
    lifts(flagged(), sam, { reason: null }).refused("reason-missing");
    lifts(flagged(), sam, { stepUp: "other" }).refused("step-up-needed");
    lifts(flagged(), ada).refused("not-your-role");
  });

  it("begins anew after seven days, or when the flag is set once more", () => {
    const first = lifts(flagged());
    lifts(first.after(days(7)), max).gives("safety.lift-proposed");
    lifts(flagged(first, "household", hal), max).gives("safety.lift-proposed");
  });
});

describe("Under a safety flag", () => {
  const judged = (story: Story) => judgementOf({ ...story.case, ticket: story.ticket }, story.factsFor(ada), story.now);
  const proven = (story: Story) => serial(registeredCode(story, mail.id), "d1");

  it.each([
    ["a password", lossOf.T1],
    ["a second factor", lossOf.T2],
  ] as const)("losing %s takes two supervisors and seven days", (_what, loss) => {
    const world = given().record({ secondFactor: "totp" });
    const told = proven(flagged(ready(loss, world)));
    expect(judged(told)).toMatchObject({ satisfied: true, approvals: 2, holdMs: days(7) });
    expect(ticketView(readingOf(told))).toMatchObject({ tier: "T4", approvalsNeeded: 2 });
    const sent = told.when(submit(), { actor: ada });
    sent.gives({ type: "ticket.submitted", data: { tier: "T4", approvals: 2, holdMs: days(7) } });
    expect(sent.ticket.packet?.longer).toContain("safety-flag");
    const once = approvedBy(sent, sam).in("in_review");
    approvedBy(once, max).in("on_hold");
  });

  it("the questions are not asked, and answers of before prove nothing", () => {
    flagged(ready()).when(drawAnswers(0), { actor: ada }).refused("questions-closed");
    flagged(answers(ready(), 2)).when(reserveAnswers("a"), { actor: ada }).refused("questions-closed");
    const household = flagged(answers(serial(serial(ready(lossOf.T4), "d1"), "d2"), 3));
    expect(judged(household)).toMatchObject({ satisfied: false, classes: ["device"] });
    expect(judged(household).needs).toContain("dynamic-proof");
    household.when(submit(), { actor: ada }).refused("policy-not-met");
    expect(ticketView(readingOf(household)).evidence.map((e) => e.factor)).toEqual(["serial", "serial"]);
    const sent = registeredCode(flagged(answers(serial(ready(), "d1"), 3))).when(submit(), { actor: ada });
    expect(packetView(readingOf(sent, sam))).toMatchObject({ answersRight: null, points: 65 });
  });

  it("a strict policy still asks for a saved code or a vouch", () => {
    const rules = safeRules(strict);
    expect(rules.tiers.T1).toEqual(rules.tiers.T4);
    expect(rules.tiers.T4).toMatchObject({ oneOf: strict.tiers.T4.oneOf, dynamic: true, classes: 3 });
    expect(safeRules(rules)).toEqual(rules);
  });

  it("nobody signs a packet from before it was set, nor does a hold of before run out", () => {
    approvedBy(flagged(submitted(), "stalking", hal), sam).refused("packet-changed");
    const told = flagged(holdRunning(), "stalking", hal);
    atHoldsEnd(told)
      .when(endHold("g"), { actor: worker })
      .gives({ type: "hold.stopped", data: { why: "packet-changed" } });
  });

  it("the desk sees neither regions nor masks of contacts", () => {
    const told = flagged(evidenced());
    const view = ticketView(withoutAddresses(readingOf(told, sam)));
    expect(view.account.region).toBe(hiddenRegion);
    expect(JSON.stringify(view)).not.toMatch(/•• 42|[a-z]•••|"eu"/);
    const packet = packetView(withoutAddresses(readingOf(submitted(lossOf.T3), sam)));
    expect(JSON.stringify(packet)).toMatch(/@e•••/);
    const r = readingOf(told, sam);
    const hit = accountHit({ ...r, record: r.facts.record, imported: [mail, phone] }, null);
    expect(hit).toMatchObject({ region: hiddenRegion, contacts: [{ mask: "•••@•••" }, { mask: "•••• ••" }] });
  });
});
