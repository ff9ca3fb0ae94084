import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import remix from "../remix.config.js";
import { bin, root, run } from "./run.mjs";

const SOURCES = [
  "app",
  "domain",
  "db",
  "cli",
  "docs/VERIFY.md",
  "docs/verify.py",
  "server.ts",
  "tailwind.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = join(root, "build", ".countersign-built");

/** The command line as it is built: it starts in a quarter of a second, where the sources take two. */
export const COMMAND_LINE = "build/cli/countersign.js";

/** Builds the web server, the browser's files and the command line when the last build was of other sources; throws one sentence where that fails. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  console.log("Building …");
  const { code, output } = await build({ quiet: true });
  if (code !== 0) throw new Error(`The build failed:\n${output.trim()}`);
}

/** Builds whatever the stamp says, for production, and resolves to the exit code and, where `quiet`, what was printed. */
export async function build({ quiet = false } = {}) {
  if (!existsSync(join(root, "app", "entry.server.tsx"))) return { code: 1, output: WITHOUT_ENTRY };
  const sources = sourceHash();
  const result = await run(bin("remix"), ["build"], { env: { NODE_ENV: "production" }, quiet });
  if (result.code !== 0) return result;
  const rest = await buildRest(quiet);
  if (rest.code === 0) writeFileSync(STAMP, sources);
  return { code: rest.code, output: result.output + rest.output };
}

const NODE = ["--bundle", "--format=esm", "--platform=node", "--target=node20", "--log-level=warning"];

const SCRIPT = ["--bundle", "--format=esm", "--platform=browser", "--target=es2022", "--minify", "--log-level=warning"];

const PAGE = [
  ...SCRIPT,
  "--alias:node:crypto=./app/verify/crypto.ts",
  "--alias:buffer=./node_modules/buffer/index.js",
  "--inject:./app/verify/buffer.ts",
];

/** The command line, a chunk for each command so that none loads what another needs; the verifier, one file that needs only Node; the script of the page that verifies; and that of the public side. */
async function buildRest(quiet) {
  for (const folder of ["build/cli", "public/verify", "public/portal"])
    rmSync(join(root, folder), { recursive: true, force: true });
  const parts = [
    [...NODE, "--splitting", ...loadedApart(), "--outdir=build/cli", "cli/countersign.ts"],
    [...NODE, "--legal-comments=inline", "--outfile=public/verify/verify.mjs", "cli/verify-alone.ts"],
    [...PAGE, "--outfile=public/verify/page.js", "app/verify/start.ts"],
    [...SCRIPT, "--outfile=public/portal/page.js", "app/entry.portal.ts"],
  ];
  const output = [];
  for (const args of parts) {
    const made = await run(bin("esbuild"), args, { quiet });
    output.push(made.output);
    if (made.code !== 0) return { code: made.code, output: output.join("") };
  }
  for (const name of ["VERIFY.md", "verify.py"])
    copyFileSync(join(root, "docs", name), join(root, "public", "verify", name));
  return { code: 0, output: output.join("") };
}

/** What the command line loads from where it is installed: every package but those that the web's build takes in, too. */
function loadedApart() {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const isTakenIn = (name) => remix.serverDependenciesToBundle.some((one) => new RegExp(one).test(name));
  return Object.keys(dependencies).flatMap((name) => (isTakenIn(name) ? [] : [`--external:${name}`]));
}

/** SHA-256 over the paths and bytes of everything that a build reads. */
export function sourceHash() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(filesUnder))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

function isBuilt() {
  return (
    existsSync(join(root, "build", "index.js")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourceHash()
  );
}

function filesUnder(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (!path.includes(".") || path.endsWith("/")) return walk(path).sort();
  return [path];
}

function walk(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(path);
    return /\.test\.tsx?$/.test(path) ? [] : [path];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await build()).code;
