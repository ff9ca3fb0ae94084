import { describe, expect, it } from "vitest";
import { sweep } from "./end";
import { event } from "./event";
import { grantRefusal, object, redeem, reissueGrant } from "./reset";
import { ada, anyone, bob, given, hal, mail, max, requesterOf, type Story, sam, worker } from "./testing";
import { completed, lossOf, opened, resetSent, submitted } from "./testing-stories";
import { days, hours } from "./time";

const redeems = (story: Story, generation = 1, id = "g1") => story.when(redeem({ id, generation }), { actor: anyone });
const reissues = (story: Story, actor = ada) => story.when(reissueGrant(), { actor });
const expired = () => resetSent().after(hours(24));

describe("Redeeming a grant", () => {
  it("changes the account, ends the ticket and tells every old contact", () => {
    const done = redeems(resetSent()).gives(
      { type: "grant.redeemed", data: { grant: "g1", generation: 1 } },
      {
        type: "account.recovered",
        data: { action: { replace: [mail.id] }, added: { id: "c-new", kind: "email" } },
      },
      { type: "holder.notified", data: { purpose: "completed" } },
    );
    expect(done.in("completed").ticket.endedAt).toBe(done.now);
  });

  it("is refused, and no link is sent again, once someone is in danger who was not when it went out", () => {
    const flag = event("safety.flagged", { kind: "household" });
    const flagged = resetSent().after(hours(1)).recorded(hal, flag);
    redeems(flagged).refused("grant-revoked");
    reissues(flagged.after(hours(24))).refused("grant-not-renewable");
    const before = flagged.recorded(hal, event("safety.lifted", { reason: "r", stepUp: "s" }));
    redeems(before).gives("grant.redeemed", "account.recovered", "holder.notified");
  });

  it("is dead, and not sent again, once its requester is found to be a thief elsewhere or the account one of staff", () => {
    for (const known of [{ knockedOut: true }, { staffAccount: true }, { staffContact: true }]) {
      redeems(resetSent().knowing(known)).refused("grant-revoked").in("reset_sent");
      reissues(expired().knowing(known)).refused("grant-not-renewable");
    }
  });

  it("binds no contact in a ticket that names none", () => {
    redeems(resetSent(lossOf.T1)).gives(
      "grant.redeemed",
      { type: "account.recovered", data: { added: null, action: { newPassword: true } } },
      "holder.notified",
    );
  });

  it("works once: of many at once the first wins", () => {
    const first = redeems(resetSent());
    for (const again of [1, 2, 3]) redeems(first.after(again)).refused("grant-used");
  });

  it("works for 24 hours and not a moment longer", () => {
    redeems(resetSent().after(hours(24) - 1)).in("completed");
    redeems(expired()).refused("grant-expired").in("reset_sent");
  });

  it("is refused for another grant, another generation, and where there is none", () => {
    redeems(resetSent(), 1, "g2").refused("grant-superseded");
    redeems(resetSent(), 2).refused("grant-superseded");
    redeems(submitted()).refused("grant-superseded");
    expect(
      grantRefusal({ ticket: null, account: null }, given().factsFor(anyone), { id: "g1", generation: 1 }, 0),
    ).toBe("grant-superseded");
  });

  it("is refused once it was revoked by an objection", () => {
    redeems(resetSent().when(object(mail.id), { actor: anyone })).refused("grant-revoked");
  });

  it("is refused once the ticket expired with it unused", () => {
    const over = resetSent().after(days(7)).when(sweep(), { actor: worker }).in("expired");
    redeems(over).refused("grant-revoked");
  });

  it("is refused while the account is frozen, or another ticket of it disputed", () => {
    redeems(resetSent().record({ status: "frozen" })).refused("account-frozen");
    const other = opened(lossOf.T1, resetSent().on("t2")).when(object(mail.id), { actor: anyone }).on("t1");
    redeems(other).refused("account-frozen");
  });

  it("is for whoever has the link, and for nobody on staff", () => {
    for (const actor of [ada, sam, worker])
      resetSent()
        .when(redeem({ id: "g1", generation: 1 }), { actor })
        .refused("not-your-role");
  });
});

describe("A grant that expired unused", () => {
  it("is issued once more to the same contact, and the old link is dead", () => {
    const again = reissues(expired()).gives({
      type: "grant.issued",
      data: { grant: "g1", generation: 2, contact: "c-new", message: "t1.grant.2.c-new" },
    });
    redeems(again, 1).refused("grant-superseded");
    redeems(again, 2).in("completed");
  });

  it("is issued again by an agent or its own requester", () => {
    reissues(expired(), requesterOf("t1")).gives("grant.issued");
    reissues(expired(), requesterOf("t2")).refused("not-your-ticket");
    reissues(expired(), bob).refused("not-your-ticket");
    reissues(expired(), max).refused("not-your-role");
    reissues(expired(), hal).refused("not-your-role");
  });

  it("is issued again once only", () => {
    reissues(reissues(expired()).after(hours(24))).refused("grant-not-renewable");
  });

  it("is issued again within 7 days of the first", () => {
    reissues(resetSent().after(days(7) - 1)).gives("grant.issued");
    reissues(resetSent().after(days(7))).refused("grant-not-renewable");
  });

  it("is not issued again while it is good, where there is none, or on a frozen account", () => {
    reissues(resetSent().after(hours(24) - 1)).refused("grant-still-good");
    reissues(submitted()).refused("no-grant");
    reissues(completed()).refused("no-grant");
    reissues(expired().record({ status: "frozen" })).refused("account-frozen");
  });
});
