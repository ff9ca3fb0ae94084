import { describe, expect, it } from "vitest";
import { triesLeft } from "./budget";
import { checkSavedCode, hasSavedCodes } from "./check-saved-code";
import { codesLeft } from "./saved-codes";
import { ada, bob, requesterOf, type Story } from "./testing";
import { code, withCodes } from "./testing-proofs";
import { claimed, confirmed, proposed, ready, serial } from "./testing-stories";
import { days, hours } from "./time";

const old = () => withCodes().after(days(1));
const begun = () => ready(undefined, old());
const times = (n: number, story: Story, step: (s: Story, i: number) => Story): Story =>
  Array.from({ length: n }).reduce<Story>((s, _, i) => step(s, i), story);

describe("a saved code", () => {
  it("is evidence, and is spent by it", () => {
    const told = code(begun(), "s1.3");
    told.gives({ type: "saved-code.checked", data: { result: "match", code: "s1.3", channel: "desk" } });
    expect(told.ticket.evidence.map((v) => v.factor)).toEqual(["saved-code"]);
    expect(codesLeft(told.account)).toBe(9);
  });
  it("is taken once: in another ticket it counts as a failed try", () => {
    const first = code(begun(), "s1.3");
    const second = ready(
      undefined,
      first.when(() => [{ type: "ticket.cancelled", data: { by: "agent", reason: "other" } }], { actor: ada }).on("t2"),
    );
    code(second, "s1.3").gives({ type: "saved-code.checked", data: { result: "miss", code: null, evidence: null } });
  });
  it("given again in the same ticket uses no try, whether it was right or wrong", () => {
    code(code(begun(), "s1.3"), "s1.3").gives("saved-code.repeated");
    begun()
      .knowing({ tried: true })
      .when(checkSavedCode({ attempt: "a", code: null, evidence: "e" }), { actor: ada })
      .gives("saved-code.repeated");
  });
  it("that nobody made is a failed try, and odd", () => {
    const told = code(begun(), null);
    told.gives({ type: "saved-code.checked", data: { result: "miss", evidence: null } });
    expect(told.ticket.odd).toMatchObject([{ factor: "saved-code", result: "miss" }]);
    expect(triesLeft(told.account, "saved-code", "desk", told.now)).toBe(4);
  });
  it("of a set made after the ticket was opened proves nothing, and is spent", () => {
    const told = code(withCodes("s2", begun().after(hours(1))), "s2.1");
    told.gives({ type: "saved-code.checked", data: { result: "match", tooNew: true, evidence: null } });
    expect(told.ticket.evidence).toEqual([]);
    expect(codesLeft(told.account)).toBe(9);
    expect(triesLeft(told.account, "saved-code", "desk", told.now)).toBe(5);
  });
  it("is asked for only while some of an older set are left", () => {
    const told = begun();
    expect(hasSavedCodes(told.account, told.ticket)).toBe(true);
    const newer = withCodes("s2", told);
    expect(hasSavedCodes(newer.account, newer.ticket)).toBe(false);
    expect(hasSavedCodes(null, told.ticket)).toBe(false);
  });
  it("is void when another new contact is named, and stays spent", () => {
    const again = confirmed(proposed(code(begun(), "s1.3"), "c-two"));
    expect(again.ticket.evidence.every((v) => v.voidedAt !== null)).toBe(true);
    code(again, "s1.3").gives("saved-code.repeated");
    code(again, "s1.4").gives({ type: "saved-code.checked", data: { result: "match" } });
  });
});

describe("a saved code is not taken", () => {
  it("before the new contact is confirmed", () =>
    code(proposed(claimed(undefined, old())), "s1.1").refused("confirm-new-contact-first"));
  it("from an agent who does not hold the ticket", () => code(begun(), "s1.1", bob).refused("not-your-ticket"));
  it("while the account is frozen", () => code(begun().record({ status: "frozen" }), "s1.1").refused("account-frozen"));
  it("once the ticket left verifying", () => {
    const ended = begun().when(() => [{ type: "ticket.cancelled", data: { by: "agent", reason: "other" } }], {
      actor: ada,
    });
    code(ended, "s1.1").refused("not-verifying");
  });
});

describe("tries of saved codes", () => {
  it("are five in 24 hours and ten in 30 days, right ones not counted", () => {
    const five = times(5, code(begun(), "s1.1"), (s) => code(s, null));
    code(five, "s1.2").refused("too-many-saved-code-tries");
    const day = times(5, five.after(hours(24)), (s) => code(s, null));
    code(day.after(hours(24)), "s1.2").refused("too-many-saved-code-tries");
    code(day.after(days(30)), "s1.2").gives({ type: "saved-code.checked", data: { result: "match" } });
  });
  it("are two and four in the portal", () => {
    const me = requesterOf("t1");
    const two = times(2, begun(), (s) => code(s, null, me));
    code(two, "s1.1", me).refused("too-many-saved-code-tries");
    code(two, "s1.1").gives({ type: "saved-code.checked", data: { result: "match" } });
  });
  it("are left when serials are locked, and use up the try of no serial by a lock of their own", () => {
    const locked = times(4, begun(), (s) => serial(s, null));
    expect(triesLeft(locked.account, "serial", "desk", locked.now)).toBe(0);
    code(locked, "s1.1").gives({ type: "saved-code.checked", data: { result: "match" } });
    const failed = times(5, begun(), (s) => code(s, null));
    expect(triesLeft(failed.account, "serial", "desk", failed.now)).toBe(1);
  });
});
