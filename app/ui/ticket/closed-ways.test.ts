import { expect, it } from "vitest";
import { closedWays } from "./closed-ways";
import { sampleTicket } from "./sample";

it("says nothing while every way is open", () => {
  expect(closedWays(sampleTicket())).toEqual([]);
});
it("says why serials and questions cannot be tried", () => {
  expect(closedWays(sampleTicket({ triesLeft: { serial: 0, answers: 0, savedCode: 5 } }))).toHaveLength(2);
  expect(closedWays(sampleTicket({ answersSpent: true }))[0]).toMatch(/earlier ticket/);
  const t = sampleTicket();
  expect(closedWays({ ...t, account: { ...t.account, questionsOnFile: 0 } })[0]).toMatch(/on file/);
});
it("says that saved codes cannot be tried, only where there are any", () => {
  const triesLeft = { serial: 3, answers: 2, savedCode: 0 };
  expect(closedWays(sampleTicket({ triesLeft }))).toEqual([]);
  expect(closedWays(sampleTicket({ triesLeft, savedCodesOnFile: true }))[0]).toMatch(/saved code/);
});
