import { describe, expect, it } from "vitest";
import { newDesk } from "./desk";
import { type Exporting, exportTrail, filterDigest } from "./export";
import type { Actor, Member } from "./staff";
import { ada, hal, ivy, memberOf, monday, rob, sam } from "./testing";
import { minutes } from "./time";
import type { TrailFilter } from "./view";

const all: TrailFilter = { actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null };
const filter = filterDigest(all);
const steppedUp = (object = filter, act = "export"): Member => ({
  ...memberOf("ivy", "auditor"),
  stepUps: [{ id: "s1", at: monday, act, object }],
});
const asked: Exporting = {
  export: "x1",
  format: "csv",
  filter,
  reason: { id: "r1", commitment: "ab".repeat(32) },
  stepUp: "s1",
  size: 7,
};
const decided = (x: Partial<Exporting>, member: Member | null, actor: Actor = ivy, now = monday) =>
  exportTrail({ ...asked, ...x })(newDesk(), { actor, member }, now)[0];

describe("The export of the trail", () => {
  it("is entered with its filter's digest, the reason's vault id and the size it goes to", () => {
    expect(decided({}, steppedUp())).toEqual({
      type: "trail.exported",
      data: { export: "x1", format: "csv", filter, reason: "r1", size: 7 },
      pii: { reason: "ab".repeat(32) },
    });
  });

  it.each([
    ["agent", ada],
    ["supervisor", sam],
    ["admin", rob],
  ] as const)("is refused to a member who is %s", (role, actor) => {
    expect(decided({}, { ...steppedUp(), role }, actor)).toMatchObject({
      type: "refused",
      data: { reason: "not-your-role" },
    });
  });

  it("is refused to anyone who is not staff, and to a disabled auditor", () => {
    expect(decided({}, null, hal)).toMatchObject({ data: { reason: "not-your-role" } });
    expect(decided({}, { ...steppedUp(), disabledAt: monday })).toMatchObject({ data: { reason: "disabled" } });
  });

  it("is refused without a reason", () => {
    expect(decided({ reason: null }, steppedUp())).toMatchObject({
      type: "refused",
      data: { command: "trail.export", reason: "reason-missing" },
    });
  });

  it("is refused without a step-up of the last five minutes for this act on this filter", () => {
    const refused = { type: "refused", data: { command: "trail.export", reason: "step-up-needed" } };
    expect(decided({}, memberOf("ivy", "auditor"))).toMatchObject(refused);
    expect(decided({ stepUp: "s2" }, steppedUp())).toMatchObject(refused);
    expect(decided({}, steppedUp(filterDigest({ ...all, actor: "staff:ada" })))).toMatchObject(refused);
    expect(decided({}, steppedUp(filter, "approve"))).toMatchObject(refused);
    expect(decided({}, steppedUp(), ivy, monday + minutes(5))).toMatchObject(refused);
    expect(decided({}, steppedUp(), ivy, monday + minutes(5) - 1)).toMatchObject({ type: "trail.exported" });
  });
});

describe("A filter's digest", () => {
  it("is the same whatever stands beside its fields or in what order, and another for another filter", () => {
    const { to, ...rest } = { ...all, extra: 1 };
    expect(filterDigest({ to, ...rest })).toBe(filter);
    expect(filterDigest({ ...all, ticket: 1001 })).not.toBe(filter);
  });
});
