import { expect, it } from "vitest";
import { approvals } from "./approvals";
import { packetTitle } from "./packet";

const loss = { password: false, secondFactor: false, email: true, phone: true };
const holder = "J••• M•••";

it("says in one sentence what will happen, naming the holder once", () => {
  const all = { newPassword: true, removeSecondFactor: true, replace: ["a", "b"] };
  expect(packetTitle({ holder, loss, action: all })).toBe(
    "Replace e-mail and phone of J••• M•••, remove their second factor and let them set a new password",
  );
  expect(packetTitle({ holder, loss, action: { ...all, replace: [], newPassword: false } })).toBe(
    "Remove the second factor of J••• M•••",
  );
  expect(packetTitle({ holder, loss, action: { newPassword: true, removeSecondFactor: false, replace: [] } })).toBe(
    "Let J••• M••• set a new password",
  );
});
it("counts signatures in words", () => {
  const nth = (given: number, needed: number, lapsed = 0, mayApprove = true) =>
    approvals.nth({ given, needed, lapsed, mayApprove });
  expect([nth(0, 2), nth(1, 2), nth(2, 2), nth(0, 1), nth(0, 2, 1), nth(1, 2, 0, false)]).toEqual([
    "You would be the first of two",
    "You would be the second of two",
    "Countersigned",
    "One signature",
    "You would be the first of two, one lapsed",
    "1 of 2 countersigned",
  ]);
  expect(approvals.count(0, 2, 1)).toBe("0 of 2, one lapsed");
});
