import { describe, expect, it } from "vitest";
import { confirmPossession } from "./check-code";
import { cancel } from "./end";
import { sendForgotten } from "./forgot";
import { object } from "./reset";
import { sendNewContactCode, sendRegisteredCode } from "./send-code";
import { ada, anyone, bob, given, mail, monday, phone, requesterOf, type Story } from "./testing";
import { claimed, completed, lossOf, lost, opened, proposed, ready, submitted } from "./testing-stories";
import { days, hours, minutes } from "./time";

const toNew = (story: Story) => story.when(sendNewContactCode(), { actor: ada });
const toPhone = (story: Story) => story.when(sendRegisteredCode(phone.id), { actor: ada });
const toMail = (story: Story) => story.when(sendRegisteredCode(mail.id), { actor: ada });

describe("A code to the new contact", () => {
  it("is a message with a generation of its own and lives 24 hours by mail", () => {
    toNew(proposed(claimed())).gives({
      type: "contact.code-sent",
      data: { contact: "c-new", generation: 1, message: "t1.code.1.c-new", expiresAt: monday + hours(24), to: "new" },
    });
  });

  it("lives ten minutes by SMS", () => {
    toNew(proposed(claimed(), "c-new", "phone")).gives({
      type: "contact.code-sent",
      data: { expiresAt: monday + minutes(10) },
    });
  });

  it("goes out again after two minutes, as the next generation", () => {
    const sent = toNew(proposed(claimed()));
    toNew(sent.after(minutes(2) - 1)).refused("code-just-sent");
    toNew(sent.after(minutes(2))).gives({ type: "contact.code-sent", data: { generation: 2 } });
  });

  it("goes out again at once when the last one was used", () => {
    toNew(ready()).gives({ type: "contact.code-sent", data: { generation: 2 } });
  });

  it("goes out ten times to one contact and no more", () => {
    const ten = Array.from({ length: 10 }).reduce<Story>((s) => toNew(s.after(minutes(2))), proposed(claimed()));
    expect(ten.ticket.codes["c-new"]?.generation).toBe(10);
    toNew(ten.after(minutes(2))).refused("too-many-codes");
  });

  it("needs a new contact, on a live ticket that one holds", () => {
    toNew(claimed()).refused("no-new-contact");
    toNew(proposed(claimed()).when(cancel("mistake"), { actor: ada })).refused("ticket-ended");
    proposed(claimed()).when(sendNewContactCode(), { actor: bob }).refused("not-your-ticket");
    proposed(claimed())
      .when(sendNewContactCode(), { actor: requesterOf("t2") })
      .refused("not-your-ticket");
  });

  it("goes out no more once the ticket is disputed or the account frozen", () => {
    toNew(ready().when(object(mail.id), { actor: anyone })).refused("account-frozen");
    toNew(ready().record({ status: "frozen" })).refused("account-frozen");
  });

  it("may be asked for by the ticket's own requester", () => {
    proposed(claimed())
      .when(sendNewContactCode(), { actor: requesterOf("t1") })
      .gives("contact.code-sent");
  });
});

