import fc from "fast-check";
import { expect, it } from "vitest";
import { days, hours, instantOf, isoOf, minutes, seconds } from "./time";

const instants = fc.integer({ min: 0, max: instantOf("9999-12-31T23:59:59.999Z") });

it("writes a time as ISO-8601 in UTC with milliseconds", () => {
  expect(isoOf(0)).toBe("1970-01-01T00:00:00.000Z");
});

it("reads back every time that it wrote", () => {
  fc.assert(fc.property(instants, (at) => instantOf(isoOf(at)) === at));
});

it("sorts written times as text in the order of time", () => {
  fc.assert(fc.property(instants, instants, (a, b) => a < b === isoOf(a) < isoOf(b)));
});

it("gives NaN for text that is no time", () => {
  expect(instantOf("yesterday")).toBeNaN();
});

it("counts lengths of time in milliseconds", () => {
  expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1000, 60_000, 3_600_000, 86_400_000]);
});
