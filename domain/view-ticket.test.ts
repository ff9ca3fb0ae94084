import { describe, expect, it } from "vitest";
import { drawAnswers } from "./check-answers";
import { recordSerial, reserveSerial } from "./check-serial";
import { release } from "./claim";
import { note } from "./end";
import { addPhoto } from "./judge-photo";
import { addPurchase } from "./judge-purchase";
import { sendRegisteredCode } from "./send-code";
import { ada, anyone, bob, given, ivy, mail, phone, type Story, sam } from "./testing";
import { masks, readingOf } from "./testing-reading";
import * as told from "./testing-stories";
import { days, hours, minutes } from "./time";
import type { TicketAct } from "./view";
import { ticketView } from "./view-ticket";

const viewOf = (story: Story, reader = ada) => ticketView(readingOf(story, reader));
const mayOf = (story: Story, reader = ada): TicketAct[] =>
  Object.entries(viewOf(story, reader).may)
    .filter(([, may]) => may)
    .map(([act]) => act as TicketAct);

describe("What a reader may do", () => {
  it("is what each decision would say: an open ticket is claimed by agents and handed over by supervisors", () => {
    expect(mayOf(told.opened(), bob)).toEqual(["claim"]);
    expect(mayOf(told.opened(), ada)).toEqual(["claim", "cancel", "note"]);
    expect(mayOf(told.opened(), sam)).toEqual(["hand-over", "reveal"]);
    expect(mayOf(told.opened(), ivy)).toEqual([]);
  });

  it("offers no check before the new contact is confirmed", () => {
    const claimed = told.claimed();
    expect(mayOf(claimed)).toEqual(["release", "propose-contact", "cancel", "note", "reveal"]);
    const proposed = told.proposed(claimed);
    expect(mayOf(proposed)).toContain("send-code");
    const confirmed = told.confirmed(proposed);
    expect(mayOf(confirmed)).toEqual(expect.arrayContaining(["check-serial", "answers", "send-code", "add-photo"]));
    expect(mayOf(confirmed)).not.toContain("submit");
  });

  it("offers nothing of a ticket that someone else holds", () => {
    expect(mayOf(told.ready(), bob)).toEqual([]);
    expect(viewOf(told.ready(), bob)).toMatchObject({ mine: false, agent: { id: "ada", name: "Ada" } });
  });

  it("offers submission once the policy is met, review while it is in review, and the stop of a running hold", () => {
    expect(mayOf(told.evidenced())).toContain("submit");
    expect(mayOf(told.submitted(), sam)).toEqual(["note", "review", "reject", "reveal"]);
    expect(mayOf(told.holdRunning(), sam)).toContain("stop-hold");
  });

  it("offers answers while they can be drawn and tried, and no more when the account's tries are used up", () => {
    const drawn = told.ready().when(drawAnswers(0), { actor: ada });
    expect(viewOf(drawn).questions?.texts).toEqual([
      { id: "q1", text: "Question q1?" },
      { id: "q2", text: "Question q2?" },
      { id: "q3", text: "Question q3?" },
    ]);
    const locked = told.answers(told.answers(drawn, 0), 1);
    expect(viewOf(locked)).toMatchObject({ triesLeft: { answers: 0, serial: 4 }, may: { answers: false } });
  });

  it("lets a code that was just sent be awaited, and only from a contact that was not lost", () => {
    const sent = told.ready().when(sendRegisteredCode(phone.id), { actor: ada });
    const contacts = viewOf(sent).account.contacts;
    expect(contacts.map((c) => [c.id, c.lost, c.mayGetCode])).toEqual([
      [mail.id, true, false],
      [phone.id, false, true],
    ]);
    expect(viewOf(sent).codes[phone.id]).toMatchObject({ sentAt: sent.now, usedAt: null, triesLeft: 5 });
  });

  it("lets a second person judge a photo and not the one who added it", () => {
    const added = told.ready().when(addPhoto({ id: "p1", upload: "u1", commitment: "" }), { actor: ada });
    expect(viewOf(added, ada).photos).toMatchObject([{ id: "p1", result: null, mayJudge: false }]);
    expect(viewOf(added, bob).photos).toMatchObject([{ mayJudge: true }]);
    expect(viewOf(added, sam).photos).toMatchObject([{ mayJudge: true }]);
  });

  it("lets a second person judge a proof of purchase, and set one aside that no try is left for", () => {
    const file = { id: "b1", upload: "u1", form: "document", commitment: "" } as const;
    const added = told.ready().when(addPurchase(file), { actor: ada });
    expect(viewOf(added, ada).purchases).toMatchObject([{ id: "b1", form: "document", result: null, mayJudge: false }]);
    expect(viewOf(added, bob).purchases).toMatchObject([{ mayJudge: true }]);
    const locked = [1, 2, 3, 4].reduce((s) => told.serial(s, null), added);
    expect(viewOf(locked, sam).purchases).toMatchObject([{ mayJudge: true }]);
  });

  it("offers another link only once the first has expired", () => {
    const sent = told.resetSent();
    expect(viewOf(sent)).toMatchObject({ may: { reissue: false }, grant: { renewable: true, generation: 1 } });
    expect(viewOf(sent.after(hours(25)))).toMatchObject({ may: { reissue: true } });
    expect(viewOf(sent.after(hours(24 * 8)))).toMatchObject({ may: { reissue: false }, grant: { renewable: false } });
  });
});

