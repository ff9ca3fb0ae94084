import { describe, expect, it } from "vitest";
import { newDesk } from "./desk";
import {
  bundleKind,
  bundleProblem,
  completeExport,
  type Exporting,
  exportTrail,
  failExport,
  filterDigest,
  isOneTicket,
} from "./export";
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
  exportTrail({ ...asked, ...x })(newDesk(), { actor, member, samePerson: [], drafter: null }, now)[0];

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

describe("The export of the trail at the command line", () => {
  const cli: Actor = { id: "cli:root", role: "cli", auth: "none", session: null };

  it("takes no step-up, and a reason all the same", () => {
    expect(decided({ stepUp: null, format: "bundle" }, null, cli)).toMatchObject({ type: "trail.exported" });
    expect(decided({ stepUp: null, reason: null }, null, cli)).toMatchObject({ data: { reason: "reason-missing" } });
    expect(decided({ stepUp: null }, steppedUp())).toMatchObject({ data: { reason: "step-up-needed" } });
  });
});

describe("A bundle", () => {
  it("is refused where it cannot be made, after all else was in order", () => {
    expect(decided({ problem: "no-such-ticket" }, steppedUp())).toMatchObject({ data: { reason: "no-such-ticket" } });
    expect(decided({ problem: "no-such-ticket", reason: null }, steppedUp())).toMatchObject({
      data: { reason: "reason-missing" },
    });
  });

  it.each([
    [{}, null],
    [{ ticketKnown: false }, null],
    [{ filter: { ...all, ticket: 7 }, ticketKnown: false }, "no-such-ticket"],
    [{ filter: { ...all, account: "Hal Smith" } }, "filter-not-an-id"],
    [{ filter: { ...all, actor: "hal@harbour.example" } }, "filter-not-an-id"],
    [{ filter: { ...all, type: "" } }, "filter-not-an-id"],
    [{ filter: { ...all, from: "2026-01-01 (hal@harbour.example)" } }, "filter-not-an-id"],
    [{ filter: { ...all, to: "2026-01-01T12:00:00Z (Hal)" } }, "filter-not-an-id"],
    [{ filter: { ...all, from: "2026-01-01", to: "2026-01-01T12:00:00.000Z" } }, null],
    [{ filter: { ...all, actor: "staff:ada", type: "ticket.opened", account: "0f" } }, null],
    [{ older: 0 }, "older-size-is-none"],
    [{ older: 1.5 }, "older-size-is-none"],
    [{ older: 9 }, null],
    [{ older: 10 }, "older-size-too-large"],
  ])("of %j has the problem %j", (change, problem) => {
    expect(bundleProblem({ filter: all, ticketKnown: true, older: null, size: 9, ...change })).toBe(problem);
  });

  it("is full only where the filter is empty, and of one ticket only where that is all it names", () => {
    const one = { ...all, ticket: 7 };
    expect([bundleKind(all, true), bundleKind(one, true), bundleKind(one, false)]).toEqual([
      "full",
      "ticket",
      "filtered",
    ]);
    expect(bundleKind({ ...one, outcome: "ok" }, true)).toBe("filtered");
    expect([isOneTicket(all), isOneTicket(one), isOneTicket({ ...one, from: "2026-01-01" })]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("is ended by the worker or the command line, and by nobody else", () => {
    const made = { export: "x1", manifest: "ab".repeat(32), entries: 1, size: 2, bytes: 3 };
    const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
    const by = (actor: Actor, decide: ReturnType<typeof failExport>) =>
      decide(newDesk(), { actor, member: null, samePerson: [], drafter: null }, monday)[0];
    expect(by(worker, completeExport(made))).toMatchObject({ type: "trail.export-completed", data: made });
    expect(by(worker, failExport({ export: "x1", why: "no-room" }))).toMatchObject({ type: "trail.export-failed" });
    expect(by(hal, completeExport(made))).toMatchObject({ type: "refused", data: { reason: "not-your-role" } });
  });
});

describe("A filter's digest", () => {
  it("is the same whatever stands beside its fields or in what order, and another for another filter", () => {
    const { to, ...rest } = { ...all, extra: 1 };
    expect(filterDigest({ to, ...rest })).toBe(filter);
    expect(filterDigest({ ...all, ticket: 1001 })).not.toBe(filter);
  });
});
