import { describe, expect, it } from "vitest";
import { askReset, settleDirectory, takeForgotten } from "../ask-directory";
import { type Event, event, type Recorded } from "../event";
import { sendForgotten } from "../forgot";
import { object } from "../reset";
import type { Actor } from "../staff";
import { ada, anyone, given, mail, type Story, worker } from "../testing";
import { lossOf, resetSent } from "../testing-stories";
import { hours } from "../time";
import { storyProblem } from "./story";

const all = ["contacts", "second-factor", "password"] as const;
const sent = () => resetSent(lossOf.T4);
const asked = (story = sent()) =>
  story.when(askReset({ id: "g1", generation: 1 }, { job: "j1", taken: all }), { actor: anyone });
const does = (story: Story, step: (typeof all)[number]) =>
  story.when(settleDirectory("j1", { step, done: true }), { actor: worker });

/** What the verifier says of one more entry on a case as it stands. */
function problem(story: Story, e: Event, actor: Actor = worker, at = story.now): string | null {
  const of = story.about === "" ? null : story.about;
  const entry: Recorded = { ...e, seq: story.entries.length, at, actor, subject: "acc-hal", object: of };
  return storyProblem(entry, story.case.ticket, story.account, (id) => id);
}
const asks = (story: Story, data: Partial<{ generation: number; steps: (typeof all)[number][]; until: number }> = {}) =>
  event("directory.asked", { job: "j2", generation: 1, steps: ["password"], until: story.now + hours(24), ...data });

describe("The verifier takes of a directory elsewhere", () => {
  it("every entry of a reset that goes its way, one that is done after its link ran out included", () => {
    const inTime = sent().after(hours(24) - 1);
    for (const e of asked(inTime).verdict) expect(problem(inTime, e, anyone)).toBeNull();
    const late = asked(inTime).after(hours(23));
    const half = does(late, "contacts");
    for (const e of half.verdict) expect(problem(late, e)).toBeNull();
    const before = does(half, "password").verdict;
    let now = half;
    for (const e of before) {
      expect([e.type, problem(now, e)]).toEqual([e.type, null]);
      now = now.recorded(worker, e);
    }
    expect(now.in("completed").account.recoveries).toHaveLength(1);
  });

  it("no asking without a grant that is out, in time, by its own generation, and for what was approved", () => {
    expect(problem(sent(), asks(sent()), anyone)).toBeNull();
    expect(problem(asked(), asks(asked()), anyone)).toBe("the directory was asked already");
    expect(problem(sent(), asks(sent(), { generation: 2 }), anyone)).toBe("no such grant was out");
    expect(problem(sent(), asks(sent(), { steps: ["second-factor"] }), anyone)).toMatch(/than was approved/);
    expect(problem(sent(), asks(sent(), { until: sent().now + hours(25) }), anyone)).toMatch(/longer than a day/);
    const over = sent().after(hours(24));
    expect(problem(over, asks(over), anyone)).toBe("its grant had expired");
    const stopped = sent().when(object(mail.id), { actor: anyone });
    expect(problem(stopped, asks(stopped), anyone)).toBe("no such grant was out");
  });

  it("no step that was done or not asked for, no end before the last, and none of it by anybody but the worker", () => {
    const half = does(asked(), "contacts");
    const changed = (step: (typeof all)[number], job = "j1") => event("directory.changed", { job, step });
    expect(problem(half, changed("password"))).toBeNull();
    expect(problem(half, changed("password"), ada)).toBe("it was not the worker that asked");
    expect(problem(half, changed("contacts"))).toBe("it was done, or not asked for");
    expect(problem(half, changed("second-factor"))).toBe("it was done, or not asked for");
    expect(problem(half, changed("password", "j2"))).toBe("the directory was not being asked for it");
    expect(problem(half, event("directory.done", { job: "j1" }))).toBe("the directory had not done all of it");
    expect(problem(half, event("grant.redeemed", { grant: "g1", generation: 1 }))).toBe(
      "the directory had not done it",
    );
  });

  it("no password of an account but by a way to it that is out, and nothing else by that way", () => {
    const story = given()
      .on("")
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone });
    expect(problem(story, asks(story), anyone)).toBeNull();
    expect(problem(story, asks(story, { generation: 2 }), anyone)).toBe("no such way to a password was out");
    expect(problem(story, asks(story, { steps: ["contacts"] }), anyone)).toBe(
      "it asks for something else than a password",
    );
    const over = story.after(hours(1));
    expect(problem(over, asks(over), anyone)).toBe("its way to a password had expired");
    const taken = story.when(takeForgotten(1, "j1"), { actor: anyone });
    expect(problem(taken, asks(taken), anyone)).toBe("the directory was asked already");
  });
});
