import { describe, expect, it } from "vitest";
import { holdFactsOf, isFrozen, secondFactorOf, selves } from "./case";
import { claim } from "./claim";
import { note } from "./end";
import { event } from "./event";
import { object } from "./reset";
import { openPacket } from "./review";
import { submit } from "./submit";
import { ada, anyone, given, hal, ivy, mail, max, memberOf, rob, sam, worker } from "./testing";
import { claimed, completed, lossOf, opened } from "./testing-stories";

describe("A decision", () => {
  it("is refused to everyone whose role does not make it", () => {
    for (const actor of [sam, ivy, rob, hal, anyone, worker])
      opened().when(claim(), { actor }).refused("not-your-role");
    for (const actor of [ada, ivy, rob, hal, anyone, worker])
      opened().when(openPacket(), { actor }).refused("not-your-role");
  });

  it("goes by the role a member holds now, not by the one they signed in with", () => {
    const promoted = opened().staffed(memberOf("ada", "supervisor"));
    promoted.when(claim(), { actor: ada }).refused("not-your-role");
    const demoted = opened().staffed(memberOf("sam", "agent"));
    demoted.when(claim(), { actor: sam }).gives("ticket.claimed");
  });

  it("is refused to a member who was disabled, whatever the session says", () => {
    opened().member("ada", event("staff.disabled", {})).when(claim(), { actor: ada }).refused("disabled");
  });

  it("is refused to a member whom nobody knows", () => {
    opened()
      .when(claim(), { actor: { ...ada, id: "staff:nobody" } })
      .refused("disabled");
  });

  it("is refused where there is no such ticket", () => {
    given().when(claim(), { actor: ada }).refused("no-such-ticket");
  });

  it("that is refused is one entry with the command and the reason", () => {
    const refused = opened().when(submit(), { actor: ada });
    expect(refused.verdict).toEqual([{ type: "refused", data: { command: "ticket.submit", reason: "not-verifying" } }]);
  });

  it("that is refused changes neither ticket nor account", () => {
    const before = opened();
    const after = before
      .when(note({ note: "n", removed: 0, commitment: "00" }), { actor: ivy })
      .refused("not-your-role");
    expect(after.case).toEqual(before.case);
  });
});

describe("An account stands still", () => {
  const frozen = (story: ReturnType<typeof given>) => isFrozen(story.case, story.factsFor(ada));

  it("not by itself", () => {
    expect([frozen(given()), frozen(claimed())]).toEqual([false, false]);
  });

  it("while the record says that it is frozen", () => {
    expect(frozen(given().record({ status: "frozen" }))).toBe(true);
  });

  it("once an objection came after its recovery", () => {
    expect(frozen(completed().when(object(mail.id), { actor: anyone }))).toBe(true);
  });

  it("while one of its tickets is disputed", () => {
    expect(frozen(opened().when(object(mail.id), { actor: anyone }).on("t2"))).toBe(true);
  });
});

describe("What a decision sees of the account", () => {
  it("is no second factor once a recovery removed it", () => {
    const done = completed(lossOf.T2, given().record({ secondFactor: "totp" }));
    expect(secondFactorOf(done.case, done.factsFor(ada))).toBe("none");
    expect(secondFactorOf(given().case, given().record({ secondFactor: "sms" }).factsFor(ada))).toBe("sms");
  });

  it("is every staff account of the acting human, their own for certain", () => {
    const twice = given().staffed(memberOf("ada2", "supervisor", "ada"));
    expect(selves(twice.factsFor(ada))).toEqual(["ada", "ada", "ada2"]);
    expect(selves({ actor: max, samePerson: [] })).toEqual(["max"]);
    expect(selves(given().factsFor(worker))).toEqual([]);
  });

  it("is what lengthens a hold", () => {
    const story = claimed().recorded(hal, event("holder.signed-in", { secondFactor: "none" }));
    const facts = (s: typeof story) => holdFactsOf({ ...s.case, ticket: s.ticket }, s.factsFor(worker));
    expect(facts(story)).toMatchObject({ noOldContact: false, secondFactorOn: false, noticeFailed: false });
    expect(facts(story).lastSignIn).toBe(story.now);
    expect(facts(story.knowing({ imported: [] })).noOldContact).toBe(true);
    expect(facts(story.record({ secondFactor: "totp" })).secondFactorOn).toBe(true);
    const bounced = event("message.failed", { message: `t1.opened.0.${mail.id}`, why: "bounced" });
    expect(facts(story.recorded(worker, bounced)).noticeFailed).toBe(true);
  });
});
