import { beforeAll, describe, expect, it } from "vitest";
import { isShut } from "./case";
import { approvalObject } from "./review";
import { given, type Story, sam } from "./testing";
import { attempts, hashOf, withTwins } from "./testing-attempts";
import { walked } from "./testing-walk";
import { ended, usable } from "./testing-ways-out";
import { isLive, type Ticket, ticketStates } from "./ticket";
import { days, type Millis } from "./time";

/** The whole graph of states, found by trying every command of everyone whose part it might be from every state found so far. */

const waits: readonly Millis[] = [0, days(1), days(7)];
const mostSearched = 200;

interface Edge {
  from: string;
  to: string;
}
let found: Map<string, Story>;
let edges: Edge[];

beforeAll(() => {
  ({ found, edges } = search());
}, 240_000);

function search(): { found: Map<string, Story>; edges: Edge[] } {
  const known = new Map<string, Story>();
  const steps: Edge[] = [];
  const waiting = new Map<string, Story[]>([["", [withTwins(given())]]]);
  const searched = new Map<string, number>();
  for (let n = 0; n < mostSearched; n += 1) {
    const story = nextOf(waiting, searched);
    if (!story) break;
    for (const next of stepsFrom(story)) {
      const [before, after] = [story.case.ticket, next.ticket];
      if (before && before.state !== after.state) steps.push({ from: before.state, to: after.state });
      const key = keyOf(next);
      if (known.has(key)) continue;
      known.set(key, next);
      const stage = JSON.stringify(stageOf(after, next.now));
      waiting.set(stage, [...(waiting.get(stage) ?? []), next]);
    }
  }
  return { found: known, edges: steps };
}

/** One more from the stage that was searched from least: breadth over the stages, not depth at one. */
function nextOf(waiting: Map<string, Story[]>, searched: Map<string, number>): Story | undefined {
  const counted = (stage: string): number => searched.get(stage) ?? 0;
  const [stage] = [...waiting]
    .flatMap(([s, all]) => (all.length > 0 ? [s] : []))
    .sort((a, b) => counted(a) - counted(b));
  if (stage === undefined) return undefined;
  searched.set(stage, counted(stage) + 1);
  return waiting.get(stage)?.shift();
}

/** Where every command, and the sensible next step, leads: now, or after a while. */
function stepsFrom(story: Story): Story[] {
  const later = waits.map((wait) => story.after(wait));
  const sensible = later.flatMap((s) =>
    [0, 1, 2, 3, 5, 6].map((x) => walked(s, { sensible: true, ticket: "t1", who: 0, what: 0, wait: 0, x })),
  );
  const tried = later.flatMap((s) =>
    attempts.flatMap(([actors, decide]) =>
      [actors[0], actors.at(-1), actors.at(-2)].flatMap((actor) =>
        actor ? [0, 1, 2, 3].map((x) => prepared(s, actor.id).when(decide(s, x), { actor })) : [],
      ),
    ),
  );
  return [...sensible, ...tried].filter((s) => s.case.ticket !== null);
}

const prepared = (story: Story, actor: string): Story =>
  story.stepsUp(actor.replace(/^staff:/, ""), "walk", approvalObject(story.about, hashOf(story)));

/** What makes two states different here. */
function keyOf(story: Story): string {
  const { account } = story.case;
  return JSON.stringify([
    marks(story.ticket, story.now),
    account && account.frozenAt !== null,
    account?.claimed !== null,
  ]);
}

function stageOf(t: Ticket, now: number): unknown[] {
  const { dispute } = t;
  return [
    [t.state, t.disputedFrom, t.agent !== null, t.approvals.length, t.newContact?.confirmedAt != null],
    [dispute && dispute.provedAt !== null, dispute && now >= dispute.proveBy, dispute?.wish?.verdict],
    [(t.unproved ?? []).length, t.reversal?.verdict, t.hold && t.hold.startedAt !== null],
  ];
}

function marks(t: Ticket, now: number): unknown[] {
  return [
    ...stageOf(t, now),
    [t.tier, t.action.thaw],
    [t.newContact?.confirmedAt != null, evidenceOf(t.evidence, now), evidenceOf(t.ownership ?? [], now)],
    [t.grant && t.grant.revokedAt !== null, t.grant && t.grant.generation > 1, t.packet !== null],
  ];
}

const evidenceOf = (all: Ticket["evidence"], now: number): string =>
  [...new Set(all.filter((v) => v.voidedAt === null && now - v.at < days(1)).map((v) => `${v.factor} ${v.device}`))]
    .sort()
    .join();

describe("The graph of states", () => {
  it("is searched far enough: every state of a ticket is found", () => {
    expect(new Set([...found.values()].map((s) => s.ticket.state))).toEqual(new Set(ticketStates));
  });

  it("leads from every live state to an end, by time or by supervisors new to the case", () => {
    const stuck = [...found].filter(([, s]) => isLive(ended(s).ticket.state)).map(([key]) => key);
    expect(stuck).toEqual([]);
  });

  it("leads from every frozen account to one that can be used", () => {
    const shut = [...found].filter(([, s]) => {
      const open = usable(ended(s));
      return isShut(open.case, open.factsFor(sam));
    });
    expect(shut.map(([key]) => key)).toEqual([]);
    expect([...found.values()].filter((s) => s.account.frozenAt !== null).length).toBeGreaterThan(5);
  });

  it("lets no ended ticket go on, but for an objection to a recovery and its undoing", () => {
    const after = edges.filter(({ from }) =>
      ["rejected", "cancelled", "expired", "reversed", "completed"].includes(from),
    );
    const kinds = [...new Set(after.map(({ from, to }) => `${from} -> ${to}`))].sort();
    expect(kinds).toEqual(["completed -> disputed", "completed -> reversed"]);
  });

  it("has no way that the table of the ticket does not have", () => {
    const kinds = new Set(edges.map(({ from, to }) => `${from} -> ${to}`));
    expect([...kinds].sort()).toEqual([...table].sort());
  });
});

/** product.md, "The ticket": each way from one state to another. */
const table = [
  "open -> verifying",
  "open -> cancelled",
  "open -> expired",
  "open -> disputed",
  "verifying -> open",
  "verifying -> in_review",
  "verifying -> cancelled",
  "verifying -> expired",
  "verifying -> disputed",
  "in_review -> verifying",
  "in_review -> on_hold",
  "in_review -> rejected",
  "in_review -> expired",
  "in_review -> disputed",
  "on_hold -> in_review",
  "on_hold -> reset_sent",
  "on_hold -> disputed",
  "reset_sent -> completed",
  "reset_sent -> expired",
  "reset_sent -> disputed",
  "completed -> disputed",
  "completed -> reversed",
  "disputed -> rejected",
  "disputed -> reversed",
  "disputed -> verifying",
  "disputed -> open",
  "disputed -> completed",
];
