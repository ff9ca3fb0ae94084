import { setTimeout as sleep } from "node:timers/promises";
import { openReader } from "db/engine";
import { readHead } from "db/head";
import { proveConsistency, proveInclusion } from "db/proofs";
import { exportEntries } from "db/read/export-trail";
import { trailPage } from "db/read/trail";
import { verifyDatabase } from "db/verify";
import type { TrailFilter } from "domain/view";
import { share } from "./share";
import { type Append, appendStep } from "./trail-append";
import { type Limit, reachLimit } from "./trail-limits";

/** What one step took, in a process of its own. */
export interface Took {
  seconds: number;
  cpuSeconds: number;
  /** The process's peak above what it took before the step began. */
  grownMb: number;
  peakMb: number;
  firstByteMs?: number;
  /** Of short steps, many times one: milliseconds. */
  p50?: number;
  p99?: number;
}
export type Step = Limit | Append | "verify" | "export jsonl" | "export csv" | "slow export" | Short;
type Short = (typeof shortSteps)[number];
export const shortSteps = ["first page", "deep page", "inclusion proof", "consistency proof", "head"] as const;

/** A step that is held against what the machine allows: at least this share of the limit's rate. */
export interface Comparison {
  step: Step;
  limit: Limit;
  atLeast: number;
}
export const comparisons = (kind: "sqlite" | "postgres"): Comparison[] => [
  { step: "verify", limit: "iterate and hash", atLeast: 0.5 },
  {
    step: "export jsonl",
    limit: kind === "sqlite" ? "stored JSON to JSONL" : "COPY",
    atLeast: kind === "sqlite" ? 0.5 : 0.25,
  },
  { step: "export csv", limit: kind === "sqlite" ? "iterate to CSV" : "COPY", atLeast: kind === "sqlite" ? 0.6 : 0.25 },
];

/** Commits, held against bare rows as durable: at least this share of their rate. */
export const appends = [
  { step: "append one", limit: "raw one", atLeast: 0.7 },
  { step: "append a hundred", limit: "raw a hundred", atLeast: 0.6 },
] as const;

const noFilter: TrailFilter = {
  actor: null,
  type: null,
  ticket: null,
  account: null,
  outcome: null,
  from: null,
  to: null,
};
const times = 300;

/** Takes one step on the trail of a database, and says what it took. */
export async function takeStep(step: Step, url: string): Promise<Took> {
  const before = process.resourceUsage().maxRSS;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const more = await stepOf(step, url, started);
  const { user, system } = process.cpuUsage(cpu);
  const peak = process.resourceUsage().maxRSS;
  return {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    grownMb: (peak - before) / 1024,
    peakMb: peak / 1024,
    ...more,
  };
}

async function stepOf(step: Step, url: string, started: number): Promise<Partial<Took>> {
  switch (step) {
    case "verify":
      return verified(url);
    case "export jsonl":
    case "export csv":
      return exported(url, step === "export csv" ? "csv" : "jsonl", started);
    case "slow export":
      return slowlyExported(url);
    case "append one":
    case "append a hundred":
    case "append by eight":
    case "raw one":
    case "raw a hundred":
      return appendStep(step, url);
    case "first page":
    case "deep page":
    case "inclusion proof":
    case "consistency proof":
    case "head":
      return repeated(step, url);
    default:
      await reachLimit(step, url);
      return {};
  }
}

async function verified(url: string): Promise<Partial<Took>> {
  const reader = openReader(url);
  const verdict = await verifyDatabase(reader);
  await reader.close();
  if (verdict.exit !== 0) throw new Error(verdict.report);
  return {};
}

async function exported(url: string, format: "csv" | "jsonl", started: number): Promise<Partial<Took>> {
  let firstByteMs: number | undefined;
  for await (const part of exportEntries(url, noFilter, format)) {
    if (part.length > 0) firstByteMs ??= performance.now() - started;
  }
  return firstByteMs === undefined ? {} : { firstByteMs };
}

/** Whoever reads slowly, and goes away in the middle, costs no more memory than who reads at once. */
async function slowlyExported(url: string): Promise<Partial<Took>> {
  let parts = 0;
  for await (const part of exportEntries(url, noFilter, "jsonl")) {
    void part;
    await sleep(5);
    parts += 1;
    if (parts === 300) break;
  }
  return {};
}

/** The same short step again and again, each time elsewhere in the trail, after a tenth as many to warm up. */
async function repeated(step: Short, url: string): Promise<Partial<Took>> {
  const reader = openReader(url);
  const { size } = await readHead(reader);
  const filter = { ...noFilter, actor: "staff:ada", type: "ticket.viewed" };
  const work = {
    "first page": () => trailPage(reader, filter, null, 50),
    "deep page": (n: number) => trailPage(reader, filter, `before.${placeOf(n, size)}`, 50),
    "inclusion proof": (n: number) => proveInclusion(reader.sql, placeOf(n, size), size),
    "consistency proof": (n: number) => proveConsistency(reader.sql, placeOf(n, size), size),
    head: () => readHead(reader),
  }[step];
  const taken: number[] = [];
  for (let n = -times / 10; n < times; n += 1) {
    const started = performance.now();
    await work(Math.abs(n));
    if (n >= 0) taken.push(performance.now() - started);
  }
  await reader.close();
  return { p50: share(taken, 0.5, 1000), p99: share(taken, 0.99, 1000) };
}

const placeOf = (n: number, size: number): number => Math.floor((size * (n + 1)) / (times + 2));
