import { type Hand, hands } from "domain/ask";
import type {
  Channel,
  DisputeVerdict,
  EventData,
  EventType,
  FlagKind,
  ImportedRows,
  Longer,
  MatchResult,
  NoticePurpose,
  PolicyRef,
  RaiseReason,
  Seeming,
} from "domain/event";
import { languages } from "domain/language";
import { type ContactKind, mostReplaced, type Tier, tiers } from "domain/loss";
import type { PurchaseForm } from "domain/purchases";
import { z } from "zod";
import { careData } from "./entry-data-care";
import { deliveryData } from "./entry-data-delivery";
import { directoryData } from "./entry-data-directory";
import { factorUsed, holderData } from "./entry-data-holder";
import { proofsData } from "./entry-data-proofs";
import { providedData } from "./entry-data-provided";
import { count, digest, every, flag, id, listOf, word } from "./entry-fields";

/** Schemas for some of the catalogue's events, each as domain/event.ts types it. */
export type Schemas<T extends EventType> = { [K in T]: z.ZodType<EventData[K]> };

const o = z.strictObject;
const none = o({});
const orNull = id.nullable();
const tier: z.ZodType<Tier> = z.enum(tiers);
export const kind = every<ContactKind>()(["email", "phone"]);
const channel = every<Channel>()(["desk", "portal"]);
const seeming: z.ZodType<Seeming> = z.discriminatedUnion("as", [
  o({ as: z.literal("submitted"), round: count, tier, holdMs: count, approvals: count }),
  o({ as: z.literal("cancelled"), reason: word }),
]);
const result = every<MatchResult>()(["match", "near", "miss"]);
const longer = every<Longer>()([
  "no-old-contact",
  "second-factor-on",
  "young-account",
  "recent-sign-in",
  "notice-failed",
  "tier-raised",
  "objection-unproved",
  "safety-flag",
]);
const purpose = every<NoticePurpose>()([
  "opened",
  "approved",
  "reset",
  "completed",
  "disputed",
  "resumed",
  "dismissed",
  "rejected",
  "reversed",
]);
const raiseReason = every<RaiseReason>()([
  "recovered-lately",
  "decided-lately",
  "many-tickets",
  "contact-changed-lately",
  "contact-elsewhere",
]);
const flagKind = every<FlagKind>()([
  "near-serials",
  "serials-in-sequence",
  "same-wrong-again",
  "contact-elsewhere",
  "repeat-recovery",
  "codes-made-meanwhile",
  "many-tickets-by-one-agent",
  "lookup-without-ticket",
  "requester-knocked-out",
  "staff-account",
  "staff-contact",
  "appeal",
]);
const loss = o({ password: flag, secondFactor: flag, email: flag, phone: flag });
const action = o({
  newPassword: flag,
  removeSecondFactor: flag,
  replace: z.array(id).max(mostReplaced),
  thaw: z.literal(true).optional(),
});
const messageRef = o({ message: id, contact: id, kind });
const sent = { contact: id, kind, generation: count, message: id, expiresAt: count };
const said = { reason: word, note: orNull };
export const importedRows = o({
  table: every<ImportedRows["table"]>()(["account", "contact", "device", "answer"]),
  count,
  digest,
});
const steppedUp = { stepUp: id.optional() };
export const policyRef: z.ZodType<PolicyRef> = o({ id: word, version: count, digest });
/** By whose objection link a proof came. */
const byObjector = { objector: id.optional() };
const supervisorsWord = { ...said, stepUp: id };

const work = {
  "ticket.opened": o({
    number: count,
    reference: id,
    loss,
    tier,
    action,
    needsNewContact: flag,
    sendTo: orNull,
    policy: policyRef,
    follows: orNull,
    asked: o({
      hand: listOf(every<Hand>()(hands)),
      language: z.enum(languages).optional(),
      again: z.literal(true).optional(),
    }).optional(),
    standIn: z.literal(true).optional(),
  }),
  "ticket.claimed": o({ by: id }),
  "ticket.released": o({
    by: id,
    why: every<EventData["ticket.released"]["why"]>()(["agent", "idle", "check"]),
    seems: seeming.optional(),
  }),
  "ticket.handed-over": o({ from: orNull, to: id }),
  "ticket.noted": o({ note: id, removed: count }),
  "ticket.reminded": o({ message: messageRef.nullable() }),
  "ticket.cancelled": o({ by: every<EventData["ticket.cancelled"]["by"]>()(["agent", "requester"]), reason: word }),
  "ticket.expired": o({
    why: every<EventData["ticket.expired"]["why"]>()(["idle", "grant-unused", "fits-no-account"]),
  }),
  "ticket.disputed": o({
    contact: orNull,
    how: every<EventData["ticket.disputed"]["how"]>()(["link", "session"]),
    proveBy: count.optional(),
    signers: listOf(id).optional(),
  }),
};

const review = {
  "ticket.submitted": o({
    round: count,
    packet: digest,
    tier,
    holdMs: count,
    approvals: count,
    longer: listOf(longer),
  }),
  "tier.raised": o({ from: tier, to: tier, why: z.array(raiseReason).min(1).max(5) }),
  "flag.raised": o({ flag: flagKind, member: orNull }),
  "flag.reviewed": o({ seq: count, note: orNull }),
  "packet.opened": o({ round: count, packet: digest, by: id }),
  "ticket.approved": o({ round: count, packet: digest, by: id, count, of: count, ...said, stepUp: id }),
  "ticket.returned": o({ round: count, ...said, ...steppedUp }),
  "ticket.rejected": o({ round: count, ...said, second: flag, ...steppedUp }),
  "rejection.proposed": o({ by: id, ...said, ...steppedUp }),
  "hold.begun": o({ round: count, holdMs: count }),
  "hold.started": o({ endsAt: count, lengthened: flag }),
  "hold.stopped": o({ why: word, by: id }),
};

