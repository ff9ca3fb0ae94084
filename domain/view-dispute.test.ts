import { describe, expect, it } from "vitest";
import { mail, type Story, sam } from "./testing";
import { kim, objected, proved, settled, withNewSupervisors } from "./testing-disputes";
import { readingOf } from "./testing-reading";
import { claimed, completed, onHold, rejecting, submitted } from "./testing-stories";
import { days } from "./time";
import { disputeView } from "./view-dispute";
import { objectionView } from "./view-objection";

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
});
