import { describe, expect, it } from "vitest";
import { endLink } from "./invite";
import { ada, bob, given, hal, requesterOf, type Story } from "./testing";
import { atVeras, byVera, halsAccount, honest, linked, veraVouching } from "./testing-proofs";
import { claimed, confirmed, proposed, ready } from "./testing-stories";
import { days, hours, minutes } from "./time";
import { askVouch, giveVouch, openVouch, tellVoucher } from "./vouch";
import { isOpenVouch } from "./vouch-asked";

const asked = (story = ready(undefined, linked())): Story => story.when(askVouch(), { actor: ada });
const typed = (right = true, generation = 1) => openVouch({ generation, right, isRequester: false });
const giving = giveVouch({ evidence: "e-vouch", isRequester: false });
const openedBy = (story = asked()): Story => byVera(story, typed());

describe("a number to vouch with", () => {
  it("is made for 24 hours, and its entry says nothing of who may vouch", () => {
    const told = asked();
    told.gives({ type: "vouch.asked", data: { generation: 1, expiresAt: told.now + hours(24) } });
    expect(JSON.stringify(told.last)).not.toContain("vera");
  });
  it("is made by the agent only where somebody may vouch, and in the portal in any case", () => {
    asked(ready()).refused("nobody-may-vouch");
    asked(ready(undefined, linked({ age: 30 }))).refused("nobody-may-vouch");
    asked(ready(undefined, linked({ installer: true }))).refused("nobody-may-vouch");
    ready()
      .when(askVouch(), { actor: requesterOf("t1") })
      .gives("vouch.asked");
  });
  it("is made by whoever holds the ticket, once its new contact is confirmed, while it verifies", () => {
    ready(undefined, linked()).when(askVouch(), { actor: bob }).refused("not-your-ticket");
    asked(proposed(claimed(undefined, linked()))).refused("confirm-new-contact-first");
    asked(ready(undefined, linked()).record({ status: "frozen" })).refused("account-frozen");
  });
  it("is made anew after two minutes, five times a ticket, and the new one kills the old", () => {
    asked(asked()).refused("number-just-given");
    const second = asked(asked().after(minutes(2)));
    second.gives({ type: "vouch.asked", data: { generation: 2 } });
    byVera(second, typed(true, 1)).refused("no-such-number");
    const five = [3, 4, 5].reduce((s) => asked(s.after(minutes(2))), second);
    asked(five.after(minutes(2))).refused("too-many-numbers");
  });
  it("is not made once a vouch was given", () => {
    asked(byVera(openedBy(), giving).after(minutes(2))).refused("already-vouched");
  });
});

describe("a vouch", () => {
  it("is evidence, given by a linked person who was shown what it is for", () => {
    const told = byVera(openedBy(), giving);
    told.gives({ type: "vouch.given", data: { link: "l1", evidence: "e-vouch" } });
    expect(told.ticket.evidence).toMatchObject([{ factor: "vouch", id: "e-vouch" }]);
  });
  it("counts once: the number opens nothing a second time", () => {
    const told = byVera(openedBy(), giving);
    byVera(told, giving).refused("no-such-number");
    byVera(told, typed()).refused("no-such-number");
  });
  it("is not given before the number was typed", () => byVera(asked(), giving).refused("no-such-number"));
  it("is void when another new contact is named, and so is a number that is under way", () => {
    const given_ = confirmed(proposed(byVera(openedBy(), giving), "c-two"));
    expect(given_.ticket.evidence.every((v) => v.voidedAt !== null)).toBe(true);
    const underWay = confirmed(proposed(openedBy(), "c-two"));
    byVera(underWay, giving).refused("no-such-number");
    expect(isOpenVouch(underWay.ticket.vouch, underWay.now)).toBe(false);
  });
  it("is not given once 24 hours are over", () => {
    byVera(asked().after(hours(24)), typed()).refused("no-such-number");
    byVera(openedBy().after(hours(24)), giving).refused("no-such-number");
  });
  it("is not given on a ticket that left verifying, nor on a frozen account", () => {
    const left = openedBy().when(() => [{ type: "ticket.released", data: { by: "ada", why: "agent" } }], {
      actor: ada,
    });
    byVera(left, giving).refused("no-such-number");
    byVera(asked().record({ status: "frozen" }), typed()).refused("no-such-number");
  });
  it("is not asked for where no number was made, and that is told like a wrong one", () => {
    byVera(ready(undefined, linked()), typed()).refused("no-such-number");
    byVera(linked(), typed()).refused("no-such-number");
  });
  it("takes five wrong numbers, each an entry", () => {
    const wrong = (s: Story) => byVera(s, typed(false));
    wrong(asked()).gives({ type: "vouch.refused", data: { tries: 1 } });
    const five = [1, 2, 3, 4, 5].reduce(wrong, asked());
    byVera(five, typed()).refused("too-many-tries");
    byVera(asked(five.after(minutes(2))), typed(true, 2)).gives("vouch.opened");
  });
});

