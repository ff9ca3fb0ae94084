import type { Actor } from "domain/staff";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseRef } from "~/desk/case.server";
import { caseNow } from "~/desk/case.server";
import { drawQuestions } from "~/desk/check-answers.server";
import { cancelTicket } from "~/desk/end-ticket.server";
import type { Race, Raced } from "./races";
import { by } from "./story";
import { type FaultDesk, openFaultDesk } from "./testing";
import { agentOf, claimedTicket, countEntries, startTwo, type TwoProcesses } from "./two-desks";

const answerBudget = 2;
const portalBudget = 2;
const serialBudget = 4;
const questionsAsked = 3;
const each = 25;

describe.each(["sqlite", "postgres"] as const)("The account's budget, used by two processes at once (%s)", (kind) => {
  let desk: FaultDesk;
  let two: TwoProcesses;
  beforeAll(async () => {
    desk = await openFaultDesk(kind, { lanes: 1, holders: 4 });
    two = await startTwo(desk);
  }, 120_000);
  afterAll(async () => {
    await two?.end();
    await desk?.drop();
  });

  it("lets 50 parallel answer sets use exactly the budget, and the right one, sent last, is not reached", async () => {
    const ref = await claimedTicket(desk, 0);
    await drawQuestions(desk.house.door, by(agentOf(desk)), ref);
    const race = (process: number, right: Record<string, string>[]) =>
      ({
        do: "answers",
        actor: agentOf(desk),
        ref,
        sets: [...wrongSets(desk, 0, process, each - right.length), ...right],
      }) satisfies Race;
    const raced = await two.race(race(1, []), race(2, [rightSet(desk, 0)]));
    expect(tally(raced)).toEqual({ "no-match": answerBudget, locked: 2 * each - answerBudget });
    expect(raced[1].outcomes.at(-1)).toEqual({ refused: "locked", checked: null });
    expect(sum(raced, "answers")).toBe(answerBudget * questionsAsked);
    expect(await used(desk, ref, "answers")).toEqual({ attempted: answerBudget, checked: answerBudget });
  });

  it("lets 50 parallel serials use exactly the budget, and the right one, sent last, is not reached", async () => {
    const ref = await claimedTicket(desk, 1);
    const right = desk.file.holders[1]?.serials[0] ?? "";
    const one = { do: "serials", actor: agentOf(desk), ref, serials: wrongSerials(1, each) } as const;
    const other = { ...one, serials: [...wrongSerials(2, each - 1), right] };
    const raced = await two.race(one, other);
    expect(tally(raced)).toEqual({ "no-match": serialBudget, locked: 2 * each - serialBudget });
    expect(raced[1].outcomes.at(-1)).toEqual({ refused: "locked", checked: null });
    expect(sum(raced, "serials")).toBe(serialBudget);
    expect(await used(desk, ref, "serial")).toEqual({ attempted: serialBudget, checked: serialBudget });
  });

  it("lets 50 serials over five tickets, one after another, use the account's budget and not a ticket's", async () => {
    const all: Raced[] = [];
    let ref = { account: "", ticket: "" };
    for (let turn = 0; turn < 5; turn += 1) {
      ref = await claimedTicket(desk, 2);
      const race = (process: number) =>
        ({ do: "serials", actor: agentOf(desk), ref, serials: wrongSerials(10 * turn + process, each / 5) }) as const;
      all.push(...(await two.race(race(1), race(2))));
      await cancelTicket(desk.house.door, by(agentOf(desk)), ref, "not-proven");
    }
    expect(tally(all)).toEqual({ "no-match": serialBudget, locked: 2 * each - serialBudget });
    expect(sum(all, "serials")).toBe(serialBudget);
    expect(await used(desk, ref, "serial")).toEqual({ attempted: serialBudget, checked: serialBudget });
  });

  it("lets 50 answer sets typed in the portal over five tickets use the account's budget, the right one last", async () => {
    const all: Raced[] = [];
    let ref = { account: "", ticket: "" };
    for (let turn = 0; turn < 5; turn += 1) {
      ref = await claimedTicket(desk, 3);
      if (turn === 0) await drawQuestions(desk.house.door, by(agentOf(desk)), ref);
      const actor: Actor = { id: `requester:${ref.ticket}`, role: "requester", auth: "code", session: null };
      const sets = (process: number) => wrongSets(desk, 3, 10 * turn + process, each / 5 - 1);
      const last = turn === 4 ? rightSet(desk, 3) : (wrongSets(desk, 3, 10 * turn + 3, 1)[0] ?? {});
      const one = {
        do: "answers",
        actor,
        ref,
        sets: [...sets(1), ...wrongSets(desk, 3, 10 * turn + 4, 1)],
      } satisfies Race;
      all.push(...(await two.race(one, { ...one, sets: [...sets(2), last] })));
      await cancelTicket(desk.house.door, by(agentOf(desk)), ref, "not-proven");
    }
    expect(tally(all)).toEqual({ "no-match": portalBudget, locked: 2 * each - portalBudget });
    expect(all.at(-1)?.outcomes.at(-1)).toEqual({ refused: "locked", checked: null });
    expect(sum(all, "answers")).toBe(portalBudget * questionsAsked);
    expect(await used(desk, ref, "answers")).toEqual({ attempted: portalBudget, checked: portalBudget });
  });

  it("counts the attempts on the account, where the next ticket finds them", async () => {
    const ref = await claimedTicket(desk, 2);
    const { account } = await caseNow(desk.house.door, ref);
    expect(account?.attempts.map((a) => a.result)).toEqual(["failed", "failed", "failed", "failed"]);
  });
});

function wrongSets({ file }: FaultDesk, holder: number, series: number, most: number): Record<string, string>[] {
  const questions = file.holders[holder]?.answers.map((a) => a.id) ?? [];
  return Array.from({ length: most }, (_, n) =>
    Object.fromEntries(questions.map((q) => [q, `wrong ${q} ${series} ${n}`])),
  );
}

const rightSet = ({ file }: FaultDesk, holder: number): Record<string, string> =>
  Object.fromEntries(file.holders[holder]?.answers.map((a) => [a.id, a.answer]) ?? []);

const wrongSerials = (series: number, most: number): string[] =>
  Array.from({ length: most }, (_, n) => String(900_000_000 + series * 1000 + n));

/** How many of all outcomes were a refusal or a result of each kind. */
function tally(raced: readonly Raced[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const o of raced.flatMap((r) => r.outcomes))
    counts[o.refused ?? o.checked ?? ""] = (counts[o.refused ?? o.checked ?? ""] ?? 0) + 1;
  return counts;
}

const sum = (raced: readonly Raced[], what: "answers" | "serials"): number =>
  raced.reduce((all, r) => all + r.compares[what], 0);

async function used(desk: FaultDesk, { account }: CaseRef, factor: "answers" | "serial") {
  const [attempted, checked] = [
    await countEntries(desk, `${factor}.attempted`, account),
    await countEntries(desk, `${factor}.checked`, account),
  ];
  return { attempted, checked };
}
