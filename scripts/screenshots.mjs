import { ensureBuilt } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { cleanUp } from "./ending.mjs";
import { ensureInstalled } from "./install.mjs";
import { bin, run } from "./run.mjs";

try {
  await ensureInstalled();
  await ensureBuilt();
  process.exitCode = await write();
} finally {
  await cleanUp();
}

/** Looks at every screen as the tests do (axe, both widths, light and dark) and writes the pictures of docs/screenshots. */
async function write() {
  const args = [
    "test",
    "--config=e2e/playwright.config.ts",
    "--project=sqlite",
    "screens.spec.ts",
    "verify-a-bundle.spec.ts",
    "change-the-policy.spec.ts",
    "three-real-cases.spec.ts",
    "undo-a-theft.spec.ts",
    "watch-the-watchers.spec.ts",
  ];
  const env = { NODE_ENV: "test", WRITE_SCREENSHOTS: "1", COUNTERSIGN_CHROMIUM: findChromium({ install: true }) };
  return (await run(bin("playwright"), args, { env })).code;
}
