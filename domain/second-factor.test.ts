import { describe, expect, it } from "vitest";
import { secondFactorOf } from "./case";
import { enrolFactor, mostEnrolments, offerFactor, removeFactor, textFactor } from "./change-factor";
import { textSecondStep } from "./holder";
import { makeSavedCodes } from "./make-saved-codes";
import { changePassword } from "./own-account";
import { object, redeem } from "./reset";
import { isLostByRecovery, mostWrongCodes } from "./second-factor";
import { mostCodesPerDay, resendAfterMs } from "./send-code";
import { ada, anyone, given, hal, mail, monday, type Story } from "./testing";
import { settled } from "./testing-disputes";
import { app, byText, enrolled, firstStep, gives, saved, text, typesFactor, typesPassword } from "./testing-factors";
import { withCodes } from "./testing-proofs";
import { completed, lossOf, opened, resetSent } from "./testing-stories";
import { hours, lifetime, minutes } from "./time";

const kindOf = (story: Story) => secondFactorOf(story.case, story.factsFor(hal));
const offers = (story: Story, use: string | null = null, factor = "f2", passwordRight = true) =>
  story.when(offerFactor({ factor, passwordRight, use }), { actor: hal });
const confirms = (story: Story, replaces: string | null, factor = "f2", step: number | null = 20) =>
  story.when(enrolFactor({ factor, step, replaces }), { actor: hal });
const removes = (story: Story, use: string | null = null, passwordRight = true) =>
  story.when(removeFactor({ passwordRight, use }), { actor: hal });
const signsIn = (story: Story, step: number | null) => typesFactor(story, app(step));
/** So many wrong codes of the app. */
const wrong = (story: Story, times: number): Story =>
  Array.from({ length: times }).reduce((s: Story) => signsIn(s, null), story);

describe("An authenticator", () => {
  it("is on from its first code on, and every contact is told", () => {
    const on = enrolled().gives("factor.enrolled", { type: "account.notified", data: { about: "factor-enrolled" } });
    expect(kindOf(on)).toBe("totp");
    expect(kindOf(given())).toBe("none");
    confirms(offers(given()), null, "f2", null).refused("wrong-code");
  });

  it("is turned on by the holder alone, with the password, on an account that is open", () => {
    given()
      .when(offerFactor({ factor: "f2", passwordRight: true, use: null }), { actor: ada })
      .refused("not-your-role");
    offers(given(), null, "f2", false).refused("wrong-password");
    offers(given().record({ status: "frozen" })).refused("account-frozen");
    offers(opened().when(object(mail.id), { actor: anyone })).refused("account-frozen");
    offers(given().record({ secondFactor: "totp" })).refused("second-factor-needed");
  });

  it("is turned on within thirty days of a recovery too: the one before was taken off by it", () => {
    offers(completed(lossOf.T2, given().record({ secondFactor: "totp" })).after(1)).gives("factor.offered");
  });

  it("is replaced by another one with a code of its own, or a saved code, and is off then", () => {
    offers(enrolled()).refused("second-factor-needed");
    offers(enrolled(), "u1").refused("second-factor-needed");
    const proved = gives(enrolled(), app(11)).gives("factor.used");
    const other = confirms(offers(proved, "u1").gives("factor.offered"), "f1");
    other.gives(
      { type: "factor.enrolled", data: { replaces: "totp" } },
      { type: "account.notified", data: { about: "factor-replaced" } },
    );
    signsIn(other, 12).gives({ type: "holder.sign-in-failed", data: { why: "wrong-code" } });
    typesFactor(other, app(21, "f2")).gives("holder.signed-in");
    offers(gives(enrolled(withCodes("s1")), saved("s1.1")), "u1").gives("factor.offered");
  });

  it("is not put in the place of one that was not given", () => {
    confirms(offers(given()), null).gives("factor.enrolled", "account.notified");
    confirms(enrolled(offers(given())), null).refused("factor-changed");
  });

  it("is turned off with the password and a code of it, for five minutes; every contact is told", () => {
    removes(enrolled()).refused("second-factor-needed");
    const proved = gives(enrolled(), app(11));
    removes(proved, "u1", false).refused("wrong-password");
    removes(proved.after(lifetime.stepUpMs), "u1").refused("second-factor-needed");
    const off = removes(proved, "u1");
    off.gives("factor.removed", { type: "account.notified", data: { about: "factor-removed" } });
    expect(kindOf(off)).toBe("none");
    removes(off, "u1").refused("no-second-factor-on-file");
    removes(gives(enrolled(), app(11), "codes"), "u1").refused("second-factor-needed");
  });

  it("is set up five times a day and not a sixth", () => {
    let story = enrolled();
    for (let n = 1; n < mostEnrolments; n += 1) {
      const before = n === 1 ? "f1" : `g${n - 1}`;
      const proved = gives(story, app(firstStep + 11 + n, before), "factor", `u${n}`);
      story = confirms(offers(proved, `u${n}`, `g${n}`), before, `g${n}`);
    }
    const full = gives(story, app(99, "g4"), "factor", "u9");
    offers(full, "u9").refused("too-many-authenticators");
    offers(gives(full.after(hours(24)), app(100, "g4"), "factor", "u10"), "u10").gives("factor.offered");
  });
});

