import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { defineCommand } from "citty";
import { BadSettings, type Config, configOf } from "~/config.server";
import { importDirectory } from "~/desk/import-directory.server";
import { openHouse } from "~/door.server";
import { makeKeys } from "~/secrets.server";
import { type Cast, hireCast } from "./demo/cast";
import type { DemoHolder } from "./demo/holder";
import { tellWeek } from "./demo/week";
import { atTheCommandLine, exit, guarded } from "./house";
import { migrateAll } from "./migrate";

const sample = "cli/demo/directory";

/** Makes the demo: keys, a database, a directory, eight people, and a week at the desk, told through the ledger. */
export const demoSeed = defineCommand({
  meta: { name: "demo-seed", description: "Make the demo's desk (demo mode only)." },
  async run() {
    process.exitCode = await guarded(async () => {
      const config = configOf(process.env);
      await seed(config, demoFolder(config));
      return exit.ok;
    });
  },
});

/** The folder everything of the demo is in; throws outside the demo's mode. */
function demoFolder({ mode, mailUrl, clockFile }: Config): string {
  if (mode !== "demo" || !mailUrl?.startsWith("folder:") || !clockFile)
    throw new BadSettings(["The demo is made by `npm run demo`, in demo mode only."]);
  return dirname(clockFile);
}

export async function seed(config: Config, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  makeKeys(config.secretsDir);
  await migrateAll(config);
  const house = openHouse(config);
  try {
    const cast = await hireCast(house);
    console.log("Eight people work at the desk.");
    const imported = await importDirectory(
      house,
      { actor: atTheCommandLine(), request: "demo" },
      { folder: sample, strict: false },
    );
    if (imported.refused) throw new Error(imported.refused);
    console.log(`${imported.added.account} accounts are on file.`);
    const holders = JSON.parse(readFileSync(join(sample, "holders.json"), "utf8")) as DemoHolder[];
    const guide = await tellWeek(house, cast, holders);
    console.log("A week at the desk has been told.");
    writeFileSync(join(folder, "guide.json"), JSON.stringify(guide, null, 2));
    writeFileSync(join(folder, "sign-ins.txt"), signIns(cast, config.baseUrl));
  } finally {
    await house.close();
  }
}

const signIns = (cast: Cast, baseUrl: string): string =>
  `${Object.values(cast)
    .map(
      (m) =>
        `  ${m.displayName.padEnd(11)} ${m.role.padEnd(11)} sign-in name ${m.signInName.padEnd(4)} password ${m.password}`,
    )
    .join(
      "\n",
    )}\n  Or enter as any of them with one click at ${baseUrl}/sign-in (the bar on top shows the authenticator's code).\n`;
