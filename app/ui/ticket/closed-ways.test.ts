import { expect, it } from "vitest";
import { closedWays } from "./closed-ways";
import { mayOnly, now, sampleTicket } from "./sample";

/** What the decisions leave of the permissions when no questions and no serials can be tried. */
const may = mayOnly("add-photo", "note", "submit");

it("says nothing while every way is open", () => {
  expect(closedWays(sampleTicket())).toEqual([]);
});
it("says why serials and questions cannot be tried", () => {
  expect(closedWays(sampleTicket({ may, triesLeft: { serial: 0, answers: 0, savedCode: 5 } }))).toHaveLength(2);
  expect(closedWays(sampleTicket({ may, answersSpent: true }))[0]).toMatch(/earlier ticket.*180 days/);
  const t = sampleTicket({ may });
  const onFile = (questionsOnFile: number) => closedWays({ ...t, account: { ...t.account, questionsOnFile } })[0];
  expect(onFile(0)).toMatch(/^No security questions are on file/);
  expect(onFile(1)).toMatch(/^Only one security question is on file/);
});
it("says nothing of questions that passed, and of those that are open no more than the form does", () => {
  const passed = { factor: "answers", typedByRequester: true, at: now, fresh: true } as const;
  expect(closedWays(sampleTicket({ may, evidence: [passed], answersSpent: true }))).toEqual([]);
  expect(closedWays(sampleTicket({ may }))).toEqual([]);
});
it("says that saved codes cannot be tried, only where there are any", () => {
  const triesLeft = { serial: 3, answers: 2, savedCode: 0 };
  expect(closedWays(sampleTicket({ triesLeft }))).toEqual([]);
  expect(closedWays(sampleTicket({ triesLeft, savedCodesOnFile: true }))[0]).toMatch(/saved code/);
});
