import { parseArgs } from "node:util";
import { hours } from "domain/time";
import type { Brought } from "domain/trail/check-bundle";
import { mostKeptBytes } from "domain/trail/kept-checkpoint";
import { readVkey, type VerifierKey } from "domain/trail/note";
import { exitCodeOf, notExcluded, reportOf } from "~/bundle/report";
import { NotABundle } from "~/bundle/source";
import { unread, verifyBundle } from "~/bundle/verify";
import { fileTail } from "~/delivery/file-tail.server";
import { openBundle } from "./bundle-files";

const usage = `Usage: node verify.mjs --vkey KEY [--vkey KEY] [--checkpoint FILE] [--require-checkpoint] [--origin NAME]
       [--witness KEY] [--max-age HOURS] [--manifest SHA256] [--json] BUNDLE

Verifies a bundle, a folder or a zip, against a key and a checkpoint of your own. VERIFY.md beside it states every format.
Exit codes: 0 valid, 1 tampered, 2 malformed, 3 a demanded check could not be made.`;

const options = {
  vkey: { type: "string", multiple: true },
  checkpoint: { type: "string" },
  "require-checkpoint": { type: "boolean" },
  origin: { type: "string" },
  witness: { type: "string", multiple: true },
  "max-age": { type: "string" },
  manifest: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;
type Given = ReturnType<typeof parse>["values"];
const parse = (args: string[]) => parseArgs({ args, options, allowPositionals: true });

/** Verifies a bundle as the arguments say, prints what was found, and gives the exit code. */
export async function verifyFile(args: string[]): Promise<0 | 1 | 2 | 3> {
  try {
    const { values, positionals } = parse(args);
    const [path, ...more] = positionals;
    if (values.help || path === undefined || more.length > 0) {
      console.error(usage);
      return values.help ? 0 : 3;
    }
    const finding = await findingOf(path, broughtIn(values));
    console.log(
      values.json ? JSON.stringify({ ...finding, notExcluded: notExcluded(finding) }) : reportOf(finding).join("\n"),
    );
    return exitCodeOf(finding);
  } catch (error) {
    console.error(error instanceof Error ? error.message : "Something went wrong.");
    return 3;
  }
}

async function findingOf(path: string, brought: Brought) {
  try {
    const source = await openBundle(path);
    return await verifyBundle(source, brought, progressOf(source.progress));
  } catch (error) {
    if (error instanceof NotABundle) return unread(error.message);
    throw error;
  }
}

function broughtIn(given: Given): Brought {
  const age = given["max-age"];
  if (age !== undefined && !/^\d{1,6}(\.\d+)?$/.test(age)) throw new Error("--max-age is a number of hours.");
  if (given.manifest !== undefined && !/^[0-9a-f]{64}$/i.test(given.manifest))
    throw new Error("--manifest is a SHA-256: 64 hex digits.");
  return {
    keys: (given.vkey ?? []).map((text) => keyIn(text, 1)),
    witnesses: (given.witness ?? []).map((text) => keyIn(text, 4)),
    origin: given.origin,
    older: given.checkpoint === undefined ? undefined : fileTail(given.checkpoint, mostKeptBytes),
    requireOlder: given["require-checkpoint"],
    manifest: given.manifest?.toLowerCase(),
    ...(age === undefined ? {} : { maxAgeMs: hours(Number(age)), now: Date.now() }),
  };
}

/** The verifier key of a trail (1) or a witness (4) that a text names; throws a sentence that says what is wrong with it. */
export function keyIn(text: string, type: VerifierKey["type"]): VerifierKey {
  const key = readVkey(text);
  const whose = type === 1 ? "trail" : "witness";
  if ("problem" in key && key.problem === "other-id")
    throw new Error(
      `"${text}" is no verifier key of a ${whose}: its ID does not belong to this key. Compare it letter by letter.`,
    );
  if ("problem" in key || key.type !== type)
    throw new Error(`"${text}" is no verifier key of a ${whose}: it is NAME+ID+KEY.`);
  return key;
}

const showEveryMs = 200;

/** Progress where someone sits at a terminal. */
function progressOf(progress: () => { read: number; of: number }): () => void {
  let shownAt = 0;
  return () => {
    if (!process.stderr.isTTY || performance.now() - shownAt < showEveryMs) return;
    shownAt = performance.now();
    const { read, of } = progress();
    process.stderr.write(`\r${Math.min(99, Math.floor((100 * read) / Math.max(1, of)))} % \r`);
  };
}