const checks = {
  "contact.proposed": o({ contact: id, kind, voided: listOf(id) }),
  "contact.code-sent": o({
    ...sent,
    to: every<EventData["contact.code-sent"]["to"]>()(["new", "registered"]),
    objector: z.literal(true).optional(),
    language: z.enum(languages).optional(),
  }),
  "contact.code-refused": o({ contact: id, generation: count, tries: count }),
  "contact.confirmed": o({ contact: id, generation: count, channel }),
  "portal.entered": o({ contact: id, turn: count.optional() }),
  "serial.attempted": o({ attempt: id, channel, ...byObjector }),
  "serial.checked": o({
    attempt: id,
    result,
    device: orNull,
    whole: flag,
    evidence: orNull,
    tooNew: flag.optional(),
    ...byObjector,
  }),
  "serial.repeated": o({ channel }),
  "serial.searched": o({ attempt: id }),
  "answers.drawn": o({ questions: listOf(id) }),
  "answers.attempted": o({ attempt: id, channel, ...byObjector }),
  "answers.checked": o({
    attempt: id,
    passed: flag,
    right: count.nullable(),
    of: count,
    evidence: orNull,
    spoken: flag,
    noneRight: flag.optional(),
    ...byObjector,
  }),
  "answers.repeated": o({ channel }),
  "possession.confirmed": o({ contact: id, generation: count, evidence: id, ...byObjector }),
  "photo.added": o({ photo: id, upload: id, channel }),
  "photo.judged": o({
    photo: id,
    attempt: id,
    result,
    device: orNull,
    evidence: orNull,
    by: id,
    channel: channel.optional(),
    numbered: flag.optional(),
    tooNew: flag.optional(),
  }),
  "photo.declined": o({ photo: id, by: id, reason: word }),
  "purchase.added": o({ purchase: id, upload: id, form: every<PurchaseForm>()(["picture", "document"]), channel }),
  "purchase.judged": o({
    purchase: id,
    attempt: id,
    result,
    device: orNull,
    late: flag,
    evidence: orNull,
    by: id,
    channel,
    tooNew: flag.optional(),
  }),
  "purchase.declined": o({ purchase: id, by: id, reason: word }),
};

const after = {
  "holder.notified": o({ purpose, messages: listOf(messageRef) }),
  "message.accepted": o({ message: id }),
  "message.failed": o({ message: id, why: word }),
  "grant.issued": o({ grant: id, ...sent }),
  "grant.revoked": o({ grant: id, why: word }),
  "grant.redeemed": o({ grant: id, generation: count }),
  "account.recovered": o({ action, added: o({ id, kind }).nullable() }),
  "account.frozen": o({ why: every<EventData["account.frozen"]["why"]>()(["objection", "reversal", "not-me"]) }),
  "erasure.proposed": o({ proposal: id, reason: id, stepUp: orNull }),
  "erasure.withdrawn": o({ proposal: id }),
  "account.erased": o({ proposal: id, stepUp: orNull, rows: listOf(importedRows) }),
  "legal-hold.placed": o({ reason: id, stepUp: orNull }),
  "legal-hold.lifted": o({ reason: id, stepUp: orNull }),
  "holder.signed-in": o({
    ...factorUsed,
    secondFactor: every<EventData["holder.signed-in"]["secondFactor"]>()(["none", "sms", "totp", "saved-code"]),
  }),
  "holder.sign-in-failed": o({ why: word }),
  "holder.signed-out": none,
};

const secondLooks = {
  "review.sampled": o({ approval: count, by: id, agent: id, oneIn: count }),
  "review.sampled-judged": o({
    approval: count,
    by: id,
    looks: every<EventData["review.sampled-judged"]["looks"]>()(["right", "wrong"]),
    reason: id,
    stepUp: id,
  }),
};

const undoing = {
  "objection.proved": o({
    contact: orNull,
    how: every<EventData["objection.proved"]["how"]>()(["evidence", "sign-in"]),
    evidence: listOf(id),
  }),
  "verdict.proposed": o({
    verdict: every<DisputeVerdict>()(["reject", "reverse", "resume", "dismiss"]),
    ...supervisorsWord,
  }),
  "ticket.resumed": o(supervisorsWord),
  "objection.dismissed": o(supervisorsWord),
  "ticket.reversed": o({ proved: flag, ...supervisorsWord }),
  "account.reversed": o({ restored: count, ended: count, secondFactor: flag, recoveries: count.optional() }),
  "requester.knocked-out": o({ contact: id, until: count }),
  "account.thawed": none,
};

const glassReason = every<EventData["glass.asked"]["reason"]>()([
  "complaint",
  "suspected-fraud",
  "safety",
  "technical-fault",
  "other",
]);
const glass = {
  "glass.asked": o({ glass: id, reason: glassReason, note: id, stepUp: id }),
  "glass.broken": o({
    glass: id,
    reason: glassReason,
    note: id,
    asker: id,
    confirmer: id,
    until: count,
    stepUp: id,
    messages: listOf(messageRef),
  }),
  "glass.closed": o({ glass: id, why: every<EventData["glass.closed"]["why"]>()(["over", "supervisor"]) }),
};

/** The case stream: a ticket and the recovery side of its account. */
export const caseData = {
  ...work,
  ...review,
  ...checks,
  ...after,
  ...glass,
  ...undoing,
  ...proofsData,
  ...holderData,
  ...providedData,
  ...directoryData,
  ...deliveryData,
  ...secondLooks,
  ...careData,
};
