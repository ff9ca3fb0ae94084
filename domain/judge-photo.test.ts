import { describe, expect, it } from "vitest";
import { claim, release } from "./claim";
import { event, type MatchResult } from "./event";
import { addPhoto, declinePhoto, judgePhoto } from "./judge-photo";
import type { Actor } from "./staff";
import { submit } from "./submit";
import { ada, bob, given, ivy, max, memberOf, monday, requesterOf, type Story, sam } from "./testing";
import { approvedBy, claimed, lossOf, opened, proposed, ready, serial, submitted } from "./testing-stories";
import { days, hours } from "./time";

const add = (story: Story, id = "p1", actor = ada) =>
  story.when(addPhoto({ id, upload: `u-${id}`, commitment: "cd" }), { actor });
const judge = (story: Story, actor = bob, result: MatchResult = "match", photo = "p1", numbered = true) => {
  const device = result === "match" ? "d1" : null;
  return story.when(judgePhoto({ photo, numbered, attempt: "x1", result, device, evidence: "e1" }), { actor });
};
const decline = (story: Story, actor = bob, photo = "p1") => story.when(declinePhoto(photo, "unreadable"), { actor });

describe("Adding a photo", () => {
  it("proves nothing until a second person has judged it", () => {
    const story = add(ready()).gives({ type: "photo.added", data: { photo: "p1", channel: "desk" } });
    expect(story.ticket).toMatchObject({ evidence: [], photos: [{ id: "p1", addedBy: "staff:ada", result: null }] });
  });

  it("is open to the requester in the portal", () => {
    add(ready(), "p1", requesterOf("t1")).gives({ type: "photo.added", data: { channel: "portal" } });
    add(ready(), "p1", requesterOf("t2")).refused("not-your-ticket");
  });

  it("ends at five", () => {
    const five = ["p1", "p2", "p3", "p4", "p5"].reduce<Story>((s, id) => add(s, id), ready());
    add(five, "p6").refused("too-many-photos");
  });

  it("is refused like any check out of its turn", () => {
    add(claimed()).refused("confirm-new-contact-first");
    add(submitted()).refused("not-verifying");
    add(ready(), "p1", max).refused("not-your-role");
  });
});