describe("nobody vouches", () => {
  it("who is no linked person", () => {
    asked().when(typed(), { actor: hal }).refused("not-your-role");
    asked().when(typed(), { actor: ada }).refused("not-your-role");
    const stranger = { ...veraVouching, id: "voucher:acc-else" };
    asked()
      .when(typed(), { actor: stranger, facts: { voucher: honest } })
      .refused("not-linked");
    const ended = asked().when(endLink({ link: "l1", by: halsAccount }), { actor: hal });
    byVera(ended, typed()).refused("not-linked");
  });
  it("by a link of less than 90 days", () => {
    const young = ready(undefined, linked({ age: 0 })).when(askVouch(), { actor: requesterOf("t1") });
    byVera(young, typed()).refused("link-too-young");
  });
  it("who is the holder's installer", () => {
    const installer = ready(undefined, linked({ installer: true })).when(askVouch(), { actor: requesterOf("t1") });
    byVera(installer, typed()).refused("installer-may-not-vouch");
  });
  it("twice in 30 days, for whomever", () => {
    const told = asked();
    byVera(told, typed(), { vouchedAt: told.now - days(29) }).refused("vouched-lately");
    byVera(told, typed(), { vouchedAt: told.now - days(30) }).gives("vouch.opened");
    byVera(openedBy(), giving, { vouchedAt: told.now - days(1) }).refused("vouched-lately");
  });
  it("while their own account is frozen or disputed", () => {
    byVera(asked(), typed(), { frozen: true }).refused("account-frozen");
    byVera(openedBy(), giving, { frozen: true }).refused("account-frozen");
  });
  it("for a request of their own: made in this browser, or with a link that would come to them", () => {
    byVera(asked(), typed(), { ofStaff: true }).refused("staff-may-not-vouch");
    byVera(openedBy(), giving, { ofStaff: true }).refused("staff-may-not-vouch");
    byVera(asked(), typed(), { ownsNewContact: true }).refused("own-request");
    byVera(openedBy(), giving, { ownsNewContact: true }).refused("own-request");
    byVera(asked(), openVouch({ generation: 1, right: true, isRequester: true })).refused("own-request");
    byVera(openedBy(), giveVouch({ evidence: "e", isRequester: true })).refused("own-request");
  });
  it("of whom nothing was read under the lock", () => {
    asked().when(typed(), { actor: veraVouching }).refused("account-frozen");
  });
});

describe("whoever vouched", () => {
  it("is told of it", () => {
    atVeras()
      .when(tellVoucher("e1"), { actor: veraVouching })
      .gives({ type: "account.notified", data: { about: "vouch-given" } });
    atVeras().knowing({ imported: [] }).when(tellVoucher("e1"), { actor: veraVouching }).refused("no-such-contact");
    given().when(tellVoucher("e1"), { actor: veraVouching }).refused("not-your-role");
  });
});
