import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { defineCommand } from "citty";
import { type Db, engineKind, openReader, sqliteFile } from "db/engine";
import { readHead } from "db/head";
import { type OlderHead, verifyDatabase } from "db/verify";
import { type Opened, openCheckpoint, type WhyNot } from "domain/trail/checkpoint";
import { keptNote, mostKeptBytes } from "domain/trail/kept-checkpoint";
import type { VerifierKey } from "domain/trail/note";
import { exitOf } from "domain/trail/verdict";
import { configOf } from "~/config.server";
import { fileTail } from "~/delivery/file-tail.server";
import { exit, guarded } from "./house";
import { keyIn, verifyFile } from "./verify-file";

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
      description:
        "a file with a published checkpoint, or the file of COUNTERSIGN_CHECKPOINT_FILE, to hold the trail against; needs --vkey",
    },
    vkey: {
      type: "string",
      description:
        "the verifier key of the trail, kept elsewhere, as `countersign keys show` printed it; more than once after a rotation",
    },
    "require-older-head": { type: "boolean", description: "exit 3 where no older head is given", default: false },
    json: { type: "boolean", description: "print the finding as JSON", default: false },
  },
  async run({ args, rawArgs }) {
    if (args.bundle !== undefined) {
      process.exitCode = await verifyFile(rawArgs);
      return;
    }
    process.exitCode = await guarded(() => verifyLive(rawArgs), exitOf.unchecked);
  },
});

const options = {
  "older-head": { type: "string" },
  checkpoint: { type: "string" },
  vkey: { type: "string", multiple: true },
  "require-older-head": { type: "boolean" },
  json: { type: "boolean" },
} as const;
type Given = ReturnType<typeof parse>["values"];
/** Read again from what was typed: citty keeps the last of several keys. */
const parse = (args: string[]) => parseArgs({ args, options });

async function verifyLive(typed: string[]): Promise<number> {
  const { values: given } = parse(typed);
  const keys = (given.vkey ?? []).map((text) => keyIn(text, 1));
  const db = openReader(databaseUrl());
  try {
    const olderHead = await olderHeadOf(db, given, keys);
    const verdict = await verifyDatabase(db, {
      ...(olderHead ? { olderHead } : {}),
      keys,
      requireOlderHead: given["require-older-head"] ?? false,
    });
    console.log(given.json ? JSON.stringify(verdict) : verdict.report);
    return verdict.exit;
  } finally {
    await db.close();
  }
}

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

/** The head to hold the trail against: as given, or of a checkpoint that one of the given keys signed. */
async function olderHeadOf(db: Db, given: Given, keys: readonly VerifierKey[]): Promise<OlderHead | undefined> {
  const file = given.checkpoint;
  if (file !== undefined && given["older-head"] !== undefined)
    throw new Error("The trail is held against one older head: say --older-head or --checkpoint.");
  if (file === undefined) return given["older-head"] ? headOf(given["older-head"]) : undefined;
  if (keys.length === 0) throw new Error("A checkpoint is verified with a key: say --vkey NAME+ID+KEY.");
  const note = keptNote(fileTail(file, mostKeptBytes)) ?? "";
  const { origin } = await readHead(db);
  const tried = keys.map((key) => openCheckpoint(note, key, origin));
  const opened = tried.find((o) => "checkpoint" in o);
  if (opened && "checkpoint" in opened)
    return { size: opened.checkpoint.size, root: opened.checkpoint.root.toString("hex") };
  throw new Error(`${file} is no checkpoint to go by: ${whyNot(tried)}`);
}

const whyNotWords: Record<WhyNot, string> = {
  "forged-signature": "it was changed, for its signature does not fit it.",
  "other-origin": "it is of another trail.",
  "not-signed-by-key":
    "it is not signed by a key you gave. Where the desk rotated its key, give the old one and the new one.",
  "not-a-checkpoint": "it is neither a signed note nor a file that a desk carries its checkpoints to.",
};

/** The worst that one of the keys says of it. */
function whyNot(tried: readonly Opened[]): string {
  const said = new Set(tried.map((o) => ("problem" in o ? o.problem : null)));
  const worst = (Object.keys(whyNotWords) as WhyNot[]).find((why) => said.has(why));
  return whyNotWords[worst ?? "not-a-checkpoint"];
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
