import { describe, expect, test } from "vitest";
import { event } from "./event";
import { stopHold } from "./review";
import { waitsForLookSince } from "./sample";
import { judgeReview, lookObject, sampleReview } from "./second-review";
import { ada, bob, ivy, lou, max, memberOf, rob, type Story, sam, worker } from "./testing";
import { approvedBy, submitted } from "./testing-stories";
import { days, minutes } from "./time";

const drawn = { approval: 77, by: "sam", agent: "ada", oneIn: 20 };
const words = { id: "v-words", commitment: "ab".repeat(32) };
const approved = (): Story => approvedBy(submitted().staffed(memberOf("lou", "supervisor")), sam);
const sampled = (): Story => approved().when(sampleReview(drawn), { actor: worker }).gives("review.sampled");
const looking = (more: Partial<Parameters<typeof judgeReview>[0]> = {}) =>
  judgeReview({ approval: 77, looks: "right", reason: words, stepUp: "look", ...more });
const steppedUp = (story: Story, id: string): Story =>
  story.stepsUp(id, "look", lookObject(story.about, 77), "second-review");

describe("A second look at an approval", () => {
  test("waits from the moment the worker drew it, and touches the ticket in no way", () => {
    const before = approved();
    const story = sampled();
    expect(waitsForLookSince(before.ticket)).toBeNull();
    expect(waitsForLookSince(story.ticket)).toBe(story.now);
    expect({ ...story.ticket, samples: undefined }).toEqual({ ...before.ticket, samples: undefined });
    expect(before.ticket).not.toHaveProperty("samples");
  });

  test("is drawn once, and by nobody but the worker", () => {
    sampled().when(sampleReview(drawn), { actor: worker }).refused("already-sampled");
    for (const actor of [sam, rob, ivy]) approved().when(sampleReview(drawn), { actor }).refused("not-your-role");
  });

  test("is given by a supervisor who had no hand in the case, in words and with a fresh code", () => {
    const story = steppedUp(sampled().after(minutes(5)), "lou");
    const told = story.when(looking({ looks: "wrong" }), { actor: lou }).gives({
      type: "review.sampled-judged",
      data: { approval: 77, by: "lou", looks: "wrong", reason: "v-words", stepUp: "look" },
    });
    expect(told.ticket.samples).toEqual([
      { ...drawn, at: sampled().now, judged: { by: "lou", at: told.now, looks: "wrong", reason: "v-words" } },
    ]);
    expect(waitsForLookSince(told.ticket)).toBeNull();
    expect(told.ticket.touchedAt).toBe(story.ticket.touchedAt);
    told.when(looking(), { actor: max }).refused("already-judged");
  });

  test("is no hand in the case: who looked again may still approve the account's next ticket", () => {
    const told = steppedUp(sampled(), "lou").when(looking(), { actor: lou });
    expect(told.account.hands).not.toHaveProperty("lou");
  });

  test("is not given by the approver, nor by another account of the same human", () => {
    steppedUp(sampled(), "sam").when(looking(), { actor: sam }).refused("own-review");
    const twin = sampled().staffed(memberOf("lou", "supervisor", "sam"));
    steppedUp(twin, "lou").when(looking(), { actor: lou }).refused("own-review");
  });

  test("is not given by who signed an earlier round of it, of which the ticket shows nothing any more", () => {
    const begun = submitted().staffed(memberOf("lou", "supervisor"));
    const stopped = approvedBy(begun, lou).when(stopHold("new-doubt"), { actor: max });
    const again = approvedBy(stopped, sam).when(sampleReview(drawn), { actor: worker });
    expect(again.ticket.approvals.map((a) => a.by)).toEqual(["sam"]);
    steppedUp(again, "lou").when(looking(), { actor: lou }).refused("own-review");
    steppedUp(again, "max").when(looking(), { actor: max }).gives("review.sampled-judged");
  });

  test("is not given by who worked on the account in the last 90 days, but is after them", () => {
    const worked = sampled().recorded(lou, event("ticket.noted", { note: "n", removed: 0 }));
    steppedUp(worked, "lou").when(looking(), { actor: lou }).refused("own-review");
    const other = sampled()
      .on("t0")
      .recorded(lou, event("ticket.noted", { note: "n", removed: 0 }))
      .on("t1");
    steppedUp(other, "lou").when(looking(), { actor: lou }).refused("own-review");
    steppedUp(other.after(days(91)), "lou")
      .when(looking(), { actor: lou })
      .gives("review.sampled-judged");
  });

  test("is refused to everyone but supervisors", () => {
    for (const actor of [ada, bob, ivy, rob, worker]) sampled().when(looking(), { actor }).refused("not-your-role");
  });

  test("takes a reason, a step-up made for this very approval, and an approval that was drawn", () => {
    sampled()
      .when(looking({ reason: null }), { actor: lou })
      .refused("reason-missing");
    sampled().when(looking(), { actor: lou }).refused("step-up-needed");
    sampled()
      .stepsUp("lou", "look", lookObject("t1", 78), "second-review")
      .when(looking(), { actor: lou })
      .refused("step-up-needed");
    steppedUp(sampled(), "lou").after(minutes(6)).when(looking(), { actor: lou }).refused("step-up-needed");
    sampled()
      .when(looking({ approval: 78 }), { actor: lou })
      .refused("no-such-sample");
  });
});
