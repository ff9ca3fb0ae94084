import { describe, expect, it } from "vitest";
import type { Verdict } from "./event";
import type { Sight } from "./may-read";
import type { ReadFacts } from "./reading";
import { mostReveals, type Revealing, reveal } from "./reveal";
import type { Actor } from "./staff";
import { ada, bob, ivy, rob, type Story, sam } from "./testing";
import { claimed, completed, confirmed, proposed, submitted } from "./testing-stories";

interface Try {
  actor?: Actor;
  sight?: Sight;
  x?: Partial<Revealing>;
  facts?: Partial<ReadFacts>;
}
const asked = {
  what: "new-contact",
  reason: "read-back",
  note: { id: "n1", commitment: "ab".repeat(32) },
  stepUp: null,
} as const;

function revealing(story: Story, { actor = ada, sight = "all", x, facts }: Try = {}): Verdict {
  const { member } = story.factsFor(actor);
  const known = { actor, member, recentMisses: 0, recentReveals: 0, flagged: false, asked: 0, ...facts };
  return reveal(story.ticket, sight, { ...asked, ...x })(known, story.now);
}
const reasonOf = ([first]: Verdict) => (first.type === "refused" ? first.data.reason : null);
const named = () => confirmed(proposed(claimed()));

describe("A value in clear", () => {
  it("is shown to the agent who holds the ticket, for a reason, by an entry that does not hold it", () => {
    expect(revealing(named())).toEqual([
      {
        type: "value.revealed",
        data: { what: "new-contact", reason: "read-back", note: "n1", stepUp: null },
        pii: { reason: "ab".repeat(32) },
      },
    ]);
    expect(reasonOf(revealing(claimed(), { x: { what: "holder-name" } }))).toBeNull();
  });

  it("is shown to no other agent, no other role, and to nobody who reads less than the ticket", () => {
    expect(reasonOf(revealing(named(), { actor: bob }))).toBe("not-your-ticket");
    for (const actor of [ivy, rob]) expect(reasonOf(revealing(named(), { actor }))).toBe("not-your-role");
    for (const sight of ["glass", "photos", "none"] as const)
      expect(reasonOf(revealing(named(), { sight }))).toBe("not-your-ticket");
  });

  it("takes words, and of a supervisor a fresh code for this ticket", () => {
    expect(reasonOf(revealing(named(), { x: { note: null } }))).toBe("reason-missing");
    const bySam = { actor: sam, x: { stepUp: "s1" } };
    expect(reasonOf(revealing(submitted(), bySam))).toBe("step-up-needed");
    expect(reasonOf(revealing(submitted().stepsUp("sam", "s1", "t2", "reveal"), bySam))).toBe("step-up-needed");
    expect(reasonOf(revealing(submitted().stepsUp("sam", "s1", "t1", "reveal"), bySam))).toBeNull();
  });

  it("is no contact where a safety flag hides them", () => {
    expect(reasonOf(revealing(named(), { x: { guarded: true } }))).toBe("address-hidden");
    expect(reasonOf(revealing(named(), { x: { guarded: true, what: "holder-name" } }))).toBeNull();
  });

  it("is there to be shown, and the ticket live", () => {
    expect(reasonOf(revealing(claimed()))).toBe("no-new-contact");
    expect(reasonOf(revealing(completed()))).toBe("ticket-ended");
  });

  it("is shown ten times in a shift, and the fifth is a flag, once", () => {
    const shownAfter = (recentReveals: number, flagged = false) =>
      revealing(named(), { facts: { recentReveals, flagged } });
    expect(shownAfter(3).map((e) => e.type)).toEqual(["value.revealed"]);
    expect(shownAfter(4)).toMatchObject([{ type: "value.revealed" }, { type: "reveal.flagged", data: { reveals: 5 } }]);
    expect(shownAfter(5, true).map((e) => e.type)).toEqual(["value.revealed"]);
    expect(reasonOf(shownAfter(mostReveals - 1, true))).toBeNull();
    expect(reasonOf(shownAfter(mostReveals, true))).toBe("too-many-reveals");
  });
});
