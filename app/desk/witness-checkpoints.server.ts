import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { type Checkpoint, cosign, parseCheckpoint } from "domain/trail/checkpoint";
import { fromBase64, judgeNote, parseNote, type SignerKey, signatureLine, type VerifierKey } from "domain/trail/note";
import { checkConsistency, isSame } from "domain/trail/proof";
import { emptyRoot } from "domain/trail/tree";

/** What a witness answers: a status, a body, and its type. */
export interface Answer {
  status: number;
  body: string;
  type?: "text/x.tlog.size";
}
/** A witness by the C2SP tlog-witness protocol: it remembers the last checkpoint of each log and signs what continues it. */
export interface Witness {
  /** Answers a body sent to add-checkpoint; one after another, so that what was checked is what is kept. */
  add(body: string): Answer;
  /** The last checkpoint of a log with this witness's word, by the SHA-256 of the log's origin in hex; null before the first. */
  latest(hash: string): string | null;
}

/** A log that a witness knows: checkpoints of this origin have to be signed by this key. */
export interface KnownLog {
  origin: string;
  key: VerifierKey;
}

interface Asked {
  older: number;
  proof: Buffer[];
  note: string;
}

/** Opens a witness over its file of last checkpoints, which is written anew and synced before any word is given. */
export function openWitness(file: string, signer: SignerKey, logs: readonly KnownLog[]): Witness {
  const kept = new Map<string, string>(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, "utf8"))) : []);
  const latest = (hash: string) => [...kept].find(([origin]) => sha256(origin) === hash)?.[1] ?? null;
  const add = (body: string): Answer => {
    const asked = askedIn(body);
    const note = asked && parseNote(asked.note);
    const checkpoint = note && parseCheckpoint(note.text);
    if (!asked || !note || !checkpoint) return { status: 400, body: "This is no checkpoint to add.\n" };
    const known = logs.filter((log) => log.origin === checkpoint.origin);
    if (known.length === 0) return { status: 404, body: "This witness does not know that log.\n" };
    if (!isSigned(known.map((log) => judgeNote(note, log.key))))
      return { status: 403, body: "No key of the log signed this.\n" };
    const refused = refusal(asked, checkpoint, lastOf(kept.get(checkpoint.origin) ?? null));
    if (refused) return refused;
    const line = signatureLine(cosign(note.text, Math.floor(Date.now() / 1000), signer));
    kept.set(checkpoint.origin, `${asked.note}${line}`);
    keep(file, kept);
    return { status: 200, body: line };
  };
  return { add, latest };
}

const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const isSigned = (verdicts: ReturnType<typeof judgeNote>[]): boolean =>
  verdicts.includes("signed") && !verdicts.includes("forged");

const lastOf = (note: string | null): Checkpoint | null => {
  const parsed = note === null ? null : parseNote(note);
  return parsed && parseCheckpoint(parsed.text);
};

/** Why a checkpoint is not signed, in the order of the protocol, or null. */
function refusal({ older, proof }: Asked, now: Checkpoint, last: Checkpoint | null): Answer | null {
  const size = last?.size ?? 0;
  if (older > now.size) return { status: 400, body: "The old size is larger than the checkpoint's.\n" };
  if (older !== size) return { status: 409, body: `${size}\n`, type: "text/x.tlog.size" };
  const unproven = { status: 422, body: "The checkpoint does not continue the last one.\n" };
  if (now.size === 0 && !isSame(now.root, emptyRoot)) return unproven;
  if (older === 0) return proof.length === 0 ? null : unproven;
  const claim = { older, size: now.size, olderRoot: last?.root ?? emptyRoot, root: now.root, proof };
  return checkConsistency(claim) ? null : unproven;
}

const mostProof = 63;

/** `old N`, the proof's hashes in base64, an empty line, and the checkpoint. */
function askedIn(body: string): Asked | null {
  const end = body.indexOf("\n\n");
  const [first = "", ...hashes] = end < 0 ? [] : body.slice(0, end).split("\n");
  const older = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  const proof = hashes.map(fromBase64);
  if (older === undefined || proof.length > mostProof || !proof.every((hash) => hash?.length === 32)) return null;
  return { older: Number(older), proof: proof as Buffer[], note: body.slice(end + 2) };
}

function keep(file: string, kept: ReadonlyMap<string, string>): void {
  const next = `${file}.next`;
  const fd = openSync(next, "w", 0o600);
  try {
    writeSync(fd, JSON.stringify(Object.fromEntries(kept)));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(next, file);
}
