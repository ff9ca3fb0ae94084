import { days, hours, minutes } from "domain/time";
import { expect, it } from "vitest";
import { daysWords, leftWords, nearestForm, shortLength, timeWords, zoneCity } from "./clock";

const now = Date.parse("2026-05-31T14:07:00Z");

it("says a length of time in the largest units that matter", () => {
  const said = [30_000, minutes(55), hours(1) + minutes(2), hours(3), hours(22) + minutes(40), hours(47), days(3)].map(
    shortLength,
  );
  expect(said).toEqual(["under 1 min", "55 min", "1 h 02", "3 h", "22 h", "47 h", "3 d"]);
});
it("says whether a target is ahead or missed", () => {
  expect(leftWords(now + minutes(55), now)).toBe("55 min left");
  expect(leftWords(now - hours(3), now)).toBe("3 h over");
});
it("shows the clock today, the day this year and the date before, all in the reader's zone", () => {
  expect(nearestForm(now - hours(2), now, "Europe/Lisbon")).toBe("clock");
  expect(nearestForm(now - days(2), now, "Europe/Lisbon")).toBe("day");
  expect(nearestForm(now - days(400), now, "Europe/Lisbon")).toBe("date");
  // 23:30 UTC is the next day in Tokyo.
  const late = Date.parse("2026-05-30T23:30:00Z");
  expect(nearestForm(late, now, "Asia/Tokyo")).toBe("clock");
  expect(timeWords(late, "Asia/Tokyo", "clock")).toBe("08:30");
});
it("names a zone by its city", () => {
  expect([zoneCity("America/Argentina/Buenos_Aires"), zoneCity("UTC")]).toEqual(["Buenos Aires", "UTC"]);
});

it("says a span of days with no more than it takes", () => {
  expect([daysWords("2026-12-05", "2026-12-05"), daysWords("2026-11-29", "2026-12-05")]).toEqual([
    "5 Dec",
    "29 Nov to 5 Dec",
  ]);
  expect(daysWords("2026-12-29", "2027-01-04")).toBe("29 Dec 2026 to 4 Jan 2027");
});
