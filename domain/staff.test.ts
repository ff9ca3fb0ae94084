import { expect, it } from "vitest";
import { staffIdOf } from "./staff";
import { ada, hal, requesterOf, worker } from "./testing";

it("finds the staff id in the actor id of a member of staff", () => {
  expect(staffIdOf(ada.id)).toBe("ada");
});

it("finds no staff id in holders, requesters and the worker", () => {
  expect([hal, requesterOf("t1"), worker].map((a) => staffIdOf(a.id))).toEqual([null, null, null]);
});

it("takes nobody for staff whose id only holds the word", () => {
  expect(staffIdOf("holder:staff:ada")).toBeNull();
});
