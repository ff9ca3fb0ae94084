import { expect, it } from "vitest";
import { newEntryId } from "./entry-id";

const now = Date.parse("2022-02-22T19:22:22.000Z");

it("gives an entry the id of version 7 that RFC 9562 has for its time", () => {
  // The time of the example in RFC 9562, A.6.
  expect(newEntryId(now)).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("gives no id twice, and those of a later time after those of an earlier one", () => {
  const ids = Array.from({ length: 1000 }, (_, n) => newEntryId(now + Math.floor(n / 100)));
  expect(new Set(ids).size).toBe(1000);
  const times = ids.map((id) => id.slice(0, 13));
  expect(times).toEqual([...times].sort());
});
