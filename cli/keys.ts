import { defineCommand } from "citty";
import { formatVkey } from "domain/trail/note";
import { configOf } from "~/config.server";
import { logKeysOf, rotateLogKey } from "~/desk/publish-checkpoint.server";
import { makeKeys, nextKey } from "~/secrets.server";
import { exit, guarded, withHouse } from "./house";

/** Makes the secrets a desk needs. */
export const keys = defineCommand({
  meta: { name: "keys", description: "Secrets." },
  subCommands: {
    show: defineCommand({
      meta: { name: "show", description: "Print the verifier keys of this trail's checkpoints, the one in use last." },
      async run() {
        await withHouse(async ({ door }) => {
          const { known } = await logKeysOf(door);
          const [own, ...earlier] = known.map(formatVkey);
          for (const key of [...new Set([...earlier, own])]) console.log(key);
          return exit.ok;
        });
      },
    }),
    rotate: defineCommand({
      meta: {
        name: "rotate",
        description: "Sign checkpoints with a new key; the old one signs the entry that says so.",
      },
      async run() {
        await withHouse(async (house) => {
          const { secretsDir } = house.door.config;
          const next = nextKey(secretsDir, "checkpoint", process.env);
          const key = await rotateLogKey(house, next.key);
          next.take();
          console.log(`Checkpoints are signed from now on by\n${key}`);
          console.log("Restart the worker. Give this key to witnesses and auditors; keep the old one with it.");
          return exit.ok;
        });
      },
    }),
    new: defineCommand({
      meta: {
        name: "new",
        description:
          "Make the keys that are missing in COUNTERSIGN_SECRETS_DIR, each in a file only its owner can read.",
      },
      async run() {
        process.exitCode = await guarded(async () => {
          const { secretsDir } = configOf(process.env);
          const made = makeKeys(secretsDir);
          console.log(
            made.length > 0
              ? `Made in ${secretsDir}: ${made.join(", ")}. Keep a copy apart from the database.`
              : "All keys are there already.",
          );
          return exit.ok;
        });
      },
    }),
  },
});
