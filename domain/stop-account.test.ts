import { describe, expect, it } from "vitest";
import { contactsOf } from "./account";
import { event } from "./event";
import { redeemForgotten, sendForgotten } from "./forgot";
import { holderSignIn } from "./holder";
import type { Contact } from "./loss";
import { redeem, reissueGrant } from "./reset";
import { stopAccount } from "./stop-account";
import { ada, anyone, given, longAgo, mail, monday, phone, type Story, worker } from "./testing";
import { resetSent } from "./testing-stories";
import { days, hours, minutes } from "./time";

const stop = (contact = mail.id, sentAt = monday) => stopAccount({ contact, sentAt });
const stops = (story: Story, contact = mail.id, sentAt = monday) =>
  story.when(stop(contact, sentAt), { actor: anyone });
/** Contacts as they are on file, one of which came or went otherwise. */
const having = (...imported: Contact[]): Story => given().knowing({ imported });
const young: Contact = { id: "c-young", kind: "email", since: monday - days(29), endedAt: null };

describe("“This was not me” from a notice", () => {
  it("freezes the account, and tells every contact", () => {
    const stopped = stops(given()).gives(
      { type: "account.stopped", data: { contact: mail.id, noticeAt: monday } },
      { type: "account.frozen", data: { why: "not-me" } },
      { type: "account.notified", data: { about: "account-stopped" } },
    );
    const told = stopped.last;
    expect(told.type === "account.notified" ? told.data.messages.map((m) => m.contact) : []).toEqual([
      mail.id,
      phone.id,
    ]);
  });

  it("ends every session, and the right password opens nothing any more", () => {
    const stopped = stops(given().after(minutes(1)));
    expect(stopped.account.sessionsEndedAt).toBe(stopped.now);
    const { sessionsEndedAt } = stopped.account;
    stopped.when(holderSignIn({ passwordRight: true, sessionsEndedAt }), { actor: anyone }).refused("account-frozen");
  });

  it("is as good said twice as once", () => {
    stops(stops(given())).refused("already-stopped");
    stops(stops(given()), phone.id).refused("already-stopped");
    stops(given().record({ status: "frozen" })).refused("already-stopped");
  });

  it("works for sixty days from the notice", () => {
    stops(given().after(days(60) - 1)).gives("account.stopped", "account.frozen", "account.notified");
    stops(given().after(days(60))).refused("link-expired");
  });

  it("is heard of a contact of this account only, and of none that was erased", () => {
    stops(given(), "c-stranger").refused("not-the-holder");
    const erased = given(event("erasure.proposed", { proposal: "p", reason: "r", stepUp: null })).recorded(
      worker,
      event("account.erased", { proposal: "p", stepUp: null, rows: [] }),
    );
    stops(erased).refused("not-the-holder");
  });

  it("is heard for thirty days of a contact that was taken off", () => {
    const ended = (ago: number) => having({ ...mail, endedAt: monday - ago }, phone);
    stops(ended(days(30) - 1)).gives("account.stopped", "account.frozen", "account.notified");
    stops(ended(days(30))).refused("too-late-to-object");
  });

  it("is not heard of a contact that came less than thirty days ago, while an older one can be", () => {
    stops(having(phone, young), young.id).refused("contact-too-new");
    stops(having({ ...phone, endedAt: monday - days(29) }, young), young.id).refused("contact-too-new");
    stops(having(phone, young).after(days(1)), young.id).gives("account.stopped", "account.frozen", "account.notified");
  });

  it("is heard of a young contact where no other can be, unless it was taken off", () => {
    stops(having(young), young.id).gives("account.stopped", "account.frozen", "account.notified");
    stops(having({ ...phone, endedAt: monday - days(30) }, young), young.id).gives(
      "account.stopped",
      "account.frozen",
      "account.notified",
    );
    stops(having({ ...young, endedAt: monday - 1 }), young.id).refused("contact-too-new");
  });

  it("is heard of a contact as old as a young account", () => {
    const account = { createdAt: monday - days(3) };
    const first = { ...mail, since: monday - days(3) };
    stops(having(first, phone).record(account)).gives("account.stopped", "account.frozen", "account.notified");
  });

  it("leaves a thief who put their own contact on no way to shut the holder out, and the holder one to stop the thief", () => {
    const thiefs = having(mail, { ...young, since: monday });
    stops(thiefs.after(days(29)), young.id).refused("contact-too-new");
    stops(thiefs.after(days(29))).gives("account.stopped", "account.frozen", "account.notified");
  });

  it("is over once the account was looked at and opened again: a notice from before stops nothing", () => {
    const thawed = stops(given()).after(days(9)).recorded(worker, event("account.thawed", {}));
    stops(thawed).refused("link-superseded");
    stops(thawed.after(1), mail.id, thawed.now).gives("account.stopped", "account.frozen", "account.notified");
  });

  it("kills a way to a new password that was sent before, for good", () => {
    const sent = given().when(sendForgotten([mail.id], { ask: "a" }), { actor: anyone });
    const stopped = stops(sent);
    stopped.when(redeemForgotten(1), { actor: anyone }).refused("link-superseded");
    const thawed = stopped.after(minutes(5)).recorded(worker, event("account.thawed", {}));
    thawed.when(redeemForgotten(1), { actor: anyone }).refused("link-superseded");
    const again = thawed.when(sendForgotten([mail.id], { ask: "a" }), { actor: anyone });
    again.when(redeemForgotten(2), { actor: anyone }).gives("forgotten.redeemed", "account.notified");
  });

  it("kills a grant that is out, for good", () => {
    const out = resetSent().after(minutes(1));
    const redeems = (story: Story) => story.when(redeem({ id: "g1", generation: 1 }), { actor: anyone });
    const stopped = stops(out);
    redeems(stopped).refused("account-frozen");
    const thawed = stopped.after(hours(1)).recorded(worker, event("account.thawed", {}));
    redeems(thawed).refused("grant-revoked");
    thawed.after(days(1)).when(reissueGrant(), { actor: ada }).refused("grant-not-renewable");
    redeems(out).gives("grant.redeemed", "account.recovered", "holder.notified");
  });

  it("keeps the contacts as they were", () => {
    expect(contactsOf([mail, phone], stops(given()).account)).toEqual([mail, phone]);
    expect(mail.since).toBe(longAgo);
  });
});
