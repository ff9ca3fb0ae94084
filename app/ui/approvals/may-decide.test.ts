import type { PacketView } from "domain/view";
import { expect, it } from "vitest";
import { mayApprove, mayEnd } from "./may-decide";

const packet = (state: PacketView["state"], refusal: string | null) => ({ state, refusal }) as PacketView;

it("a supervisor without a hand in the case may do all three", () => {
  expect([mayApprove(packet("in_review", null)), mayEnd(packet("in_review", null))]).toEqual([true, true]);
});
it("one who has signed may still return or reject", () => {
  expect([
    mayApprove(packet("in_review", "already-approved")),
    mayEnd(packet("in_review", "already-approved")),
  ]).toEqual([false, true]);
});
it("one with a hand in the case may do nothing", () => {
  expect([mayApprove(packet("in_review", "own-case")), mayEnd(packet("in_review", "own-case"))]).toEqual([
    false,
    false,
  ]);
});
it("a dispute can be rejected but not countersigned, and an ended ticket neither", () => {
  expect([mayApprove(packet("disputed", null)), mayEnd(packet("disputed", null))]).toEqual([false, true]);
  expect([mayApprove(packet("completed", null)), mayEnd(packet("completed", null))]).toEqual([false, false]);
});