describe("Judging a photo", () => {
  it("that matches is evidence of the device", () => {
    const story = judge(add(ready())).gives({
      type: "photo.judged",
      data: { by: "bob", result: "match", evidence: "e1" },
    });
    expect(story.ticket.evidence).toMatchObject([{ id: "e1", factor: "photo", device: "d1", whole: false }]);
  });

  it("without the ticket's number in it is refused, uses no try and can be declined", () => {
    const refused = judge(add(ready()), bob, "match", "p1", false).refused("ticket-number-unseen");
    expect(refused.account.attempts).toEqual([]);
    judge(refused).gives({ type: "photo.judged", data: { numbered: true } });
  });

  it.each(["near", "miss"] as const)("that is a %s is a failed try on the account and odd in the packet", (result) => {
    const story = judge(add(ready()), bob, result).gives({ type: "photo.judged", data: { evidence: null } });
    expect(story.ticket).toMatchObject({ evidence: [], odd: [{ factor: "photo", result }] });
    expect(story.account.attempts).toMatchObject([{ kind: "photo", result: "failed" }]);
  });

  it("that shows a device which joined the account lately is a match and no proof", () => {
    const joined = given().knowing({ joined: { device: monday - days(29), questions: {} } });
    const judged = judge(add(ready(lossOf.T3, joined)));
    judged.gives({ type: "photo.judged", data: { result: "match", evidence: null, tooNew: true } });
    expect(judged.ticket.evidence).toEqual([]);
  });

  it("goes on while serials and answers are locked", () => {
    const locked = [1, 2, 3, 4].reduce<Story>((s) => serial(s, null), ready());
    judge(add(locked)).gives({ type: "photo.judged", data: { result: "match" } });
  });

  it("is charged to the channel that the photo came by", () => {
    const channelOf = (actor: Actor) => judge(add(ready(), "p1", actor), bob, "miss").account.attempts[0]?.channel;
    expect([channelOf(ada), channelOf(requesterOf("t1"))]).toEqual(["desk", "portal"]);
  });

  it("compares five that fail in a day, two of them from the portal, and goes on with declining", () => {
    const failed = (story: Story, actor: Actor, ...ids: string[]) =>
      ids.reduce<Story>((s, id) => judge(add(s, id, actor), bob, "miss", id), story);
    const two = add(failed(ready(), requesterOf("t1"), "p1", "p2"), "p3", requesterOf("t1"));
    judge(two, bob, "match", "p3").refused("too-many-photo-tries");
    decline(two, bob, "p3").gives("photo.declined");
    judge(two.after(hours(24)), bob, "match", "p3").gives("photo.judged");
    const five = failed(ready(lossOf.T1), ada, "p1", "p2", "p3", "p4", "p5").when(release(), { actor: ada });
    judge(add(ready(lossOf.T1, five.on("t2")), "p6"), bob, "match", "p6").refused("too-many-photo-tries");
  });

  it("takes a second person: not who holds or opened the ticket, nor who added the photo, under any account of theirs", () => {
    judge(add(ready()), ada).refused("own-evidence");
    const handed = add(ready()).when(release(), { actor: ada }).when(claim(), { actor: bob });
    judge(handed, ada).refused("own-evidence");
    judge(handed, bob).refused("own-evidence");
    const twice = add(ready()).staffed(memberOf("ada2", "supervisor", "ada"));
    judge(twice, { ...sam, id: "staff:ada2" }).refused("own-evidence");
    decline(twice, { ...sam, id: "staff:ada2" }).refused("own-evidence");
    decline(add(ready()), ada).refused("own-evidence");
  });

  it("takes nobody who held the ticket before, whatever they did on another one since", () => {
    const held = claimed(lossOf.T1).when(release(), { actor: ada }).when(claim(), { actor: bob });
    const handedOn = held.when(release(), { actor: bob }).when(claim(), { actor: ada });
    const since = opened(lossOf.T1, add(handedOn).on("t2")).recorded(
      bob,
      event("ticket.noted", { note: "n2", removed: 0 }),
    );
    judge(since.on("t1")).refused("own-evidence");
  });

  it("is a hand in the case: a supervisor who judged does not approve", () => {
    const judged = judge(add(ready(lossOf.T1)), sam).when(submit(), { actor: ada });
    approvedBy(judged, sam).refused("own-case");
    approvedBy(judged, max).gives("ticket.approved", "hold.begun", "holder.notified");
  });

  it("happens once", () => {
    judge(judge(add(ready()))).refused("photo-already-judged");
    judge(decline(add(ready()))).refused("photo-already-judged");
    decline(judge(add(ready()))).refused("photo-already-judged");
  });

  it("is refused out of its turn", () => {
    judge(ready()).refused("no-such-photo");
    decline(ready()).refused("no-such-photo");
    judge(add(ready()).when(release(), { actor: ada })).refused("not-verifying");
    decline(add(ready()).when(release(), { actor: ada })).refused("not-verifying");
    judge(add(ready()).record({ status: "frozen" })).refused("account-frozen");
    judge(add(ready()), ivy).refused("not-your-role");
    judge(opened()).refused("not-verifying");
  });

  it("counts for the new contact it was added for: another one voids it unjudged", () => {
    const changed = proposed(add(ready()), "c-other");
    expect(changed.ticket.photos).toMatchObject([{ result: "declined" }]);
    judge(changed).refused("photo-already-judged");
  });
});

it("Declining a photo says why, and gives nothing", () => {
  const story = decline(add(ready())).gives({ type: "photo.declined", data: { by: "bob", reason: "unreadable" } });
  expect(story.ticket).toMatchObject({ evidence: [], odd: [], photos: [{ result: "declined" }] });
  expect(story.account.attempts).toEqual([]);
});
