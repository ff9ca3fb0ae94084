import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMAND_LINE, ensureBuilt, sourceHash } from "./build.mjs";
import { refuseWhereRunning, refuseWhereTaken } from "./demo-port.mjs";
import { startProcesses } from "./demo-processes.mjs";
import { demoSettings, FOLDER } from "./demo-settings.mjs";
import { cleanUp, endOrdinarilyBySignal } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";
import { root, run } from "./run.mjs";

const READY = join(root, FOLDER, "ready.json");

try {
  await demo(process.argv.slice(2));
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function demo(args) {
  const unknown = args.filter((arg) => arg !== "--fresh");
  if (unknown.length > 0) throw new Error(`The demo knows no ${unknown.join(" ")}; it takes only --fresh.`);
  const settings = demoSettings();
  await refuseWhereRunning();
  await refuseWhereTaken(Number(settings.PORT));
  await ensureInstalled();
  await ensureBuilt();
  keepOnly(settings);
  await prepareData(args.includes("--fresh"));
  const processes = await startProcesses(Number(settings.PORT));
  endOrdinarilyBySignal();
  console.log(`\n${signIns()}\nOpen ${settings.COUNTERSIGN_BASE_URL} (end it with Ctrl-C; --fresh begins anew).`);
  await processes.unexpectedEnd;
}

/** Settings of another installation never reach the demo. */
function keepOnly(settings) {
  for (const name of Object.keys(process.env)) if (name.startsWith("COUNTERSIGN_")) delete process.env[name];
  Object.assign(process.env, settings);
}

/** Loads the demo's data where there is none, or none that was loaded to its end; brings older data up to the present sources. */
async function prepareData(fresh) {
  const folder = join(root, FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const leftover = !existsSync(READY) && readdirSync(folder).length > 0;
  if (leftover && !fresh) console.log("The demo's data was not loaded to its end last time: beginning anew.");
  if (fresh || leftover) for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const sources = sourceHash();
  const loaded = existsSync(READY) ? JSON.parse(readFileSync(READY, "utf8")) : undefined;
  if (loaded?.sources === sources) return;
  console.log(
    loaded ? "Bringing the demo's data up to these sources …" : "Loading the sample directory and a week at the desk …",
  );
  await countersign(loaded ? "migrate" : "demo-seed");
  writeFileSync(READY, JSON.stringify({ sources }));
}

async function countersign(command) {
  const { code } = await run(process.execPath, [COMMAND_LINE, command]);
  if (code !== 0) throw new Error(`countersign ${command} ended with code ${code}; its own lines above say why.`);
}

function signIns() {
  const file = join(root, FOLDER, "sign-ins.txt");
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd() : "";
}
