import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Event, EventType, PolicyRef, Recorded } from "../event";
import type { Actor } from "../staff";
import { instantOf } from "../time";

/** The version of the entry format. */
export const entryVersion = 1;
/** No entry is longer than 16 KiB. */
export const maxEntryBytes = 16 * 1024;

/**
 * One line of the trail. Its bytes are RFC 8785 (JCS) JSON in UTF-8, stored as they were hashed:
 * {"actor":{"auth","id","role","session"},"at":"2026-01-31T12:00:00.000Z","data":{…},"id","object","origin","outcome",
 *  "pii":{field: hex SHA-256},"policy":{"digest","id","version"}|null,"reason","request","seq","subject","type","v":1}
 */
export interface Entry {
  v: typeof entryVersion;
  origin: string;
  seq: number;
  id: string;
  at: string;
  type: EventType;
  actor: Actor;
  /** The random internal id of the account it is about, or null. */
  subject: string | null;
  /** The ticket, staff member, export … it is about, or null. */
  object: string | null;
  request: string;
  policy: PolicyRef | null;
  outcome: "ok" | "denied" | "error";
  /** Kebab-case, for outcomes other than ok. */
  reason: string | null;
  data: Record<string, unknown>;
  pii: Record<string, string>;
}

/** The exact bytes of an entry; throws RangeError over 16 KiB, TypeError for a value JCS would drop or round. */
export function bytesOf(entry: Entry): Buffer {
  refuseLossy(entry, "entry");
  const text = canonicalize(entry);
  if (text === undefined) throw new TypeError("An entry must be JSON.");
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length > maxEntryBytes) throw new RangeError(`An entry of ${bytes.length} bytes is over ${maxEntryBytes}.`);
  return bytes;
}

/** An event of an entry, as evolve() folds it. */
export function recordedOf(entry: Entry): Recorded {
  const recorded = {
    type: entry.type,
    data: entry.data,
    pii: entry.pii,
    seq: entry.seq,
    at: instantOf(entry.at),
    actor: entry.actor,
    subject: entry.subject,
    object: entry.object,
  };
  return recorded as unknown as Recorded;
}

/** The outcome and reason an event is entered with: refusals and failed checks are `denied`. */
export function outcomeOf(event: Event): { outcome: Entry["outcome"]; reason: string | null } {
  if (event.type === "refused") return { outcome: "denied", reason: event.data.reason };
  if (event.type === "staff.sign-in-failed" || event.type === "holder.sign-in-failed")
    return { outcome: "denied", reason: event.data.why };
  if (event.type === "serial.checked" || event.type === "photo.judged" || event.type === "saved-code.checked")
    return event.data.result === "match" ? ok : { outcome: "denied", reason: event.data.result };
  if (event.type === "purchase.judged" && !event.data.late)
    return event.data.result === "match" ? ok : { outcome: "denied", reason: event.data.result };
  if (event.type === "purchase.judged") return { outcome: "denied", reason: "dated-late" };
  if (event.type === "answers.checked") return event.data.passed ? ok : { outcome: "denied", reason: "wrong" };
  if (event.type === "caller.mismatched") return { outcome: "denied", reason: "wrong-caller-number" };
  if (event.type === "vouch.refused") return { outcome: "denied", reason: "wrong-number" };
  if (event.type === "contact.code-refused") return { outcome: "denied", reason: "wrong-code" };
  if (event.type === "account.searched" && event.data.hits === 0) return { outcome: "ok", reason: "no-hit" };
  if (event.type === "review.sampled-judged" && event.data.looks === "wrong")
    return { outcome: "ok", reason: looksWrong };
  if (
    event.type === "message.failed" ||
    event.type === "message.bounced" ||
    event.type === "directory.import-failed" ||
    event.type === "trail.export-failed"
  )
    return { outcome: "error", reason: event.data.why };
  return ok;
}

/** The reason of an entry that says an approval looks wrong. */
export const looksWrong = "looks-wrong";

const ok = { outcome: "ok", reason: null } as const;

/** The commitment to a personal value: SHA-256(0x50 || 32 random bytes || value), hex (model.md, "The vault"). */
export function commitmentOf(salt: Uint8Array, value: string): string {
  if (salt.length !== 32) throw new RangeError("A commitment takes a salt of 32 bytes.");
  return createHash("sha256").update(Uint8Array.of(0x50)).update(salt).update(value, "utf8").digest("hex");
}

/** The SHA-256, in hex, of a value's JCS bytes: what packets, policies and filters are named by. */
export function digestOf(value: unknown): string {
  refuseLossy(value, "value");
  return createHash("sha256")
    .update(canonicalize(value) ?? "", "utf8")
    .digest("hex");
}

/** Entries hold strings, booleans, null and integers below 2^53; anything else would not survive as it is. */
function refuseLossy(value: unknown, where: string): void {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number" && Number.isSafeInteger(value)) return;
  if (Array.isArray(value)) {
    for (const [i, v] of value.entries()) refuseLossy(v, `${where}[${i}]`);
    return;
  }
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [k, v] of Object.entries(value)) refuseLossy(v, `${where}.${k}`);
    return;
  }
  throw new TypeError(`${where} cannot stand in an entry: ${typeof value}.`);
}
