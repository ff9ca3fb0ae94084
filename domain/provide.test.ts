import { describe, expect, it } from "vitest";
import { contactsToTell } from "./account";
import { contactsNow } from "./case";
import { claim } from "./claim";
import { cancel } from "./end";
import { erasureRefusal } from "./erasure";
import { event } from "./event";
import { sendForgotten } from "./forgot";
import { holderSignIn } from "./holder";
import { claimOf } from "./loss";
import { open } from "./open";
import { changeProvided, identityProvider, mostProvided, type ProvidedChange, provisionAccount } from "./provide";
import { endHold, redeem } from "./reset";
import { stopAccount } from "./stop-account";
import { submit } from "./submit";
import { ada, anyone, given, hal, mail, monday, phone, type Story, worker } from "./testing";
import { atHoldsEnd, claimed, evidenced, holdRunning, opened, resetSent } from "./testing-stories";
import { days } from "./time";

const by = { actor: identityProvider };
const described = { row: "11".repeat(32), profile: "22".repeat(32) };
const fresh = (contact: string, kind: "email" | "phone" = "email") => ({ contact, kind, commitment: "00" });
const nothing: ProvidedChange = { version: 0, described: null, add: [], drop: [], turn: null };
const change = (what: Partial<ProvidedChange>) => changeProvided({ ...nothing, ...what });
const live = (story: Story) =>
  contactsNow(story.case, story.factsFor(hal)).flatMap((k) => (k.endedAt === null ? [k.id] : []));
const toldOf = (story: Story, about: string) =>
  (story.verdict ?? []).flatMap((e) =>
    e.type === "account.notified" && e.data.about === about ? e.data.messages.map((m) => m.contact) : [],
  );
const recovered = event("account.recovered", {
  action: { newPassword: true, removeSecondFactor: false, replace: [] },
  added: null,
});

describe("an account that an identity provider makes", () => {
  const made = (more: object = {}) =>
    provisionAccount({
      described,
      contacts: [fresh("c-1"), fresh("c-2", "phone")],
      row: "33".repeat(32),
      createdAt: monday - 5,
      active: true,
      ...more,
    });
  const none = given()
    .knowing({ imported: [] })
    .record({ createdAt: monday - 5 });

  it("comes with contacts that are as old as itself, and may be switched off from the start", () => {
    const story = none.when(made(), by);
    story.gives("account.provisioned", "account.described", "provided-contact.added", "provided-contact.added");
    const contacts = contactsNow(story.case, story.factsFor(hal));
    expect(contacts).toMatchObject([
      { id: "c-1", since: monday - 5 },
      { id: "c-2", since: monday - 5 },
    ]);
    const loss = { password: true, secondFactor: false, email: false, phone: false };
    expect(claimOf(loss, { createdAt: monday - 5, secondFactor: "none", contacts }, monday)).toMatchObject({
      sendTo: "c-1",
    });
    none
      .when(made({ active: false, contacts: [] }), by)
      .gives("account.provisioned", "account.described", "account.deactivated");
  });

  it("has names of its own, ten contacts at most, and is made by nobody else", () => {
    none.when(made(), { ...by, facts: { namesTaken: { username: true, external: true } } }).refused("username-taken");
    none
      .when(made(), { ...by, facts: { namesTaken: { username: false, external: true } } })
      .refused("external-id-taken");
    const many = Array.from({ length: mostProvided + 1 }, (_, n) => fresh(`c-${n}`));
    none.when(made({ contacts: many }), by).refused("too-many-provided");
    for (const actor of [ada, hal, worker, { ...identityProvider, id: "system" }])
      none.when(made(), { actor }).refused("not-your-role");
  });
});

