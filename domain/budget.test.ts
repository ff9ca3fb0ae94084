import { describe, expect, it } from "vitest";
import { type Attempt, type AttemptKind, newAccount } from "./account";
import { budgets, triesLeft } from "./budget";
import type { Channel } from "./event";
import { monday } from "./testing";
import { days, hours, type Millis } from "./time";

const account = (...attempts: Partial<Attempt>[]) => ({
  ...newAccount("acc"),
  attempts: attempts.map(
    (a, i): Attempt => ({
      id: `a${i}`,
      kind: "serial",
      channel: "desk",
      ticket: "t1",
      at: monday,
      result: "failed",
      ...a,
    }),
  ),
});
const many = (n: number, attempt: Partial<Attempt>) => Array.from({ length: n }, () => attempt);
const ago = (ms: Millis) => ({ at: monday - ms });

/** Failed tries that use up one budget without touching a stronger one: spread over days where the budget is of 30 days. */
const spread = (n: number, attempt: Partial<Attempt>) =>
  Array.from({ length: n }, (_, i) => ({ ...attempt, ...ago(days(1 + (i % 29))) }));

const atPortal = { kind: "purchase", channel: "portal" } as const;

describe("The budget of failed tries on an account:", () => {
  it.each<[string, AttemptKind, Channel, Partial<Attempt>, Millis, number]>([
    ["2 answer sets in 24 hours", "answers", "desk", { kind: "answers" }, hours(24), 2],
    ["4 answer sets in 30 days", "answers", "desk", { kind: "answers" }, days(30), 4],
    ["4 serials in 24 hours", "serial", "desk", { kind: "serial" }, hours(24), 4],
    ["8 serials in 30 days", "serial", "desk", { kind: "serial" }, days(30), 8],
    ["6 of all factors in 24 hours", "serial", "desk", { kind: "photo" }, hours(24), 6],
    ["12 of all factors in 30 days", "serial", "desk", { kind: "photo" }, days(30), 12],
    ["2 of the portal alone in 24 hours", "serial", "portal", { kind: "serial", channel: "portal" }, hours(24), 2],
    ["4 of the portal alone in 30 days", "serial", "portal", { kind: "serial", channel: "portal" }, days(30), 4],
    ["5 photos in 24 hours", "photo", "desk", { kind: "photo" }, hours(24), 5],
    ["10 photos in 30 days", "photo", "desk", { kind: "photo" }, days(30), 10],
    ["2 photos from the portal in 24 hours", "photo", "portal", { kind: "photo", channel: "portal" }, hours(24), 2],
    ["4 photos from the portal in 30 days", "photo", "portal", { kind: "photo", channel: "portal" }, days(30), 4],
    ["5 purchases in 24 hours", "purchase", "desk", { kind: "purchase" }, hours(24), 5],
    ["10 purchases in 30 days", "purchase", "desk", { kind: "purchase" }, days(30), 10],
    ["2 purchases from the portal in 24 hours", "purchase", "portal", atPortal, hours(24), 2],
    ["4 purchases from the portal in 30 days", "purchase", "portal", atPortal, days(30), 4],
    [
      "6 of all factors in 24 hours, of which none was a purchase",
      "purchase",
      "desk",
      { kind: "serial" },
      hours(24),
      6,
    ],
    ["5 saved codes in 24 hours", "saved-code", "desk", { kind: "saved-code" }, hours(24), 5],
    ["10 saved codes in 30 days", "saved-code", "desk", { kind: "saved-code" }, days(30), 10],
    [
      "2 saved codes in the portal in 24 hours",
      "saved-code",
      "portal",
      { kind: "saved-code", channel: "portal" },
      hours(24),
      2,
    ],
    [
      "4 saved codes in the portal in 30 days",
      "saved-code",
      "portal",
      { kind: "saved-code", channel: "portal" },
      days(30),
      4,
    ],
  ])("%s", (_title, kind, channel, attempt, inMs, most) => {
    const tries = (n: number) => (inMs === hours(24) ? many(n, attempt) : spread(n, attempt));
    expect(triesLeft(account(...tries(most - 1)), kind, channel, monday)).toBeGreaterThan(0);
    expect(triesLeft(account(...tries(most)), kind, channel, monday)).toBe(0);
  });

  it("has these twenty rows and no other", () => {
    expect(budgets).toHaveLength(20);
  });

  it("is whole for an account that nobody tried anything on", () => {
    expect(triesLeft(null, "serial", "desk", monday)).toBe(4);
    expect(triesLeft(null, "answers", "desk", monday)).toBe(2);
    expect(triesLeft(null, "answers", "portal", monday)).toBe(2);
  });

  it("slides: a try of exactly 24 hours ago counts for 30 days only", () => {
    const tried = (ms: Millis) => triesLeft(account(...many(4, ago(ms))), "serial", "desk", monday);
    expect([tried(hours(24) - 1), tried(hours(24))]).toEqual([0, 4]);
  });

  it("slides: a try of exactly 30 days ago counts no more", () => {
    const tried = (ms: Millis) => triesLeft(account(...many(8, ago(ms))), "serial", "desk", monday);
    expect([tried(days(30) - 1), tried(days(30))]).toEqual([0, 4]);
  });

  it("counts a reserved try without a result as failed", () => {
    expect(triesLeft(account(...many(4, { result: "reserved" })), "serial", "desk", monday)).toBe(0);
  });

  it("does not count a try that passed", () => {
    expect(triesLeft(account(...many(9, { result: "passed" })), "serial", "desk", monday)).toBe(4);
  });

  it("is one for all channels: tries in the portal count at the desk", () => {
    const tried = account(...many(2, { channel: "portal" }));
    expect([triesLeft(tried, "serial", "portal", monday), triesLeft(tried, "serial", "desk", monday)]).toEqual([0, 2]);
  });

  it("leaves the desk tries that a stranger in the portal cannot burn", () => {
    const tried = account(
      ...many(2, { channel: "portal", kind: "answers" }),
      ...many(2, { channel: "portal", ...ago(days(3)) }),
    );
    expect(triesLeft(tried, "serial", "portal", monday)).toBe(0);
    expect(triesLeft(tried, "serial", "desk", monday)).toBe(4);
  });

  it("of serials, answers or all factors together never locks photos", () => {
    const tried = account(...many(12, {}), ...many(12, { kind: "answers", channel: "portal" }));
    expect([triesLeft(tried, "serial", "desk", monday), triesLeft(tried, "answers", "portal", monday)]).toEqual([0, 0]);
    expect([triesLeft(tried, "photo", "desk", monday), triesLeft(tried, "photo", "portal", monday)]).toEqual([5, 2]);
  });

  it("of one factor leaves the other factor its own", () => {
    expect(triesLeft(account(...many(4, { kind: "serial" })), "answers", "desk", monday)).toBe(2);
  });
});
