import type { ApprovalRow } from "domain/view";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { adasDesk, now } from "../ticket/sample";
import { ApprovalsScreen } from "./approvals-screen";

const disputed: ApprovalRow = {
  id: "t1",
  number: 1042,
  holder: "H•••",
  loss: { password: false, secondFactor: false, email: true, phone: false },
  tier: "T3",
  approvals: 1,
  approvalsNeeded: 1,
  lapsed: 0,
  wish: null,
  submittedAt: now,
  state: "disputed",
  pressed: false,
};
const shown = (row: ApprovalRow): string =>
  renderToStaticMarkup(
    createElement(ApprovalsScreen, { desk: adasDesk, rows: [row], next: null, previous: null, done: null }),
  );

it("The line of a disputed ticket leads to its dispute and says what the first supervisor would make of it", () => {
  expect(shown(disputed)).toContain('href="/tickets/1042/dispute"');
  expect(shown(disputed)).toContain("0 of 2 decided");
  expect(shown({ ...disputed, wish: "resume" })).toContain("1 of 2 would let the request go on");
  expect(shown({ ...disputed, wish: "reverse" })).toContain("1 of 2 would undo the recovery");
});

it("The line of any other says how many signed", () => {
  expect(shown({ ...disputed, state: "in_review" })).toContain("1 of 1");
  expect(shown({ ...disputed, state: "in_review" })).not.toContain("decided");
});
