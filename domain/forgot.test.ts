import { describe, expect, it } from "vitest";
import { event } from "./event";
import {
  acceptForgottenCode,
  askForgotten,
  codeTries,
  forgottenRefusal,
  redeemForgotten,
  sendForgotten,
  tryForgottenCode,
} from "./forgot";
import type { ReadFacts } from "./reading";
import { mostCodesPerDay, resendAfterMs } from "./send-code";
import { anyone, given, mail, monday, phone } from "./testing";
import { days, hours, lifetime, minutes } from "./time";

const sent = (contact = mail.id) => given().when(sendForgotten([contact], { ask: "a1" }), { actor: anyone });

describe("A way to a new password", () => {
  it("is a link for an hour by mail, and a code for ten minutes by text", () => {
    sent(mail.id).gives({
      type: "forgotten.sent",
      data: { kind: "email", expiresAt: monday + hours(1), generation: 1 },
    });
    sent(phone.id).gives({ type: "forgotten.sent", data: { kind: "phone", expiresAt: monday + minutes(10) } });
  });

  it("is written in the language of the page it was asked for on", () => {
    const asked = given().when(sendForgotten([mail.id], { ask: "a1", language: "ar" }), { actor: anyone });
    asked.gives({ type: "forgotten.sent", data: { language: "ar" } });
    expect(asked.account.forgotten).toMatchObject([{ contact: mail.id, language: "ar" }]);
  });

  it("goes to no contact that is not on file, or was taken off", () => {
    sent("c-stranger").refused("no-such-contact");
    given()
      .when(sendForgotten([mail.id], { ask: "a1" }), {
        actor: anyone,
        facts: { imported: [{ ...mail, endedAt: monday - 1 }, phone] },
      })
      .refused("no-such-contact");
  });

  it("goes nowhere while the account is shut, or under a safety flag", () => {
    given()
      .record({ status: "frozen" })
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone })
      .refused("account-frozen");
    given()
      .recorded(anyone, event("safety.flagged", { kind: "household" }))
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone })
      .refused("safety-flag");
  });

  it("goes out at once where the one before did its work already", () => {
    sent()
      .when(redeemForgotten(1), { actor: anyone })
      .gives("forgotten.redeemed", "account.notified")
      .when(sendForgotten([mail.id], { ask: "a2" }), { actor: anyone })
      .gives("forgotten.sent");
  });

  it("goes out again after two minutes, ten times a day to one contact, and only the newest is good", () => {
    const once = sent();
    once
      .after(resendAfterMs - 1)
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone })
      .refused("code-just-sent");
    const twice = once
      .after(resendAfterMs)
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone })
      .gives("forgotten.sent");
    twice.when(redeemForgotten(1), { actor: anyone }).refused("link-superseded");
    let story = once;
    for (let n = 1; n < mostCodesPerDay; n += 1)
      story = story
        .after(resendAfterMs)
        .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone })
        .gives("forgotten.sent");
    const full = story.after(resendAfterMs);
    full.when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone }).refused("too-many-codes");
    full.when(sendForgotten([phone.id], { ask: "a1" }), { actor: anyone }).gives("forgotten.sent");
    full
      .after(hours(24))
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone })
      .gives("forgotten.sent");
  });

  it("sets one new password, ends every session, and tells every contact", () => {
    const done = sent().when(redeemForgotten(1), { actor: anyone });
    done.gives("forgotten.redeemed", { type: "account.notified", data: { about: "password-changed" } });
    expect(done.case.account?.sessionsEndedAt).toBe(monday);
    done.when(redeemForgotten(1), { actor: anyone }).refused("link-used");
  });

  it("by mail stays good while another goes to the phone, until a new password is set by either", () => {
    const both = sent(mail.id)
      .after(minutes(1))
      .when(sendForgotten([phone.id], { ask: "a2" }), { actor: anyone })
      .gives({ type: "forgotten.sent", data: { generation: 2 } });
    both.when(redeemForgotten(1), { actor: anyone }).gives("forgotten.redeemed", "account.notified");
    both
      .when(redeemForgotten(2), { actor: anyone })
      .gives("forgotten.redeemed", "account.notified")
      .when(redeemForgotten(1), { actor: anyone })
      .refused("link-used");
  });

  it("is over after its time, and when its contact is no longer the account's", () => {
    sent().after(lifetime.forgottenLinkMs).when(redeemForgotten(1), { actor: anyone }).refused("link-expired");
    sent()
      .when(redeemForgotten(1), { actor: anyone, facts: { imported: [{ ...mail, endedAt: monday }, phone] } })
      .refused("link-superseded");
  });

  it("goes to no contact that joined the account in the last 30 days", () => {
    const young = { ...mail, since: monday - days(29) };
    const facts = { imported: [young, phone] };
    given()
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone, facts })
      .refused("contact-too-new");
    given()
      .record({ createdAt: young.since })
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone, facts })
      .gives("forgotten.sent");
  });

  it("is no code to the phone that is the second factor", () => {
    const withSms = given().record({ secondFactor: "sms" });
    withSms.when(sendForgotten([phone.id], { ask: "a1" }), { actor: anyone }).refused("contact-is-second-factor");
    withSms.when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone }).gives("forgotten.sent");
  });

  it("opens by the right code of the newest text, for as long as that is good", () => {
    const texted = sent(phone.id);
    texted.when(acceptForgottenCode(1, "a2"), { actor: anyone }).gives("forgotten.code-accepted");
    texted.when(acceptForgottenCode(2, "a2"), { actor: anyone }).refused("link-superseded");
    texted.after(lifetime.smsCodeMs).when(acceptForgottenCode(1, "a2"), { actor: anyone }).refused("link-expired");
  });

  it("is none for an account that was never sent one", () => {
    const story = given();
    expect(forgottenRefusal(story.case, story.factsFor(anyone), 1, monday)).toBe("link-superseded");
  });
});

describe("At the public door", () => {
  const facts = (asked: number): ReadFacts => ({
    actor: anyone,
    member: null,
    recentMisses: 0,
    recentReveals: 0,
    flagged: false,
    asked,
  });

  it("asking is an entry that names nobody", () => {
    expect(askForgotten("a1")(facts(0), monday)).toEqual([{ type: "forgotten.asked", data: { ask: "a1" } }]);
  });

  it("five codes may be typed for one number in the life of a code, and not a sixth", () => {
    expect(tryForgottenCode("a1")(facts(codeTries.most - 1), monday)).toMatchObject([{ type: "forgotten.code-tried" }]);
    expect(tryForgottenCode("a1")(facts(codeTries.most), monday)).toMatchObject([
      { type: "refused", data: { reason: "too-many-tries" } },
    ]);
  });
});