describe("what an identity provider changes", () => {
  it("adds a contact that proves nothing for 30 days, and tells those before it", () => {
    const story = given().when(change({ add: [fresh("c-new")] }), by);
    story.gives("provided-contact.added", { type: "account.notified", data: { about: "contact-provided" } });
    expect(toldOf(story, "contact-provided")).toEqual([mail.id, phone.id]);
    const way = (later: number) => story.after(later).when(sendForgotten(["c-new"], { ask: "a" }), { actor: worker });
    way(days(30) - 1).refused("contact-too-new");
    way(days(30)).gives("forgotten.sent");
  });

  it("takes a contact off that goes on being told for 90 days, with a ticket open or not", () => {
    const opened = given()
      .on("t1")
      .when(
        open({
          ticket: "t1",
          reference: "R",
          loss: { password: true, secondFactor: false, email: false, phone: false },
        }),
        { actor: ada },
      );
    for (const before of [given(), opened.on("")]) {
      const story = before.when(change({ drop: [phone.id] }), by);
      story.gives("provided-contact.removed", { type: "account.notified", data: { about: "contact-withdrawn" } });
      expect(toldOf(story, "contact-withdrawn")).toEqual([mail.id, phone.id]);
      expect(live(story)).toEqual([mail.id]);
      const reached = contactsToTell(contactsNow(story.case, story.factsFor(hal)), story.now + days(90) - 1);
      expect(reached.map((k) => k.id)).toEqual([mail.id, phone.id]);
    }
  });

  it("may put one in the place of the last, but leaves nobody without any", () => {
    const one = given().when(change({ drop: [phone.id] }), by);
    const version = one.account.provided?.version ?? 0;
    one.when(change({ version, drop: [mail.id] }), by).refused("last-contact");
    expect(live(one.when(change({ version, drop: [mail.id], add: [fresh("c-new")] }), by))).toEqual(["c-new"]);
  });

  it("does not move the phone that codes of the second factor go to", () => {
    const sms = given().record({ secondFactor: "sms" });
    sms.when(change({ drop: [phone.id], add: [fresh("c-new", "phone")] }), by).refused("phone-is-second-factor");
    sms.when(change({ drop: [mail.id] }), by).gives("provided-contact.removed", "account.notified");
  });

  it("moves no contact while others may be in the account, and names and switches all the same", () => {
    const held = [
      [given().record({ status: "frozen" }), "account-frozen"],
      [given(event("account.frozen", { why: "not-me" })), "account-frozen"],
      [given(event("ticket.disputed", { contact: mail.id, how: "link" })), "account-frozen"],
      [given(event("safety.flagged", { kind: "household" })), "safety-flag"],
      [given(recovered), "in-quarantine"],
    ] as const;
    for (const [story, reason] of held) {
      story.when(change({ add: [fresh("c-new")] }), by).refused(reason);
      story.when(change({ drop: [phone.id] }), by).refused(reason);
      story.when(change({ described, turn: "off" }), by).gives("account.described", "account.deactivated");
    }
    given(recovered)
      .after(days(30))
      .when(change({ drop: [phone.id] }), by)
      .gives("provided-contact.removed", "account.notified");
  });

  it("leaves names as they are under a legal hold, and switches all the same", () => {
    const story = given(event("legal-hold.placed", { reason: "r", stepUp: null }));
    story.when(change({ described }), by).refused("legal-hold");
    story.when(change({ turn: "off" }), by).gives("account.deactivated");
  });

  it("does not put back or tell of what a recovery took off, and lets its day stand", () => {
    const action = { newPassword: true, removeSecondFactor: false, replace: [mail.id] };
    const story = given(event("account.recovered", { action, added: { id: "c-own", kind: "email" } }))
      .after(days(31))
      .when(change({ drop: [mail.id] }), by);
    story.gives("provided-contact.removed");
    expect(story.account.removed[mail.id]).toBe(monday);
    expect(live(story)).toEqual([phone.id, "c-own"]);
  });

  it("is made for the account as it was read, once, with names that are nobody else's", () => {
    const story = given().when(change({ described }), by);
    story.when(change({ described }), by).refused("changed-meanwhile");
    given().when(change({}), by).refused("nothing-to-change");
    given()
      .when(change({ described }), { ...by, facts: { namesTaken: { username: true, external: false } } })
      .refused("username-taken");
    const many = Array.from({ length: mostProvided - 1 }, (_, n) => fresh(`c-${n}`));
    given()
      .when(change({ add: many }), by)
      .refused("too-many-provided");
    for (const actor of [ada, hal, worker]) given().when(change({ described }), { actor }).refused("not-your-role");
    const proposal = { proposal: "p", reason: "r", stepUp: null };
    given(event("erasure.proposed", proposal), event("account.erased", { proposal: "p", stepUp: null, rows: [] }))
      .when(change({ described }), by)
      .refused("account-erased");
  });
});

