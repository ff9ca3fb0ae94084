import { describe, expect, it } from "vitest";
import { type Contact, claimOf, type LossFacts } from "./loss";
import { longAgo, mail, monday, phone } from "./testing";
import { lost } from "./testing-stories";
import { days } from "./time";

const facts = (change: Partial<LossFacts> = {}): LossFacts => ({
  createdAt: longAgo,
  secondFactor: "none",
  contacts: [mail, phone],
  ...change,
});
const totp = facts({ secondFactor: "totp" });
const sms = facts({ secondFactor: "sms" });
const registered = (contact: Contact, ago: number): Contact => ({ ...contact, since: monday - ago });

describe("What is asked for decides the tier:", () => {
  it("a lost password beside a registered contact is T1, a link to that contact, and the second factor stays", () => {
    expect(claimOf(lost("password"), totp, monday)).toEqual({
      tier: "T1",
      action: { newPassword: true, removeSecondFactor: false, replace: [] },
      needsNewContact: false,
      sendTo: mail.id,
    });
  });

  it("a lost second factor is T2: it is removed, contacts and password stay", () => {
    expect(claimOf(lost("secondFactor"), totp, monday)).toEqual({
      tier: "T2",
      action: { newPassword: false, removeSecondFactor: true, replace: [] },
      needsNewContact: false,
      sendTo: mail.id,
    });
  });

  it("one lost contact beside another is T3: that contact is replaced and the second factor stays", () => {
    expect(claimOf(lost("email"), totp, monday)).toEqual({
      tier: "T3",
      action: { newPassword: false, removeSecondFactor: false, replace: [mail.id] },
      needsNewContact: true,
      sendTo: null,
    });
    expect(claimOf(lost("phone"), facts(), monday)).toMatchObject({ tier: "T3", action: { replace: [phone.id] } });
  });

  it("both contacts lost is T4: both replaced, a new password, the second factor removed", () => {
    expect(claimOf(lost("email", "phone"), totp, monday)).toEqual({
      tier: "T4",
      action: { newPassword: true, removeSecondFactor: true, replace: [mail.id, phone.id] },
      needsNewContact: true,
      sendTo: null,
    });
  });

  it("the only contact lost is T4", () => {
    const claim = claimOf(lost("email"), facts({ contacts: [mail] }), monday);
    expect(claim).toMatchObject({ tier: "T4", action: { newPassword: true, removeSecondFactor: false } });
  });

  it("a contact and the second factor lost together is T4", () => {
    const claim = claimOf(lost("email", "secondFactor"), totp, monday);
    expect(claim).toMatchObject({ tier: "T4", action: { removeSecondFactor: true, replace: [mail.id] } });
  });

  it("the phone that receives the second factor is contact and second factor at once: T4", () => {
    const claim = claimOf(lost("phone"), sms, monday);
    expect(claim).toMatchObject({ tier: "T4", action: { removeSecondFactor: true, replace: [phone.id] } });
  });

  it("an account without any contact in force leaves nothing that answers: T4", () => {
    const ended = { ...mail, endedAt: monday - days(10) };
    expect(claimOf(lost("password"), facts({ contacts: [ended] }), monday)).toMatchObject({ tier: "T4" });
  });

  it("two actions take the next tier up: password and second factor T3, password and contact T4", () => {
    expect(claimOf(lost("password", "secondFactor"), totp, monday)).toMatchObject({ tier: "T3" });
    expect(claimOf(lost("password", "email"), totp, monday)).toMatchObject({
      tier: "T4",
      action: { newPassword: true, removeSecondFactor: false, replace: [mail.id] },
    });
  });
});

describe("The contact that a link goes to", () => {
  it("is mail before phone", () => {
    expect(claimOf(lost("password"), facts({ contacts: [phone, mail] }), monday)).toMatchObject({ sendTo: mail.id });
  });

  it("is the one registered longest among equals", () => {
    const newer = { ...mail, id: "c-newer", since: monday - days(40) };
    expect(claimOf(lost("password"), facts({ contacts: [newer, mail] }), monday)).toMatchObject({ sendTo: mail.id });
  });

  it("has been registered for 30 days", () => {
    const at = (ago: number) => claimOf(lost("password"), facts({ contacts: [registered(mail, ago)] }), monday);
    expect(at(days(30) - 1)).toEqual({ refusal: "contact-too-new" });
    expect(at(days(30))).toMatchObject({ sendTo: mail.id });
  });

  it("or is as old as the account", () => {
    const young = { createdAt: monday - days(2), contacts: [registered(mail, days(2))] };
    expect(claimOf(lost("password"), facts(young), monday)).toMatchObject({ tier: "T1", sendTo: mail.id });
  });

  it("is what one lost contact's replacement rests on, too, unless the password went with it", () => {
    const at = (ago: number, ...what: ("email" | "password")[]) =>
      claimOf(lost(...what), facts({ contacts: [mail, registered(phone, ago)] }), monday);
    expect(at(days(30) - 1, "email")).toEqual({ refusal: "contact-too-new" });
    expect(at(days(30), "email")).toMatchObject({ tier: "T3" });
    expect(at(days(3), "email", "password")).toMatchObject({ tier: "T4" });
    const young = { createdAt: monday - days(2), contacts: [mail, registered(phone, days(2))] };
    expect(claimOf(lost("email"), facts(young), monday)).toMatchObject({ tier: "T3" });
  });

  it("is another one when one is too new", () => {
    const contacts = [registered(mail, days(3)), phone];
    expect(claimOf(lost("password"), facts({ contacts }), monday)).toMatchObject({ sendTo: phone.id });
  });

  it("is the phone of the second factor only when nothing else answers", () => {
    expect(claimOf(lost("password"), sms, monday)).toMatchObject({ tier: "T1", sendTo: mail.id });
    const only = claimOf(lost("password"), facts({ secondFactor: "sms", contacts: [phone] }), monday);
    expect(only).toMatchObject({ tier: "T1", sendTo: phone.id });
  });

  it("is never one that a recovery took off the account", () => {
    const contacts = [{ ...mail, endedAt: monday - days(1) }, phone];
    expect(claimOf(lost("password"), facts({ contacts }), monday)).toMatchObject({ sendTo: phone.id });
  });
});

describe("A claim is refused", () => {
  it("when nothing was lost", () => {
    expect(claimOf(lost(), facts(), monday)).toEqual({ refusal: "nothing-lost" });
  });

  it("when the second factor is lost that the account never had", () => {
    expect(claimOf(lost("secondFactor"), facts(), monday)).toEqual({ refusal: "no-second-factor-on-file" });
  });

  it("when more contacts are lost than an entry can name", () => {
    const many = (n: number) => facts({ contacts: Array.from({ length: n }, (_, i) => ({ ...mail, id: `c-${i}` })) });
    expect(claimOf(lost("email"), many(300), monday)).toMatchObject({ tier: "T4" });
    expect(claimOf(lost("email"), many(301), monday)).toEqual({ refusal: "more-contacts-than-one-ticket-takes" });
  });

  it("when a contact is lost that the account does not have, or has no longer", () => {
    const refusal = "no-such-contact-on-file";
    expect(claimOf(lost("phone"), facts({ contacts: [mail] }), monday)).toEqual({ refusal });
    expect(claimOf(lost("email"), facts({ contacts: [phone] }), monday)).toEqual({ refusal });
    expect(claimOf(lost("email"), facts({ contacts: [{ ...mail, endedAt: monday }, phone] }), monday)).toEqual({
      refusal,
    });
  });
});
