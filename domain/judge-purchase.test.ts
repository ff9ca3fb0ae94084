import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claim, release } from "./claim";
import { event } from "./event";
import { judgePhoto } from "./judge-photo";
import { addPurchase, declinePurchase, judgePurchase, type PurchaseJudgement } from "./judge-purchase";
import { judgementOf } from "./packet";
import { dayBegins } from "./purchase-date";
import { submit } from "./submit";
import { ada, bob, given, ivy, max, memberOf, monday, requesterOf, type Story, sam } from "./testing";
import { readingOf } from "./testing-reading";
import { approvedBy, claimed, lossOf, opened, proposed, ready, serial, submitted } from "./testing-stories";
import { days, hours } from "./time";

const add = (story: Story, id = "b1", actor = ada) =>
  story.when(addPurchase({ id, upload: `u-${id}`, form: "document", commitment: "cd" }), { actor });
const right = {
  purchase: "b1",
  namesHolder: true,
  dated: monday - days(400),
  attempt: "x1",
  result: "match",
  device: "d1",
  boundAt: monday - days(300),
  evidence: "e1",
} as const;
const judge = (story: Story, said: Partial<PurchaseJudgement> = {}, actor = bob) =>
  story.when(judgePurchase({ ...right, ...said }), { actor });
const missed = { result: "miss", device: null, boundAt: null } as const;
const decline = (story: Story, actor = bob) => story.when(declinePurchase("b1", "other-holder"), { actor });
const points = (s: Story) => {
  const reading = readingOf(s, ada);
  return judgementOf(reading, reading.facts, s.now);
};

describe("Adding a proof of purchase", () => {
  it("proves nothing until a second person has judged it", () => {
    const story = add(ready()).gives({ type: "purchase.added", data: { form: "document", channel: "desk" } });
    expect(story.ticket).toMatchObject({ evidence: [], purchases: [{ id: "b1", addedBy: "staff:ada", result: null }] });
  });

  it("is open to the requester in the portal", () => {
    add(ready(), "b1", requesterOf("t1")).gives({ type: "purchase.added", data: { channel: "portal" } });
    add(ready(), "b1", requesterOf("t2")).refused("not-your-ticket");
  });

  it("ends at three", () => {
    const three = ["b1", "b2", "b3"].reduce<Story>((s, id) => add(s, id), ready());
    add(three, "b4").refused("too-many-purchases");
  });

  it("is refused like any check out of its turn", () => {
    add(claimed()).refused("confirm-new-contact-first");
    add(submitted()).refused("not-verifying");
    add(ready(), "b1", max).refused("not-your-role");
  });

  it("leaves a ticket that has none as it was before there were any", () => {
    expect(Object.keys(ready().ticket)).not.toContain("purchases");
    expect(Object.keys(proposed(ready(), "c-other").ticket)).not.toContain("purchases");
  });
});

