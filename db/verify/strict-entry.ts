import canonicalize from "canonicalize";
import { roles } from "domain/staff";
import { type Entry, entryVersion, maxEntryBytes } from "domain/trail/entry";
import { areCommitments, dataProblem, isEventType } from "../entry-data";

/** An entry read from its bytes, or why these bytes are none. */
export type Read = { entry: Entry } | { malformed: string };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads the bytes of an entry strictly: UTF-8, RFC 8785 (JCS) to the byte, every field as the format has it; never throws. */
export function strictEntry(bytes: unknown): Read {
  if (!Buffer.isBuffer(bytes)) return { malformed: "they are not stored as bytes" };
  if (bytes.length > maxEntryBytes) return { malformed: `they are more than ${maxEntryBytes}` };
  try {
    const text = utf8.decode(bytes);
    const value: unknown = JSON.parse(text);
    const problem = shapeProblem(value);
    if (problem) return { malformed: problem };
    return isCanonical(value, text) ? { entry: value as Entry } : { malformed: "they are not canonical JSON" };
  } catch {
    // Not UTF-8, not JSON, or nested beyond all sense.
    return { malformed: "they are not JSON in UTF-8" };
  }
}

const fields = [
  "actor", "at", "data", "id", "object", "origin", "outcome", "pii", "policy", "reason", "request", "seq", "subject", "type", "v",
] as const;
const actorRoles: ReadonlySet<unknown> = new Set([...roles, "holder", "requester", "worker", "system", "cli", "anyone"]);
const outcomes: ReadonlySet<unknown> = new Set(["ok", "denied", "error"]);
const policyIds: ReadonlySet<unknown> = new Set(["standard", "strict"]);

/** Written out by hand, not as a schema: it runs for every entry of a trail, and only `data` differs by type. */
function shapeProblem(value: unknown): string | null {
  if (!hasExactly(value, fields)) return "they do not hold the fields of an entry";
  const wrong = fields.find((field) => !isField[field](value[field]));
  if (wrong) return `their ${wrong} is not one`;
  const type = value.type;
  return isEventType(type) ? dataProblem(type, value.data) : "their type is not in the catalogue";
}

const isText = (v: unknown): boolean => typeof v === "string" && v.length <= 300;
const isTextOrNull = (v: unknown): boolean => v === null || isText(v);
const isCount = (v: unknown): boolean => Number.isSafeInteger(v) && (v as number) >= 0;

const isField: Record<(typeof fields)[number], (v: unknown) => boolean> = {
  v: (v) => v === entryVersion,
  origin: isText,
  seq: isCount,
  id: isText,
  at: isTime,
  type: isEventType,
  actor: (v) => hasExactly(v, ["auth", "id", "role", "session"]) && isText(v.id) && actorRoles.has(v.role) && isText(v.auth) && isTextOrNull(v.session),
  subject: isTextOrNull,
  object: isTextOrNull,
  request: isText,
  policy: (v) => v === null || (hasExactly(v, ["digest", "id", "version"]) && policyIds.has(v.id) && isCount(v.version) && /^[0-9a-f]{64}$/.test(String(v.digest))),
  outcome: (v) => outcomes.has(v),
  reason: isTextOrNull,
  data: isObject,
  pii: (v) => isObject(v) && (Object.keys(v).length === 0 || areCommitments(v)),
};

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** UTC with milliseconds, and a day that the calendar has. */
function isTime(v: unknown): boolean {
  if (typeof v !== "string" || !isoTime.test(v)) return false;
  const at = Date.parse(v);
  return !Number.isNaN(at) && new Date(at).toISOString() === v;
}

function isObject(v: unknown): v is Record<string, unknown> {
  return typeof v === "object" && v !== null && !Array.isArray(v);
}

function hasExactly<K extends string>(v: unknown, keys: readonly K[]): v is Record<K, unknown> {
  return isObject(v) && Object.keys(v).length === keys.length && keys.every((key) => Object.hasOwn(v, key));
}

/**
 * RFC 8785 to the byte. What JSON.parse and JSON.stringify give back unchanged, with its keys in order, is canonical
 * already; everything else (and every escaped surrogate) is asked of the library.
 */
function isCanonical(value: unknown, text: string): boolean {
  if (!text.includes("\\ud") && isSorted(value) && JSON.stringify(value) === text) return true;
  return canonicalize(value) === text;
}

function isSorted(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let last = "";
  for (const [key, held] of Object.entries(value)) {
    if (key < last || !isSorted(held)) return false;
    last = key;
  }
  return true;
}
