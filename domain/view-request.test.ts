import { describe, expect, it } from "vitest";
import { drawAnswers } from "./check-answers";
import { enterPortal } from "./check-code";
import { cancel } from "./end";
import { addPhoto } from "./judge-photo";
import { submit } from "./submit";
import { ada, anyone, requesterOf, type Story, sam } from "./testing";
import { objected, proved, settled } from "./testing-disputes";
import { readingOf } from "./testing-reading";
import * as told from "./testing-stories";
import { hours } from "./time";
import { requestView } from "./view-request";
import { askVouch } from "./vouch";

const requester = requesterOf("t1");
const viewOf = (story: Story) => requestView(readingOf(story, requester));
const stepsOf = (story: Story) => viewOf(story).steps.map((s) => `${s.step} ${s.state}`);

describe("A request before its requester", () => {
  it("walks from received to the link, each step with its time once it is behind them", () => {
    expect(stepsOf(told.opened())).toEqual([
      "received done",
      "checked now",
      "approved later",
      "waiting later",
      "link later",
    ]);
    expect(stepsOf(told.submitted())).toEqual([
      "received done",
      "checked done",
      "approved now",
      "waiting later",
      "link later",
    ]);
    const held = told.holdRunning();
    expect(viewOf(held).steps).toEqual([
      { step: "received", state: "done", at: held.ticket.openedAt },
      { step: "checked", state: "done", at: held.ticket.packet?.at },
      { step: "approved", state: "done", at: held.ticket.approvals[0]?.at },
      { step: "waiting", state: "now", at: null },
      { step: "link", state: "later", at: null },
    ]);
    expect(viewOf(held).holdEndsAt).toBe(held.now + hours(24));
    expect(viewOf(told.completed()).steps.every((s) => s.state === "done")).toBe(true);
  });

  it("has no wait where there is none", () => {
    expect(stepsOf(told.submitted(told.lossOf.T1))).toEqual([
      "received done",
      "checked done",
      "approved now",
      "link later",
    ]);
  });

  it("says in a mask where the link will go, and whether that was confirmed", () => {
    expect(viewOf(told.claimed())).toMatchObject({ sentTo: null, newContactConfirmed: false });
    expect(viewOf(told.proposed(told.claimed()))).toMatchObject({
      sentTo: "n•••@n•••.example",
      newContactConfirmed: false,
    });
    expect(viewOf(told.ready())).toMatchObject({ newContactConfirmed: true });
  });

  it("asks the drawn questions only while they may be answered, and no more once they passed", () => {
    expect(viewOf(told.ready())).toMatchObject({ mayAnswer: true, questions: null, answersDone: false });
    const drawn = told.ready().when(drawAnswers(0), { actor: requester });
    expect(viewOf(drawn).questions).toHaveLength(3);
    expect(viewOf(told.answers(drawn, 2, requester))).toMatchObject({ answersDone: true });
    expect(viewOf(told.submitted())).toMatchObject({ mayAnswer: false, questions: null });
  });

  it("never lets the portal use up the tries of the desk: two a day are all it has", () => {
    const twice = told.answers(told.serial(told.ready(), null, true, requester), 0, requester);
    expect(viewOf(twice).mayAnswer).toBe(false);
  });

  it("tells questions that have no tries left here from those that are not asked", () => {
    const drawn = told.ready().when(drawAnswers(0), { actor: requester });
    const twice = told.answers(told.answers(drawn, 0, requester), 1, requester);
    expect(viewOf(twice)).toMatchObject({ mayAnswer: false, answersLocked: true });
    expect(viewOf(twice.after(hours(25)))).toMatchObject({ mayAnswer: true, answersLocked: false });
    const others = [told.ready(), told.answers(drawn, 2, requester), told.submitted()];
    for (const story of others) expect(viewOf(story).answersLocked).toBe(false);
    expect(viewOf(twice.when(cancel("caller-withdrew"), { actor: ada })).answersLocked).toBe(false);
  });

  it("waits for what was sent to be looked at, and shows a number to vouch with, only until the check is over", () => {
    const asked = told
      .evidenced()
      .when(addPhoto({ id: "p1", upload: "u1", commitment: told.aCommitment }), { actor: requester })
      .when(askVouch(), { actor: requester });
    const read = (story: Story) => requestView(readingOf(story, requester, { vouchNumber: "123456" }));
    expect(read(asked)).toMatchObject({ waiting: { photos: 1, purchases: 0 }, vouch: { number: "123456" } });
    for (const act of [submit(), cancel("caller-withdrew")])
      expect(read(asked.when(act, { actor: ada }))).toMatchObject({
        waiting: { photos: 0, purchases: 0 },
        vouch: null,
        mayAskVouch: false,
      });
  });

  it("offers to stop it while it can be stopped, and a new link once the first has expired", () => {
    expect(viewOf(told.ready())).toMatchObject({ mayCancel: true, mayAddPhoto: true });
    expect(viewOf(told.submitted())).toMatchObject({ mayCancel: false, mayAddPhoto: false });
    const sent = told.resetSent();
    expect(viewOf(sent)).toMatchObject({ grantRenewable: false, grantExpiresAt: sent.now + hours(24) });
    expect(viewOf(sent.after(hours(24)))).toMatchObject({ grantRenewable: true });
  });

  it("of an ended request offers nothing", () => {
    const ended = told.ready().when(cancel("caller-withdrew"), { actor: ada });
    expect(viewOf(ended)).toMatchObject({ state: "cancelled", mayAnswer: false, mayAddPhoto: false, mayCancel: false });
    expect(viewOf(ended)).toMatchObject({ steps: [], sentTo: null, stopped: false });
  });

  it("of a request that was ended after someone stopped it says that it was stopped", () => {
    expect(viewOf(told.onHold(told.lossOf.T4)).answersDone).toBe(true);
    const rejected = settled(proved(objected(told.onHold(told.lossOf.T4))), "reject");
    expect(viewOf(rejected)).toMatchObject({
      state: "rejected",
      stopped: true,
      steps: [],
      sentTo: null,
      answersDone: false,
    });
    const refused = told.submitted().when(told.rejecting("no"), { actor: sam });
    expect(viewOf(refused)).toMatchObject({ state: "rejected", stopped: false });
  });

  it("is not changed by entering it with a code", () => {
    const sent = told.proposed(told.claimed());
    const typed = { contact: "c-new", generation: sent.ticket.codes["c-new"]?.generation ?? 0, right: true };
    expect(viewOf(sent.when(enterPortal(typed), { actor: anyone })).state).toBe("verifying");
  });
});
