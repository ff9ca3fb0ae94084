import { describe, expect, test } from "vitest";
import { type Event, event, type Recorded } from "../event";
import { lookObject } from "../second-review";
import { lou, memberOf, sam, worker } from "../testing";
import { approvedBy, submitted } from "../testing-stories";
import { judgeProblem, sampleProblem } from "./review-story";

type Of<T extends Recorded["type"]> = Extract<Recorded, { type: T }>;
const approved = approvedBy(submitted(), sam);
const sampled = event("review.sampled", { approval: 77, by: "sam", agent: "ada", oneIn: 20 });
const judged = event("review.sampled-judged", { approval: 77, by: "lou", looks: "right", reason: "v", stepUp: "look" });
const entry = <T extends Recorded["type"]>(e: Event, actor = lou): Of<T> =>
  ({ ...e, seq: 90, at: approved.now, actor, subject: "acc-hal", object: approved.about }) as Of<T>;
const look = entry<"review.sampled-judged">(judged);
const draw = entry<"review.sampled">(sampled, worker);
const self = (id: string) => id;

describe("The verifier's story of second looks", () => {
  test("takes one that was drawn, looked at by another supervisor with a step-up made for it", () => {
    const drawn = approved.recorded(worker, sampled);
    expect(sampleProblem(draw, approved.ticket, self)).toBeNull();
    expect(sampleProblem(look, drawn.ticket, self)).toBeNull();
    const stepUps = [{ id: "look", at: look.at, act: "second-review", object: lookObject(drawn.about, 77) }];
    expect(judgeProblem(look, () => ({ ...memberOf("lou", "supervisor"), stepUps }))).toBeNull();
  });

  test("finds one that was drawn twice, never drawn, looked at twice, or by who approved", () => {
    const drawn = approved.recorded(worker, sampled);
    expect(sampleProblem(draw, drawn.ticket, self)).toBe("the approval had been drawn before");
    expect(sampleProblem(look, approved.ticket, self)).toBe("no such approval had been drawn");
    expect(sampleProblem(look, drawn.recorded(lou, judged).ticket, self)).toBe(
      "the approval had been looked at again before",
    );
    expect(sampleProblem(look, drawn.ticket, () => "one human")).toBe("who approved looked at it again");
  });

  test("finds one in another's name, by no supervisor, or without its step-up", () => {
    const supervisor = memberOf("lou", "supervisor");
    expect(judgeProblem(entry(judged, sam), () => supervisor)).toBe("it looks again in someone else's name");
    expect(judgeProblem(look, () => memberOf("lou", "agent"))).toBe("who looked again was no active supervisor");
    expect(judgeProblem(look, () => supervisor)).toBe("no step-up was made for this second look");
  });
});
