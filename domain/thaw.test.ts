import { describe, expect, it } from "vitest";
import { isShut } from "./case";
import { claim } from "./claim";
import { holderSignIn } from "./holder";
import { open } from "./open";
import { endHold, grantRefusal, redeem } from "./reset";
import { submit } from "./submit";
import { ada, anyone, given, hal, mail, type Story, sam, worker } from "./testing";
import { objected, settled } from "./testing-disputes";
import { approvedBy, atHoldsEnd, completed, delivered, lossOf, opened, serial, submitted } from "./testing-stories";
import { thawed, thawOnHold } from "./testing-ways-out";
import { days } from "./time";

const imported = () => given().record({ status: "frozen" });
const reversed = () => settled(completed(), "reverse");
const stands = () => settled(objected(completed()).after(days(7)), "dismiss").after(days(31));
const opens = (story: Story, thaw = true) =>
  story.on("t-thaw").when(open({ ticket: "t-thaw", reference: "R", loss: lossOf.T1, thaw }), { actor: ada });
const isOpen = (story: Story) => !isShut(story.case, story.factsFor(sam));

describe("A frozen account is thawed", () => {
  it.each<[string, () => Story]>([
    ["an import", imported],
    ["the undoing of a recovery", reversed],
    ["an objection that nobody proved", stands],
  ])("by a T4 ticket of its own, when it was frozen by %s", (_why, story) => {
    expect(isOpen(story())).toBe(false);
    const after = thawed(story());
    after.gives(
      "grant.redeemed",
      { type: "account.recovered", data: { action: { thaw: true, newPassword: true } } },
      "account.thawed",
      "holder.notified",
    );
    expect(isOpen(after)).toBe(true);
    expect(after.account).toMatchObject({ frozenAt: null, thawedAt: after.now });
    after
      .when(holderSignIn({ passwordRight: true, sessionsEndedAt: after.account.sessionsEndedAt }), { actor: hal })
      .gives("holder.signed-in");
  });

  it("at T4 whatever was lost, with two signatures or more and a hold", () => {
    opens(imported()).gives(
      { type: "ticket.opened", data: { tier: "T4", loss: { password: true } } },
      "holder.notified",
    );
    const held = thawOnHold(imported().on("t-thaw"));
    expect(held.ticket).toMatchObject({ state: "on_hold", tier: "T4" });
    expect(held.ticket.approvals.length).toBeGreaterThanOrEqual(2);
    const weak = serial(opens(imported()).when(claim(), { actor: ada }), "d1");
    weak.when(submit(), { actor: ada }).refused("policy-not-met");
  });

  it("only where it is frozen, and where no dispute waits", () => {
    opens(given()).refused("not-frozen");
    opens(objected(completed())).refused("ticket-disputed");
    opens(imported(), false).refused("account-frozen");
  });

  it("not by a ticket from before it was frozen anew", () => {
    const held = thawOnHold(imported().on("t-thaw"));
    const refrozen = held.after(1).recorded(worker, { type: "account.frozen", data: { why: "reversal" } });
    atHoldsEnd(refrozen)
      .when(endHold("g"), { actor: worker })
      .gives({ type: "hold.stopped", data: { why: "contacts-changed" } });
  });

  it("once: what is thawed already is not thawed by another ticket", () => {
    const other = thawOnHold(imported().on("t-thaw"));
    const sent = atHoldsEnd(other).when(endHold("g"), { actor: worker }).in("reset_sent");
    const meanwhile = sent.recorded(worker, { type: "account.thawed", data: {} });
    meanwhile.when(redeem({ id: "g", generation: 1 }), { actor: anyone }).refused("grant-superseded");
  });

  it("and an objection freezes it again at once", () => {
    const again = objected(thawed(imported()), mail.id).in("disputed");
    expect(isOpen(again)).toBe(false);
    expect(grantRefusal(again.case, again.factsFor(anyone), { id: "g-thaw", generation: 1 }, again.now)).toBe(
      "grant-used",
    );
  });
});

it("An ordinary ticket of a frozen account goes nowhere", () => {
  const packet = submitted(lossOf.T1);
  const frozen = packet.record({ status: "frozen" });
  approvedBy(frozen, sam).refused("account-frozen");
  delivered(opened(lossOf.T1)).record({ status: "frozen" }).when(claim(), { actor: ada }).refused("account-frozen");
});
