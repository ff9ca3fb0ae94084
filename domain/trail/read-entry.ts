import canonicalize from "canonicalize";
import { roles } from "../staff";
import { type Entry, entryVersion, maxEntryBytes } from "./entry";

/** An entry read from its bytes, or why these bytes are none. */
export type Read = { entry: Entry } | { malformed: string };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads the bytes of an entry strictly: UTF-8, RFC 8785 (JCS) to the byte, every field of the envelope as the format has it;
 * never throws. What `data` holds differs by type and is `dataProblem`'s to judge: a reason why it is none of that type, or null.
 */
export function readEntry(bytes: Buffer, dataProblem: (type: string, data: unknown) => string | null): Read {
  if (bytes.length > maxEntryBytes) return { malformed: `they are more than ${maxEntryBytes}` };
  try {
    const text = utf8.decode(bytes);
    const value: unknown = JSON.parse(text);
    if (!hasExactly(value, fields)) return { malformed: "they do not hold the fields of an entry, in order" };
    const problem = fieldProblem(value) ?? dataProblem(value.type as string, value.data);
    if (problem) return { malformed: problem };
    return isCanonical(value, text)
      ? { entry: value as unknown as Entry }
      : { malformed: "they are not canonical JSON" };
  } catch {
    // Not UTF-8, not JSON, or nested beyond all sense.
    return { malformed: "they are not JSON in UTF-8" };
  }
}

const fields = [
  "actor",
  "at",
  "data",
  "id",
  "object",
  "origin",
  "outcome",
  "pii",
  "policy",
  "reason",
  "request",
  "seq",
  "subject",
  "type",
  "v",
] as const;
const actorFields = ["auth", "id", "role", "session"] as const;
const policyFields = ["digest", "id", "version"] as const;
const actorRoles: ReadonlySet<unknown> = new Set([
  ...roles,
  "holder",
  "requester",
  "worker",
  "system",
  "cli",
  "anyone",
]);
const outcomes: ReadonlySet<unknown> = new Set(["ok", "denied", "error"]);
const policyIds: ReadonlySet<unknown> = new Set(["standard", "strict"]);

type Fields = Record<(typeof fields)[number], unknown>;

function fieldProblem(e: Fields): string | null {
  if (e.v !== entryVersion) return "their v is not the version of this format";
  if (!isText(e.type)) return "their type is no text";
  if (!isCount(e.seq)) return "their seq is no count";
  if (!isTime(e.at)) return "their at is no time in UTC with milliseconds";
  if (!isText(e.origin) || !isText(e.id) || !isText(e.request)) return "their origin, id or request is no text";
  if (!isTextOrNull(e.subject) || !isTextOrNull(e.object) || !isTextOrNull(e.reason))
    return "their subject, object or reason is no text";
  if (!outcomes.has(e.outcome)) return "their outcome is none";
  if (!isActor(e.actor)) return "their actor is none";
  if (e.policy !== null && !isPolicy(e.policy)) return "their policy is none";
  return isCommitments(e.pii) ? null : "their pii holds something else than commitments";
}

const isText = (v: unknown): boolean => typeof v === "string";
const isTextOrNull = (v: unknown): boolean => v === null || typeof v === "string";
const isCount = (v: unknown): boolean => Number.isSafeInteger(v) && (v as number) >= 0;
const isActor = (v: unknown): boolean =>
  hasExactly(v, actorFields) && isText(v.auth) && isText(v.id) && actorRoles.has(v.role) && isTextOrNull(v.session);
const isPolicy = (v: unknown): boolean =>
  hasExactly(v, policyFields) && policyIds.has(v.id) && isCount(v.version) && isDigest(v.digest);
const isDigest = (v: unknown): boolean => typeof v === "string" && /^[0-9a-f]{64}$/.test(v);
const isCommitments = (v: unknown): boolean =>
  typeof v === "object" &&
  v !== null &&
  !Array.isArray(v) &&
  Object.entries(v).every(([field, digest]) => commitmentField.test(field) && isDigest(digest));
const commitmentField = /^[a-z][A-Za-z.-]{0,39}$/;

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// Entries of one append share their time, so the last good one is worth remembering.
let lastTime = "1970-01-01T00:00:00.000Z";

/** A moment the calendar has: 30 February reads as 2 March and is none. */
function isTime(v: unknown): boolean {
  if (v === lastTime) return true;
  if (typeof v !== "string" || !isoTime.test(v)) return false;
  const at = Date.parse(v);
  if (Number.isNaN(at) || new Date(at).toISOString() !== v) return false;
  lastTime = v;
  return true;
}

/** Exactly these keys, in this order: canonical JSON has them sorted. */
function hasExactly<K extends string>(v: unknown, keys: readonly K[]): v is Record<K, unknown> {
  if (typeof v !== "object" || v === null || Array.isArray(v)) return false;
  let i = 0;
  for (const key in v) if (key !== keys[i++]) return false;
  return i === keys.length;
}

/**
 * RFC 8785 to the byte. What JSON.parse and JSON.stringify give back unchanged, with its keys in order, is canonical
 * already; everything else (and every escaped surrogate) is asked of the library.
 */
function isCanonical(e: Fields, text: string): boolean {
  if (!text.includes("\\ud") && isSorted(e.data) && isSorted(e.pii) && JSON.stringify(e) === text) return true;
  return canonicalize(e) === text;
}

function isSorted(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let last = "";
  for (const key in value) {
    if (key < last || !isSorted((value as Record<string, unknown>)[key])) return false;
    last = key;
  }
  return true;
}