describe("The second step of a sign-in", () => {
  it("comes after the password and not without it", () => {
    typesPassword(given()).gives("holder.signed-in");
    typesPassword(enrolled()).gives({ type: "factor.asked", data: { secondFactor: "totp" } });
    signsIn(enrolled(), 11).gives({ type: "holder.signed-in", data: { secondFactor: "totp", step: 11 } });
  });

  it("takes each half minute's code once, and none from before", () => {
    signsIn(enrolled(), firstStep).gives({ type: "holder.sign-in-failed", data: { why: "code-used" } });
    const once = signsIn(enrolled(), 11);
    for (const step of [11, 10]) signsIn(once, step).gives("holder.sign-in-failed");
    signsIn(once, 12).gives("holder.signed-in");
    const inSession = gives(enrolled(), app(11));
    signsIn(inSession, 11).gives("holder.sign-in-failed");
    gives(once, app(11)).gives({ type: "factor.code-refused", data: { why: "code-used" } });
  });

  it("takes no code for a quarter of an hour after five wrong ones; a saved code it does take", () => {
    const guessed = wrong(enrolled(withCodes("s1")), mostWrongCodes);
    signsIn(guessed, 11).refused("too-many-tries");
    gives(guessed, app(11)).refused("too-many-tries");
    typesFactor(guessed, saved("s1.1")).gives("holder.signed-in", {
      type: "account.notified",
      data: { about: "factor-saved-code" },
    });
    signsIn(guessed.after(minutes(15)), 11).gives("holder.signed-in");
  });

  it("forgets wrong codes with the next right one", () => {
    const right = signsIn(wrong(enrolled(), mostWrongCodes - 1), 11).gives("holder.signed-in");
    signsIn(wrong(right, mostWrongCodes - 1), 12).gives("holder.signed-in");
  });

  it("tells every contact once a day that somebody has the password and guesses", () => {
    const warned = wrong(enrolled(), mostWrongCodes);
    warned.gives("holder.sign-in-failed", { type: "account.notified", data: { about: "factor-guessed" } });
    wrong(warned.after(minutes(15)), mostWrongCodes).gives("holder.sign-in-failed");
    wrong(warned.after(hours(24)), mostWrongCodes).gives("holder.sign-in-failed", "account.notified");
  });

  it("takes a saved code once, and only one of the set in force", () => {
    const story = enrolled(withCodes("s1"));
    const once = typesFactor(story, saved("s1.3"));
    once.gives({ type: "holder.signed-in", data: { secondFactor: "saved-code", code: "s1.3" } }, "account.notified");
    typesFactor(once, saved("s1.3")).gives({ type: "holder.sign-in-failed", data: { why: "wrong-code" } });
    typesFactor(story, saved("s0.3")).gives("holder.sign-in-failed");
    typesFactor(story, saved(null)).gives("holder.sign-in-failed");
  });

  it("is over once the account was frozen, recovered or its second factor taken off in between", () => {
    const before = enrolled();
    signsIn(before.record({ status: "frozen" }), 11).refused("account-frozen");
    typesFactor(completed(undefined, before), app(11), before).refused("session-ended");
    signsIn(removes(gives(before, app(11)), "u1"), 12).refused("session-ended");
  });

  it("is refused where the authenticator's seed is elsewhere, as its first step is", () => {
    const elsewhere = given().record({ secondFactor: "totp" });
    typesPassword(elsewhere).refused("second-factor-needed");
    typesFactor(elsewhere, app(11)).refused("second-factor-needed");
  });
});

