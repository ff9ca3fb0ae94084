import { describe, expect, it } from "vitest";
import { confirmPossession } from "./check-code";
import { recordSerial, reserveSerial } from "./check-serial";
import { addPhoto, judgePhoto } from "./judge-photo";
import { proposeContact } from "./propose-contact";
import { object } from "./reset";
import { sendNewContactCode, sendRegisteredCode } from "./send-code";
import { submit } from "./submit";
import { ada, anyone, bob, given, mail, phone } from "./testing";
import {
  claimed,
  completed,
  confirmed,
  evidenced,
  lossOf,
  lost,
  opened,
  proposed,
  ready,
  submitted,
} from "./testing-stories";
import { days, minutes } from "./time";

const proposal = { contact: "c-new", kind: "email", commitment: "ab", same: null } as const;

describe("Naming the new contact", () => {
  it("puts it and a commitment to its value on the ticket, unconfirmed", () => {
    const story = proposed(claimed()).gives({ type: "contact.proposed", data: { contact: "c-new", voided: [] } });
    expect(story.ticket.newContact).toMatchObject({ id: "c-new", confirmedAt: null, commitment: "ab".repeat(32) });
    expect(story.verdict[0].pii).toEqual({ value: "ab".repeat(32) });
  });

  it("anew voids all evidence, by name", () => {
    const before = evidenced();
    const ids = before.ticket.evidence.map((v) => v.id);
    const after = proposed(before, "c-other").gives({ type: "contact.proposed", data: { voided: ids } });
    expect(after.ticket.evidence.every((v) => v.voidedAt === after.now)).toBe(true);
    confirmed(after).when(submit(), { actor: ada }).refused("policy-not-met");
  });

  it("anew takes the confirmation of the earlier one with it", () => {
    proposed(evidenced(), "c-other").when(submit(), { actor: ada }).refused("confirm-new-contact-first");
  });

  it("is refused for a value that the account has registered, but not for one it had", () => {
    claimed()
      .when(proposeContact({ ...proposal, same: phone.id }), { actor: ada })
      .refused("contact-already-registered");
    const next = claimed(lost("email"), completed(lossOf.T4).after(days(40)).on("t2"));
    next.when(proposeContact({ ...proposal, same: phone.id }), { actor: ada }).gives("contact.proposed");
  });

  it("is refused in a ticket that binds none", () => {
    claimed(lossOf.T1).when(proposeContact(proposal), { actor: ada }).refused("no-new-contact-in-this-ticket");
  });

  it("is for the agent who holds the ticket, while it is verified", () => {
    opened().when(proposeContact(proposal), { actor: ada }).refused("not-verifying");
    submitted().when(proposeContact(proposal), { actor: ada }).refused("not-verifying");
    claimed().when(proposeContact(proposal), { actor: bob }).refused("not-your-ticket");
  });

  it("is refused while the account is frozen or one of its tickets is disputed", () => {
    proposed(claimed().record({ status: "frozen" })).refused("account-frozen");
    const disputed = opened(lossOf.T1, claimed().on("t2")).when(object(mail.id), { actor: anyone });
    proposed(disputed.on("t1")).refused("account-frozen");
  });
});

describe("A proof under way while the new contact changes", () => {
  it("is void when it is a serial reserved before and recorded after", () => {
    const reserved = ready().when(reserveSerial("x1"), { actor: ada });
    const result = { attempt: "x1", result: "match", device: "d1", whole: true, evidence: "e1" } as const;
    const unconfirmed = proposed(reserved, "c-other").when(recordSerial(result), { actor: ada });
    unconfirmed.gives({ type: "serial.checked", data: { result: "match", evidence: null } });
    const later = confirmed(proposed(reserved.after(1), "c-other")).when(recordSerial(result), { actor: ada });
    later.gives({ type: "serial.checked", data: { evidence: null } });
    expect(later.ticket).toMatchObject({ evidence: [], odd: [] });
  });

  it("is void when it is a code that was sent before", () => {
    const sent = ready().when(sendRegisteredCode(phone.id), { actor: ada });
    const typed = { contact: phone.id, generation: 1, right: true };
    const changed = confirmed(proposed(sent, "c-other"));
    changed.when(confirmPossession(typed, "e1"), { actor: ada }).refused("no-such-code");
  });

  it("is void when it is a photo that nobody judged yet", () => {
    const photo = { id: "p1", upload: "u1", commitment: "00" };
    const changed = confirmed(proposed(ready().when(addPhoto(photo), { actor: ada }), "c-other"));
    const judgement = {
      photo: "p1",
      numbered: true,
      attempt: "x1",
      result: "match",
      device: "d1",
      evidence: "e1",
    } as const;
    changed.when(judgePhoto(judgement), { actor: bob }).refused("photo-already-judged");
  });

  it("is never a code that was sent to a new contact: that proves nothing about the account", () => {
    const first = proposed(claimed(lossOf.T4), "c-first").when(sendNewContactCode(), { actor: ada });
    const second = confirmed(proposed(first, "c-second"));
    const typed = { contact: "c-first", generation: 1, right: true };
    second.when(confirmPossession(typed, "e1"), { actor: ada }).refused("contact-is-lost");
  });

  it("kills codes without making their numbers anew: the next code is of the next generation", () => {
    const sent = ready().when(sendRegisteredCode(phone.id), { actor: ada });
    const again = confirmed(proposed(sent, "c-other"))
      .after(minutes(2))
      .when(sendRegisteredCode(phone.id), { actor: ada });
    again.gives({ type: "contact.code-sent", data: { generation: 2 } });
  });
});

it("A ticket keeps what it was opened for: no proposal changes action or tier", () => {
  const { tier, action } = proposed(claimed(lossOf.T3, given())).ticket;
  expect({ tier, action }).toEqual({ tier: "T3", action: claimed().ticket.action });
});
