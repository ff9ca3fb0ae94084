import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { countersign } from "../e2e/processes";
import { asked, openBenchDesk } from "./desk";
import { share } from "./share";

/** A clean directory comes in by the command line while an agent works the queue: rows a second, and what the agent notices. */
const { values } = parseArgs({
  options: { accounts: { type: "string", default: "100000" }, engine: { type: "string", default: "sqlite" } },
});
const make = fileURLToPath(new URL("../scripts/make-directory.mjs", import.meta.url));
const files = ["accounts", "contacts", "devices", "answers"];

const folder = mkdtempSync(join(tmpdir(), "countersign-bench-"));
execFileSync(process.execPath, [make, folder, "--accounts", values.accounts, "--clean"]);
const rows = files.reduce((all, name) => all + lines(join(folder, `${name}.csv`)) - 1, 0);
const desk = await openBenchDesk(values.engine === "postgres" ? "postgres" : "sqlite");
try {
  await asked(desk, sleep(3_000));
  const alone = await asked(desk, sleep(20_000));
  const started = performance.now();
  const importing = countersign(desk.env, ["import", folder, "--json"]);
  const during = await asked(desk, importing);
  const seconds = (performance.now() - started) / 1000;
  const { code, out, err } = await importing;
  if (code !== 0) throw new Error(err);
  const { added, refusedRows } = JSON.parse(out) as { added: Record<string, number>; refusedRows: number };
  const figures = {
    engine: values.engine,
    rows,
    added,
    refusedRows,
    seconds: Math.round(seconds * 10) / 10,
    rowsPerSecond: Math.round(rows / seconds),
    queueAloneMs: { asked: alone.length, p50: share(alone, 0.5), p99: share(alone, 0.99) },
    queueDuringMs: { asked: during.length, p50: share(during, 0.5), p99: share(during, 0.99) },
    p99Ratio: Math.round((share(during, 0.99) / share(alone, 0.99)) * 100) / 100,
  };
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await desk.close();
  rmSync(folder, { recursive: true });
}

function lines(file: string): number {
  let count = 0;
  for (const byte of readFileSync(file)) if (byte === 10) count += 1;
  return count;
}
