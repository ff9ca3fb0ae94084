import { describe, expect, it } from "vitest";
import { type Answer, askReset, settleDirectory, takeForgotten } from "./ask-directory";
import { stepsOf } from "./directory-job";
import { event } from "./event";
import { redeemForgotten, sendForgotten } from "./forgot";
import { grantRefusal, object, redeem, reissueGrant } from "./reset";
import { ada, anyone, given, hal, mail, monday, phone, type Story, worker } from "./testing";
import { lossOf, opened, resetSent } from "./testing-stories";
import { hours, minutes } from "./time";

const all = ["contacts", "second-factor", "password"] as const;
const grant = { id: "g1", generation: 1 };
const total = () => resetSent(lossOf.T4);
const asks = (story: Story, job = "j1", taken: readonly (typeof all)[number][] = all) =>
  story.when(askReset(grant, { job, taken }), { actor: anyone });
const answers = (story: Story, answer: Answer, job = "j1") =>
  story.when(settleDirectory(job, answer), { actor: worker });
const does = (story: Story, step: (typeof all)[number], job = "j1") => answers(story, { step, done: true }, job);
/** A total loss whose new contact is in the directory, and whose password is not yet. */
const halfDone = () => does(asks(total()), "contacts");

describe("A reset of an account that lives in a directory elsewhere", () => {
  it("is only asked for when its link is used: nothing of the account is changed yet", () => {
    const asked = asks(total()).gives({
      type: "directory.asked",
      data: { job: "j1", generation: 1, steps: ["contacts", "password"] },
    });
    expect(asked.in("reset_sent").account.recoveries).toEqual([]);
    expect(asked.ticket.directory).toMatchObject({ state: "waiting", until: asked.now + hours(24), done: [] });
  });

  it("is done once the directory did the last of it, with the same entries as an account that lives here", () => {
    does(halfDone(), "password")
      .gives(
        { type: "directory.changed", data: { step: "password" } },
        "directory.done",
        { type: "grant.redeemed", data: grant && { grant: "g1", generation: 1 } },
        { type: "account.recovered", data: { added: { id: "c-new", kind: "email" } } },
        { type: "holder.notified", data: { purpose: "completed" } },
      )
      .in("completed");
  });

  it("is taken by the first of many, and by no other while it waits or once it is done", () => {
    const asked = asks(total());
    asks(asked, "j2").refused("grant-taken");
    asked.when(redeem(grant), { actor: anyone }).refused("grant-taken");
    asked.when(reissueGrant(), { actor: ada }).refused("grant-taken");
    asks(does(halfDone(), "password"), "j2").refused("grant-used");
  });

  it("goes on after its link ran out, for a day from when it was asked", () => {
    const late = asks(total().after(hours(24) - 1)).after(hours(20));
    expect(grantRefusal(late.case, late.factsFor(anyone), grant, late.now)).toBe("grant-taken");
    does(does(late, "contacts"), "password").in("completed");
    const over = answers(late.after(hours(5)), { step: "contacts", trouble: "unreachable" });
    over.gives({ type: "directory.failed", data: { why: "unreachable" } }).in("reset_sent");
    asks(over, "j2").refused("grant-expired");
    over.when(reissueGrant(), { actor: ada }).gives("grant.issued");
  });

  it("says once what stands in the way, and that it does no more once a step is done", () => {
    const delayed = answers(asks(total()), { step: "contacts", trouble: "not-allowed" });
    delayed.gives({ type: "directory.delayed", data: { step: "contacts", why: "not-allowed" } });
    expect(delayed.ticket.directory?.why).toBe("not-allowed");
    expect(does(delayed, "contacts").ticket.directory?.why).toBeNull();
  });

  it("lets the holder choose another password where the directory did not take one, and does nothing twice", () => {
    const refused = answers(halfDone(), { rule: "used-before" });
    refused.gives({ type: "directory.refused", data: { why: "used-before" } }).in("reset_sent");
    expect(stepsOf(refused.ticket, all)).toEqual(["password"]);
    const again = asks(refused, "j2").gives({ type: "directory.asked", data: { job: "j2", steps: ["password"] } });
    does(again, "password", "j2").in("completed");
    asks(refused.after(hours(24)), "j2").refused("grant-expired");
  });

  it("asks for nothing that the directory does not take, and for what was done under another grant anew", () => {
    const enrolled = resetSent(lossOf.T4, given().record({ secondFactor: "totp" }));
    expect(stepsOf(enrolled.ticket, all)).toEqual([...all]);
    expect(stepsOf(enrolled.ticket, ["contacts", "password"])).toEqual(["contacts", "password"]);
    expect(stepsOf(resetSent(lossOf.T1).ticket, all)).toEqual(["password"]);
    const failed = answers(halfDone(), { failure: "password-gone" });
    const { grant: held } = failed.ticket;
    const later = { ...failed.ticket, grant: held && { ...held, firstIssuedAt: failed.now + 1 } };
    expect(stepsOf(failed.ticket, all)).toEqual(["password"]);
    expect(stepsOf(later, all)).toEqual(["contacts", "password"]);
  });

  it("does no more of it once an old contact objected: what is done stays, and nothing else follows", () => {
    const stopped = halfDone().when(object(mail.id), { actor: anyone });
    stopped.gives("ticket.disputed", "grant.revoked", "holder.notified");
    answers(stopped, { stop: "grant-revoked" }).gives("directory.stopped").in("disputed");
    const tooLate = does(stopped, "password").gives(
      { type: "directory.changed", data: { step: "password" } },
      { type: "directory.stopped", data: { why: "grant-revoked" } },
    );
    expect(tooLate.in("disputed").account.recoveries).toEqual([]);
  });

  it("is stopped by a frozen account, by other contacts, and by someone in danger", () => {
    const last = halfDone();
    does(last.record({ status: "frozen" }), "password").gives("directory.changed", {
      type: "directory.stopped",
      data: { why: "account-frozen" },
    });
    const other = opened(lossOf.T1, last.on("t2")).when(object(phone.id), { actor: anyone }).on("t1");
    does(other, "password").gives("directory.changed", { type: "directory.stopped", data: { why: "account-frozen" } });
    const moved = last.knowing({ imported: [{ ...mail, endedAt: monday }, phone] });
    does(moved, "password").gives("directory.changed", {
      type: "directory.stopped",
      data: { why: "contacts-changed" },
    });
    const flagged = last.after(1).recorded(hal, event("safety.flagged", { kind: "household" }));
    does(flagged, "password").gives("directory.changed", { type: "directory.stopped", data: { why: "grant-revoked" } });
    does(last.knowing({ knockedOut: true }), "password").gives("directory.changed", "directory.stopped");
  });

  it("is settled by the worker alone, once, and for no step that was not asked or is done", () => {
    const asked = asks(total());
    asked.when(settleDirectory("j1", { step: "contacts", done: true }), { actor: ada }).refused("not-your-role");
    does(asked, "contacts", "j2").refused("job-over");
    does(does(asked, "contacts"), "contacts").refused("job-over");
    answers(does(halfDone(), "password"), { rule: "too-short" }).refused("job-over");
    answers(resetSent(), { step: "password", trouble: "busy" }).refused("job-over");
  });
});

