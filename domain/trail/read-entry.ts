import canonicalize from "canonicalize";
import { roles } from "../staff";
import { type Entry, entryVersion, maxEntryBytes } from "./entry";
import { type Members, plainEntry } from "./plain-entry";
import { remembering } from "./remembering";

/** An entry read from its bytes, or why these bytes are none. */
export type Read = { entry: Entry } | { malformed: string };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Why a value is not the data of an entry of this type, or null. */
export type DataProblem = (type: string, data: unknown) => string | null;
/** Reads the bytes of an entry; never throws. */
export type EntryReader = (bytes: Buffer) => Read;

/**
 * A reader that takes entries strictly: UTF-8, RFC 8785 (JCS) to the byte, every field of the envelope as the format has it. It
 * runs for every entry of a trail, so the envelope is checked by hand; what `data` may hold differs by type, and is judged by
 * `dataProblem`, whose word on the same text is asked once. What it gives must not be changed.
 */
export function newEntryReader(dataProblem: DataProblem): EntryReader {
  const readData = (type: string, text: string): Entry["data"] | null => {
    const read = canonical(text);
    return read && dataProblem(type, read.value) === null ? (read.value as Entry["data"]) : null;
  };
  const remembered = remembering((typeAndData) => {
    const end = typeAndData.indexOf(" ");
    return readData(typeAndData.slice(0, end), typeAndData.slice(end + 1));
  });
  const dataOf = (type: string, text: string) =>
    text.length <= longestRemembered ? remembered(`${type} ${text}`) : readData(type, text);
  return (bytes) => {
    if (bytes.length > maxEntryBytes) return { malformed: `they are more than ${maxEntryBytes}` };
    try {
      const text = utf8.decode(bytes);
      const members = plainEntry(text);
      const plain = members && plainOf(members, dataOf);
      return plain ? { entry: plain } : readAnyForm(text, dataProblem);
    } catch {
      // Not UTF-8, not JSON, or nested beyond all sense.
      return { malformed: "they are not JSON in UTF-8" };
    }
  };
}

function readAnyForm(text: string, dataProblem: DataProblem): Read {
  const value: unknown = JSON.parse(text);
  if (!hasExactly(value, fields)) return { malformed: "they do not hold the fields of an entry, in order" };
  const problem = fieldProblem(value) ?? dataProblem(value.type as string, value.data);
  if (problem) return { malformed: problem };
  return isCanonical(value, text) ? { entry: value as unknown as Entry } : { malformed: "they are not canonical JSON" };
}

type DataOf = (type: string, text: string) => Entry["data"] | null;

/** The entry of these members where nothing is wrong with any; null where the long way round must say what it is. */
function plainOf(m: Members, dataOf: DataOf): Entry | null {
  const { at, id, object, origin, outcome, reason, request, subject, type } = m;
  if (m.v !== version || !outcomes.has(outcome) || !isTime(at)) return null;
  const seq = Number(m.seq);
  const [actor, policy, pii, data] = [actorOf(m.actor), policyOf(m.policy), piiOf(m.pii), dataOf(type, m.data)];
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
    type: type as Entry["type"],
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

function piiOf(text: string): Entry["pii"] | null {
  if (text === "{}") return {};
  const read = canonical(text);
  return read && isCommitments(read.value) ? read.value : null;
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
  "voucher",
  "worker",
  "system",
  "cli",
  "anyone",
]);
const outcomes: ReadonlySet<unknown> = new Set(["ok", "denied", "error"]);
const isPolicyId = (v: unknown): boolean => typeof v === "string" && /^[a-z][a-z0-9-]{0,39}$/.test(v);

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
  hasExactly(v, policyFields) && isPolicyId(v.id) && isCount(v.version) && isDigest(v.digest);
const isDigest = (v: unknown): boolean => typeof v === "string" && /^[0-9a-f]{64}$/.test(v);
const isCommitments = (v: unknown): v is Entry["pii"] =>
  typeof v === "object" &&
  v !== null &&
  !Array.isArray(v) &&
  Object.entries(v).every(([field, digest]) => commitmentField.test(field) && isDigest(digest));
const commitmentField = /^[a-z][A-Za-z.-]{0,39}$/;

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
