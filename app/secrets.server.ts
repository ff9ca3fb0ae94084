import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Every purpose has a key of its own; one is never used for another. */
export const keyPurposes = ["look-up", "answers", "tokens", "vault", "cookie", "checkpoint", "delivery"] as const;
export type KeyPurpose = (typeof keyPurposes)[number];
export type LookupKind =
  | "external"
  | "username"
  | "name"
  | "email"
  | "phone"
  | "serial"
  | "whole"
  | "near"
  | "staff"
  | "tried"
  | "saved-code"
  | "stand-in"
  | "request";

/** Which answer: a hash copied to another account or question matches nothing there. */
export interface AnswerOf {
  account: string;
  question: string;
}

/** What may be derived from the keys, without handing any of them out. */
export interface Secrets {
  /** HMAC-SHA-256 of a cleaned value under a key of its kind. */
  lookup(kind: LookupKind, value: string): Buffer;
  /** The keyed hash of a normalised answer to one question of one account, hex; argon2id goes over this. */
  answer(of: AnswerOf, normalised: string): string;
  /** The token of a link: HMAC(key, kind, id, generation), 32 bytes as base64url. */
  token(kind: "grant" | "objection" | "forgotten", id: string, generation: number): string;
  /** The six digits of a code, derived in the same way. */
  code(contact: string, ticket: string, generation: number): string;
  /** What a requester's page and the desk show of the same turn in the portal, as 64 bits to make a number or a word of. */
  pairing(kind: "number" | "word", turn: readonly (string | number)[]): bigint;
  /** What a server that reports on a message signs: base64 of the HMAC-SHA-256 of the address and the form's sorted fields. */
  reportSignature(address: string, fields: readonly Field[]): string;
  vault: { version: number; key: Buffer };
  cookie: Buffer;
  /** The seed of the Ed25519 key that signs checkpoints. */
  checkpoint: Buffer;
}

/** Makes the keys that are missing in a folder, one 0600 file each; tells which were made. */
export function makeKeys(folder: string): KeyPurpose[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const missing = keyPurposes.filter((p) => !existsSync(fileOf(folder, p)));
  for (const purpose of missing) {
    writeFileSync(fileOf(folder, purpose), `v1:${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
    chmodSync(fileOf(folder, purpose), 0o600);
  }
  return missing;
}

/**
 * The key that is to follow the one in use: kept in a file of its own beside it until `take` puts it in its place, so that a
 * change that was broken off goes on with the same key. Throws where the key comes from the environment.
 */
export function nextKey(
  folder: string,
  purpose: KeyPurpose,
  env: Readonly<Record<string, string | undefined>>,
): { key: Buffer; take(): void } {
  if (env[variableOf(purpose)])
    throw new Error(`The ${purpose} key is set by ${variableOf(purpose)}; only one in a file can be changed here.`);
  const { version } = keyOf(folder, purpose, env);
  const file = `${fileOf(folder, purpose)}.next`;
  if (!existsSync(file))
    writeFileSync(file, `v${version + 1}:${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return { key: parseKey(readFileSync(file, "utf8"), file).key, take: () => renameSync(file, fileOf(folder, purpose)) };
}

/** Reads the keys from `COUNTERSIGN_KEY_…` variables or a folder; throws a sentence that says what to do. */
export function openSecrets(folder: string, env: Readonly<Record<string, string | undefined>>): Secrets {
  const key = Object.fromEntries(keyPurposes.map((p) => [p, keyOf(folder, p, env)])) as Record<KeyPurpose, Versioned>;
  const kinds = new Map<string, Buffer>();
  const lookupKey = (kind: string): Buffer => {
    const known = kinds.get(kind) ?? Buffer.from(hkdfSync("sha256", key["look-up"].key, "", `look-up/${kind}`, 32));
    kinds.set(kind, known);
    return known;
  };
  const derive = (parts: readonly (string | number)[]) =>
    createHmac("sha256", key.tokens.key).update(JSON.stringify(parts), "utf8").digest();
  return {
    lookup: (kind, value) => createHmac("sha256", lookupKey(kind)).update(value, "utf8").digest(),
    answer: ({ account, question }, normalised) =>
      createHmac("sha256", key.answers.key)
        .update(JSON.stringify([account, question, normalised]), "utf8")
        .digest("hex"),
    token: (kind, id, generation) => derive(["token", kind, id, generation]).toString("base64url"),
    code: (contact, ticket, generation) => sixDigits(derive(["code", contact, ticket, generation])),
    pairing: (kind, turn) => derive(["pairing", kind, ...turn]).readBigUInt64BE(0),
    reportSignature: (address, fields) =>
      createHmac("sha256", key.delivery.key)
        .update(`${address}${[...fields].sort(byName).flat().join("")}`, "utf8")
        .digest("base64"),
    vault: key.vault,
    cookie: key.cookie.key,
    checkpoint: key.checkpoint.key,
  };
}

type Field = readonly [name: string, value: string];

/** By the code units of names, as the big gateways sort. */
const byName = ([a]: Field, [b]: Field): number => (a < b ? -1 : a > b ? 1 : 0);

interface Versioned {
  version: number;
  key: Buffer;
}

const fileOf = (folder: string, purpose: KeyPurpose): string => join(folder, `${purpose}.key`);
const variableOf = (purpose: KeyPurpose): string => `COUNTERSIGN_KEY_${purpose.toUpperCase().replace("-", "_")}`;

function keyOf(folder: string, purpose: KeyPurpose, env: Readonly<Record<string, string | undefined>>): Versioned {
  const given = env[variableOf(purpose)];
  if (given) return parseKey(given, variableOf(purpose));
  const file = fileOf(folder, purpose);
  if (!existsSync(file))
    throw new Error(`There is no ${purpose} key. Run "countersign keys new", or set ${variableOf(purpose)}.`);
  if ((statSync(file).mode & 0o077) !== 0) throw new Error(`${file} can be read by others. Run "chmod 600" on it.`);
  return parseKey(readFileSync(file, "utf8"), file);
}

/** `v<version>:<64 hex digits>`. */
function parseKey(text: string, where: string): Versioned {
  const match = /^v(\d{1,6}):([0-9a-f]{64})$/.exec(text.trim());
  const key = Buffer.from(match?.[2] ?? "", "hex");
  if (!match || new Set(key).size < 8)
    throw new Error(`${where} does not hold a key (v1: and 64 random hex digits). Run "countersign keys new".`);
  return { version: Number(match[1]), key };
}

/** Six digits without a bias worth speaking of: 64 bits modulo a million. */
const sixDigits = (digest: Buffer): string => (digest.readBigUInt64BE(0) % 1_000_000n).toString().padStart(6, "0");
