import { describe, expect, it } from "vitest";
import { confirmContact, confirmPossession, destinationOf, enterPortal, type TypedCode } from "./check-code";
import { cancel } from "./end";
import { object } from "./reset";
import { sendNewContactCode, sendRegisteredCode } from "./send-code";
import { ada, anyone, bob, given, mail, phone, requesterOf, type Story } from "./testing";
import {
  claimed,
  completed,
  confirmed,
  lossOf,
  lost,
  opened,
  proposed,
  ready,
  registeredCode,
  submitted,
} from "./testing-stories";
import { hours, minutes } from "./time";

const typed = (contact: string, change: Partial<TypedCode> = {}) => ({
  contact,
  generation: 1,
  right: true,
  ...change,
});
const sentToNew = () => proposed(claimed()).when(sendNewContactCode(), { actor: ada });
const sentToPhone = (story = ready()) => story.when(sendRegisteredCode(phone.id), { actor: ada });
const confirm = (story: Story, code = typed("c-new")) => story.when(confirmContact(code), { actor: ada });
const possess = (story: Story, code = typed(phone.id)) => story.when(confirmPossession(code, "e1"), { actor: ada });

describe("Confirming the new contact", () => {
  it("takes the code that reached it, and is no evidence", () => {
    const story = confirm(sentToNew()).gives({
      type: "contact.confirmed",
      data: { contact: "c-new", channel: "desk" },
    });
    expect(story.ticket.newContact?.confirmedAt).toBe(story.now);
    expect(story.ticket.evidence).toEqual([]);
  });

  it("is refused once it is confirmed, and for a contact that is not the new one", () => {
    confirm(confirm(sentToNew())).refused("already-confirmed");
    confirm(sentToNew(), typed(phone.id)).refused("no-new-contact");
    confirm(claimed()).refused("no-new-contact");
  });

  it("is refused once the ticket is disputed or the account frozen", () => {
    confirm(sentToNew().when(object(phone.id), { actor: anyone })).refused("account-frozen");
    confirm(sentToNew().record({ status: "frozen" })).refused("account-frozen");
  });

  it("is for the agent who holds a live ticket", () => {
    sentToNew()
      .when(confirmContact(typed("c-new")), { actor: bob })
      .refused("not-your-ticket");
    confirm(sentToNew().when(cancel("mistake"), { actor: ada })).refused("ticket-ended");
    sentToNew()
      .when(confirmContact(typed("c-new")), { actor: anyone })
      .refused("not-your-role");
  });
});

describe("A code", () => {
  it("that is wrong is counted, and five wrong ones end it, whatever comes sixth", () => {
    const wrong = typed("c-new", { right: false });
    const five = [1, 2, 3, 4, 5].reduce<Story>(
      (s, tries) => confirm(s, wrong).gives({ type: "contact.code-refused", data: { tries } }),
      sentToNew(),
    );
    confirm(five).refused("too-many-tries");
  });

  it("lives as long as its message says and not a moment longer", () => {
    confirm(sentToNew().after(hours(24) - 1)).gives("contact.confirmed");
    confirm(sentToNew().after(hours(24))).refused("code-expired");
    possess(sentToPhone().after(minutes(10))).refused("code-expired");
  });

  it("of another generation, or one that was never sent, is none", () => {
    confirm(sentToNew(), typed("c-new", { generation: 2 })).refused("no-such-code");
    confirm(proposed(claimed())).refused("no-such-code");
  });

  it("works once", () => {
    possess(possess(sentToPhone())).refused("no-such-code");
  });

  it("gets five fresh tries with the next generation", () => {
    const wrong = typed("c-new", { right: false });
    const burnt = [1, 2, 3, 4, 5].reduce<Story>((s) => confirm(s, wrong), sentToNew());
    const next = burnt.after(minutes(2)).when(sendNewContactCode(), { actor: ada });
    confirm(next, typed("c-new", { generation: 2 })).gives("contact.confirmed");
  });
});

