import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defineCommand } from "citty";
import { exit } from "./house";

/** Serves desk, portal or both, as COUNTERSIGN_SERVE says, from the built files. */
export const serve = defineCommand({
  meta: { name: "serve", description: "Serve desk, portal or both (needs `npm run build` first)." },
  async run() {
    const built = resolve("build/index.js");
    if (!existsSync(built)) {
      console.error("There is no build yet. Run: npm run build");
      process.exitCode = exit.failed;
      return;
    }
    // React's development build is slower and says more than a page should.
    process.env.NODE_ENV ??= "production";
    await import(pathToFileURL(built).href);
  },
});
