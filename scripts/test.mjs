import { availableParallelism } from "node:os";
import { findChromium } from "./chromium.mjs";
import { cleanUp } from "./ending.mjs";
import { beginInstall } from "./install.mjs";
import { keepTemporaryFilesInMemory } from "./memory.mjs";
import { startPostgres } from "./postgres.mjs";
import { findSlapd } from "./slapd.mjs";
import { add } from "./test-counts.mjs";
import { STEPS } from "./test-steps.mjs";

let totals = { passed: 0, failed: 0, skipped: 0 };
process.on("exit", printTotals);

try {
  await test(process.argv.slice(2));
} catch (error) {
  console.error(`\nFAILED: ${error.message}`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function test(names) {
  const steps = chosen(names);
  const { compiled } = await timed("install", beginInstall);
  keepTemporaryFilesInMemory();
  await runAll(steps, await provide(new Set(steps.flatMap((step) => step.needs))), compiled);
  await compiled;
}

/** The named steps in their own order, or all; `install` always runs. */
function chosen(names) {
  const known = ["install", ...STEPS.map(({ name }) => name)];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(", ")}; the steps are ${known.join(", ")}.`);
  return names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name));
}

/** Finds or starts what the steps need, before the first of them, and resolves to the environment that names it. */
async function provide(needs) {
  const env = {};
  if (needs.has("chromium")) env.COUNTERSIGN_CHROMIUM = findChromium({ install: true });
  if (needs.has("slapd")) env.COUNTERSIGN_TEST_SLAPD = slapdOrNone();
  if (needs.has("postgres")) env.COUNTERSIGN_TEST_POSTGRES_URL = (await startPostgres()).url;
  return env;
}

/** Without OpenLDAP its tests are skipped, and that is said: everything else can be tested. */
function slapdOrNone() {
  const found = findSlapd();
  if (!found) console.log("No slapd was found and none could be installed: resets through LDAP are not tested.");
  return found ?? "";
}

/** Runs the steps in order; one that can be made aside starts at once on a second core and shows its output at its turn. */
async function runAll(steps, env, compiled) {
  const aside = new Map();
  if (availableParallelism() > 1 && steps.length > 1) {
    for (const step of steps.filter((each) => each.aside)) aside.set(step, runAside(step, env));
  }
  for (const step of steps) {
    if (step.needs.includes("compiled")) await timed("compile", () => compiled);
    await timed(step.name, async () => judge(step, await (aside.get(step) ?? step.run(env))));
  }
}

async function runAside(step, env) {
  const started = Date.now();
  const result = await step.run(env, { quiet: true }).catch(({ message }) => ({ code: 1, output: `${message}\n` }));
  return { ...result, output: `${result.output}It ran beside the steps above for ${secondsSince(started)}.\n` };
}

function judge({ name }, { code, output = "", counts }) {
  process.stdout.write(output);
  if (counts) totals = add(totals, counts);
  if (code !== 0) throw new Error(`the step ${name} did not pass.`);
  if (counts && counts.passed + counts.failed === 0) throw new Error(`the step ${name} ran no test.`);
}

async function timed(name, body) {
  const started = Date.now();
  console.log(`\n--- ${name}`);
  try {
    const result = await body();
    console.log(`--- ${name}: passed in ${secondsSince(started)}`);
    return result;
  } catch (error) {
    console.log(`--- ${name}: failed after ${secondsSince(started)}`);
    throw error;
  }
}

function secondsSince(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** The last line of every run; a run that failed never says "0 failed". */
function printTotals(exitCode) {
  const failed = exitCode === 0 ? totals.failed : Math.max(totals.failed, 1);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
  console.log(`\n${totals.passed} passed, ${failed} failed${skipped}`);
}
