import { groupedBy, type Marked, paced, type SignedApproval } from "./approval-pace";
import { chanceOfAtLeast, type Drawing, expectedIn, holm, median, together } from "./chance";
import { hours, seconds } from "./time";

/** Why a pair stands where it does; words make sentences of them. */
export type PairReason =
  | { why: "more-than-chance"; approvals: number; expected: number }
  | { why: "quicker"; quick: number; of: number; seconds: number; ownSeconds: number }
  | { why: "under-a-minute"; n: number; of: number }
  | { why: "share-of-agent"; signed: number; tickets: number };

/** What an agent and a supervisor have to do with each other, beside what chance would give. */
export interface Pair {
  agent: string;
  supervisor: string;
  approvals: number;
  /** What chance would give, shift by shift, by how much each of both did in it. */
  expected: number;
  /** Of the agent's tickets that anyone approved, those that this supervisor approved. */
  signed: number;
  tickets: number;
  medianSeconds: number;
  /** The median of the supervisor's approvals of everyone else's tickets. */
  ownSeconds: number;
  underMinute: number;
  /** Approvals quicker than the supervisor's own median for that tier. */
  quick: number;
  mostInADay: number;
  /** The chance of as many approvals or more, of as many quick ones or more, of both, and of both with all pairs looked at. */
  chance: { many: number; quick: number; both: number; corrected: number };
  /** Higher is odder: how many noughts the chance of both begins with. */
  score: number;
  standsOut: boolean;
  reasons: PairReason[];
}

/** A pair stands out when chance alone would make any pair of the report do so in at most one report of a hundred. */
export const falseAlarms = 0.01;
export const quickMs = seconds(60);
/** People who work the same hours meet more often: chance is asked within each shift of this length, counted from midnight UTC. */
export const shiftMs = hours(8);
/** However small its chance, a pair stands out only with this many approvals and an effect of this size. */
const least = { approvals: 5, times: 1.5, quickShare: 0.75 };
/** What is worth a sentence. */
const worthSaying = { chance: 0.05, underMinute: 3, share: 0.5 };

/** Every pair with an approval, the oddest on top. */
export function watchPairs(approvals: readonly SignedApproval[]): Pair[] {
  const all = paced(approvals);
  const view: Viewed = {
    byAgent: groupedBy(all, (a) => a.agent),
    bySupervisor: groupedBy(all, (a) => a.supervisor),
    shifts: countsIn(all, shiftOf),
  };
  const both = [...groupedBy(all, (a) => JSON.stringify([a.agent, a.supervisor])).values()];
  const pairs = both.flatMap((own) => pairOf(own, view));
  // Pairs that met by no approval were looked at too.
  const unmet = view.byAgent.size * view.bySupervisor.size - pairs.length;
  const corrected = holm([...pairs.map((p) => p.chance.both), ...new Array<number>(unmet).fill(1)]);
  return pairs.map((p, i) => judged(p, corrected[i] ?? 1)).sort(odder);
}

interface Viewed {
  byAgent: Map<string, Marked[]>;
  bySupervisor: Map<string, Marked[]>;
  /** How many approvals a shift had, and of them by agent and by supervisor. */
  shifts: Map<string, ShiftCount>;
}
interface ShiftCount {
  all: number;
  agents: Map<string, number>;
  supervisors: Map<string, number>;
}

const shiftOf = (a: SignedApproval): string => String(Math.floor(a.at / shiftMs));
const dayOf = (a: SignedApproval): string => new Date(a.at).toISOString().slice(0, 10);

function countsIn(approvals: readonly Marked[], of: (a: Marked) => string): Map<string, ShiftCount> {
  const counted = (some: readonly Marked[], who: (a: Marked) => string) =>
    new Map([...groupedBy(some, who)].map(([id, own]) => [id, own.length]));
  return new Map(
    [...groupedBy(approvals, of)].map(([shift, some]) => [
      shift,
      { all: some.length, agents: counted(some, (a) => a.agent), supervisors: counted(some, (a) => a.supervisor) },
    ]),
  );
}

type Unjudged = Omit<Pair, "standsOut" | "reasons">;

