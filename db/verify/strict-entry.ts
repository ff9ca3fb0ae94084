import canonicalize from "canonicalize";
import { roles } from "domain/staff";
import { type Entry, entryVersion, maxEntryBytes } from "domain/trail/entry";
import { areCommitments, dataProblem, isEventType } from "../entry-data";
import { type Members, plainEntry } from "../plain-entry";
import { remembering } from "../remembering";

/** An entry read from its bytes, or why these bytes are none. */
export type Read = { entry: Entry } | { malformed: string };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads the bytes of an entry strictly: UTF-8, RFC 8785 (JCS) to the byte, every field as the format has it; never throws.
 * It runs for every entry of a trail, so the envelope is checked by hand, and by a schema only `data`, which differs by type.
 */
export function strictEntry(bytes: unknown): Read {
  if (!Buffer.isBuffer(bytes)) return { malformed: "they are not stored as bytes" };
  if (bytes.length > maxEntryBytes) return { malformed: `they are more than ${maxEntryBytes}` };
  try {
    const text = utf8.decode(bytes);
    const members = plainEntry(text);
    const plain = members && plainOf(members);
    if (plain) return { entry: plain };
    const value: unknown = JSON.parse(text);
    if (!hasExactly(value, fields)) return { malformed: "they do not hold the fields of an entry, in order" };
    const problem = fieldProblem(value) ?? dataProblem(value.type as Entry["type"], value.data);
    if (problem) return { malformed: problem };
    return isCanonical(value, text)
      ? { entry: value as unknown as Entry }
      : { malformed: "they are not canonical JSON" };
  } catch {
    // Not UTF-8, not JSON, or nested beyond all sense.
    return { malformed: "they are not JSON in UTF-8" };
  }
}

/** The entry of these members where nothing is wrong with any; null where the long way round must say what it is. */
function plainOf(m: Members): Entry | null {
  const { at, id, object, origin, outcome, reason, request, subject, type } = m;
  if (m.v !== version || !outcomes.has(outcome) || !isEventType(type) || !isTime(at)) return null;
  const seq = Number(m.seq);
  const [actor, policy, pii] = [actorOf(m.actor), policyOf(m.policy), piiOf(m.pii)];
  const data = m.data.length <= longestRemembered ? dataOf(`${type} ${m.data}`) : readData(type, m.data);
  if (!isCount(seq) || String(seq) !== m.seq || !actor || !policy || !pii || !data) return null;
  return {
    actor,
    at,
    data,
    id,
    object,
    origin,
    outcome: outcome as Entry["outcome"],
    pii,
    policy: policy.value,
    reason,
    request,
    seq,
    subject,
    type,
    v: entryVersion,
  };
}

const version = String(entryVersion);

/** A value read from text that is canonical JSON by itself, or null. */
function canonical(text: string): { value: unknown } | null {
  const value: unknown = JSON.parse(text);
  return isSorted(value) && JSON.stringify(value) === text ? { value } : null;
}

// The same few of these come again and again: each text is judged once.
const longestRemembered = 80;
const actorOf = remembering((text): Entry["actor"] | null => {
  const read = canonical(text);
  return read && isActor(read.value) ? (read.value as Entry["actor"]) : null;
});
const policyOf = remembering((text): { value: Entry["policy"] } | null => {
  const read = canonical(text);
  return read && (read.value === null || isPolicy(read.value)) ? (read as { value: Entry["policy"] }) : null;
});
const dataOf = remembering((typeAndData) => {
  const end = typeAndData.indexOf(" ");
  return readData(typeAndData.slice(0, end) as Entry["type"], typeAndData.slice(end + 1));
});

function readData(type: Entry["type"], text: string): Entry["data"] | null {
  const read = canonical(text);
  return read && dataProblem(type, read.value) === null ? (read.value as Entry["data"]) : null;
}

function piiOf(text: string): Entry["pii"] | null {
  if (text === "{}") return {};
  const read = canonical(text);
  return read && areCommitments(read.value) ? read.value : null;
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
  if (!isEventType(e.type)) return "their type is not in the catalogue";
  if (!isCount(e.seq)) return "their seq is no count";
  if (!isTime(e.at)) return "their at is no time in UTC with milliseconds";
  if (!isText(e.origin) || !isText(e.id) || !isText(e.request)) return "their origin, id or request is no text";
  if (!isTextOrNull(e.subject) || !isTextOrNull(e.object) || !isTextOrNull(e.reason))
    return "their subject, object or reason is no text";
  if (!outcomes.has(e.outcome)) return "their outcome is none";
  if (!isActor(e.actor)) return "their actor is none";
  if (e.policy !== null && !isPolicy(e.policy)) return "their policy is none";
  return isEmpty(e.pii) || areCommitments(e.pii) ? null : "their pii holds something else than commitments";
}

const isText = (v: unknown): boolean => typeof v === "string";
const isTextOrNull = (v: unknown): boolean => v === null || typeof v === "string";
const isCount = (v: unknown): boolean => Number.isSafeInteger(v) && (v as number) >= 0;
const isActor = (v: unknown): boolean =>
  hasExactly(v, actorFields) && isText(v.auth) && isText(v.id) && actorRoles.has(v.role) && isTextOrNull(v.session);
const isPolicy = (v: unknown): boolean =>
  hasExactly(v, policyFields) &&
  policyIds.has(v.id) &&
  isCount(v.version) &&
  typeof v.digest === "string" &&
  /^[0-9a-f]{64}$/.test(v.digest);
const isEmpty = (v: unknown): boolean => hasExactly(v, []);

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// Entries that follow one another are mostly of one day: the last good one is worth remembering.
let lastDay = "1970-01-01T";
const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A moment the calendar has: 30 February reads as 2 March and is none. */
function isTime(v: unknown): boolean {
  if (typeof v !== "string") return false;
  if (v.startsWith(lastDay)) return timeOfDay.test(v.slice(lastDay.length));
  if (!isoTime.test(v)) return false;
  const at = Date.parse(v);
  if (Number.isNaN(at) || new Date(at).toISOString() !== v) return false;
  lastDay = v.slice(0, lastDay.length);
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
