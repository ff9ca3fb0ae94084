import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { cosignedAt } from "domain/trail/checkpoint";
import { mostKeptBytes, noteOf } from "domain/trail/kept-checkpoint";
import { parseNote, parseSignatures, signatureLine, type VerifierKey } from "domain/trail/note";
import type { Config } from "../config.server";
import { fileTail } from "./file-tail.server";

/** A checkpoint on its way out, with the proof that it continues one of `older` entries. */
export interface Leaving {
  size: number;
  note: string;
  prove(older: number): Promise<Buffer[]>;
}
/** What a place answered: it took the checkpoint (a witness with its word), or not, and how far it says it is. */
export type Answer = { taken: true; line: string | null } | { taken: false; problem: string; has: number | null };
/** A place outside the building that checkpoints are carried to. */
export interface CheckpointPlace {
  name: string;
  take(leaving: Leaving, has: number): Promise<Answer>;
}

/** The places that the settings name: a file, and witnesses. */
export const checkpointPlaces = (config: Config): CheckpointPlace[] => [
  ...(config.checkpointFile ? [fileAt(config.checkpointFile)] : []),
  ...config.witnesses.map(({ url, key }) => witnessAt(url, key)),
];

/** A file that only grows, best on another volume: one line of JSON for each checkpoint, synced before it counts. */
function fileAt(path: string): CheckpointPlace {
  return {
    name: "file",
    take: async ({ size, note }) => {
      try {
        const file = openSync(path, "a", 0o600);
        try {
          // A line that was broken off before does not take this one with it.
          writeSync(file, `${endsWhole(path) ? "" : "\n"}${JSON.stringify({ size, note })}\n`);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        return { taken: true, line: null };
      } catch (error) {
        return { taken: false, problem: codeOf(error), has: null };
      }
    },
  };
}

function endsWhole(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const last = Buffer.alloc(1);
    return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === "\n");
  } finally {
    closeSync(file);
  }
}

/** The notes at the end of a file of checkpoints, newest first; what is no line of one, as a loss of power leaves it, is left out. */
export function newestInFile(path: string): string[] {
  if (!existsSync(path)) return [];
  return fileTail(path, mostKeptBytes)
    .split("\n")
    .flatMap((line) => noteOf(line) ?? [])
    .reverse();
}

const answersWithinMs = 10_000;

/** A witness by the C2SP tlog-witness protocol: it wants the proof from what it has, and answers with its word. */
function witnessAt(url: string, key: VerifierKey): CheckpointPlace {
  return {
    name: key.name,
    take: async (leaving, has) => {
      try {
        const answer = await submit(url, leaving, has);
        // It has another size than we thought: it says which, and is asked once more.
        const again = answer.status === 409 ? sizeIn(await answer.text()) : null;
        return again === null
          ? await judge(answer, leaving, key)
          : await judge(await submit(url, leaving, again), leaving, key);
      } catch (error) {
        return { taken: false, problem: codeOf(error), has: null };
      }
    },
  };
}

async function submit(url: string, { note, prove, size }: Leaving, older: number): Promise<Response> {
  if (older > size) return new Response(`${older}\n`, { status: 422 });
  const proof = older === 0 ? [] : await prove(older);
  const body = `old ${older}\n${proof.map((hash) => `${hash.toString("base64")}\n`).join("")}\n${note}`;
  const signal = AbortSignal.timeout(answersWithinMs);
  return fetch(`${url}/add-checkpoint`, { method: "POST", body, signal, redirect: "error" });
}

async function judge(answer: Response, { note }: Leaving, key: VerifierKey): Promise<Answer> {
  const text = await answer.text();
  if (answer.status !== 200) return { taken: false, problem: `http-${answer.status}`, has: sizeIn(text) };
  const parsed = parseNote(note);
  const words = parseSignatures(text) ?? [];
  const own = words.find((word) => parsed && cosignedAt({ ...parsed, signatures: [word] }, key) !== null);
  return own ? { taken: true, line: signatureLine(own) } : { taken: false, problem: "no-cosignature", has: null };
}

const sizeIn = (text: string): number | null => (/^(0|[1-9]\d{0,15})\n$/.test(text) ? Number(text) : null);

function codeOf(error: unknown): string {
  if (error instanceof Error && error.name === "TimeoutError") return "timeout";
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code).toLowerCase() : "failed";
}
