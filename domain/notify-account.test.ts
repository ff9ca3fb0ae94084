import { it } from "vitest";
import { settleAccountMessage } from "./notify-account";
import { ada, given, worker } from "./testing";

it("What became of a message about an account is the worker's to say", () => {
  const accepted = settleAccountMessage({ message: "m1", failure: null });
  given().when(accepted, { actor: worker }).gives("message.accepted");
  given()
    .when(settleAccountMessage({ message: "m1", failure: "gave-up" }), { actor: worker })
    .gives({ type: "message.failed", data: { why: "gave-up" } });
  given().when(accepted, { actor: ada }).refused("not-your-role");
});