describe("Judging a proof of purchase", () => {
  it("is evidence where the serial is a device's, the holder is named and the date is no later than its binding", () => {
    const story = judge(add(ready())).gives({
      type: "purchase.judged",
      data: { by: "bob", late: false, evidence: "e1" },
    });
    expect(story.ticket.evidence).toMatchObject([{ id: "e1", factor: "purchase", device: "d1" }]);
  });

  it("gives fifteen points and no class of proof, once", () => {
    const twice = judge(add(judge(add(ready())), "b2"), { purchase: "b2", attempt: "x2", evidence: "e2" });
    expect(points(twice)).toMatchObject({ points: 15, classes: [], satisfied: false });
  });

  it.each(["near", "miss"] as const)("that is a %s is a failed try on the account and odd in the packet", (result) => {
    const story = judge(add(ready()), { ...missed, result }).gives({
      type: "purchase.judged",
      data: { evidence: null },
    });
    expect(story.ticket).toMatchObject({ evidence: [], odd: [{ factor: "purchase", result }] });
    expect(story.account.attempts).toMatchObject([{ kind: "purchase", result: "failed" }]);
  });

  it("that is dated later than the binding proves nothing, cannot be judged again, and is odd in the packet", () => {
    const story = judge(add(ready()), { dated: right.boundAt + 1 });
    story.gives({ type: "purchase.judged", data: { result: "match", late: true, evidence: null } });
    expect(story.ticket).toMatchObject({ evidence: [], odd: [{ factor: "purchase", result: "late" }] });
    judge(story, { dated: right.boundAt }).refused("purchase-already-judged");
    judge(add(ready()), { dated: right.boundAt }).gives({ type: "purchase.judged", data: { late: false } });
  });

  it("without the holder's name is refused, uses no try and can be declined", () => {
    const refused = judge(add(ready()), { namesHolder: false }).refused("holder-not-named");
    expect(refused.account.attempts).toEqual([]);
    decline(refused).gives("purchase.declined");
  });

  it("dated ahead of now is refused, and uses no try", () => {
    expect(judge(add(ready()), { dated: monday + days(2) }).refused("dated-ahead").account.attempts).toEqual([]);
  });

  it("of a device that joined the account lately is a match and no proof", () => {
    const joined = given().knowing({ joined: { device: monday - days(29), questions: {} } });
    const judged = judge(add(ready(lossOf.T3, joined)));
    judged.gives({ type: "purchase.judged", data: { result: "match", evidence: null, tooNew: true } });
    expect(judged.ticket.evidence).toEqual([]);
  });

  it("stops at two that failed from the portal and at five in all, and goes on with declining", () => {
    const failed = (story: Story, actor = ada, ...ids: string[]) =>
      ids.reduce<Story>((s, id) => judge(add(s, id, actor), { ...missed, purchase: id, attempt: `x-${id}` }), story);
    const two = add(failed(ready(lossOf.T1), requesterOf("t1"), "b2", "b3"), "b1", requesterOf("t1"));
    judge(two).refused("locked");
    decline(two).gives("purchase.declined");
    judge(two.after(hours(24))).gives("purchase.judged");
    const three = failed(ready(lossOf.T1), ada, "b2", "b3", "b4").when(release(), { actor: ada });
    const five = failed(ready(lossOf.T1, three.on("t2")), ada, "b5", "b6");
    judge(add(five)).refused("locked");
  });

  it("is stopped by a lock of all factors, which photos are not", () => {
    const serials = [1, 2, 3, 4].reduce<Story>((s) => serial(s, null), ready());
    const six = [2, 3].reduce<Story>(
      (s, n) => judge(add(s, `b${n}`), { ...missed, purchase: `b${n}`, attempt: `x${n}` }),
      serials,
    );
    judge(add(six)).refused("locked");
    const photo = event("photo.added", { photo: "p1", upload: "u", channel: "desk" });
    const { namesHolder, dated, boundAt, purchase, ...match } = right;
    six
      .recorded(ada, photo)
      .when(judgePhoto({ ...match, photo: "p1", numbered: true }), { actor: bob })
      .gives("photo.judged");
  });

  it("takes a second person: not who holds or opened the ticket, nor who added it, under any account of theirs", () => {
    judge(add(ready()), {}, ada).refused("own-evidence");
    const handed = add(ready()).when(release(), { actor: ada }).when(claim(), { actor: bob });
    judge(handed, {}, ada).refused("own-evidence");
    judge(handed, {}, bob).refused("own-evidence");
    const twice = add(ready()).staffed(memberOf("ada2", "supervisor", "ada"));
    judge(twice, {}, { ...sam, id: "staff:ada2" }).refused("own-evidence");
    decline(twice, { ...sam, id: "staff:ada2" }).refused("own-evidence");
    decline(add(ready()), ada).refused("own-evidence");
  });

  it("goes to who judged another thing of this ticket, too", () => {
    judge(add(judge(add(ready())), "b2"), { purchase: "b2", attempt: "x2" }).gives("purchase.judged");
  });

  it("is a hand in the case: who judged neither claims the ticket nor approves it", () => {
    const judged = judge(add(ready(lossOf.T1)));
    judged.when(release(), { actor: ada }).when(claim(), { actor: bob }).refused("own-evidence");
    const bySam = judge(add(serial(ready(lossOf.T1), "d1")), {}, sam).when(submit(), { actor: ada });
    approvedBy(bySam, sam).refused("own-case");
    approvedBy(bySam, max).gives("ticket.approved", "hold.begun", "holder.notified");
  });

  it("happens once", () => {
    judge(judge(add(ready()))).refused("purchase-already-judged");
    judge(decline(add(ready()))).refused("purchase-already-judged");
    decline(judge(add(ready()))).refused("purchase-already-judged");
  });

  it("is refused out of its turn", () => {
    judge(ready()).refused("no-such-purchase");
    decline(ready()).refused("no-such-purchase");
    judge(add(ready()).when(release(), { actor: ada })).refused("not-verifying");
    judge(add(ready()).record({ status: "frozen" })).refused("account-frozen");
    judge(add(ready()), {}, ivy).refused("not-your-role");
    judge(opened()).refused("not-verifying");
  });

  it("counts for the new contact it was added for: another one voids it unjudged", () => {
    const changed = proposed(add(ready()), "c-other");
    expect(changed.ticket.purchases).toMatchObject([{ result: "declined" }]);
    judge(changed).refused("purchase-already-judged");
  });
});

it("Declining a proof of purchase says why, and gives nothing", () => {
  const story = decline(add(ready())).gives({ type: "purchase.declined", data: { by: "bob", reason: "other-holder" } });
  expect(story.ticket).toMatchObject({ evidence: [], odd: [], purchases: [{ result: "declined" }] });
  expect(story.account.attempts).toEqual([]);
});

describe("The date on a proof of purchase", () => {
  it("begins where it begins first on earth, so that no buyer is a day too late for living in the east", () => {
    expect(dayBegins("2021-07-22")).toBe(Date.parse("2021-07-21T10:00:00Z"));
    expect(dayBegins(" 2024-02-29 ")).toBe(Date.parse("2024-02-28T10:00:00Z"));
  });

  it.each(["", "22.07.2021", "2021-7-22", "2023-02-29", "2021-13-01", "0000-00-00", "20210722", "2021-07-22T00:00"])(
    "is none where %j is written",
    (text) => expect(dayBegins(text)).toBeNull(),
  );

  it("is read back as it is written, and nothing written makes the reader fail", () => {
    const day = fc.date({ min: new Date(0), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        (at) => dayBegins(at.toISOString().slice(0, 10)) === Math.floor(+at / days(1)) * days(1) - hours(14),
      ),
    );
    fc.assert(fc.property(fc.string(), (text) => dayBegins(text) === null || /\d{4}-\d\d-\d\d/.test(text)));
  });
});
