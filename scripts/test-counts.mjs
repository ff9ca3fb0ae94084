import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const NONE = { passed: 0, failed: 0, skipped: 0 };

/** The path for a step's JSON report, with the report of an earlier run removed. */
export function freshReport(name) {
  const folder = join(root, ".cache", "test");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  rmSync(path, { force: true });
  return path;
}

/** How many tests passed, failed and were skipped by a report of vitest or Playwright; all 0 where the runner wrote none. */
export function countsOf(path) {
  if (!existsSync(path)) return NONE;
  const report = JSON.parse(readFileSync(path, "utf8"));
  return report.stats ? ofPlaywright(report.stats) : ofVitest(report);
}

/** The sum of two counts. */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** A flaky test failed first and passed when tried again. */
function ofPlaywright({ expected, flaky, unexpected, skipped }) {
  return { passed: expected + flaky, failed: unexpected, skipped };
}

function ofVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}