describe("an account that an identity provider switched off", () => {
  const off = () => given().when(change({ turn: "off" }), by);
  const loss = { password: true, secondFactor: false, email: false, phone: false };
  const opening = (more: object = {}) => open({ ticket: "t1", reference: "R", loss, ...more });

  it("ends every session, lets nobody in, and takes no ticket, not even one that thaws", () => {
    const story = off();
    expect(story.account).toMatchObject({ sessionsEndedAt: monday, provided: { offAt: monday, gone: false } });
    const right = { passwordRight: true, sessionsEndedAt: monday };
    story.when(holderSignIn(right), { actor: anyone }).refused("account-frozen");
    story.on("t1").when(opening(), { actor: ada }).refused("account-switched-off");
    story
      .on("t1")
      .when(opening({ thaw: true }), { actor: ada })
      .refused("account-switched-off");
    story.when(sendForgotten([mail.id], { ask: "a" }), { actor: worker }).refused("account-frozen");
  });

  it("stops a ticket that was under way: nobody claims or checks, and at the hold's end it goes back to review", () => {
    const offIn = (story: Story) =>
      story
        .on("")
        .when(change({ turn: "off" }), by)
        .on("t1");
    offIn(opened()).when(claim(), { actor: ada }).refused("account-switched-off");
    offIn(evidenced()).when(submit(), { actor: ada }).refused("account-switched-off");
    const held = offIn(atHoldsEnd(holdRunning()));
    held.when(endHold("g1"), { actor: worker }).gives({ type: "hold.stopped", data: { why: "account-frozen" } });
    const sent = offIn(resetSent());
    sent.when(redeem({ id: "g1", generation: 1 }), { actor: anyone }).refused("account-frozen");
    offIn(claimed()).when(cancel("caller-gone"), { actor: ada }).gives("ticket.cancelled");
  });

  it("may be frozen by its holder besides, and may be erased", () => {
    expect(erasureRefusal(off().case, off().factsFor(ada))).toBeNull();
    const frozen = off().when(stopAccount({ contact: mail.id, sentAt: monday }), { actor: anyone });
    frozen.gives("account.stopped", "account.frozen", "account.notified");
    const version = frozen.account.provided?.version ?? 0;
    const on = frozen.when(change({ version, turn: "on" }), by).gives("account.reactivated");
    on.when(holderSignIn({ passwordRight: true, sessionsEndedAt: monday }), { actor: anyone }).refused(
      "account-frozen",
    );
  });

  it("is switched on again without a session, and is off but once", () => {
    const version = off().account.provided?.version ?? 0;
    off()
      .when(change({ version, turn: "off" }), by)
      .refused("nothing-to-change");
    const gone = off().when(change({ version, turn: "gone" }), by);
    gone.gives({ type: "account.deactivated", data: { gone: true } });
    const back = gone.when(change({ version: version + 1, turn: "off" }), by);
    back.gives({ type: "account.deactivated", data: { gone: false } });
    expect(back.account.provided).toMatchObject({ offAt: monday, gone: false });
    const on = gone.after(5).when(change({ version: version + 1, turn: "on" }), by);
    on.gives("account.reactivated");
    expect(on.account).toMatchObject({ sessionsEndedAt: monday, provided: { offAt: null, gone: false } });
    on.when(holderSignIn({ passwordRight: true, sessionsEndedAt: monday }), { actor: anyone }).gives(
      "holder.signed-in",
    );
    given()
      .when(change({ turn: "on" }), by)
      .refused("nothing-to-change");
  });
});

it("An account of long ago knows nothing of an identity provider", () => {
  expect(given(event("holder.signed-in", { secondFactor: "none" })).account.provided).toBeUndefined();
});
