import { existsSync, readFileSync } from "node:fs";
import { defineCommand } from "citty";
import { type Db, engineKind, openReader, sqliteFile } from "db/engine";
import { readHead } from "db/head";
import { type OlderHead, verifyDatabase } from "db/verify";
import { openCheckpoint } from "domain/trail/checkpoint";
import { parseVkey, type VerifierKey } from "domain/trail/note";
import { configOf } from "~/config.server";
import { exit, guarded } from "./house";
import { verifyFile } from "./verify-file";

/** Verifies the trail and the tables of a live database. Exit codes: 0 valid, 1 tampered, 2 malformed, 3 a demanded check could not be made. */
export const verify = defineCommand({
  meta: {
    name: "verify",
    description: "Verify a bundle, or a live trail and its tables (0 valid, 1 tampered, 2 malformed, 3 unchecked).",
  },
  args: {
    bundle: {
      type: "positional",
      required: false,
      description: "a bundle, folder or zip, with the options of docs/VERIFY.md; without one, the database",
    },
    "older-head": {
      type: "string",
      description: "an older head to hold the trail against: SIZE:ROOT, or a file that `countersign head` wrote",
    },
    checkpoint: {
      type: "string",
      description: "a file with a published checkpoint to hold the trail against; needs --vkey",
    },
    vkey: {
      type: "string",
      description: "the verifier key of the trail, kept elsewhere, as `countersign keys show` printed it",
    },
    "require-older-head": { type: "boolean", description: "exit 3 where no older head is given", default: false },
    json: { type: "boolean", description: "print the finding as JSON", default: false },
  },
  async run({ args, rawArgs }) {
    if (args.bundle !== undefined) {
      process.exitCode = await verifyFile(rawArgs);
      return;
    }
    process.exitCode = await guarded(async () => {
      const db = openReader(databaseUrl());
      const olderHead = await olderHeadOf(db, args);
      const key = args.vkey === undefined ? null : keyIn(args.vkey);
      const verdict = await verifyDatabase(db, {
        ...(olderHead ? { olderHead } : {}),
        ...(key ? { keys: [key] } : {}),
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

interface Given {
  "older-head"?: string | undefined;
  checkpoint?: string | undefined;
  vkey?: string | undefined;
}

/** The head to hold the trail against: as given, or of a checkpoint whose signature by the given key was verified. */
async function olderHeadOf(db: Db, given: Given): Promise<OlderHead | undefined> {
  if (!given.checkpoint) return given["older-head"] ? headOf(given["older-head"]) : undefined;
  if (given.vkey === undefined) throw new Error("A checkpoint is verified with a key: say --vkey NAME+ID+KEY.");
  const key = keyIn(given.vkey);
  const opened = openCheckpoint(readFileSync(given.checkpoint, "utf8"), key, (await readHead(db)).origin);
  if ("problem" in opened) throw new Error(`${given.checkpoint} is no checkpoint to go by: ${opened.problem}.`);
  return { size: opened.checkpoint.size, root: opened.checkpoint.root.toString("hex") };
}

function keyIn(text: string): VerifierKey {
  const key = parseVkey(text);
  if (!key) throw new Error("This is no verifier key: say --vkey NAME+ID+KEY, as `countersign keys show` prints it.");
  return key;
}

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
