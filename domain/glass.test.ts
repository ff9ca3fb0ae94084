import { describe, expect, it } from "vitest";
import { evolveAccount } from "./account";
import { note } from "./end";
import { event } from "./event";
import { askGlass, closeGlass, confirmGlass } from "./glass";
import { mayRead } from "./may-read";
import { messagesOf } from "./message";
import { reportPressure } from "./pressure";
import { partsOf } from "./readings";
import { sampleReview } from "./second-review";
import type { Actor } from "./staff";
import { ada, max, memberOf, rob, type Story, sam, worker } from "./testing";
import { readingOf } from "./testing-reading";
import { claimed, completed, submitted } from "./testing-stories";
import { hours, minutes } from "./time";
import { storyOf } from "./view-story";

const said = { id: "why", commitment: "ab".repeat(32) };
const stepped = (story: Story, actor: Actor, stepUp: string) =>
  story.stepsUp(actor.id.slice("staff:".length), stepUp, story.about, "glass");
const asking = (note: typeof said | null = said) => askGlass({ glass: "g1", reason: "complaint", note, stepUp: "s1" });
const confirming = (glass = "g1") => confirmGlass({ glass, stepUp: "s2" });
const asks = (story: Story, actor: Actor = sam) => stepped(story, actor, "s1").when(asking(), { actor });
const confirms = (story: Story, actor: Actor = max) => stepped(story, actor, "s2").when(confirming(), { actor });
const broken = () => confirms(asks(claimed()).gives("glass.asked")).gives("glass.broken");
const sightOf = (story: Story, id: string) =>
  mayRead(story.ticket, { id, role: "supervisor" }, { hasDecided: false, isOwn: false, now: story.now });

describe("Break-glass", () => {
  it("opens a ticket to the two supervisors for an hour, and to nobody else", () => {
    const open = broken();
    expect([sightOf(open, "sam"), sightOf(open, "max"), sightOf(open, "eve")]).toEqual(["glass", "glass", "none"]);
    expect(sightOf(open.after(hours(1) - 1), "sam")).toBe("glass");
    expect(sightOf(open.after(hours(1)), "sam")).toBe("none");
  });

  it("opens a ticket that has ended too", () => {
    expect(sightOf(confirms(asks(completed())), "max")).toBe("glass");
  });

  it("opens nothing on one supervisor's word", () => {
    expect(sightOf(asks(claimed()), "sam")).toBe("none");
    confirms(asks(claimed()), sam).refused("own-request");
    const twice = asks(claimed()).staffed(memberOf("sam2", "supervisor", "sam"));
    confirms(twice, { ...max, id: "staff:sam2" }).refused("own-request");
  });

  it("opens nothing on the word of one who is no supervisor any more, and may be asked anew", () => {
    const left = asks(claimed()).member("sam", event("staff.role-changed", { role: "agent" }));
    confirms(left).refused("nothing-asked");
    asks(left, max).gives("glass.asked");
  });

  it("takes a reason in words and a fresh code for this ticket of each", () => {
    stepped(claimed(), sam, "s1").when(asking(null), { actor: sam }).refused("reason-missing");
    claimed().when(asking(), { actor: sam }).refused("step-up-needed");
    claimed().stepsUp("sam", "s1", "t2", "glass").when(asking(), { actor: sam }).refused("step-up-needed");
    claimed().stepsUp("sam", "s1", "t1", "approve").when(asking(), { actor: sam }).refused("step-up-needed");
    asks(claimed()).when(confirming(), { actor: max }).refused("step-up-needed");
  });

  it("is for supervisors, and for what they cannot open as it is", () => {
    asks(claimed(), ada).refused("not-your-role");
    asks(claimed(), rob).refused("not-your-role");
    confirms(asks(claimed()), ada).refused("not-your-role");
    asks(submitted()).refused("already-yours");
    asks(claimed().when(reportPressure(), { actor: ada })).refused("already-yours");
    const drawn = { approval: 1, by: "sam", agent: "ada", oneIn: 20 };
    asks(completed().when(sampleReview(drawn), { actor: worker })).refused("already-yours");
  });

  it("is asked once at a time, lapses after an hour, and is confirmed once", () => {
    asks(asks(claimed()), max).refused("already-asked");
    confirms(asks(claimed()).after(hours(1))).refused("nothing-asked");
    asks(asks(claimed()).after(hours(1)), max).gives("glass.asked");
    asks(broken()).refused("already-open");
    confirms(broken()).refused("nothing-asked");
    stepped(asks(claimed()), max, "s2").when(confirming("another"), { actor: max }).refused("nothing-asked");
    confirms(claimed()).refused("nothing-asked");
  });

  it("is not for an account of the supervisor's own", () => {
    const own = { facts: { ownAccount: true } };
    stepped(claimed(), sam, "s1")
      .when(asking(), { actor: sam, ...own })
      .refused("own-account");
    stepped(asks(claimed()), max, "s2")
      .when(confirming(), { actor: max, ...own })
      .refused("own-account");
  });

  it("tells every admin at an address of theirs", () => {
    const admins = [{ contact: "k-rob", kind: "email" as const }];
    const told = stepped(asks(claimed()), max, "s2").when(confirming(), { actor: max, facts: { admins } });
    expect(messagesOf(told.entries.at(-1) ?? fail())).toEqual([
      { id: "g1.glass.k-rob", template: "glass", contact: "k-rob", kind: "email", generation: 0 },
    ]);
  });

  it("ends when either of the two closes it, and by the worker once its hour is over", () => {
    const closed = broken()
      .when(closeGlass("g1"), { actor: sam })
      .gives({ type: "glass.closed", data: { why: "supervisor" } });
    expect([sightOf(closed, "sam"), sightOf(closed, "max")]).toEqual(["none", "none"]);
    closed.when(closeGlass("g1"), { actor: max }).refused("nothing-open");
    const eve = broken().staffed(memberOf("eve", "supervisor"));
    eve.when(closeGlass("g1"), { actor: { ...max, id: "staff:eve" } }).refused("not-your-glass");
    broken().after(minutes(59)).when(closeGlass("g1"), { actor: worker }).refused("nothing-due");
    broken()
      .after(hours(1))
      .when(closeGlass("g1"), { actor: worker })
      .gives({ type: "glass.closed", data: { why: "over" } });
    claimed().when(closeGlass("g1"), { actor: worker }).refused("nothing-open");
  });

  it("is told to nobody who works on the ticket", () => {
    const told = asks(broken(), ada);
    expect(told.entries.at(-1)).toMatchObject({ type: "refused", data: { command: "glass.ask" } });
    expect(storyOf(readingOf(told)).map((line) => line.type)).toEqual(storyOf(readingOf(claimed())).map((l) => l.type));
  });

  it("is a look: it gives nobody a part or a hand, keeps no ticket from going idle, and lets nothing be done", () => {
    const open = broken();
    expect(open.account.hands.sam ?? []).toEqual([]);
    expect(open.ticket.touchedAt).toBe(claimed().ticket.touchedAt);
    expect(open.entries.filter((e) => e.type.startsWith("glass.")).flatMap(partsOf)).toEqual([]);
    open.when(note({ note: "n", removed: 0, commitment: "" }), { actor: sam }).refused("not-your-ticket");
    expect(open.entries.reduce(evolveAccount, null)).toEqual(open.account);
  });
});

const fail = (): never => {
  throw new Error("Nothing was entered.");
};
