import type { EngineKind } from "db/engine";
import { writers } from "./trail-append";
import { appends, comparisons, type Step, shortSteps, type Took } from "./trail-steps";

export type Taken = Record<"small" | "large", Map<Step, Took[]>>;
interface Size {
  size: number;
  seconds: number;
}

const mostGrownMb = 64;
const firstByteWithinMs = 50;
const shortWithinMs = 1;
const proofGrowth = 1.6;
const appendGrowth = 1.3;
/** How many times the rate of one writer eight reach by commits they share. */
const eightReach: Record<EngineKind, number> = { sqlite: 3, postgres: 1.5 };

/** What was measured as lines for a person: figure, limit, ratio, goal, met or not. Ratios are of CPU time, which other work on the machine disturbs least. */
export function report(kind: EngineKind, small: Size, large: Size, taken: Taken): string {
  const of = (step: Step, size: "small" | "large" = "large") => taken[size].get(step) ?? [];
  const lines = [
    `${kind}: ${large.size} entries (grown in ${large.seconds.toFixed(0)} s by the ledger), and ${small.size}`,
    ...comparisons(kind).map(({ step, limit, atLeast }) => {
      const [ours, theirs] = [of(step), of(limit)];
      const ratio = middle(theirs, costOf(limit)) / middle(ours, costOf(limit));
      return `${step}: ${rates(ours, large.size)}; ${limit}: ${rates(theirs, large.size)}; ratio ${ratio.toFixed(2)}, by the clock ${(middle(theirs, clock) / middle(ours, clock)).toFixed(2)}; goal ${atLeast}: ${met(ratio >= atLeast)}`;
    }),
    ...(["verify", "export jsonl", "export csv", "slow export"] as const).map((step) => {
      const [peak, before] = [middle(of(step), (t) => t.peakMb), middle(of(step, "small"), (t) => t.peakMb)];
      const grown = peak - before;
      return `${step}: peak ${peak.toFixed(0)} MB, ${grown.toFixed(0)} MB more than with a tenth of the entries; goal ${mostGrownMb}: ${met(grown <= mostGrownMb)}`;
    }),
    ...(["export jsonl", "export csv"] as const).map((step) => {
      const first = middle(of(step), (t) => t.firstByteMs ?? Number.NaN);
      return `${step}: first byte after ${first.toFixed(0)} ms; goal ${firstByteWithinMs}: ${met(first <= firstByteWithinMs)}`;
    }),
    ...shortSteps.map((step) => {
      const [now, before] = [middle(of(step), inTheMiddle), middle(of(step, "small"), inTheMiddle)];
      const growth = now / before;
      const isMet = now <= shortWithinMs && (!step.includes("proof") || growth <= proofGrowth);
      return `${step}: p50 ${now.toFixed(2)} ms, p99 ${middle(of(step), (t) => t.p99 ?? 0).toFixed(2)} ms; ${growth.toFixed(2)} times that with a tenth of the entries; goal ${shortWithinMs} ms: ${met(isMet)}`;
    }),
    ...(kind === "sqlite" ? appends : []).map(({ step, limit, atLeast }) => {
      const [ours, theirs] = [middle(of(step), inTheMiddle), middle(of(limit), inTheMiddle)];
      const growth = ours / middle(of(step, "small"), inTheMiddle);
      return `${step}: p50 ${ours.toFixed(2)} ms a commit, ${limit} ${theirs.toFixed(2)} ms; ratio ${(theirs / ours).toFixed(2)}; goal ${atLeast}: ${met(theirs / ours >= atLeast)}; ${growth.toFixed(2)} times that with a tenth of the entries; goal ${appendGrowth}: ${met(growth <= appendGrowth)}`;
    }),
    byEight(kind, of("append one"), of("append by eight")),
  ];
  return lines.join("\n");
}

function byEight(kind: EngineKind, one: readonly Took[], eight: readonly Took[]): string {
  const [alone, together] = [middle(one, inTheMiddle), middle(eight, inTheMiddle)];
  const times = (writers * alone) / together;
  const goal = eightReach[kind];
  return `append by eight: p50 ${together.toFixed(2)} ms for all of them, one alone ${alone.toFixed(2)} ms; ${times.toFixed(1)} times the rate of one; goal ${goal}: ${met(times >= goal)}`;
}

const clock = (took: Took): number => took.seconds;
const inTheMiddle = (took: Took): number => took.p50 ?? Number.NaN;
/** psql's own CPU and the server's are not this process's: with COPY the clock is all there is. */
const costOf = (limit: Step) => (limit === "COPY" ? clock : (took: Took) => took.cpuSeconds);

function rates(took: readonly Took[], size: number): string {
  const [seconds, cpu] = [middle(took, clock), middle(took, (t) => t.cpuSeconds)];
  return `${seconds.toFixed(1)} s (${Math.round(size / seconds)} rows/s), ${((cpu * 1e6) / size).toFixed(1)} µs CPU a row`;
}

const met = (is: boolean): string => (is ? "met" : "NOT met");

/** The middle one, so that one slow moment of a shared machine counts for little. */
function middle(all: readonly Took[], of: (took: Took) => number): number {
  const sorted = all.map(of).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
