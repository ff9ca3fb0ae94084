import { describe, expect, it } from "vitest";
import { redeemForgotten, sendForgotten } from "./forgot";
import { changePassword, endSession, type PasswordChange, signOutEverywhere } from "./own-account";
import { object } from "./reset";
import { ada, anyone, given, hal, mail, type Story } from "./testing";
import { claimed } from "./testing-stories";
import { minutes } from "./time";

const changes = (story: Story, typed: Partial<PasswordChange> = {}, actor = hal) => {
  const { sessionsEndedAt } = story.case.account ?? { sessionsEndedAt: null };
  const right = { change: "ch1", passwordRight: true, same: false, sessionsEndedAt };
  return story.when(changePassword({ ...right, ...typed }), { actor });
};

describe("Changing the password", () => {
  it("ends every session from before, and tells every contact", () => {
    const changed = changes(given().after(minutes(1))).gives(
      { type: "password.changed", data: { change: "ch1" } },
      { type: "account.notified", data: { about: "password-changed" } },
    );
    expect(changed.account.sessionsEndedAt).toBe(changed.now);
  });

  it("is the holder's alone, in their own session", () => {
    for (const actor of [ada, anyone, { ...hal, id: "holder:somebody-else" }])
      changes(given(), {}, actor).refused("not-your-role");
  });

  it("takes the present password, and another one than that", () => {
    changes(given(), { passwordRight: false }).refused("wrong-password");
    changes(given(), { same: true }).refused("same-password");
  });

  it("is not done on a frozen account, nor while a ticket of it is disputed", () => {
    changes(given().record({ status: "frozen" })).refused("account-frozen");
    changes(claimed().when(object(mail.id), { actor: anyone })).refused("account-frozen");
  });

  it("is not done with a password that was read before the sessions ended", () => {
    const ended = given().after(1).when(signOutEverywhere(), { actor: hal });
    changes(ended, { sessionsEndedAt: null }).refused("session-ended");
  });

  it("kills a link to a new password that was sent before", () => {
    const sent = given().when(sendForgotten([mail.id], { ask: "a" }), { actor: anyone });
    changes(sent).when(redeemForgotten(1), { actor: anyone }).refused("link-superseded");
  });
});

describe("A holder's sessions", () => {
  it("are ended one by one, by their names", () => {
    const ended = given().when(endSession("abc"), { actor: hal });
    ended.gives({ type: "holder.session-ended", data: { ended: "abc" } });
    expect(ended.account.sessionsEndedAt).toBeNull();
    given().when(endSession(null), { actor: hal }).refused("no-such-session");
    given().when(endSession("abc"), { actor: ada }).refused("not-your-role");
  });

  it("are ended all at once, this one with them", () => {
    const out = given().when(signOutEverywhere(), { actor: hal }).gives("holder.signed-out-everywhere");
    expect(out.account.sessionsEndedAt).toBe(out.now);
    given().when(signOutEverywhere(), { actor: ada }).refused("not-your-role");
  });
});
