import { existsSync, readFileSync } from "node:fs";
import { defineCommand } from "citty";
import { engineKind, openReader, sqliteFile } from "db/engine";
import { readHead } from "db/head";
import { type OlderHead, verifyDatabase } from "db/verify";
import { configOf } from "~/config.server";
import { exit, guarded } from "./house";

/** Verifies the trail and the tables of a live database. Exit codes: 0 valid, 1 tampered, 2 malformed, 3 a demanded check could not be made. */
export const verify = defineCommand({
  meta: {
    name: "verify",
    description: "Verify the trail and fold it against the tables (0 valid, 1 tampered, 2 malformed, 3 unchecked).",
  },
  args: {
    "older-head": {
      type: "string",
      description: "an older head to hold the trail against: SIZE:ROOT, or a file that `countersign head` wrote",
    },
    "require-older-head": { type: "boolean", description: "exit 3 where no older head is given", default: false },
    json: { type: "boolean", description: "print the finding as JSON", default: false },
  },
  async run({ args }) {
    process.exitCode = await guarded(async () => {
      const db = openReader(databaseUrl());
      const olderHead = args["older-head"] ? headOf(args["older-head"]) : undefined;
      const verdict = await verifyDatabase(db, {
        ...(olderHead ? { olderHead } : {}),
        requireOlderHead: args["require-older-head"],
      });
      await db.close();
      console.log(args.json ? JSON.stringify(verdict) : verdict.report);
      return verdict.exit;
    });
  },
});

/** Prints the head, to be kept where nobody at the desk can reach it. */
export const head = defineCommand({
  meta: { name: "head", description: "Print the trail's head: SIZE:ROOT and the origin." },
  async run() {
    process.exitCode = await guarded(async () => {
      const db = openReader(databaseUrl());
      const { size, root, origin } = await readHead(db);
      await db.close();
      console.log(`${size}:${root} ${origin}`);
      return exit.ok;
    });
  },
});

function databaseUrl(): string {
  const { databaseUrl: url } = configOf(process.env);
  if (engineKind(url) === "sqlite" && !existsSync(sqliteFile(url)))
    throw new Error(`There is no database at ${sqliteFile(url)}.`);
  return url;
}

function headOf(given: string): OlderHead {
  const text = existsSync(given) ? readFileSync(given, "utf8") : given;
  const match = /^(\d{1,15}):([0-9a-f]{64})(\s|$)/.exec(text.trim());
  if (!match) throw new Error("An older head is SIZE:ROOT, as `countersign head` prints it.");
  return { size: Number(match[1]), root: match[2] ?? "" };
}
