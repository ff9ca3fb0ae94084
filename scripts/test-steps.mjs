import { build, ensureBuilt } from "./build.mjs";
import { bin, run } from "./run.mjs";
import { countsOf, freshReport } from "./test-counts.mjs";

/** The steps of `npm test` after the install, in order; `needs` names what must be found or started first, and `run` resolves to an exit code, to printed output where it was kept back, and to counts where tests ran. */
export const STEPS = [
  { name: "types", needs: [], run: () => run(bin("tsc"), ["--noEmit"]) },
  { name: "lint", needs: [], run: () => run(bin("biome"), ["check", ...IGNORED_BY_GIT, "."]) },
  { name: "rooms", needs: [], run: (env) => vitest("rooms", ["rooms.test.ts", "scripts/"], env) },
  { name: "domain", needs: [], run: (env) => vitest("domain", ["domain/"], env) },
  {
    name: "database",
    needs: ["postgres", "slapd", "compiled"],
    run: (env) => vitest("database", ["db/", "app/", "cli/"], { ...env, COUNTERSIGN_TEST_TEMPLATES: "{}" }),
  },
  { name: "build", needs: [], aside: true, run: (_env, options) => build(options) },
  { name: "e2e", needs: ["postgres", "chromium", "compiled"], run: endToEnd },
];

const IGNORED_BY_GIT = ["--vcs-enabled=true", "--vcs-client-kind=git", "--vcs-use-ignore-file=true"];

async function vitest(name, filters, env) {
  const report = freshReport(name);
  const args = ["run", ...filters, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run(bin("vitest"), args, { env: { NODE_ENV: "test", ...env } });
  return { code, counts: countsOf(report) };
}

async function endToEnd(env) {
  await ensureBuilt();
  const report = freshReport("e2e");
  const args = ["test", "--config=e2e/playwright.config.ts", "--reporter=list,json"];
  const { code } = await run(bin("playwright"), args, {
    env: { NODE_ENV: "test", PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1", ...env },
  });
  return { code, counts: countsOf(report) };
}
