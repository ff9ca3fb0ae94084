import { describe, expect, it } from "vitest";
import { contactsToTell } from "./account";
import { contactsNow } from "./case";
import { textFactor } from "./change-factor";
import { mostTries } from "./check-code";
import { isStale } from "./delivery";
import { event } from "./event";
import { askContact, askContactAgain, confirmContactOfHolder, removeContact } from "./holder-contacts";
import { mostCodesPerDay, resendAfterMs } from "./send-code";
import { account, ada, anyone, given, hal, mail, monday, phone, type Story } from "./testing";
import { app, byText, enrolled, gives, text } from "./testing-factors";
import { vera } from "./testing-proofs";
import { days, hours, lifetime, minutes } from "./time";

const kept = {
  contact: "c-new",
  kind: "phone",
  commitment: "00",
  same: null,
  flooded: false,
  passwordRight: true,
} as const;
const ask = askContact(kept);
const by = { actor: hal };
const asked = (story: Story = given(), use: string | null = null) => story.when(askContact({ ...kept, use }), by);
const right = (generation = 1) => confirmContactOfHolder({ generation, right: true });
const added = (story: Story = given(), use: string | null = null) => asked(story, use).when(right(), by);
const off = (contact: string, use: string | null = null) => removeContact({ contact, passwordRight: true, use });
const ids = (story: Story) =>
  contactsNow(story.case, story.factsFor(hal)).flatMap((k) => (k.endedAt === null ? [k.id] : []));
const toldOf = (story: Story) =>
  (story.verdict ?? []).flatMap((e) => (e.type === "account.notified" ? e.data.messages.map((m) => m.contact) : []));

/** The ways in which no holder's change is taken, whatever it is. */
function refusesAsEveryChange(change: typeof ask, withoutPassword: typeof ask) {
  given().when(change, { actor: ada }).refused("not-your-role");
  given().when(change, { actor: vera }).refused("not-your-role");
  given().when(withoutPassword, by).refused("wrong-password");
  given().record({ status: "frozen" }).when(change, by).refused("account-frozen");
  given()
    .recorded(anyone, event("safety.flagged", { kind: "household" }))
    .when(change, by)
    .refused("safety-flag");
  const action = { newPassword: true, removeSecondFactor: false, replace: [] };
  const recovered = given(event("account.recovered", { action, added: null }));
  recovered.when(change, by).refused("in-quarantine");
  expect(recovered.after(days(30)).when(change, by).verdict?.[0].type).not.toBe("refused");
}

describe("a contact that a holder adds", () => {
  it("gets a code first, good for ten minutes by text and a day by mail, and is no contact until it was typed", () => {
    const story = asked();
    story.gives({
      type: "own-contact.asked",
      data: { contact: "c-new", generation: 1, expiresAt: monday + minutes(10) },
    });
    expect(story.verdict?.[0]).toMatchObject({ pii: { value: "00" } });
    expect(ids(story)).toEqual([mail.id, phone.id]);
    given()
      .when(askContact({ ...kept, kind: "email" }), by)
      .gives({ type: "own-contact.asked", data: { expiresAt: monday + hours(24) } });
  });

  it("joins by its code, counts from that day, and those before it are told, it is not", () => {
    const story = added();
    story.gives(
      { type: "own-contact.added", data: { contact: "c-new", kind: "phone" } },
      { type: "account.notified", data: { about: "contact-added" } },
    );
    expect(toldOf(story)).toEqual([mail.id, phone.id]);
    expect(contactsNow(story.case, story.factsFor(hal)).at(-1)).toMatchObject({ id: "c-new", since: monday });
    story.when(right(), by).refused("no-such-code");
  });

  it("is asked for in the holder's own session, with the password, and while nobody else may be in the account", () => {
    refusesAsEveryChange(ask, askContact({ ...kept, passwordRight: false }));
  });

  it("is one that the account does not have, and makes ten at most", () => {
    given()
      .when(askContact({ ...kept, same: mail.id }), by)
      .refused("contact-on-file");
    const many = Array.from({ length: 10 }, (_, n) => ({ ...mail, id: `c-${n}` }));
    given().knowing({ imported: many }).when(ask, by).refused("contacts-full");
  });

  it("may be one that was taken off before", () => {
    const gone = given().when(off(phone.id), by);
    gone.when(askContact({ ...kept, same: phone.id }), by).gives("own-contact.asked");
  });

  it("gets another code after two minutes, and only the newest is good", () => {
    const again = askContactAgain(false);
    given().when(again, by).refused("nothing-to-confirm");
    added().when(again, by).refused("nothing-to-confirm");
    asked().when(again, { actor: ada }).refused("not-your-role");
    asked()
      .after(resendAfterMs - 1)
      .when(again, by)
      .refused("code-just-sent");
    asked()
      .after(resendAfterMs - 1)
      .when(askContact({ ...kept, contact: "c-other" }), by)
      .refused("code-just-sent");
    const twice = asked().after(resendAfterMs).when(again, by);
    twice.gives({ type: "own-contact.asked", data: { contact: "c-new", generation: 2 } });
    twice.when(right(1), by).refused("no-such-code");
    twice.when(right(2), by).gives("own-contact.added", "account.notified");
    asked()
      .recorded(anyone, event("safety.flagged", { kind: "household" }))
      .after(resendAfterMs)
      .when(again, by)
      .refused("safety-flag");
  });

  it("gets ten codes a day, whichever it is, and none where too many went there already", () => {
    given()
      .when(askContact({ ...kept, flooded: true }), by)
      .refused("too-many-codes-today");
    let story = asked();
    for (let n = 1; n < mostCodesPerDay; n += 1) story = story.after(resendAfterMs).when(askContactAgain(false), by);
    story.after(resendAfterMs).when(askContactAgain(false), by).refused("too-many-codes-today");
    story.after(hours(24)).when(askContactAgain(false), by).gives("own-contact.asked");
  });

  it("is written no code that ran out, was followed by another, or was used", () => {
    const message = (generation: number) => {
      const id = `${account}.contact.${generation}.c-new`;
      return { id, template: "own-contact-code", contact: "c-new", kind: "phone", generation } as const;
    };
    const stale = (story: Story, generation = 1) => isStale(message(generation), story.case, story.now);
    expect(stale(asked())).toBe(false);
    expect(stale(asked().after(lifetime.smsCodeMs))).toBe(true);
    expect(stale(added())).toBe(true);
    expect(stale(asked().after(resendAfterMs).when(askContactAgain(false), by))).toBe(true);
  });

  it("takes five wrong codes and not a sixth, none too late, and none of anybody else's", () => {
    let story = asked();
    for (let n = 1; n <= mostTries; n += 1)
      story = story
        .when(confirmContactOfHolder({ generation: 1, right: false }), by)
        .gives({ type: "own-contact.code-refused", data: { tries: n } });
    story.when(right(), by).refused("too-many-tries");
    given().when(right(), by).refused("no-such-code");
    asked().when(right(), { actor: anyone }).refused("not-your-role");
    asked().after(lifetime.smsCodeMs).when(right(), by).refused("code-expired");
  });

  it("does not join an account that was shut, flagged or recovered meanwhile", () => {
    asked()
      .recorded(anyone, event("account.frozen", { why: "objection" }))
      .when(right(), by)
      .refused("account-frozen");
    const action = { newPassword: true, removeSecondFactor: false, replace: [] };
    asked()
      .recorded(anyone, event("account.recovered", { action, added: null }))
      .when(right(), by)
      .refused("in-quarantine");
  });

  it("raises a flag where it is that of a requester who was knocked out, or of staff, and hinders nothing", () => {
    given()
      .knowing({ knockedOut: true })
      .when(ask, by)
      .gives("own-contact.asked", { type: "flag.raised", data: { flag: "requester-knocked-out" } });
    given()
      .knowing({ staffContact: true })
      .when(ask, by)
      .gives("own-contact.asked", { type: "flag.raised", data: { flag: "staff-contact" } });
    given().knowing({ staffContact: true, staffAccount: true }).when(ask, by).gives("own-contact.asked");
  });
});

