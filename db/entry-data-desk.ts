import type { EventData, FactorKind, TrailCheck } from "domain/event";
import { figureIds } from "domain/figures";
import type { Policy } from "domain/policy";
import { type Role, roles } from "domain/staff";
import { ticketStates } from "domain/ticket";
import { z } from "zod";
import { kind as contactKind, importedRows, policyRef } from "./entry-data-case";
import { count, digest, every, flag, id, keyName, listOf, verifierKey, word } from "./entry-fields";

const o = z.strictObject;
const none = o({});
const role: z.ZodType<Role> = z.enum(roles);
const process = every<EventData["desk.started"]["process"]>()(["web", "worker"]);
const file = o({ file: id, sha256: digest });

const check = every<TrailCheck>()(["going-over", "verification"]);

const most = z.int().min(0).max(1_000_000_000_000);
const factor = every<FactorKind>()(["serial", "photo", "answers", "contact-code", "saved-code", "vouch", "purchase"]);
const tierRule = o({
  points: most,
  classes: most,
  approvals: most,
  hold: z.array(o({ fromPoints: most, ms: most })).max(10),
  oneOf: z.array(factor).max(10).nullable(),
  dynamic: flag,
});
const limit = o({ count: most, withinMs: most });
/** A policy as a document: numbers and words of the catalogue, and nothing else. */
const policyDocument: z.ZodType<Policy> = o({
  id: word,
  version: count,
  points: o({
    serialWhole: most,
    serialShort: most,
    furtherDevice: most,
    photo: most,
    twoAnswers: most,
    threeAnswers: most,
    savedCode: most,
    contactCode: most,
    vouch: most,
    proofOfPurchase: most,
  }),
  caps: o({ device: most, knowledge: most, possession: most, vouch: most }),
  tiers: o({ T1: tierRule, T2: tierRule, T3: tierRule, T4: tierRule }),
  contactCodeAgeMs: most,
  passwordMinLength: most,
  passwords: o({ composition: flag, reminderDays: most.nullable() }).optional(),
  freshness: o({ evidenceMs: most, codeMs: most }).optional(),
  raise: o({
    recoveredWithinMs: most,
    decided: limit,
    any: limit,
    contactChangedWithinMs: most,
    contactElsewhereWithinMs: most,
  }).optional(),
});

/** The staff stream: one member's entries. */
export const staffData = {
  "staff.added": o({ person: id, role }),
  "staff.role-changed": o({ role }),
  "staff.disabled": none,
  "staff.password-set": none,
  "staff.enrolled": o({ step: count }),
  "staff.signed-in": o({ step: count, how: every<EventData["staff.signed-in"]["how"]>()(["password+totp", "demo"]) }),
  "staff.sign-in-failed": o({ why: word }),
  "staff.signed-out": o({ why: every<EventData["staff.signed-out"]["why"]>()(["self", "idle", "ended"]) }),
  "staff.stepped-up": o({ stepUp: id, act: word, object: id, step: count }),
  "staff.contact-added": o({ contact: id, kind: contactKind }),
  "staff.contact-removed": o({ contact: id }),
  "staff.account-linked": o({ account: id }),
  "staff.account-unlinked": o({ account: id }),
};

/** The desk stream: what is in force for everyone. */
export const deskData = {
  "desk.started": o({ process, mode: word }),
  "desk.stopped": o({ process }),
  "desk.migrated": o({ to: id }),
  "policy.adopted": o({ policy: policyRef, document: policyDocument.optional() }),
  "policy.drafted": o({
    draft: id,
    base: policyRef,
    policy: policyRef,
    document: policyDocument,
    reason: id,
    stepUp: id,
  }),
  "policy.draft-withdrawn": o({ draft: id }),
  "policy.draft-confirmed": o({ draft: id, draftedBy: id, reason: id, stepUp: id }),
  "directory.import-asked": o({ set: id, files: digest, reason: id, stepUp: id }),
  "directory.import-begun": o({ set: id, files: listOf(file), reason: id.optional() }),
  "directory.imported": o({ set: id, files: listOf(file), rows: listOf(importedRows), refused: count }),
  "directory.import-failed": o({ set: id, why: word }),
  "answers.hardened": o({ count, left: count }),
  "trail.exported": o({
    export: id,
    format: every<EventData["trail.exported"]["format"]>()(["csv", "jsonl", "bundle"]),
    filter: digest,
    reason: id,
    size: count,
  }),
  "trail.export-completed": o({ export: id, manifest: digest, entries: count, size: count, bytes: count }),
  "trail.export-failed": o({ export: id, why: word }),
  "checkpoint-key.adopted": o({ key: verifierKey, before: verifierKey.nullable() }),
  "checkpoint.late": o({ target: keyName, size: count }),
  "checkpoint.caught-up": o({ target: keyName, size: count }),
  "trail.doubted": o({ check, what: word, entry: count.nullable() }),
  "trail.doubt-ended": o({ check }),
  "clock.diverged": o({ byMs: z.int() }),
  "clock.acknowledged": o({ seq: count }),
};

const searchKind = every<EventData["account.searched"]["kind"]>()([
  "ticket",
  "username",
  "name",
  "email",
  "phone",
  "serial",
  "id",
]);

const span = every<EventData["report.viewed"]["span"]>()(["today", "7-days", "30-days", "90-days"]);

/** The reads stream: entries that change nothing. */
export const readsData = {
  "account.searched": o({ kind: searchKind, hits: count }),
  "search.flagged": o({ misses: count }),
  "account.viewed": o({ why: every<EventData["account.viewed"]["why"]>()(["erasure"]) }),
  "ticket.viewed": o({ state: z.enum(ticketStates), glass: id.optional() }),
  "queue.viewed": o({ view: word }),
  "trail.searched": o({ filter: digest }),
  "entry.viewed": o({ seq: count }),
  "exports.viewed": o({ export: id.nullable() }),
  "export.downloaded": o({ export: id }),
  "photo.viewed": o({ photo: id }),
  "purchase.viewed": o({ purchase: id }),
  "import.viewed": o({ set: id }),
  "readers.viewed": o({ days: count }),
  "deliveries.viewed": o({ view: every<EventData["deliveries.viewed"]["view"]>()(["failed", "waiting"]) }),
  "policy.replayed": o({
    policy: digest,
    as: every<EventData["policy.replayed"]["as"]>()(["page", "file"]),
  }),
  "value.revealed": o({
    what: every<EventData["value.revealed"]["what"]>()(["new-contact", "holder-name"]),
    reason: every<EventData["value.revealed"]["reason"]>()(["read-back", "misheard", "compare", "other"]),
    note: id,
    stepUp: id.nullable(),
  }),
  "reveal.flagged": o({ reveals: count }),
  "glasses.viewed": none,
  "glass.acknowledged": o({ glass: id }),
  "reviews.viewed": o({ approval: count.nullable() }),
  "report.viewed": o({ span }),
  "report.downloaded": o({
    span,
    figure: z.enum(figureIds),
    format: every<EventData["report.downloaded"]["format"]>()(["csv", "svg"]),
  }),
};
