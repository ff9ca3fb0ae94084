import { defineCommand } from "citty";
import { configOf } from "~/config.server";
import { makeKeys } from "~/secrets.server";
import { exit, guarded } from "./house";

/** Makes the secrets a desk needs. */
export const keys = defineCommand({
  meta: { name: "keys", description: "Secrets." },
  subCommands: {
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