describe("What is shown of a ticket", () => {
  it("names what is still needed in words, and how many people and how long", () => {
    const ready = told.ready(told.lossOf.T4);
    const view = viewOf(told.serial(ready, "d1"));
    expect(view).toMatchObject({
      needs: ["knowledge-or-vouch", "more-evidence"],
      satisfied: false,
    });
    expect(view.steps).toEqual([
      { step: "open", state: "done" },
      { step: "verify", state: "now" },
      { step: "countersign", state: "later", people: 2 },
      { step: "hold", state: "later", hold: { leastMs: hours(72), mostMs: days(7) } },
      { step: "reset", state: "later" },
    ]);
  });

  it("tells nothing of the points by the length of the hold before the ticket is submitted", () => {
    const ready = told.ready(told.lossOf.T4);
    const stepsOf = (story: Story) => viewOf(story).steps;
    const [two, three] = [2, 3].map((right) => told.answers(told.serial(ready, "d1"), right));
    expect(stepsOf(two ?? ready)).toEqual(stepsOf(ready));
    expect(stepsOf(three ?? ready)).toEqual(stepsOf(ready));
    const holdOf = (story: Story) => stepsOf(story).find((s) => s.step === "hold")?.hold;
    const exact = (ms: number) => ({ leastMs: ms, mostMs: ms });
    expect(holdOf(told.submitted(told.lossOf.T4))).toEqual(exact(hours(72)));
    expect([holdOf(told.ready(told.lossOf.T1)), holdOf(told.ready())]).toEqual([exact(0), exact(hours(24))]);
  });

  it("walks the line of steps from the first to the last", () => {
    const now = (story: Story) => viewOf(story).steps.find((s) => s.state === "now")?.step ?? null;
    expect(
      [told.opened(), told.claimed(), told.submitted(), told.onHold(), told.resetSent(), told.completed()].map(now),
    ).toEqual(["open", "verify", "countersign", "hold", "reset", null]);
    expect(viewOf(told.completed()).steps.every((s) => s.state === "done")).toBe(true);
  });

  it("keeps expired evidence in sight and says that it is not fresh", () => {
    const view = viewOf(told.serial(told.ready(), "d1").after(hours(73)));
    expect(view.evidence).toEqual([
      { factor: "serial", whole: true, boundYear: 2019, at: expect.any(Number), fresh: false },
    ]);
  });

  it("counts evidence in review as it was at submission, however long the review takes", () => {
    const view = viewOf(told.submitted().after(hours(100)));
    expect(view.satisfied).toBe(true);
    expect(view.evidence.every((e) => e.fresh)).toBe(true);
  });

  it("leaves out evidence that another new contact voided", () => {
    expect(viewOf(told.proposed(told.evidenced(), "c-other")).evidence).toEqual([]);
  });

  it("shows notes with who wrote them, and that a part was removed", () => {
    const noted = told
      .submitted()
      .when(note({ note: "n1", removed: 2, commitment: "" }), { actor: ada })
      .when(note({ note: "n2", removed: 0, commitment: "" }), { actor: sam });
    const texts = new Map([
      ["n1", "called from [removed: phone]"],
      ["n2", "ok"],
    ]);
    expect(ticketView(readingOf(noted, ada, { texts })).notes).toEqual([
      { at: noted.now, byName: "Ada", text: "called from [removed: phone]", removed: true },
      { at: noted.now, byName: "Sam", text: "ok", removed: false },
    ]);
  });

  it("shows why it was returned, with the supervisor's note", () => {
    const returned = told.submitted().when(told.returning("second-device", "n9"), { actor: sam });
    const view = ticketView(readingOf(returned, ada, { texts: new Map([["n9", "A second serial, please."]]) }));
    expect(view.returned).toEqual({ at: returned.now, reason: "second-device", note: "A second serial, please." });
  });

  it("says who was told of what and whether it arrived", () => {
    expect(viewOf(told.opened()).notices).toEqual([
      { purpose: "opened", mask: masks[mail.id], state: "waiting" },
      { purpose: "opened", mask: masks[phone.id], state: "waiting" },
    ]);
    expect(viewOf(told.delivered(told.opened())).notices.every((n) => n.state === "accepted")).toBe(true);
  });

  it("shows a recovered account with the contact that was replaced and the one that came", () => {
    const view = viewOf(told.completed());
    expect(view.account.recoveries90d).toBe(1);
    expect(view.account.contacts.map((c) => [c.id, c.ended])).toEqual([
      [mail.id, true],
      [phone.id, false],
      ["c-new", false],
    ]);
  });
});

