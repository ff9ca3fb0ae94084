import { describe, expect, it } from "vitest";
import { mostTries } from "./check-code";
import { event } from "./event";
import { forgottenRefusal, redeemForgotten, sendForgotten, typeForgottenCode } from "./forgot";
import { mostCodesPerDay, resendAfterMs } from "./send-code";
import { anyone, given, mail, monday, phone } from "./testing";
import { hours, lifetime, minutes } from "./time";

const sent = (contact = mail.id) => given().when(sendForgotten([contact]), { actor: anyone });

describe("A way to a new password", () => {
  it("is a link for an hour by mail, and a code for ten minutes by text", () => {
    sent(mail.id).gives({
      type: "forgotten.sent",
      data: { kind: "email", expiresAt: monday + hours(1), generation: 1 },
    });
    sent(phone.id).gives({ type: "forgotten.sent", data: { kind: "phone", expiresAt: monday + minutes(10) } });
  });

  it("goes to no contact that is not on file, or was taken off", () => {
    sent("c-stranger").refused("no-such-contact");
    given()
      .when(sendForgotten([mail.id]), { actor: anyone, facts: { imported: [{ ...mail, endedAt: monday - 1 }, phone] } })
      .refused("no-such-contact");
  });

  it("goes nowhere while the account is shut, or under a safety flag", () => {
    given()
      .record({ status: "frozen" })
      .when(sendForgotten([mail.id]), { actor: anyone })
      .refused("account-frozen");
    given()
      .recorded(anyone, event("safety.flagged", { kind: "household" }))
      .when(sendForgotten([mail.id]), { actor: anyone })
      .refused("safety-flag");
  });

  it("goes to no phone that is the second factor: both would be the same proof", () => {
    const byText = given().record({ secondFactor: "sms" });
    byText.when(sendForgotten([phone.id]), { actor: anyone }).refused("contact-is-second-factor");
    byText.when(sendForgotten([mail.id]), { actor: anyone }).gives("forgotten.sent");
  });

  it("goes out again after two minutes, ten times a day to one contact, and only the newest is good", () => {
    const once = sent();
    once
      .after(resendAfterMs - 1)
      .when(sendForgotten([mail.id]), { actor: anyone })
      .refused("code-just-sent");
    const twice = once
      .after(resendAfterMs)
      .when(sendForgotten([mail.id]), { actor: anyone })
      .gives("forgotten.sent");
    twice.when(redeemForgotten(1), { actor: anyone }).refused("link-superseded");
    let story = once;
    for (let n = 1; n < mostCodesPerDay; n += 1)
      story = story
        .after(resendAfterMs)
        .when(sendForgotten([mail.id]), { actor: anyone })
        .gives("forgotten.sent");
    const full = story.after(resendAfterMs);
    full.when(sendForgotten([mail.id]), { actor: anyone }).refused("too-many-codes");
    full.when(sendForgotten([phone.id]), { actor: anyone }).gives("forgotten.sent");
    full
      .after(hours(24))
      .when(sendForgotten([mail.id]), { actor: anyone })
      .gives("forgotten.sent");
  });

  it("sets one new password, ends every session, and tells every contact", () => {
    const done = sent().when(redeemForgotten(1), { actor: anyone });
    done.gives("forgotten.redeemed", { type: "account.notified", data: { about: "password-changed" } });
    expect(done.case.account?.sessionsEndedAt).toBe(monday);
    done.when(redeemForgotten(1), { actor: anyone }).refused("link-used");
  });

  it("is over after its time, and when its contact is no longer the account's", () => {
    sent().after(lifetime.forgottenLinkMs).when(redeemForgotten(1), { actor: anyone }).refused("link-expired");
    sent()
      .when(redeemForgotten(1), { actor: anyone, facts: { imported: [{ ...mail, endedAt: monday }, phone] } })
      .refused("link-superseded");
  });

  it("takes five wrong codes and not a sixth, right or wrong", () => {
    let story = sent(phone.id);
    for (let n = 1; n <= mostTries; n += 1)
      story = story
        .when(typeForgottenCode({ generation: 1, right: false }), { actor: anyone })
        .gives({ type: "forgotten.code-refused", data: { tries: n } });
    story.when(typeForgottenCode({ generation: 1, right: true }), { actor: anyone }).refused("no-tries-left");
    story.when(redeemForgotten(1), { actor: anyone }).refused("no-tries-left");
    sent(phone.id)
      .when(typeForgottenCode({ generation: 1, right: true }), { actor: anyone })
      .gives("forgotten.code-accepted");
  });

  it("is none for an account that was never sent one", () => {
    const story = given();
    expect(forgottenRefusal(story.case, story.factsFor(anyone), 1, monday)).toBe("link-superseded");
  });
});
