import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { COMMAND_LINE, ensureBuilt } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { beforeEnd, cleanUp } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";
import { serveAt } from "./lighthouse-portal.mjs";
import { root, run } from "./run.mjs";

const OWN = join(root, "bench", "lighthouse");
const PAGE = join(root, "docs", "lighthouse.md");
/** What a public page may ship of script, compressed. */
const MOST_SCRIPT = 50_000;

/** Looks with Lighthouse at every public page of a portal that serves the demo's week, and writes docs/lighthouse.md; with words, only at the pages whose names hold one of them, and writes nothing. */
async function measure(words) {
  await ensureInstalled();
  await ensureBuilt();
  await ensureLighthouse();
  const folder = mkdtempSync(join(tmpdir(), "countersign-lighthouse-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  const portal = await serveAt(folder, async (env) => {
    await ran([COMMAND_LINE, "demo-seed"], env);
    await ran(["--import", "tsx", "bench/lighthouse/pages.ts", join(folder, "pages.json")], env);
  });
  const [pages, results] = ["pages.json", "results.json"].map((name) => join(folder, name));
  if (words.length > 0) keepNamed(pages, words);
  await ran(["bench/lighthouse/measure.mjs", portal, pages, results, findChromium({ install: true })], {});
  return judged(JSON.parse(readFileSync(results, "utf8")), words.length === 0);
}

function keepNamed(file, words) {
  const pages = JSON.parse(readFileSync(file, "utf8")).filter(({ name }) => words.some((word) => name.includes(word)));
  if (pages.length === 0) throw new Error(`No page's name holds ${words.join(" or ")}.`);
  writeFileSync(file, JSON.stringify(pages));
}

/** Lighthouse has a lock file of its own: it is larger than all that the tests need, and only this needs it. */
async function ensureLighthouse() {
  const stamp = join(OWN, "node_modules", ".countersign-installed");
  const lock = readFileSync(join(OWN, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing Lighthouse …");
  const { code } = await run("npm", ["ci", "--ignore-scripts", "--prefix", OWN]);
  if (code !== 0) throw new Error("npm ci failed in bench/lighthouse; its own lines above say why.");
  writeFileSync(stamp, lock);
}

async function ran(args, env) {
  const { code } = await run(process.execPath, args, { env });
  if (code !== 0) throw new Error(`${args.join(" ")} ended with code ${code}; its own lines above say why.`);
}

/** Writes the table of every page and gives the exit code: 1 where a page ships too much script or axe faults it. */
function judged(results, isWhole) {
  if (isWhole) writeFileSync(PAGE, pageOf(results));
  const heavy = results.filter(({ scriptBytes }) => scriptBytes > MOST_SCRIPT);
  for (const { name, scriptBytes } of heavy) console.error(`${name} ships ${scriptBytes} bytes of script.`);
  const faulted = results.some(({ short }) => short.some((why) => why.startsWith("axe")));
  if (isWhole) console.log("Written: docs/lighthouse.md");
  return heavy.length === 0 && !faulted ? 0 : 1;
}

const kB = (bytes) => (bytes / 1000).toFixed(1);

function pageOf(results) {
  const rows = results.map(({ name, status, scores, scriptBytes, bytes, lcpMs }) =>
    [name, status, ...Object.values(scores), kB(scriptBytes), kB(bytes), (lcpMs / 1000).toFixed(1)].join(" | "),
  );
  const short = results.flatMap(({ name, short }) => short.map((why) => `- ${name}: ${why}`));
  return [
    "# Lighthouse on the public pages",
    "",
    `Made by \`npm run lighthouse\` on ${new Date().toISOString().slice(0, 10)}: a portal by itself over the demo's week, Lighthouse's default profile (a slow`,
    "phone on slow 4G, simulated), plain HTTP on loopback. A page that is not fast enough is looked at three times, unless a form led to it that works once, and the",
    "middle one stands here. Sizes are compressed, as they came over the wire; a public page may ship 50 kB of script. axe looks at each in light and dark, and in both languages.",
    `What else the machine did tells in the figures for performance: the load was ${loadavg()[1].toFixed(1)} on ${cpus().length} cores.`,
    "A page that tells of something wrong has a status that says so, which the browser writes to its console. That one line is not counted as an error of the page;",
    "counted, such a page has 96 for best practices. Every page is checked to answer with the status that stands here, and all that it asks for to be there.",
    "",
    "| page | status | performance | accessibility | best practices | script kB | all kB | largest paint s |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
    "",
    ...(short.length > 0 ? ["What was still faulted:", "", ...short, ""] : ["Nothing was faulted.", ""]),
  ].join("\n");
}

try {
  process.exitCode = await measure(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await cleanUp();
}