describe("The story of a ticket", () => {
  const lines = (story: Story) => viewOf(story).story.map((l) => [l.who, l.type, l.facts] as const);

  it("is told newest first, with masks and names in place of ids", () => {
    const story = told.submitted(told.lossOf.T3, given());
    expect(lines(story)[0]).toEqual(["Ada", "ticket.submitted", { round: 1, approvals: 1, holdMs: hours(24) }]);
    expect(lines(story)).toContainEqual(["Ada", "possession.confirmed", { mask: masks[phone.id] }]);
    expect(lines(story)).toContainEqual(["Ada", "serial.checked", { result: "match", whole: true, boundYear: 2019 }]);
    expect(lines(story).at(-1)?.[1]).toBe("ticket.opened");
  });

  it("tells a try by its result alone, and one without a result by its beginning", () => {
    const types = (story: Story) => viewOf(story).story.map((l) => l.type);
    const checked = told.serial(told.ready(), "d1");
    expect(types(checked)).not.toContain("serial.attempted");
    const cut = told.ready().when(reserveSerial("a1"), { actor: ada });
    expect(types(cut)).toContain("serial.attempted");
    const missed = cut.when(
      recordSerial({ attempt: "a1", result: "near", device: "d1", whole: false, evidence: "e" }),
      { actor: ada },
    );
    expect(viewOf(missed).story[0]).toMatchObject({ type: "serial.checked", facts: { result: "miss" }, denied: true });
  });

  it("tells a set with one answer right like a set with none", () => {
    const [none, one] = [0, 1].map((right) => viewOf(told.answers(told.ready(), right)));
    expect(none).toEqual(one);
  });

  it("tells refusals, and who was behind a grant that a link redeemed", () => {
    const refused = told.claimed().when(release(), { actor: bob });
    expect(viewOf(refused).story[0]).toMatchObject({
      who: "Bob",
      type: "refused",
      denied: true,
      facts: { reason: "not-your-ticket" },
    });
    const done = viewOf(told.completed()).story.find((l) => l.type === "grant.redeemed");
    expect(done?.who).toBe(anyone.id);
  });

  it("keeps the mask of a contact that was named and then replaced by another", () => {
    const twice = told.proposed(told.proposed(told.claimed(), "c-one").after(minutes(3)), "c-two");
    expect(
      viewOf(twice)
        .story.filter((l) => l.type === "contact.proposed")
        .map((l) => l.facts.mask),
    ).toEqual([masks["c-two"], masks["c-one"]]);
  });
});
