import { describe, expect, it } from "vitest";
import { cancel } from "./end";
import { addPhoto } from "./judge-photo";
import { addPurchase } from "./judge-purchase";
import { dueAt, nextStep } from "./next-step";
import { standard } from "./policies";
import { object } from "./reset";
import { ada, anyone, mail, type Story, sam } from "./testing";
import * as told from "./testing-stories";
import { hours } from "./time";
import { approvalRow, queueRow } from "./view-rows";

const nextOf = (story: Story) => nextStep(story.ticket, standard, story.now);

describe("The next step of a ticket", () => {
  it("is found from the first to the last", () => {
    expect(nextOf(told.opened())).toBe("claim");
    expect(nextOf(told.claimed())).toBe("confirm-contact");
    expect(nextOf(told.ready())).toBe("check");
    expect(nextOf(told.evidenced())).toBe("submit");
    expect(nextOf(told.submitted())).toBe("countersign");
    expect(nextOf(told.onHold())).toBe("wait-hold");
    expect(nextOf(told.resetSent())).toBe("wait-holder");
    expect(nextOf(told.completed())).toBe("none");
    expect(nextOf(told.submitted().when(object(mail.id), { actor: anyone }))).toBe("look-twice");
    expect(nextOf(told.claimed().when(cancel("duplicate"), { actor: ada }))).toBe("none");
  });

  it("asks for a second person while a photo waits and the proof is not enough without it", () => {
    const photo = (story: Story) => story.when(addPhoto({ id: "p1", upload: "u1", commitment: "" }), { actor: ada });
    expect(nextOf(photo(told.ready()))).toBe("judge-photo");
    const purchase = addPurchase({ id: "b1", upload: "u1", form: "picture", commitment: "" });
    expect(nextOf(told.ready().when(purchase, { actor: ada }))).toBe("judge-purchase");
    expect(nextOf(photo(told.evidenced()))).toBe("submit");
  });

  it("goes back to checking when the evidence has expired", () => {
    expect(nextOf(told.evidenced().after(hours(73)))).toBe("check");
  });
});

describe("The desk's target", () => {
  it("is four hours to claim, eight to submit, four to countersign, and none while time or the holder decides", () => {
    const opened = told.opened();
    expect(dueAt(opened.ticket)).toBe(opened.now + hours(4));
    expect(dueAt(told.ready().ticket)).toBe(opened.now + hours(8));
    expect(dueAt(told.submitted().ticket)).toBe(opened.now + hours(4));
    expect([told.onHold(), told.resetSent(), told.completed()].map((s) => dueAt(s.ticket))).toEqual([null, null, null]);
  });

  it("begins anew when a supervisor returned it", () => {
    const returned = told.submitted().after(hours(30)).when(told.returning("second-device", null), { actor: sam });
    expect(dueAt(returned.ticket)).toBe(returned.now + hours(8));
  });
});

describe("A line of a list", () => {
  const beside = { rules: standard };
  const masks = { holder: "H•••", contact: "h•••@e•••.example", region: "eu" };
  const reader = {
    viewer: { id: "ada", role: "agent" } as const,
    names: new Map([["ada", "Ada Obi"]]),
    decided: new Set<string>(),
    own: new Set<string>(),
    selves: ["ada"],
    now: 0,
  };

  it("of the queue says whose it is and whether it came back", () => {
    const { ticket } = told.submitted().when(told.returning("second-device", null), { actor: sam });
    expect(queueRow({ ticket, ...beside, ...masks }, reader)).toMatchObject({
      agentName: "Ada Obi",
      mine: true,
      returned: true,
      ...masks,
    });
    const bob = { ...reader, viewer: { id: "bob", role: "agent" } as const };
    expect(queueRow({ ticket, ...beside, ...masks }, bob)).toMatchObject({ mine: false, sight: "none", photo: null });
    expect(queueRow({ ticket: told.opened().ticket, ...beside, ...masks }, reader)).toMatchObject({
      agentName: null,
      mine: false,
      returned: false,
    });
  });

  it("of the approvals counts those that still carry", () => {
    const once = told.approvedOnce();
    expect(approvalRow({ ticket: once.ticket, ...beside, ...masks }, once.now)).toMatchObject({
      approvals: 1,
      approvalsNeeded: 2,
    });
    expect(approvalRow({ ticket: once.ticket, ...beside, ...masks }, once.now + hours(24))).toMatchObject({
      approvals: 0,
    });
  });
});
