import { describe, expect, it } from "vitest";
import { event } from "./event";
import { acceptInvitation, declineInvitation, endLink, invite, receiveInvitation } from "./invite";
import { hasVoucher, linksOf } from "./link";
import { ada, given, hal, phone, type Story, worker } from "./testing";
import { atHals, atVeras, halsAccount, invited, linked, vera } from "./testing-proofs";
import { days, hours } from "./time";

const receiving = (id = "l1", from = halsAccount, contacts = [phone.id]) => receiveInvitation({ id, from, contacts });
const received = (story = atVeras()): Story => story.when(receiving(), { actor: hal });
const inviting = (n: number) => invite({ id: `l${n}`, other: `acc-${n}`, installer: false });

describe("inviting somebody to vouch", () => {
  it("enters ids alone, and tells the contacts of who invites", () => {
    invited().gives(
      { type: "link.invited", data: { link: "l1", other: "acc-vera", installer: false } },
      { type: "account.notified", data: { about: "link-invited" } },
    );
  });
  it("is the same where nobody has the address: it waits, and lapses after 14 days", () => {
    const nobody = invited({ other: null });
    nobody.gives("link.invited", "account.notified");
    expect(linksOf(nobody.account, "owner", nobody.now)).toHaveLength(1);
    expect(linksOf(nobody.account, "owner", nobody.now + days(14))).toEqual([]);
  });
  it("is the holder's alone", () => {
    given().when(inviting(1), { actor: ada }).refused("not-your-role");
    given().when(inviting(1), { actor: vera }).refused("not-your-role");
  });
  it("is not of oneself", () => {
    given()
      .when(invite({ id: "l1", other: halsAccount, installer: false }), { actor: hal })
      .refused("own-address");
  });
  it("is not done on a frozen account, nor within 30 days of a recovery", () => {
    given().record({ status: "frozen" }).when(inviting(1), { actor: hal }).refused("account-frozen");
    const action = { newPassword: true, removeSecondFactor: false, replace: [] };
    given(event("account.recovered", { action, added: null }))
      .when(inviting(1), { actor: hal })
      .refused("in-quarantine");
  });
  it("keeps who accepted it while the account is in quarantine, but for those who want to be let go", () => {
    const action = { newPassword: true, removeSecondFactor: false, replace: [] };
    const recovered = linked().recorded(worker, event("account.recovered", { action, added: null }));
    const ends = (story: Story, by = halsAccount, actor = hal) => story.when(endLink({ link: "l1", by }), { actor });
    ends(recovered).refused("in-quarantine");
    ends(recovered, "acc-vera", vera).gives("link.ended", "account.notified");
    ends(recovered.after(days(30))).gives("link.ended", "account.notified");
    const waiting = invited().recorded(worker, event("account.recovered", { action, added: null }));
    ends(waiting).gives("link.ended", "account.notified");
  });
  it("is of five people at once", () => {
    const five = [1, 2, 3, 4, 5].reduce((s, n) => s.after(days(1)).when(inviting(n), { actor: hal }), given());
    five.when(inviting(6), { actor: hal }).refused("too-many-links");
    five
      .when(endLink({ link: "l1", by: halsAccount }), { actor: hal })
      .when(inviting(6), { actor: hal })
      .gives("link.invited", "account.notified");
  });
  it("is done five times a day, those taken back included: it is no way to flood strangers", () => {
    const five = [1, 2, 3, 4, 5].reduce(
      (s, n) => s.when(inviting(n), { actor: hal }).when(endLink({ link: `l${n}`, by: halsAccount }), { actor: hal }),
      given(),
    );
    five.when(inviting(6), { actor: hal }).refused("too-many-invitations");
    five.after(hours(24)).when(inviting(6), { actor: hal }).gives("link.invited", "account.notified");
  });
});

