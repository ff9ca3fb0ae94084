import { describe, expect, test } from "vitest";
import { mostRows } from "./figures";
import { type EndedRow, figuresOf, type ReportRows } from "./report";
import { days, hours, minutes } from "./time";

const now = Date.parse("2026-03-02T09:00:00.000Z");
const nothing: ReportRows = { live: [], ended: [], refusals: [], checks: [], approvals: [] };
const figure = (id: string, rows: Partial<ReportRows>) =>
  figuresOf({ ...nothing, ...rows }, now).find((f) => f.id === id);
const ended = (how: EndedRow["how"], tier: EndedRow["tier"], took = hours(1)): EndedRow => ({
  how,
  tier,
  openedAt: now - took,
  at: now,
});

describe("A report", () => {
  test("has every row it always has, and zeroes, of a desk where nothing happened", () => {
    const figures = figuresOf(nothing, now);
    expect(figures.map((f) => f.id)).toEqual(["backlog", "outcomes", "time-to-recover", "refusals", "factors"]);
    expect(figures.map((f) => f.rows.length)).toEqual([6, 4, 5, 0, 7]);
    expect(figures.flatMap((f) => f.rows.flatMap((r) => r.values)).every((n) => n === 0)).toBe(true);
    expect(figures.some((f) => f.cut)).toBe(false);
  });

  test("sorts live tickets by state and age, a day old being no longer under a day", () => {
    const live = [minutes(5), days(1), days(3) - 1, days(3), days(7)].map((ms) => ({
      state: "verifying" as const,
      openedAt: now - ms,
    }));
    expect(figure("backlog", { live })?.rows.find((r) => r.name === "verifying")?.values).toEqual([1, 2, 1, 1]);
  });

  test("counts outcomes by tier", () => {
    const rows = [ended("grant.redeemed", "T4"), ended("grant.redeemed", "T4"), ended("ticket.expired", "T1")];
    expect(figure("outcomes", { ended: rows })?.rows).toEqual([
      { name: "T1", values: [0, 0, 0, 1] },
      { name: "T2", values: [0, 0, 0, 0] },
      { name: "T3", values: [0, 0, 0, 0] },
      { name: "T4", values: [2, 0, 0, 0] },
    ]);
  });

  test("tells median and 90th percentile of recoveries alone, by tier and of all", () => {
    const rows = [1, 2, 3].map((n) => ended("grant.redeemed", "T1", hours(n)));
    const told = figure("time-to-recover", { ended: [...rows, ended("ticket.rejected", "T1", days(9))] })?.rows;
    expect(told?.[0]).toEqual({ name: "T1", values: [hours(2), hours(3), 3] });
    expect(told?.at(-1)).toEqual({ name: "all", values: [hours(2), hours(3), 3] });
  });

  test("has the commonest refusal on top", () => {
    const refusals = [
      { reason: "own-case", n: 2 },
      { reason: "locked", n: 5 },
    ];
    expect(figure("refusals", { refusals })?.rows.map((r) => r.name)).toEqual(["locked", "own-case"]);
  });

  test("tells how often each factor passed", () => {
    const checks = [
      { type: "serial.checked", passed: true, n: 3 },
      { type: "serial.checked", passed: false, n: 1 },
      { type: "photo.judged", passed: true, n: 1 },
      { type: "photo.declined", passed: false, n: 2 },
      { type: "possession.confirmed", passed: true, n: 4 },
      { type: "contact.code-refused", passed: false, n: 1 },
      { type: "saved-code.checked", passed: true, n: 1 },
      { type: "vouch.refused", passed: false, n: 2 },
      { type: "purchase.declined", passed: false, n: 1 },
    ] as const;
    expect(figure("factors", { checks: [...checks] })?.rows).toEqual([
      { name: "serial", values: [3, 1] },
      { name: "answers", values: [0, 0] },
      { name: "photo", values: [1, 2] },
      { name: "contact-code", values: [4, 1] },
      { name: "saved-code", values: [1, 0] },
      { name: "vouch", values: [0, 2] },
      { name: "purchase", values: [0, 1] },
    ]);
  });

  test("says of each figure whether there was more than it counts", () => {
    const many = <T>(one: T): T[] => new Array<T>(mostRows + 1).fill(one);
    const cut = figuresOf(
      {
        ...nothing,
        live: many({ state: "open", openedAt: now }),
        ended: many(ended("grant.redeemed", "T1")),
        refusals: [{ reason: "locked", n: mostRows + 1 }],
        checks: [{ type: "serial.checked", passed: true, n: mostRows + 1 }],
      },
      now,
    );
    expect(cut.map((f) => f.cut)).toEqual([true, true, true, true, true]);
  });
});
