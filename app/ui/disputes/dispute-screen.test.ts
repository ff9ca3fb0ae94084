import { days } from "domain/time";
import type { DisputeView } from "domain/view-dispute";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { adasDesk, now } from "../ticket/sample";
import { DisputeScreen } from "./dispute-screen";

const dispute: DisputeView = {
  id: "t1",
  number: 1042,
  tier: "T3",
  state: "disputed",
  holder: "H•••",
  loss: { password: false, secondFactor: false, email: true, phone: false },
  openedAt: now - days(9),
  disputed: true,
  recovered: false,
  newContact: "n•••@n•••.example",
  sendTo: null,
  objection: {
    by: "h•••@h•••.example",
    how: "link",
    at: now - days(8),
    from: "on_hold",
    proveBy: now - days(1),
    provedAt: now - days(7),
    leftMs: 0,
  },
  proofs: [{ what: "serial", at: now - days(7), right: null, fresh: false }],
  oddTries: 0,
  unproved: [],
  wish: null,
  options: [{ verdict: "reject", refusal: null, newToCase: false }],
  people: [],
  hasPacket: false,
  now,
};
const shown = (over: Partial<DisputeView> = {}): string =>
  renderToStaticMarkup(createElement(DisputeScreen, { desk: adasDesk, dispute: { ...dispute, ...over } }));

test("What was proved stays proved: its proofs are dated, and none is said to count no longer", () => {
  expect(shown()).toContain("Proved");
  expect(shown()).toMatch(/given on <time/);
  expect(shown()).not.toContain("no longer counts");
  const open = dispute.objection && { ...dispute.objection, provedAt: null };
  expect(shown({ objection: open })).toContain("no longer counts");
});

test("Who is not new to the case reads that in place of the form for letting it go on, and of who may decide what", () => {
  const approver = shown({
    options: [
      { verdict: "reject", refusal: null, newToCase: false },
      { verdict: "resume", refusal: "not-new-to-case", newToCase: false },
    ],
  });
  expect(approver).toContain("You approved this ticket before.");
  expect(approver).toContain("they may have approved it");
  expect(approver).toContain("neither worked on it nor approved it");
  expect(approver.match(/name="verdict"/g)).toHaveLength(1);
  const newcomer = shown({ options: [{ verdict: "resume", refusal: null, newToCase: true }] });
  expect(newcomer).toContain("You are new to the case.");
  expect(newcomer).toContain('value="resume"');
});

test("A ticket that was settled meanwhile has nothing left to decide, and says what became of the word that came too late", () => {
  const settled = { state: "rejected", disputed: false, objection: null } as const;
  const problem = { form: "verdict", sentence: "This ticket is not disputed now.", typed: { verdict: "reject" } };
  const html = renderToStaticMarkup(
    createElement(DisputeScreen, { desk: adasDesk, dispute: { ...dispute, ...settled, options: [] }, problem }),
  );
  expect(html).toContain("CS-1042: nothing to decide");
  expect(html).toContain("This ticket is not disputed now.");
  expect(html).not.toMatch(/No objection stands|<textarea/);
  expect(shown({ state: "completed", disputed: false, objection: null })).toContain("CS-1042: undo this recovery");
});