function pairOf(own: readonly Marked[], view: Viewed): Unjudged[] {
  const [one] = own;
  if (!one) return [];
  const { agent, supervisor } = one;
  const agents = view.byAgent.get(agent) ?? [];
  const supervisors = view.bySupervisor.get(supervisor) ?? [];
  const meetings = meetingsOf(view, agent, supervisor);
  const quick = own.filter((a) => a.quick).length;
  const many = chanceOfAtLeast(meetings, own.length);
  // Quick for this supervisor, and quick for this agent's work: an agent whose packets are easily read is no accomplice.
  const chanceQuick = Math.max(quickForSupervisor(own, supervisors, quick), quickForAgent(own, agents));
  const both = together(many, chanceQuick);
  return [
    {
      agent,
      supervisor,
      approvals: own.length,
      expected: expectedIn(meetings),
      signed: ticketsOf(own),
      tickets: ticketsOf(agents),
      medianSeconds: secondsOf(own),
      ownSeconds: secondsOf(supervisors.filter((a) => a.agent !== agent)),
      underMinute: own.filter((a) => a.ms < quickMs).length,
      quick,
      mostInADay: Math.max(...[...groupedBy(own, dayOf).values()].map((day) => day.length)),
      chance: { many, quick: chanceQuick, both, corrected: both },
      score: both === 0 ? 300 : Math.max(0, -Math.log10(both)),
    },
  ];
}

/** In each shift in which both were at work: its approvals, those of the agent's tickets, and how many the supervisor gave. */
function meetingsOf(view: Viewed, agent: string, supervisor: string): Drawing[] {
  return [...view.shifts.values()].flatMap(({ all, agents, supervisors }) => {
    const [marked, drawn] = [agents.get(agent), supervisors.get(supervisor)];
    return marked !== undefined && drawn !== undefined ? [{ all, marked, drawn }] : [];
  });
}

/** The chance of so many quick ones or more in what a pair did, of all that the supervisor approved, tier by tier. */
function quickForSupervisor(own: readonly Marked[], all: readonly Marked[], quick: number): number {
  const drawn = groupedBy(own, (a) => a.tier);
  const drawings = [...groupedBy(all, (a) => a.tier)].map(([tier, some]) => ({
    all: some.length,
    marked: some.filter((a) => a.quick).length,
    drawn: drawn.get(tier)?.length ?? 0,
  }));
  return chanceOfAtLeast(drawings, quick);
}

/** The same of all approvals of the agent's tickets. */
function quickForAgent(own: readonly Marked[], all: readonly Marked[]): number {
  const brisk = (some: readonly Marked[]) => some.filter((a) => a.brisk).length;
  return chanceOfAtLeast([{ all: all.length, marked: brisk(all), drawn: own.length }], brisk(own));
}

const ticketsOf = (approvals: readonly Marked[]): number => new Set(approvals.map((a) => a.ticket)).size;
const secondsOf = (approvals: readonly Marked[]): number => Math.round(median(approvals.map((a) => a.ms)) / seconds(1));

function judged(p: Unjudged, corrected: number): Pair {
  const large = p.approvals >= least.times * p.expected || p.quick >= least.quickShare * p.approvals;
  const standsOut = corrected <= falseAlarms && p.approvals >= least.approvals && large;
  return { ...p, chance: { ...p.chance, corrected }, standsOut, reasons: reasonsOf(p) };
}

function reasonsOf(p: Unjudged): PairReason[] {
  const reasons: PairReason[] = [];
  const { approvals, expected, quick, underMinute, signed, tickets } = p;
  if (p.chance.many <= worthSaying.chance) reasons.push({ why: "more-than-chance", approvals, expected });
  if (p.chance.quick <= worthSaying.chance)
    reasons.push({ why: "quicker", quick, of: approvals, seconds: p.medianSeconds, ownSeconds: p.ownSeconds });
  if (underMinute >= worthSaying.underMinute) reasons.push({ why: "under-a-minute", n: underMinute, of: approvals });
  if (p.chance.both <= worthSaying.chance && signed >= worthSaying.share * tickets)
    reasons.push({ why: "share-of-agent", signed, tickets });
  return reasons;
}

const odder = (a: Pair, b: Pair): number =>
  a.chance.both - b.chance.both ||
  b.approvals - a.approvals ||
  (a.agent + a.supervisor < b.agent + b.supervisor ? -1 : 1);
