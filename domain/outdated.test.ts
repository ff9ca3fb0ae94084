import { describe, it } from "vitest";
import { claim, handOver } from "./claim";
import { redeem } from "./reset";
import { anyone, bob, given, type Story, sam } from "./testing";
import { lossOf, opened, resetSent } from "./testing-stories";

/** Ticket `t2` was opened about the address on file while ticket `t1` was on its way to replace it. */
const beside = (loss = lossOf.T1): Story => opened(loss, resetSent(lossOf.T3, given().on("t1")).on("t2"));
const overtaken = (loss = lossOf.T1): Story =>
  beside(loss)
    .on("t1")
    .when(redeem({ id: "g1", generation: 1 }), { actor: anyone })
    .gives("grant.redeemed", "account.recovered", "holder.notified")
    .on("t2");

describe("A ticket that another ticket's recovery overtook", () => {
  it("could not be worked beside the other one", () => {
    beside().when(claim(), { actor: bob }).refused("account-has-claimed-ticket");
    beside().when(handOver("bob"), { actor: sam }).refused("account-has-claimed-ticket");
  });

  it("cannot be taken up afterwards: its link would go to an address that was taken off", () => {
    overtaken().when(claim(), { actor: bob }).refused("contacts-changed");
    overtaken().when(handOver("bob"), { actor: sam }).refused("contacts-changed");
  });

  it("cannot replace a second time what is gone", () => {
    overtaken(lossOf.T4).when(claim(), { actor: bob }).refused("contacts-changed");
  });
});
