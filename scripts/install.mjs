import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { locksTheSame } from "./lock.mjs";
import { brokenNativeModules } from "./native.mjs";
import { root, run } from "./run.mjs";

const STAMP = join(root, "node_modules", ".countersign-installed");
const LOCK = join(root, "package-lock.json");
const COMPILED = "better-sqlite3";
const HEARTBEAT_MS = 30_000;

/** Installs the packages that package.json and package-lock.json name, when the stamp of the last install does not match them and this platform; throws one sentence where it cannot. */
export async function ensureInstalled() {
  const { compiled } = await beginInstall();
  await compiled;
}

/** As ensureInstalled, but resolves as soon as everything that is not compiled here can be used; `compiled` resolves, or rejects with one sentence, when the rest can. */
export async function beginInstall() {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint()) return { compiled: Promise.resolve() };
  const lockBefore = bytesOf(LOCK);
  console.log("Installing packages (about two minutes where better-sqlite3 has to be compiled) …");
  if (!(await npm(["install", "--ignore-scripts"])))
    throw new Error("npm install failed; its own lines above say why.");
  settleLock(lockBefore);
  await mendNativeModules();
  const compiled = compile();
  compiled.catch(() => {}); // Whoever waits for it is told.
  return { compiled };
}

/** Runs the one install script that there is need of: nothing else that a package would run at its install is run. */
async function compile() {
  if (isBroken(COMPILED)) await npm(["rebuild", COMPILED]);
  refuseBroken(brokenNativeModules());
  writeFileSync(STAMP, fingerprint());
}

/** Puts package-lock.json back where npm only added or left out binaries of other platforms; any other change fails in CI. */
function settleLock(before) {
  if (bytesOf(LOCK).equals(before)) return;
  if (before.length > 0 && locksTheSame(before.toString(), bytesOf(LOCK).toString())) {
    writeFileSync(LOCK, before);
    return;
  }
  if (process.env.CI)
    throw new Error(
      "npm install changed package-lock.json, so it did not match package.json: run npm install, look at the change and commit it.",
    );
}

/** Makes the native modules load that are not compiled here and do not: by an install from package.json alone, which leaves package-lock.json as it is. */
async function mendNativeModules() {
  const missing = brokenNativeModules().filter(({ name }) => name !== COMPILED);
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(", ");
  console.log(`${names}: not for ${platform()} in package-lock.json, so installing again without it.`);
  await npm(["install", "--no-package-lock", "--ignore-scripts"]);
}

const isBroken = (wanted) => brokenNativeModules().some(({ name }) => name === wanted);

function refuseBroken(broken) {
  if (broken.length === 0) return;
  const reasons = broken.map(({ name, reason }) => `${name} (${reason})`).join(", ");
  const hint = broken.some(({ name }) => name === COMPILED)
    ? `; building ${COMPILED} takes python3, make and a C++ compiler`
    : "";
  throw new Error(`Native modules do not load on ${platform()} with Node ${process.version}: ${reasons}${hint}.`);
}

const platform = () => `${process.platform}-${process.arch}`;
const bytesOf = (file) => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));

/** SHA-256 over both package files and what decides whether compiled modules load here. */
function fingerprint() {
  const hash = createHash("sha256")
    .update(bytesOf(join(root, "package.json")))
    .update(bytesOf(LOCK));
  return hash.update(`${platform()} ${process.versions.modules}`).digest("hex");
}

async function npm(args) {
  const own = process.env.npm_execpath;
  const command = own?.endsWith("npm-cli.js") ? [process.execPath, own] : ["npm"];
  const [program, ...first] = command;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const heartbeat = setInterval(() => console.log(`… still installing after ${seconds()} s`), HEARTBEAT_MS);
  const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  const { code } = await run(program, [...first, ...args, "--include=dev"], { env });
  clearInterval(heartbeat);
  return code === 0;
}