describe("A phone as the second factor", () => {
  const asked = () => typesPassword(byText()).gives("factor.asked", "factor.code-sent");
  const again = (story: Story) => story.when(textSecondStep({ sessionsEndedAt: null }), { actor: anyone });

  it("gets a code for ten minutes once the password was right, and it works once", () => {
    asked().gives("factor.asked", { type: "factor.code-sent", data: { expiresAt: monday + minutes(10) } });
    const once = typesFactor(asked(), text(1)).gives({ type: "holder.signed-in", data: { secondFactor: "sms" } });
    typesFactor(once, text(1)).gives({ type: "holder.sign-in-failed", data: { why: "code-used" } });
    typesFactor(asked(), text(1, false)).gives("holder.sign-in-failed");
    typesFactor(asked().after(minutes(10)), text(1)).gives("holder.sign-in-failed");
    typesFactor(byText(), text(0)).gives("holder.sign-in-failed");
  });

  it("gets another one after two minutes, ten times a day, and the newest alone is good", () => {
    again(asked()).refused("code-just-sent");
    typesPassword(asked()).gives("factor.asked");
    const twice = again(asked().after(resendAfterMs)).gives("factor.code-sent");
    typesFactor(twice, text(1)).gives("holder.sign-in-failed");
    typesFactor(twice, text(2)).gives("holder.signed-in");
    let story = twice;
    for (let n = 2; n < mostCodesPerDay; n += 1) story = again(story.after(resendAfterMs)).gives("factor.code-sent");
    again(story.after(resendAfterMs)).refused("too-many-codes-today");
    // Whoever had the password sent for all of them: with another one its holder gets a text again.
    const changed = story
      .after(resendAfterMs)
      .when(changePassword({ change: "c1", passwordRight: true, same: false, sessionsEndedAt: null }), { actor: hal });
    typesPassword(changed.after(1)).gives("factor.asked", "factor.code-sent");
    again(enrolled()).refused("no-second-factor-by-text");
  });

  it("is put off for an authenticator, or turned off, with a code of it", () => {
    const texted = byText().when(textFactor(), { actor: hal }).gives("factor.code-sent");
    offers(texted).refused("second-factor-needed");
    const proved = gives(texted, text(1)).gives("factor.used");
    const other = confirms(offers(proved, "u1"), "sms");
    other.gives({ type: "factor.enrolled", data: { replaces: "sms" } }, "account.notified");
    expect(kindOf(other)).toBe("totp");
    const off = removes(proved, "u1").gives({ type: "factor.removed", data: { factor: null } }, "account.notified");
    expect(kindOf(off)).toBe("none");
    enrolled().when(textFactor(), { actor: hal }).refused("no-second-factor-by-text");
    byText().when(textFactor(), { actor: ada }).refused("not-your-role");
  });

  it("is elsewhere where the account has no phone any more", () => {
    const without = byText().knowing({ imported: [mail] });
    typesPassword(without).refused("second-factor-needed");
  });
});

describe("Saved codes of an account with a second factor", () => {
  const making = (story: Story, use: string | null) =>
    story.when(makeSavedCodes({ set: "s9", passwordRight: true, use }), { actor: hal });

  it("take it too, for one of them turns it off", () => {
    making(enrolled().after(lifetime.stepUpMs), "f1").refused("second-factor-needed");
    making(enrolled(), null).refused("second-factor-needed");
    making(gives(enrolled(), app(11)), "u1").refused("second-factor-needed");
    making(gives(enrolled(), app(11), "codes"), "u1").gives("saved-codes.made", "account.notified");
  });

  it("are made without another code in the minutes after it was turned on", () => {
    making(enrolled(), "f1").gives("saved-codes.made", "account.notified");
  });
});

describe("A recovery", () => {
  const t2 = (story: Story) => completed(lossOf.T2, story);

  it("that resets the second factor ends the authenticator that was turned on here", () => {
    opened(lossOf.T2).refused("no-second-factor-on-file");
    const done = t2(enrolled().after(hours(1)));
    done.gives("grant.redeemed", "account.recovered", "factor.removed", "holder.notified");
    expect(kindOf(done)).toBe("none");
    typesPassword(done.after(1)).gives("holder.signed-in");
    expect(isLostByRecovery(done.account)).toBe(true);
    expect(isLostByRecovery(t2(byText()).account)).toBe(true);
    expect(isLostByRecovery(completed().account)).toBe(false);
    const again = enrolled(done.after(1), "f2");
    expect(isLostByRecovery(again.account)).toBe(false);
    expect(isLostByRecovery(removes(gives(again, app(30, "f2")), "u1").account)).toBe(false);
  });

  it("of something else leaves it on", () => {
    expect(kindOf(completed(lossOf.T3, enrolled().after(hours(1))))).toBe("totp");
  });

  it("ends one that was turned on after its ticket was opened: whoever the desk found to be the holder never saw it", () => {
    const meanwhile = enrolled(resetSent());
    const done = meanwhile.when(redeem({ id: "g1", generation: 1 }), { actor: anyone });
    done.gives("grant.redeemed", "account.recovered", "factor.removed", "holder.notified");
    expect(kindOf(done)).toBe("none");
  });

  it("that is reversed puts back what was on before it, and takes off what was turned on since", () => {
    const stolen = enrolled(t2(enrolled().after(hours(1))).after(1), "thief");
    const back = settled(stolen, "reverse");
    expect(back.account.factor?.authenticators.map((one) => [one.id, one.endedAt === null])).toEqual([
      ["f1", true],
      ["thief", false],
    ]);
    expect(kindOf(back)).toBe("totp");
    expect(kindOf(settled(enrolled(completed().after(1), "thief"), "reverse"))).toBe("none");
    const phone = settled(enrolled(t2(byText()).after(1), "thief"), "reverse");
    expect(kindOf(phone)).toBe("sms");
  });
});
