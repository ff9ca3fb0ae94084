import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { type Droppable, droppable, makePlace, type Place } from "db/place";
import { build } from "esbuild";
import { growTrail } from "./grow-trail";
import { report, type Taken } from "./trail-report";
import { appends, comparisons, type Step, shortSteps, type Took } from "./trail-steps";

/**
 * The trail at some size: verify, exports, pages, proofs and appends beside what the machine allows, in turns, each in a
 * process of its own, on a trail of that many entries and on one of a tenth. `--keep FILE` keeps both for the next run.
 */
const { values } = parseArgs({
  options: {
    entries: { type: "string", default: "20000" },
    engine: { type: "string", default: "sqlite" },
    rounds: { type: "string", default: "3" },
    keep: { type: "string" },
  },
});
const kind = values.engine === "postgres" ? "postgres" : "sqlite";
const wanted = Number(values.entries);
const rounds = Number(values.rounds);
const run = promisify(execFile);
const stepFile = fileURLToPath(new URL("../build/bench/trail-step.mjs", import.meta.url));

interface Grown {
  place: Place;
  size: number;
  seconds: number;
}

await build({
  entryPoints: [fileURLToPath(new URL("trail-step.ts", import.meta.url))],
  outfile: stepFile,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
});
const made: Droppable[] = [];
try {
  const grown = values.keep && existsSync(values.keep) ? kept(values.keep) : await growBoth();
  if (values.keep) writeFileSync(values.keep, JSON.stringify(grown));
  const taken: Taken = { small: new Map(), large: new Map() };
  const besideLimits = (all: readonly { limit: Step; step: Step }[]) => all.flatMap(({ limit, step }) => [limit, step]);
  const reading: Step[] = ["slow export", ...shortSteps, ...besideLimits(comparisons(kind))];
  // Only once all is read: they make the trail longer.
  const appending: Step[] = [
    ...(kind === "sqlite" ? besideLimits(appends) : ["append one" as const]),
    "append by eight",
  ];
  for (const steps of [reading, appending])
    for (let round = 0; round < rounds; round += 1)
      for (const step of new Set(steps)) for (const size of ["small", "large"] as const) await take(step, size);
  console.log(report(kind, grown.small, grown.large, taken));

  async function take(step: Step, size: "small" | "large"): Promise<void> {
    const { stdout } = await run(process.execPath, [stepFile, step, grown[size].place.url]);
    const took = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Took;
    taken[size].set(step, [...(taken[size].get(step) ?? []), took]);
  }
} finally {
  if (!values.keep) for (const place of made) await place.drop();
}

async function growBoth(): Promise<{ small: Grown; large: Grown }> {
  return { small: await grow(Math.ceil(wanted / 10)), large: await grow(wanted) };
}

async function grow(entries: number): Promise<Grown> {
  const place = await makePlace(kind);
  made.push(place);
  const started = performance.now();
  const size = await growTrail(place, entries);
  return { place, size, seconds: (performance.now() - started) / 1000 };
}

function kept(file: string): { small: Grown; large: Grown } {
  const grown = JSON.parse(readFileSync(file, "utf8")) as { small: Grown; large: Grown };
  made.push(droppable(grown.small.place), droppable(grown.large.place));
  return grown;
}
