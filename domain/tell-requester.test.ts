import { describe, expect, it } from "vitest";
import { answerAppeal, makeAppeal } from "./appeal";
import { ask } from "./ask";
import { enterPortal } from "./check-code";
import { claim } from "./claim";
import { cancel, sweep } from "./end";
import { messagesOf } from "./message";
import { reportPressure } from "./pressure";
import { ada, anyone, bob, given, max, requesterOf, type Story, sam, worker } from "./testing";
import { aCommitment, ready, rejecting, submitted } from "./testing-stories";
import { days } from "./time";

/** To whom the newest entries of a story bring news of a request. */
const told = (story: Story) =>
  (story.verdict ?? []).flatMap((e) =>
    messagesOf({ ...e, seq: 1, at: story.now, actor: ada, subject: null, object: null } as Parameters<
      typeof messagesOf
    >[0])
      .filter((m) => m.template === "news")
      .map((m) => m.contact),
  );

describe("A requester is told at their own new contact", () => {
  it("that their request was refused, ended by its agent or ran out", () => {
    const refused = submitted().when(rejecting("not-enough", "n"), { actor: sam });
    const ended = ready().when(cancel("not-proven"), { actor: ada });
    const idle = ready().after(days(7)).when(sweep(), { actor: worker });
    for (const story of [refused, ended, idle]) expect(told(story)).toEqual(["c-new"]);
  });

  it("of the end that a pressed agent seems to have made of it, as of any other", () => {
    const pressed = ready().when(reportPressure(), { actor: ada });
    expect(told(pressed.when(cancel("not-proven"), { actor: ada }))).toEqual(["c-new"]);
  });

  it("of the answer to their appeal", () => {
    const asks = submitted()
      .when(rejecting("not-enough", "n"), { actor: sam })
      .when(makeAppeal({ id: "words", removed: 0, commitment: aCommitment }), {
        actor: requesterOf("t1"),
        facts: { rejecter: "sam" },
      });
    const answer = answerAppeal({ answer: "stands", note: { id: "n2", commitment: aCommitment } });
    expect(told(asks.when(answer, { actor: max }))).toEqual(["c-new"]);
  });

  it("nothing of what they ended themselves, nor of a request that was submitted never", () => {
    expect(told(ready().when(cancel("caller-withdrew"), { actor: requesterOf("t1") }))).toEqual([]);
    const ticket = "0123456789abcdef800000";
    const contact = { id: "c-mine", kind: "email" as const, commitment: "00", same: null };
    const asked = given()
      .on(ticket)
      .when(
        ask({ ticket, reference: "ABCD-EFGH", language: "en", secondFactor: false, hand: [], contact, standIn: false }),
        {
          actor: anyone,
        },
      )
      .when(enterPortal({ contact: contact.id, generation: 1, right: true }), { actor: anyone });
    const ends = [
      asked.when(claim(), { actor: bob }).when(cancel("not-proven"), { actor: bob }).in("cancelled"),
      asked.after(days(7)).when(sweep(), { actor: worker }).in("expired"),
    ];
    for (const story of ends) expect(told(story)).toEqual([]);
  });
});