describe("an invitation, on the side of whom it is for", () => {
  it("is laid before them, and their contacts are told", () => {
    received().gives(
      { type: "link.received", data: { link: "l1", other: halsAccount } },
      { type: "account.notified", data: { about: "link-received" } },
    );
  });
  it("comes from the one who invites and from nobody else", () => {
    atVeras().when(receiving(), { actor: ada }).refused("not-your-role");
    atVeras().when(receiving("l1", "acc-else"), { actor: hal }).refused("not-your-role");
  });
  it("does not come by an address that is theirs no more", () => {
    atVeras()
      .when(receiving("l1", halsAccount, ["c-of-another"]), { actor: hal })
      .refused("no-such-contact");
  });
  it("does not come twice from one account, nor to a frozen one", () => {
    received().when(receiving("l2"), { actor: hal }).refused("already-invited");
    atVeras().record({ status: "frozen" }).when(receiving(), { actor: hal }).refused("account-frozen");
  });
  it("waits with at most nine others", () => {
    const from = (n: number) => ({ ...hal, id: `holder:acc-${n}` });
    const ten = Array.from({ length: 10 }, (_, n) => n).reduce(
      (s, n) => s.when(receiving(`l-${n}`, `acc-${n}`), { actor: from(n) }),
      atVeras(),
    );
    ten.when(receiving(), { actor: hal }).refused("too-many-invitations");
  });
});

describe("an answer to an invitation", () => {
  it("links the two: both sides have it, and the contacts of both are told", () => {
    const owner = invited().when(acceptInvitation(atHals), { actor: vera });
    owner.gives("link.accepted", { type: "account.notified", data: { about: "link-accepted" } });
    const voucher = received().when(acceptInvitation(atHals), { actor: vera });
    voucher.gives("link.accepted", "account.notified");
    expect([owner, voucher].map((s) => s.account.links?.map((l) => [l.side, l.other, l.acceptedAt !== null]))).toEqual([
      [["owner", "acc-vera", true]],
      [["voucher", halsAccount, true]],
    ]);
  });
  it("is declined on both sides, and nothing is left", () => {
    const owner = invited().when(declineInvitation(atHals), { actor: vera });
    owner.gives("link.declined", { type: "account.notified", data: { about: "link-declined" } });
    expect(owner.account.links).toEqual([]);
    expect(received().when(declineInvitation(atHals), { actor: vera }).account.links).toEqual([]);
  });
  it("is given by whom it is for, once, and in time", () => {
    invited().when(acceptInvitation(atHals), { actor: hal }).refused("not-your-role");
    invited()
      .when(acceptInvitation({ link: "l1", voucher: "acc-else" }), { actor: { ...vera, id: "holder:acc-else" } })
      .refused("no-such-invitation");
    invited({ other: null }).when(acceptInvitation(atHals), { actor: vera }).refused("no-such-invitation");
    linked({ age: 0 }).when(acceptInvitation(atHals), { actor: vera }).refused("already-linked");
    linked({ age: 0 }).when(declineInvitation(atHals), { actor: vera }).refused("already-linked");
    invited().after(days(14)).when(acceptInvitation(atHals), { actor: vera }).refused("no-such-invitation");
  });
  it("is no yes on a frozen account; no can be said to it", () => {
    const frozen = invited().record({ status: "frozen" });
    frozen.when(acceptInvitation(atHals), { actor: vera }).refused("account-frozen");
    frozen.when(declineInvitation(atHals), { actor: vera }).gives("link.declined", "account.notified");
  });
});

describe("a link", () => {
  it("carries a vouch from its 90th day on, and an installer's never", () => {
    const young = linked({ age: 89 });
    expect(hasVoucher(young.account, young.now)).toBe(false);
    expect(hasVoucher(young.account, young.now + days(1))).toBe(true);
    const installer = linked({ installer: true, age: 400 });
    expect(hasVoucher(installer.account, installer.now)).toBe(false);
  });
  it("is ended by either, on both sides, and both are told", () => {
    for (const actor of [hal, vera])
      linked()
        .when(endLink({ link: "l1", by: actor.id.slice("holder:".length) }), { actor })
        .gives("link.ended", { type: "account.notified", data: { about: "link-ended" } });
  });
  it("is ended by nobody else, and once", () => {
    linked()
      .when(endLink({ link: "l1", by: "acc-else" }), { actor: { ...vera, id: "holder:acc-else" } })
      .refused("not-your-role");
    linked()
      .when(endLink({ link: "l1", by: halsAccount }), { actor: vera })
      .refused("not-your-role");
    const ended = linked().when(endLink({ link: "l1", by: halsAccount }), { actor: hal });
    ended.when(endLink({ link: "l1", by: halsAccount }), { actor: hal }).refused("no-such-link");
  });
});
