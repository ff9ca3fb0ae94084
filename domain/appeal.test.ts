import { expect, it } from "vitest";
import { answerAppeal, makeAppeal } from "./appeal";
import { event } from "./event";
import { reviewFlag } from "./risk";
import { ada, anyone, max, memberOf, requesterOf, type Story, sam } from "./testing";
import { aCommitment, claimed, lossOf, submitted } from "./testing-stories";
import { days } from "./time";

const self = requesterOf("t1");
const rejected = submitted(lossOf.T3).recorded(
  sam,
  event("ticket.rejected", { round: 1, reason: "not-enough", note: null, second: false }),
);
const appealed = (story: Story = rejected) =>
  story.when(makeAppeal({ id: "words", removed: 0, commitment: aCommitment }), {
    actor: self,
    facts: { rejecter: "sam" },
  });
const note = { id: "n", commitment: aCommitment };
const answered = (story = appealed(), answer: "stands" | "ask-again" = "stands", actor = max) =>
  story.when(answerAppeal({ answer, note }), { actor });

it("A rejection is appealed once, by its requester, within 30 days, and stays a rejection", () => {
  appealed()
    .gives(
      { type: "appeal.made", data: { appeal: "words" } },
      { type: "flag.raised", data: { flag: "appeal", member: "sam" } },
    )
    .in("rejected");
  appealed(appealed()).refused("already-appealed");
  appealed(rejected.after(days(30))).refused("too-late-to-appeal");
  appealed(claimed()).refused("nothing-to-appeal");
  appealed(rejected.recorded(anyone, event("ticket.disputed", { contact: null, how: "link" }))).refused(
    "nothing-to-appeal",
  );
  const appeal = makeAppeal({ id: "words", removed: 0, commitment: aCommitment });
  rejected.when(appeal, { actor: ada }).refused("not-your-role");
  rejected.when(appeal, { actor: requesterOf("t2") }).refused("not-your-ticket");
});

it("An appeal is answered with a reason, by a supervisor who is not the human that rejected it and had no hand in it", () => {
  const done = answered().gives({ type: "appeal.answered", data: { answer: "stands" } }, "flag.reviewed");
  expect(done.ticket.appeal?.answer).toBe("stands");
  expect(done.in("rejected").account.flags?.[0]?.reviewedAt).toBe(done.now);
  answered(done).refused("already-looked-at");
  answered(appealed(), "stands", sam).refused("own-case");
  answered(appealed().staffed(memberOf("ada", "supervisor")), "stands", ada).refused("own-case");
  answered(rejected).refused("no-such-appeal");
  appealed()
    .when(answerAppeal({ answer: "ask-again", note: null }), { actor: max })
    .refused("note-missing");
  const seq = appealed().account.flags?.[0]?.seq ?? 0;
  appealed().when(reviewFlag({ seq, note }), { actor: max }).refused("answer-the-appeal");
});
