import { describe, expect, it } from "vitest";
import { drawAnswers } from "./check-answers";
import { event } from "./event";
import { ada, mail, type Story, sam } from "./testing";
import { answered, kim, objected, proved, settled, withNewSupervisors } from "./testing-disputes";
import { masks, readingOf } from "./testing-reading";
import { claimed, completed, onHold, ready, rejecting, submitted } from "./testing-stories";
import { days } from "./time";
import { disputeView } from "./view-dispute";
import { objectionView } from "./view-objection";
import { storyOf } from "./view-story";

const optionsFor = (story: Story, actor = kim) =>
  Object.fromEntries(disputeView(readingOf(withNewSupervisors(story), actor)).options.map((o) => [o.verdict, o]));

describe("A dispute before a supervisor", () => {
  it("says whether the reader is new to the case, from the first day on", () => {
    for (const story of [objected(onHold()), objected(onHold()).after(days(7))]) {
      expect(optionsFor(story).resume?.newToCase).toBe(true);
      expect(optionsFor(story, sam).resume).toMatchObject({ newToCase: false, refusal: "not-new-to-case" });
    }
  });

  it("offers a rejection to one who approved it, once the objection is proved or its time is over", () => {
    expect(optionsFor(objected(onHold()), sam).reject?.refusal).toBe("not-proved");
    expect(optionsFor(objected(onHold()).after(days(7)), sam).reject?.refusal).toBeNull();
    expect(optionsFor(proved(objected(onHold())), sam).reject?.refusal).toBeNull();
  });
});

describe("The story of a ticket that was disputed", () => {
  const told = (story: Story) => storyOf(readingOf(story, sam)).map((l) => [l.type, l.facts] as const);

  it("tells what was proved, what the first supervisor said and how it ended", () => {
    const lines = told(settled(proved(objected(completed())), "reverse"));
    expect(lines).toEqual(
      expect.arrayContaining([
        ["objection.proved", { how: "evidence", mask: masks[mail.id] }],
        ["verdict.proposed", { verdict: "reverse", reason: "other" }],
        ["ticket.reversed", { reason: "other" }],
        ["account.reversed", { restored: 1, ended: 1, secondFactor: false }],
        ["account.frozen", { why: "objection" }],
        ["account.frozen", { why: "reversal" }],
        ["requester.knocked-out", {}],
      ]),
    );
  });

  it("tells that it goes on, or that the recovery stands", () => {
    const late = (story: Story) => objected(story).after(days(7));
    expect(told(settled(late(onHold()), "resume"))).toContainEqual(["ticket.resumed", { reason: "other" }]);
    expect(told(settled(late(completed()), "dismiss"))).toContainEqual(["objection.dismissed", { reason: "other" }]);
  });
});

describe("The page behind an objection link", () => {
  const endedAt = (story: Story) => objectionView(readingOf(story), mail.id).endedAt;

  it("says when the request ended, once there is nothing left to stop", () => {
    const rejected = submitted().when(rejecting("no"), { actor: sam });
    expect(endedAt(rejected.after(days(1)))).toBe(rejected.now);
    const done = completed();
    expect(endedAt(done.after(days(30)))).toBe(done.now);
    const undone = settled(completed(), "reverse");
    expect(endedAt(undone)).toBe(undone.now);
  });

  it("does not while the request can be stopped, or was", () => {
    for (const story of [claimed(), onHold(), completed(), objected(onHold())]) expect(endedAt(story)).toBeNull();
  });

  it("asks no question of who has not typed the code yet, whoever had them drawn, nor under a safety flag", () => {
    const asked = (story: Story) => objectionView(readingOf(story), mail.id).proof.questions;
    const drawn = objected(ready().when(drawAnswers(0), { actor: ada }));
    expect(asked(drawn)).toBeNull();
    expect(asked(answered(drawn))).toHaveLength(3);
    expect(asked(answered(drawn).after(days(1)))).toBeNull();
    expect(asked(answered(drawn).recorded(ada, event("safety.flagged", { kind: "household" })))).toBeNull();
  });
});
