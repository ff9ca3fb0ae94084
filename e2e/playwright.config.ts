import { defineConfig } from "playwright/test";
import type { Options } from "./desk";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Stories that ask nothing of the engine: once is enough. */
const onceOnly = ["walk-routes.spec.ts", "screens.spec.ts"];
const recoveries = ["recover-*.spec.ts", "forgot-password-*.spec.ts", "stop-a-thief.spec.ts"];
/** With every change the main stories and the auditor's run on the second engine, and the longest one with scripts off; `E2E_ALL=1` runs all of them. */
const all = process.env.E2E_ALL === "1";

/** The stories on each engine, and the recoveries once more with scripts off; `directory` projects make the desk that every file starts from a copy of. */
export default defineConfig<object, Options>({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: false,
  workers: 3,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: process.env.COUNTERSIGN_CHROMIUM ?? "/usr/bin/chromium", args: quiet },
    trace: "off",
    video: "off",
    screenshot: "off",
    locale: "en-GB",
    timezoneId: "UTC",
    contextOptions: { reducedMotion: "reduce" },
    viewport: { width: 1280, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 40_000,
  },
  projects: [
    { name: "sqlite directory", testMatch: "directory.setup.ts", teardown: "sqlite end", use: { engine: "sqlite" } },
    {
      name: "postgres directory",
      testMatch: "directory.setup.ts",
      teardown: "postgres end",
      use: { engine: "postgres" },
    },
    { name: "sqlite end", testMatch: "directory.end.ts", use: { engine: "sqlite" } },
    { name: "postgres end", testMatch: "directory.end.ts", use: { engine: "postgres" } },
    {
      name: "sqlite",
      dependencies: ["sqlite directory"],
      use: { engine: "sqlite" },
    },
    {
      name: "postgres",
      dependencies: ["postgres directory"],
      use: { engine: "postgres" },
      ...(all
        ? { testIgnore: onceOnly }
        : { testMatch: ["recover-*.spec.ts", "forgot-password-*.spec.ts", "verify-*.spec.ts"] }),
    },
    {
      name: "noscript",
      dependencies: ["sqlite directory"],
      testMatch: all ? recoveries : ["recover-total-loss.spec.ts"],
      use: { engine: "sqlite", javaScriptEnabled: false },
    },
  ],
});
