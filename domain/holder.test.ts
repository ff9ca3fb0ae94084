import { describe, it } from "vitest";
import { holderSignIn } from "./holder";
import { object } from "./reset";
import { anyone, mail, type Story } from "./testing";
import { claimed, completed } from "./testing-stories";
import { minutes } from "./time";

/** Types a password that was right when it was read from the story as it stood then. */
const signsIn = (story: Story, readIn = story, passwordRight = true) => {
  const { sessionsEndedAt } = readIn.account;
  return story.when(holderSignIn({ passwordRight, sessionsEndedAt }), { actor: anyone });
};

describe("A holder's sign-in", () => {
  it("goes on as ever while a ticket of the account is disputed", () => {
    signsIn(claimed().when(object(mail.id), { actor: anyone }).in("disputed")).gives("holder.signed-in");
  });

  it("is refused once the account was frozen by an objection to a completed recovery", () => {
    signsIn(completed().when(object(mail.id), { actor: anyone })).refused("account-frozen");
  });

  it("is refused for an account that was imported as frozen", () => {
    signsIn(claimed().record({ status: "frozen" })).refused("account-frozen");
  });

  it("is refused when its password was read before a reset that came in between", () => {
    signsIn(completed(), claimed()).refused("session-ended");
    signsIn(completed().after(minutes(1))).gives("holder.signed-in");
  });

  it("takes the right password however many wrong ones strangers typed, and names their attack on the trail", () => {
    let attacked = claimed();
    for (let n = 0; n < 50; n += 1) attacked = signsIn(attacked, attacked, false).gives("holder.sign-in-failed");
    signsIn(attacked, attacked, false).refused("too-many-tries");
    signsIn(attacked).gives("holder.signed-in");
    signsIn(attacked.after(minutes(15)), attacked, false).gives("holder.sign-in-failed");
  });
});
