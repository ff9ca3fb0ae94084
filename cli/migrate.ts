import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { defineCommand } from "citty";
import { engineKind, sqliteFile } from "db/engine";
import { migrate, migrateKeys } from "db/migrate";
import { adoptPolicy } from "domain/desk";
import { newerShipped } from "domain/policies";
import { type Config, configOf } from "~/config.server";
import { openHouse } from "~/door.server";
import { deskOf } from "~/facts.server";
import { exit, guarded } from "./house";

/** Makes the database, or brings it to this release. */
export const migrateCommand = defineCommand({
  meta: { name: "migrate", description: "Make the database, or bring it to this release after a backup." },
  async run() {
    process.exitCode = await guarded(async () => {
      const done = await migrateAll(configOf(process.env));
      console.log(
        done.from === done.to
          ? `The database is at schema ${done.to} already.`
          : `Schema ${done.from} is now ${done.to}.${done.backup ? ` The backup is ${done.backup}.` : ""}`,
      );
      return exit.ok;
    });
  },
});

/** Migrates database and key store of a configuration, making the folders of SQLite files. */
export async function migrateAll(config: Config) {
  for (const url of [config.databaseUrl, config.keysUrl])
    if (engineKind(url) === "sqlite") mkdirSync(dirname(sqliteFile(url)), { recursive: true, mode: 0o700 });
  await migrateKeys(config.keysUrl);
  const done = await migrate(config.databaseUrl, config.origin, Date.now());
  if (done.from > 0) await adoptNewer(config);
  return done;
}

/** A shipped policy in force follows the release that ships it, as an entry; one of the desk's own stays as it is. */
async function adoptNewer(config: Config): Promise<void> {
  const house = openHouse(config);
  try {
    const id = newerShipped((await deskOf(house.door)).policy);
    const actor = { id: "system", role: "system", auth: "none", session: null } as const;
    if (id) await house.door.ledger.enact({ stream: "desk", actor, request: "migrate", decide: adoptPolicy(id) });
  } finally {
    await house.close();
  }
}