describe("A forgotten password of an account that lives in a directory elsewhere", () => {
  // It is about no ticket.
  const sent = () =>
    given()
      .on("")
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone });
  const takes = (story: Story, job = "j1") => story.when(takeForgotten(1, job), { actor: anyone });
  const asked = () => takes(sent());

  it("is only asked for by its link, which nobody else takes meanwhile, and no newer one is sent", () => {
    asked().gives({ type: "directory.asked", data: { job: "j1", generation: 1, steps: ["password"] } });
    takes(asked(), "j2").refused("link-taken");
    asked().when(redeemForgotten(1), { actor: anyone }).refused("link-taken");
    asked()
      .after(minutes(5))
      .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone })
      .refused("link-taken");
  });

  it("is set once the directory set it, after the hour of its link too, and all contacts are told", () => {
    const done = does(asked().after(hours(2)), "password").gives(
      "directory.changed",
      "directory.done",
      { type: "forgotten.redeemed", data: { generation: 1 } },
      { type: "account.notified", data: { about: "password-changed" } },
    );
    expect(done.account).toMatchObject({ directory: { state: "done" }, sessionsEndedAt: done.now });
    takes(done, "j2").refused("link-used");
  });

  it("is chosen anew where the directory did not take it, for as long as the link is good", () => {
    const refused = answers(asked(), { rule: "too-short" }).gives("directory.refused");
    does(takes(refused, "j2"), "password", "j2").gives(
      "directory.changed",
      "directory.done",
      "forgotten.redeemed",
      "account.notified",
    );
    takes(refused.after(hours(1)), "j2").refused("link-expired");
  });

  it("is stopped once the account is frozen, under a safety flag, or its contact off", () => {
    const ends = (story: Story, why: string) =>
      does(story, "password").gives("directory.changed", { type: "directory.stopped", data: { why } });
    ends(asked().record({ status: "frozen" }), "account-frozen");
    ends(asked().recorded(hal, event("safety.flagged", { kind: "household" })), "safety-flag");
    ends(asked().knowing({ imported: [{ ...mail, endedAt: monday }, phone] }), "link-superseded");
  });

  it("leaves a ticket's link alone, and a ticket's leaves it", () => {
    const both = asks(
      total()
        .on("")
        .when(sendForgotten([mail.id], { ask: "a1" }), { actor: anyone })
        .on("t1"),
    ).on("");
    const story = takes(both, "j2");
    expect([story.account.directory?.id, story.on("t1").ticket.directory?.id]).toEqual(["j2", "j1"]);
    expect(does(story, "password", "j2").on("t1").ticket.directory?.state).toBe("waiting");
  });
});
