import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { installDebianPackages } from "./debian.mjs";
import { bin, pathFolders, root } from "./run.mjs";

// The headless shell is the same Chromium without a window to draw: half the work for a test.
const SYSTEM_NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** The path of a Chromium that starts: COUNTERSIGN_CHROMIUM, the system's, Playwright's own, or (where `install`) one installed now; throws one sentence where there is none. */
export function findChromium({ install }) {
  const given = process.env.COUNTERSIGN_CHROMIUM;
  if (given && starts(given)) return given;
  if (given) throw new Error(`COUNTERSIGN_CHROMIUM names ${given}, which does not start as a Chromium.`);
  const found = systemChromium() ?? playwrightChromium();
  if (found) return found;
  if (!install) throw new Error("No Chromium was found: install one, or name it in COUNTERSIGN_CHROMIUM.");
  return installChromium();
}

function installChromium() {
  if (installDebianPackages(["chromium-headless-shell"]) || installDebianPackages(["chromium"])) {
    const installed = systemChromium();
    if (installed) return installed;
  }
  console.log("Installing Playwright's Chromium …");
  spawnSync(bin("playwright"), ["install", "chromium"], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const installed = playwrightChromium();
  if (installed) return installed;
  throw new Error(
    "No Chromium was found and none could be installed: install Chromium with the system's package manager, or name one in COUNTERSIGN_CHROMIUM.",
  );
}

function systemChromium() {
  const paths = SYSTEM_NAMES.flatMap((name) => pathFolders().map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path) && starts(path));
}

function playwrightChromium() {
  const path = createRequire(join(root, "package.json"))("playwright").chromium.executablePath();
  return existsSync(path) && starts(path) ? path : undefined;
}

/** True when the program answers `--version`, which an empty launcher of a missing browser does not. */
function starts(path) {
  return spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}
