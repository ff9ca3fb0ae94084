import { describe, expect, it } from "vitest";
import { drawAnswers, recordAnswers, reserveAnswers } from "./check-answers";
import { release } from "./claim";
import { ada, bob, given, max, monday, requesterOf, type Story } from "./testing";
import { answers, claimed, confirmed, lossOf, opened, proposed, ready, submitted } from "./testing-stories";
import { days, hours } from "./time";

const hers = requesterOf("t1");
const draw = (story: Story, turn = 0) => story.when(drawAnswers(turn), { actor: ada });
const drawn = () => draw(ready());
const reserve = (story: Story, attempt = "x1", actor = ada) => story.when(reserveAnswers(attempt), { actor });
const record = (story: Story, right: number) =>
  story.when(recordAnswers({ attempt: "x1", right, of: 3, evidence: "e1" }), { actor: ada });
const withQuestions = (...questions: string[]) => ready(lossOf.T3, given().knowing({ questions }));

describe("Drawing questions", () => {
  it("takes three of those on file, by turn", () => {
    draw(ready(), 0).gives({ type: "answers.drawn", data: { questions: ["q1", "q2", "q3"] } });
    draw(ready(), 3).gives({ type: "answers.drawn", data: { questions: ["q4", "q1", "q2"] } });
    draw(ready(), 4).gives({ type: "answers.drawn", data: { questions: ["q1", "q2", "q3"] } });
  });

  it("takes two where two are on file, and is refused where there are fewer", () => {
    draw(withQuestions("q1", "q2")).gives({ type: "answers.drawn", data: { questions: ["q1", "q2"] } });
    draw(withQuestions("q1")).refused("no-answers-on-file");
  });

  it("leaves out answers that joined the account on file, until they are there for 30 days", () => {
    const joined = (questions: Record<string, number>) =>
      ready(lossOf.T3, given().knowing({ joined: { device: null, questions } }));
    const lately = monday - days(30) + hours(1);
    draw(joined({ q2: lately, q3: monday - days(30) })).gives({
      type: "answers.drawn",
      data: { questions: ["q1", "q3", "q4"] },
    });
    draw(joined({ q1: lately, q2: lately, q3: lately })).refused("no-answers-on-file");
  });

  it("holds for 24 hours, whatever is retried and in whichever ticket", () => {
    draw(answers(drawn(), 0).after(hours(24) - 1), 1).refused("already-drawn");
    draw(drawn().after(hours(24)), 1).gives("answers.drawn");
    draw(ready(lossOf.T1, drawn().when(release(), { actor: ada }).on("t2"))).refused("already-drawn");
  });

  it("is refused where the answers were spoken in another ticket", () => {
    const spoken = answers(ready(), 2).when(release(), { actor: ada }).after(days(2)).on("t2");
    draw(ready(lossOf.T1, spoken)).refused("answers-spoken");
  });

  it("is refused like any check out of its turn", () => {
    draw(claimed()).refused("confirm-new-contact-first");
    draw(submitted()).refused("not-verifying");
    ready().when(drawAnswers(0), { actor: bob }).refused("not-your-ticket");
    ready().when(drawAnswers(0), { actor: max }).refused("not-your-role");
  });
});

describe("Checking answers", () => {
  it("reserves one attempt for the whole set", () => {
    const story = reserve(drawn()).gives({ type: "answers.attempted", data: { attempt: "x1", channel: "desk" } });
    expect(story.account.attempts).toMatchObject([{ kind: "answers", result: "reserved" }]);
  });

  it.each([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ])("%i right of three: passed is %s", (right, passed) => {
    const story = record(reserve(drawn()), right);
    story.gives({ type: "answers.checked", data: { passed, of: 3, evidence: passed ? "e1" : null } });
    expect(story.ticket.evidence).toHaveLength(passed ? 1 : 0);
    expect(story.ticket.odd).toHaveLength(passed ? 0 : 1);
  });

  it("tells nobody how many were right of a set that failed", () => {
    record(reserve(drawn()), 1).gives({ type: "answers.checked", data: { right: null } });
    record(reserve(drawn()), 3).gives({ type: "answers.checked", data: { right: 3 } });
  });

  it("says whether they were spoken or typed by the requester", () => {
    expect(answers(ready(), 2).ticket.evidence).toMatchObject([{ channel: "desk", right: 2 }]);
    expect(answers(ready(), 2, hers).ticket.evidence).toMatchObject([{ channel: "portal" }]);
  });

  it("takes the questions drawn within 24 hours", () => {
    reserve(ready()).refused("not-drawn");
    reserve(drawn().after(hours(24))).refused("not-drawn");
  });

  it("locks after two wrong sets in 24 hours and four in 30 days", () => {
    const two = answers(answers(ready(), 0), 1);
    reserve(two).refused("locked");
    const redrawn = (story: Story, ms: number) => draw(story.after(ms));
    const four = [1, 2].reduce<Story>((s) => answers(redrawn(s, days(1)), 0), two);
    reserve(redrawn(four, days(1))).refused("locked");
    reserve(redrawn(four, days(30))).gives("answers.attempted");
  });

  it("with the same set again in this ticket uses no attempt", () => {
    const again = answers(ready(), 1).when(reserveAnswers("x2"), { actor: ada, facts: { tried: true } });
    again.gives({ type: "answers.repeated", data: { channel: "desk" } });
  });

  it("is refused in another ticket once they were spoken, and not once they were only typed", () => {
    const next = (actor = ada) => ready(lossOf.T1, answers(ready(), 2, actor).when(release(), { actor: ada }).on("t2"));
    reserve(next()).refused("answers-spoken");
    reserve(next(hers)).gives("answers.attempted");
  });

  it("is refused once a set has passed in this ticket, so that nobody guesses at the third answer for nothing", () => {
    reserve(answers(ready(), 2)).refused("already-answered");
    reserve(answers(ready(), 2, hers), "x1", hers).refused("already-answered");
    reserve(answers(ready(), 1)).gives("answers.attempted");
  });

  it("is open again once the evidence has expired or was voided", () => {
    const later = answers(ready(), 2).after(hours(72));
    reserve(draw(later)).gives("answers.attempted");
    reserve(confirmed(proposed(answers(ready(), 2), "c-other"))).gives("answers.attempted");
  });

  it("is refused like any check out of its turn", () => {
    reserve(opened(lossOf.T1)).refused("not-verifying");
    reserve(drawn(), "x1", bob).refused("not-your-ticket");
    reserve(drawn().record({ status: "frozen" })).refused("account-frozen");
  });
});

describe("The result of a set", () => {
  it("is recorded once, for the ticket that reserved it", () => {
    record(drawn(), 3).refused("no-such-attempt");
    record(record(reserve(drawn()), 3), 3).refused("no-such-attempt");
  });

  it("that passes beside another that was under way with it is no second evidence", () => {
    const both = reserve(reserve(drawn(), "x1"), "x2");
    const second = record(both, 2).when(recordAnswers({ attempt: "x2", right: 3, of: 3, evidence: "e2" }), {
      actor: ada,
    });
    second.gives({ type: "answers.checked", data: { passed: true, evidence: null } });
    expect(second.ticket.evidence).toMatchObject([{ id: "e1", right: 2 }]);
  });

  it("that comes after the ticket went on is no evidence, and nothing odd either", () => {
    const late = record(reserve(drawn()).when(release(), { actor: ada }), 3);
    late.gives({ type: "answers.checked", data: { passed: true, evidence: null } });
    expect(late.ticket).toMatchObject({ evidence: [], odd: [] });
  });
});