describe("A code typed back from a registered contact", () => {
  it("is evidence of possession", () => {
    const story = possess(sentToPhone()).gives({
      type: "possession.confirmed",
      data: { contact: phone.id, evidence: "e1" },
    });
    expect(story.ticket.evidence).toMatchObject([{ id: "e1", factor: "contact-code", contact: phone.id }]);
  });

  it("is worth its points once, however often it is given", () => {
    const twice = registeredCode(registeredCode(ready()).after(minutes(2)));
    expect(twice.ticket.evidence.map((v) => v.contact)).toEqual([phone.id, phone.id]);
  });

  it("counts while the ticket is verified, by its agent or its own requester", () => {
    sentToPhone()
      .when(confirmPossession(typed(phone.id), "e1"), { actor: requesterOf("t1") })
      .gives("possession.confirmed");
    sentToPhone()
      .when(confirmPossession(typed(phone.id), "e1"), { actor: requesterOf("t2") })
      .refused("not-your-ticket");
    sentToPhone()
      .when(confirmPossession(typed(phone.id), "e1"), { actor: bob })
      .refused("not-your-ticket");
    possess(submitted()).refused("not-verifying");
    possess(sentToPhone().record({ status: "frozen" })).refused("account-frozen");
    possess(proposed(sentToPhone(), "c-other")).refused("confirm-new-contact-first");
  });

  it("never counts from the new contact", () => {
    const sent = ready().when(sendNewContactCode(), { actor: ada });
    possess(sent, typed("c-new", { generation: 2 })).refused("contact-is-lost");
  });

  it("never counts from a contact that is lost, too new, or the second factor the link goes to", () => {
    possess(ready(), typed(mail.id)).refused("contact-is-lost");
    const imported = [mail, { ...phone, since: given().now - 1 }];
    possess(ready(lost("email", "password"), given().knowing({ imported }))).refused("contact-too-new");
    const only = given()
      .record({ secondFactor: "sms" })
      .knowing({ imported: [phone] });
    possess(ready(lost("password"), only)).refused("contact-is-second-factor");
  });
});

describe("Entering the portal", () => {
  const enter = (story: Story, code: TypedCode) => story.when(enterPortal(code), { actor: anyone });

  it("takes a code to where the link will go, and confirms a new contact on the way", () => {
    const story = enter(sentToNew(), typed("c-new")).gives(
      { type: "contact.confirmed", data: { channel: "portal" } },
      { type: "portal.entered", data: { contact: "c-new" } },
    );
    expect(story.ticket.newContact?.confirmedAt).toBe(story.now);
  });

  it("takes a code to the registered contact when no new one is bound", () => {
    const sent = ready(lossOf.T1).when(sendRegisteredCode(mail.id), { actor: ada });
    enter(sent, typed(mail.id)).gives("portal.entered");
    enter(sent, typed(phone.id)).refused("wrong-code");
  });

  it("does not confirm twice", () => {
    const sent = confirmed(proposed(claimed())).when(sendNewContactCode(), { actor: ada });
    enter(sent, typed("c-new", { generation: 2 })).gives("portal.entered");
  });

  it("is refused with the same words for a wrong contact and for a ticket that has none", () => {
    enter(sentToPhone(), typed(phone.id)).refused("wrong-code");
    enter(claimed(), typed("c-new")).refused("wrong-code");
    enter(sentToNew(), typed("c-new", { right: false })).gives("contact.code-refused");
  });

  it("changes nothing on a ticket that has ended", () => {
    const ended = sentToNew().when(cancel("mistake"), { actor: ada });
    const entered = enter(ended, typed("c-new")).gives("portal.entered").in("cancelled");
    expect(entered.ticket.newContact?.confirmedAt).toBeNull();
  });

  it("still shows a disputed or frozen request to its requester, and confirms nothing any more", () => {
    const disputed = sentToNew().when(object(phone.id), { actor: anyone });
    for (const story of [disputed, sentToNew().record({ status: "frozen" })]) {
      const entered = enter(story, typed("c-new")).gives("portal.entered");
      expect(entered.ticket.newContact?.confirmedAt).toBeNull();
    }
  });

  it("is not for staff", () => {
    sentToNew()
      .when(enterPortal(typed("c-new")), { actor: ada })
      .refused("not-your-role");
  });
});

it("The link goes to the new contact, or to the registered one that answers", () => {
  expect(destinationOf(opened(lossOf.T1).ticket)).toBe(mail.id);
  expect(destinationOf(opened(lossOf.T3).ticket)).toBeNull();
  expect(destinationOf(completed(lossOf.T3).ticket)).toBe("c-new");
});
