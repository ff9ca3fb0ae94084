import { describe, it } from "vitest";
import { holderSignIn } from "./holder";
import { object } from "./reset";
import { anyone, mail } from "./testing";
import { claimed, completed } from "./testing-stories";

describe("A holder's sign-in", () => {
  it("goes on as ever while a ticket of the account is disputed", () => {
    const disputed = claimed().when(object(mail.id), { actor: anyone }).in("disputed");
    disputed.when(holderSignIn(true), { actor: anyone }).gives("holder.signed-in");
  });

  it("is refused once the account was frozen by an objection to a completed recovery", () => {
    const frozen = completed().when(object(mail.id), { actor: anyone });
    frozen.when(holderSignIn(true), { actor: anyone }).refused("account-frozen");
  });

  it("is refused for an account that was imported as frozen", () => {
    claimed().record({ status: "frozen" }).when(holderSignIn(true), { actor: anyone }).refused("account-frozen");
  });
});