describe("a contact that a holder takes off", () => {
  it("is told like the others, and goes on being told for 90 days", () => {
    const story = given().when(off(phone.id), by);
    story.gives(
      { type: "own-contact.removed", data: { contact: phone.id } },
      { type: "account.notified", data: { about: "contact-removed" } },
    );
    expect(toldOf(story)).toEqual([mail.id, phone.id]);
    expect(ids(story)).toEqual([mail.id]);
    const reached = (later: number) =>
      contactsToTell(contactsNow(story.case, story.factsFor(hal)), monday + later).map((k) => k.id);
    expect(reached(days(90) - 1)).toEqual([mail.id, phone.id]);
    expect(reached(days(90))).toEqual([mail.id]);
  });

  it("is the account's, and not the last one", () => {
    given().when(off("c-stranger"), by).refused("no-such-contact");
    const one = given().when(off(phone.id), by);
    one.when(off(phone.id), by).refused("no-such-contact");
    one.when(off(mail.id), by).refused("last-contact");
  });

  it("is not the phone that texts go to while they are the second factor, though another one was added", () => {
    const sms = gives(byText().when(textFactor(), by), text(1), "things");
    sms.when(off(phone.id, "u1"), by).refused("phone-is-second-factor");
    sms.when(off(mail.id, "u1"), by).gives("own-contact.removed", "account.notified");
    const another = added(sms, "u1");
    another.gives("own-contact.added", "account.notified");
    another.when(off(phone.id, "u1"), by).refused("phone-is-second-factor");
  });

  it("is taken off in the holder's own session, with the password, and while nobody else may be in the account", () => {
    refusesAsEveryChange(off(phone.id), removeContact({ contact: phone.id, passwordRight: false }));
  });
});

describe("where a second factor is on", () => {
  const on = enrolled();
  const given2 = gives(on, app(11), "things");

  it("a contact is added and taken off with it given anew, for this and a moment ago", () => {
    const changes = (use: string | null) => [askContact({ ...kept, use }), off(phone.id, use)];
    for (const change of changes(null)) given2.when(change, by).refused("second-factor-needed");
    const forCodes = gives(on, app(11), "codes");
    for (const change of changes("u1")) {
      on.when(change, by).refused("second-factor-needed");
      forCodes.when(change, by).refused("second-factor-needed");
      given2.after(lifetime.stepUpMs).when(change, by).refused("second-factor-needed");
    }
    for (const change of changes("u1")) expect(given2.when(change, by).verdict?.[0].type).toMatch(/^own-contact\./);
  });
});
