import { expect, it } from "vitest";
import { inQuarantine, movesTooSoon, quarantineEnd } from "./quarantine";
import { submit } from "./submit";
import { ada } from "./testing";
import { completed, evidenced, lossOf, opened } from "./testing-stories";
import { days } from "./time";

it("For 30 days after a recovery an account is in quarantine", () => {
  const story = completed();
  const { account, now } = story;
  expect(quarantineEnd(account, now)).toBe(now + days(30));
  expect(inQuarantine(account, now + days(30) - 1)).toBe(true);
  expect(inQuarantine(account, now + days(30))).toBe(false);
  expect(inQuarantine(opened().case.account, now)).toBe(false);
  expect(inQuarantine(null, now)).toBe(false);
});

it("In quarantine a contact is moved at T4 alone", () => {
  const { account, ticket, now } = completed();
  const t3 = { ...ticket, tier: "T3" } as const;
  expect(movesTooSoon(t3, account, now)).toBe(true);
  expect(movesTooSoon({ ...t3, tier: "T4" }, account, now)).toBe(false);
  expect(movesTooSoon({ ...t3, action: { ...t3.action, replace: [] } }, account, now)).toBe(false);
  expect(movesTooSoon(t3, account, now + days(30))).toBe(false);
});

it("A policy that raises nothing does not get around it", () => {
  const first = completed(lossOf.T1);
  const second = evidenced(lossOf.T3, first.on("t2").after(days(1)));
  const { raise: _, ...rules } = second.factsFor(ada).rules;
  const { raised: __, ...ticket } = { ...second.ticket, tier: "T3" as const };
  const decided = submit()({ ticket, account: second.account }, { ...second.factsFor(ada), rules }, second.now);
  expect(decided).toMatchObject([{ type: "refused", data: { reason: "in-quarantine" } }]);
});
