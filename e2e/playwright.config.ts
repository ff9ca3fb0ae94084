import { defineConfig } from "playwright/test";
import type { Options, Reading, Readings } from "./desk";

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
/** Stories with somebody on the public side; each has a reading of its own, so that together they walk all four. */
const publicStories = [
  ...recoveries,
  "ask-without-a-contact.spec.ts",
  "forget-a-password*.spec.ts",
  "guess-answers.spec.ts",
  "judge-a-receipt.spec.ts",
  "keep-the-account.spec.ts",
  "prove-with-people-and-paper.spec.ts",
  "say-no-and-be-safe.spec.ts",
  "stop-my-account.spec.ts",
  "turn-on-a-second-factor.spec.ts",
  "undo-a-theft.spec.ts",
];
/** What those files tell of the desk alone: nobody reads it in another language. */
const deskAlone =
  /Ada hears|wrong sets of answers|sets of answers sent at once|Ada says without a sign|A refusal is read/;
const everyReading: Reading[] = [
  { language: "en", scripts: true },
  { language: "en", scripts: false },
  { language: "ar", scripts: true },
  { language: "ar", scripts: false },
];

/** With every change the main stories and the auditor's run on the second engine, and the longest one with scripts off; `E2E_ALL=1` runs all of them, and the public side in each reading. */
const all = process.env.E2E_ALL === "1";

/** The stories on each engine, and the recoveries once more with scripts off; `directory` projects make the desk that every file starts from a copy of. */
export default defineConfig<Readings, Options>({
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
    ...(all ? everyReading : []).map((reading) => ({
      name: `phone ${reading.language}${reading.scripts ? "" : " without scripts"}`,
      dependencies: ["sqlite directory"],
      testMatch: publicStories,
      grepInvert: deskAlone,
      use: { engine: "sqlite" as const, everyReading: reading },
    })),
  ],
});