describe("A code to a registered contact", () => {
  it("goes to one that was not lost", () => {
    toPhone(ready()).gives({ type: "contact.code-sent", data: { contact: phone.id, kind: "phone", to: "registered" } });
  });

  it("goes to none that was lost, that is not the account's, or no longer", () => {
    toMail(ready()).refused("contact-is-lost");
    ready().when(sendRegisteredCode("c-else"), { actor: ada }).refused("contact-is-lost");
    const other = { ...mail, id: "c-mail2" };
    const two = ready(lost("email"), given().knowing({ imported: [mail, other, phone] }));
    two.when(sendRegisteredCode(other.id), { actor: ada }).refused("contact-is-lost");
    const next = ready(lost("password"), completed().after(days(40)).on("t2"));
    toMail(next).refused("contact-is-lost");
  });

  it("goes to one that was registered for 30 days, however young the account", () => {
    const since = (ago: number) => given().knowing({ imported: [mail, { ...phone, since: monday - ago }] });
    toPhone(ready(lost("email", "password"), since(days(30) - 1))).refused("contact-too-new");
    toPhone(ready(lossOf.T3, since(days(30)))).gives("contact.code-sent");
    const young = since(days(3)).record({ createdAt: monday - days(3) });
    toPhone(ready(lossOf.T3, young)).refused("contact-too-new");
  });

  it("goes to none that a recovery put there within 30 days", () => {
    const next = (ms: number) => ready(lost("password"), completed(lossOf.T3).after(ms).on("t2"));
    const toNewOne = (story: Story) => story.when(sendRegisteredCode("c-new"), { actor: ada });
    toNewOne(next(days(30) - 1)).refused("contact-too-new");
    toNewOne(next(days(30))).gives("contact.code-sent");
  });

  it("is no proof when the link and the second factor would both be that phone", () => {
    const only = given()
      .record({ secondFactor: "sms" })
      .knowing({ imported: [phone] });
    const story = ready(lost("password"), only);
    expect(story.ticket).toMatchObject({ tier: "T1", sendTo: phone.id });
    toPhone(story).refused("contact-is-second-factor");
    const both = ready(lost("password"), given().record({ secondFactor: "sms" }));
    toPhone(both).gives("contact.code-sent");
  });

  it("waits for the new contact to be confirmed", () => {
    toPhone(proposed(claimed())).refused("confirm-new-contact-first");
  });

  it("goes out while the ticket is verified, by its agent, on an account that is not frozen", () => {
    toPhone(opened(lossOf.T1)).refused("not-verifying");
    toPhone(submitted()).refused("not-verifying");
    ready().when(sendRegisteredCode(phone.id), { actor: bob }).refused("not-your-ticket");
    toPhone(ready().record({ status: "frozen" })).refused("account-frozen");
  });

  it("is limited like any other", () => {
    toPhone(toPhone(ready()).after(minutes(1))).refused("code-just-sent");
    const ten = Array.from({ length: 10 }).reduce<Story>((s) => toPhone(s.after(minutes(2))), ready());
    toPhone(ten.after(minutes(2))).refused("too-many-codes");
  });
});

describe("Codes of a day", () => {
  const ten = (send: (story: Story) => Story, story: Story) =>
    Array.from({ length: 10 }).reduce<Story>((s) => send(s.after(minutes(2))), story);
  const nextOf = (story: Story, loss = lossOf.T1) =>
    claimed(loss, story.when(cancel("mistake"), { actor: ada }).on("t2"));

  it("are ten to one registered contact, whichever ticket of the account sends them", () => {
    const next = nextOf(ten(toPhone, ready()));
    toPhone(next).refused("too-many-codes-today");
    toMail(next).gives("contact.code-sent");
    toPhone(next.after(hours(24))).gives("contact.code-sent");
  });

  it("are fifteen to one contact with the links of a forgotten password, so that neither door shuts the other", () => {
    const forgets = (story: Story) => story.when(sendForgotten([phone.id], { ask: "a1" }), { actor: anyone });
    const five = Array.from({ length: 5 }).reduce<Story>((s) => toPhone(s.after(minutes(2))), ready());
    const fifteen = ten(forgets, five);
    forgets(fifteen.after(minutes(2))).refused("too-many-codes");
    toPhone(fifteen.after(minutes(2))).refused("too-many-codes-today");
    const tenLinks = ten(forgets, ready());
    forgets(tenLinks.after(minutes(2))).refused("too-many-codes");
    toPhone(tenLinks.after(minutes(2))).gives("contact.code-sent");
    const tenCodes = ten(toPhone, ready()).after(minutes(2));
    forgets(tenCodes).gives("forgotten.sent");
  });

  it("are ten to all contacts together that tickets of the account would bind", () => {
    const next = proposed(nextOf(ten(toNew, proposed(claimed())), lossOf.T3), "c-other");
    toNew(next).refused("too-many-codes-today");
    toNew(next.after(hours(24))).gives("contact.code-sent");
  });

  it("are remembered for a day only", () => {
    const tomorrow = toPhone(nextOf(ten(toPhone, ready())).after(hours(24)));
    expect(tomorrow.account.codes).toEqual([{ to: phone.id, at: tomorrow.now }]);
  });
});

it("A later code kills the earlier one", () => {
  const twice = toPhone(toPhone(ready()).after(minutes(2)));
  const typed = (generation: number) => ({ contact: phone.id, generation, right: true });
  twice.when(confirmPossession(typed(1), "e1"), { actor: ada }).refused("no-such-code");
  twice.when(confirmPossession(typed(2), "e1"), { actor: ada }).gives("possession.confirmed");
});
