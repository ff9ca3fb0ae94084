import { describe, expect, it } from "vitest";
import { enterPortal } from "./check-code";
import { release } from "./claim";
import { event } from "./event";
import { matchCaller } from "./match-caller";
import { object } from "./reset";
import { openPacket } from "./review";
import { sendPortalCode } from "./send-portal-code";
import { submit } from "./submit";
import { ada, anyone, bob, mail, type Story, sam } from "./testing";
import { readingOf } from "./testing-reading";
import { answers, claimed, evidenced, lossOf, proposed, ready, registeredCode, serial } from "./testing-stories";
import { hours, minutes } from "./time";
import { careView } from "./view-care";
import { packetView } from "./view-packet";

/** The requester comes in by a code to where the link will go. */
function entered(story: Story): Story {
  const sent = story.after(minutes(3)).when(sendPortalCode(), { actor: anyone });
  const contact = sent.ticket.newContact?.id ?? mail.id;
  const { generation = 0 } = sent.ticket.codes[contact] ?? {};
  return sent.when(enterPortal({ contact, generation, right: true }), { actor: anyone });
}
const reads = (story: Story, right: boolean, turn = story.ticket.caller?.turn ?? 1, actor = ada): Story =>
  story.when(matchCaller({ turn, right }), { actor });
const matched = (story: Story = entered(ready())): Story => reads(story, true);
const stateOf = (story: Story, reader = ada) => careView(readingOf(story, reader)).caller;

describe("The number on the requester's page", () => {
  it("matches a caller with who is in the portal, and is an entry that proves nothing", () => {
    const before = entered(ready());
    const after = matched(before).gives({ type: "caller.matched", data: { turn: 1 } });
    expect(after.ticket.evidence).toEqual(before.ticket.evidence);
    expect(after.ticket.odd).toEqual([]);
    expect(stateOf(after)).toMatchObject({ state: "matched", at: after.now, wrong: 0 });
  });

  it("is an odd line when it is another one, and dead after three", () => {
    const once = reads(entered(ready()), false).gives({ type: "caller.mismatched", data: { turn: 1, tries: 1 } });
    const thrice = reads(reads(once, false), false);
    reads(thrice, true).refused("too-many-caller-numbers");
    expect(stateOf(thrice)).toMatchObject({ state: "no-numbers", triesLeft: 0, wrong: 3 });
    const anew = entered(thrice);
    expect(stateOf(anew)).toMatchObject({ state: "waiting", triesLeft: 3, wrong: 3 });
    matched(anew).gives("caller.matched");
  });

  it("of an earlier way in is dead once the requester came in again", () => {
    const twice = entered(entered(ready()));
    expect(twice.ticket.caller?.turn).toBe(2);
    reads(twice, true, 1).refused("caller-entered-again");
    expect(stateOf(entered(matched()))).toMatchObject({ state: "waiting" });
  });

  it("holds for a call of an hour and for the agent who heard it", () => {
    const told = matched();
    reads(told, true).refused("already-matched");
    reads(told.after(hours(1)), true).gives("caller.matched");
    expect(stateOf(told.after(hours(1)))).toMatchObject({ state: "waiting" });
    const handed = told.recorded(sam, event("ticket.handed-over", { from: "ada", to: "bob" }));
    expect(stateOf(handed, bob)).toMatchObject({ state: "waiting" });
    reads(handed, true, 1, bob).gives("caller.matched");
  });

  it("is none while the requester has only a phone, and the desk says so", () => {
    reads(ready(), true).refused("caller-not-entered");
    expect(stateOf(ready())).toEqual({ state: "not-entered", at: null, triesLeft: 0, wrong: 0 });
  });

  it("is none for a way in by a contact that the link no longer goes to", () => {
    reads(proposed(entered(ready()), "c-two"), true).refused("caller-not-entered");
  });

  it("is compared only by the agent who holds a ticket that is being verified", () => {
    const told = entered(ready());
    reads(told, true, 1, bob).refused("not-your-ticket");
    reads(told, true, 1, sam).refused("not-your-role");
    reads(told.when(release(), { actor: ada }), true).refused("not-verifying");
    reads(told.when(object(mail.id), { actor: anyone }), true).refused("not-verifying");
    reads(told.record({ status: "frozen" }), true).refused("account-frozen");
  });

  it("of a way in from before turns were counted leaves no number", () => {
    const old = claimed(lossOf.T1).recorded(anyone, event("portal.entered", { contact: mail.id }));
    expect(old.ticket).not.toHaveProperty("caller");
    reads(old, true).refused("caller-not-entered");
  });
});

describe("A packet", () => {
  const inReview = (story: Story) => story.when(submit(), { actor: ada }).when(openPacket(), { actor: sam });
  const proven = (story: Story) => serial(registeredCode(story), "d1");
  const careOf = (story: Story) => packetView(readingOf(story, sam))?.care.caller;

  it("names when the caller was matched, and every wrong number", () => {
    const told = inReview(proven(matched(reads(entered(ready()), false))));
    expect(careOf(told)).toEqual({ matched: expect.any(Number), wrong: [expect.any(Number)] });
  });

  it("stays the same when the requester looks in again", () => {
    const told = inReview(proven(matched()));
    expect(careOf(entered(told))).toEqual(careOf(told));
    expect(entered(told).ticket.packet?.hash).toBe(told.ticket.packet?.hash);
  });

  it("has the hash it always had where nobody came in by the portal", () => {
    const told = inReview(evidenced());
    expect(careOf(told)).toEqual({ matched: null, wrong: [] });
    expect(answers(ready(), 2).ticket).not.toHaveProperty("caller");
  });
});
