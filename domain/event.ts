import type { Asked } from "./ask";
import type { DirectoryFailure, DirectoryRule, DirectoryStep, DirectoryStop, DirectoryTrouble } from "./directory-job";
import type { FigureId, ReportSpan } from "./figures";
import type { Language } from "./language";
import type { Action, ContactKind, Loss, Tier } from "./loss";
import type { Policy } from "./policy";
import type { PurchaseEvents } from "./purchases";
import type { SafetyKind } from "./safety";
import type { FactorAct, FactorUsed } from "./second-factor";
import type { Actor, Role } from "./staff";
import type { Instant, Millis } from "./time";

/** Where evidence was given: on the desk (spoken to an agent) or in the portal (typed by the requester). */
export type Channel = "desk" | "portal";
export type FactorKind = "serial" | "photo" | "answers" | "contact-code" | "saved-code" | "vouch" | "purchase";
/** What a serial or a judged photo turned out to be. `near` and `miss` are told apart only in the packet and the trail. */
export type MatchResult = "match" | "near" | "miss";
/** The desk's own two checks: going over the stored bytes again, and the full verification with the fold. */
export type TrailCheck = "going-over" | "verification";
/** What a second look at an approval came to. */
export type Looks = "right" | "wrong";
export type NoticePurpose =
  | "opened"
  | "approved"
  | "reset"
  | "completed"
  | "disputed"
  | "resumed"
  | "dismissed"
  | "rejected"
  | "reversed";
/** What two supervisors may make of an objection, or of a recovery that went wrong. */
export type DisputeVerdict = "reject" | "reverse" | "resume" | "dismiss";
/** What it seems to an agent who was pressed that they did, where the ticket left them for a supervisor's hands instead. */
export type Seeming =
  | { as: "submitted"; round: number; tier: Tier; holdMs: Millis; approvals: number }
  | { as: "cancelled"; reason: string };
/** Why a T4 hold lasts 7 days whatever the points. */
export type Longer =
  | "no-old-contact"
  | "second-factor-on"
  | "young-account"
  | "recent-sign-in"
  | "notice-failed"
  | "objection-unproved"
  | "tier-raised"
  | "safety-flag";
/** Why a ticket was raised by one tier (product.md, "Raised by one tier"). */
export type RaiseReason =
  | "recovered-lately"
  | "decided-lately"
  | "many-tickets"
  | "contact-changed-lately"
  | "contact-elsewhere";
/** What looked wrong about an account, a requester or a member of staff: each is said to supervisors in a sentence. */
export type FlagKind =
  | "near-serials"
  | "serials-in-sequence"
  | "same-wrong-again"
  | "contact-elsewhere"
  | "repeat-recovery"
  | "codes-made-meanwhile"
  | "many-tickets-by-one-agent"
  | "lookup-without-ticket"
  | "requester-knocked-out"
  | "staff-account"
  | "staff-contact"
  | "appeal";
/** What an account's contacts are told of beside the steps of a ticket. */
export type AccountNews =
  | "saved-codes-made"
  | "link-invited"
  | "link-received"
  | "link-accepted"
  | "link-declined"
  | "link-ended"
  | "vouch-given"
  | "password-changed"
  | "account-stopped"
  | "contact-added"
  | "contact-removed"
  | "contact-provided"
  | "contact-withdrawn"
  | "device-added"
  | "device-removed"
  | "questions-chosen"
  | FactorNews;
/** What its contacts are told of an account's second factor. */
export type FactorNews =
  | "factor-enrolled"
  | "factor-replaced"
  | "factor-removed"
  | "factor-guessed"
  | "factor-saved-code";
export interface PolicyRef {
  id: string;
  version: number;
  digest: string;
}
/** Why a ticket is to be read by who has no part in it. */
export type GlassReason = "complaint" | "suspected-fraud" | "safety" | "technical-fault" | "other";
/** What may be shown in clear: never a contact that was on file before. */
export type RevealedValue = "new-contact" | "holder-name";
export type RevealReason = "read-back" | "misheard" | "compare" | "other";
/** What a second supervisor says to who was rejected: it stays so, or they should ask again. */
export type AppealAnswer = "stands" | "ask-again";
/** In which word a server reported that a message did not arrive. */
export type BounceWord = "undelivered" | "failed" | "bounced";
/** A message of the outbox, named so that repeating its event makes the same row. */
export interface MessageRef {
  message: string;
  contact: string;
  kind: ContactKind;
}
/** The step-up made for a decision; entries from before it was written down do not have it. */
interface SteppedUp {
  stepUp?: string;
}
/** The old contact by whose objection link a proof was given; it counts for that objection and for nothing else. */
interface ByObjector {
  objector?: string;
}
/** A supervisor's word on a dispute, with the step-up made for it. */
interface Word {
  reason: string;
  note: string | null;
  stepUp: string;
}

/**
 * Every kind of event with its data: the catalogue. Strings here are ids, enums and digests; no free text,
 * no personal data, not even a mask, no secret (those are in the vault, vouched for by a commitment in `pii`).
 */
export interface EventData {
  // the case stream: a ticket and the recovery side of its account
  "ticket.opened": {
    number: number;
    reference: string;
    loss: Loss;
    tier: Tier;
    action: Action;
    needsNewContact: boolean;
    sendTo: string | null;
    policy: PolicyRef;
    /** The account's latest ended ticket, when there is one. */
    follows: string | null;
    /** It was asked for in the portal. */
    asked?: Asked;
    /** No account fits what was asked, or takes it: the account of this entry stands in for none. */
    standIn?: true;
  };
  "ticket.claimed": { by: string };
  /** `check`: its agent was put under pressure, and a supervisor hands it on. */
  "ticket.released": { by: string; why: "agent" | "idle" | "check"; seems?: Seeming };
  "ticket.handed-over": { from: string | null; to: string };
  "ticket.noted": { note: string; removed: number };
  "ticket.reminded": { message: MessageRef | null };
  "ticket.submitted": {
    round: number;
    packet: string;
    tier: Tier;
    holdMs: Millis;
    approvals: number;
    longer: Longer[];
  };
  /** Once, by one tier; what is found later is added to the reasons with `from` and `to` the same. */
  "tier.raised": { from: Tier; to: Tier; why: RaiseReason[] };
  "ticket.approved": {
    round: number;
    packet: string;
    by: string;
    count: number;
    of: number;
    reason: string;
    note: string | null;
    stepUp: string;
  };
  "ticket.returned": { round: number; reason: string; note: string | null } & SteppedUp;
  "ticket.rejected": { round: number; reason: string; note: string | null; second: boolean } & SteppedUp;
  /** The first of the two supervisors who end a disputed ticket. */
  "rejection.proposed": { by: string; reason: string; note: string | null } & SteppedUp;
  "ticket.cancelled": { by: "agent" | "requester"; reason: string };
  "ticket.expired": { why: "idle" | "grant-unused" | "fits-no-account" };
  /** `proveBy` is when the objector's time to prove ownership ends; `signers` approved the ticket in any round. */
  "ticket.disputed": { contact: string | null; how: "link" | "session"; proveBy?: Instant; signers?: string[] };
  "packet.opened": { round: number; packet: string; by: string };
  "contact.proposed": { contact: string; kind: ContactKind; voided: string[] };
  "contact.code-sent": {
    contact: string;
    kind: ContactKind;
    generation: number;
    message: string;
    expiresAt: Instant;
    to: "new" | "registered";
    /** It is one of an objector's proofs, typed on the page of their link. */
    objector?: true;
    /** Of the page it was asked for on, where somebody asked for it themselves. */
    language?: Language;
  };
  "contact.code-refused": { contact: string; generation: number; tries: number };
  "contact.confirmed": { contact: string; generation: number; channel: Channel };
  "portal.entered": {
    contact: string;
    /** How often the requester of this ticket came in by then: what an earlier time showed is dead. */
    turn?: number;
  };
  /** `objector`: by the contact that objects, to prove ownership; the portal's own share does not stop it. */
  "serial.attempted": { attempt: string; channel: Channel; objector?: string };
  "serial.checked": {
    attempt: string;
    result: MatchResult;
    device: string | null;
    whole: boolean;
    evidence: string | null;
    /** The device joined the account too lately to prove anything. */
    tooNew?: boolean;
  } & ByObjector;
  "serial.repeated": { channel: Channel };
  /** An account found by its serial: the find itself uses one of the account's attempts. */
  "serial.searched": { attempt: string };
  "answers.drawn": { questions: string[] };
  "answers.attempted": { attempt: string; channel: Channel; objector?: string };
  "answers.checked": {
    attempt: string;
    passed: boolean;
    right: number | null;
    of: number;
    evidence: string | null;
    spoken: boolean;
    /** Not one answer was right, so that none on file was spoken; agents never see it. */
    noneRight?: boolean;
  } & ByObjector;
  "answers.repeated": { channel: Channel };
  "possession.confirmed": { contact: string; generation: number; evidence: string } & ByObjector;
  "photo.added": { photo: string; upload: string; channel: Channel };
  "photo.judged": {
    photo: string;
    attempt: string;
    result: MatchResult;
    device: string | null;
    evidence: string | null;
    by: string;
    /** By which channel the photo came. */
    channel?: Channel;
    /** The ticket's number was seen beside the label; older entries do not say. */
    numbered?: boolean;
    tooNew?: boolean;
  };
  "photo.declined": { photo: string; by: string; reason: string };
  "purchase.added": PurchaseEvents["purchase.added"];
  "purchase.judged": PurchaseEvents["purchase.judged"];
  "purchase.declined": PurchaseEvents["purchase.declined"];
  "holder.notified": { purpose: NoticePurpose; messages: MessageRef[] };
  "message.accepted": { message: string };
  "message.failed": { message: string; why: string };
  "hold.begun": { round: number; holdMs: Millis };
  "hold.started": { endsAt: Instant; lengthened: boolean };
  "hold.stopped": { why: string; by: string };
  "grant.issued": {
    grant: string;
    generation: number;
    contact: string;
    kind: ContactKind;
    message: string;
    expiresAt: Instant;
  };
  "grant.revoked": { grant: string; why: string };
  "grant.redeemed": { grant: string; generation: number };
  "account.recovered": { action: Action; added: { id: string; kind: ContactKind } | null };
  "account.frozen": { why: "objection" | "reversal" | "not-me" };
  // disputes and undoing
  /** Who objected proved that the account is theirs: by this evidence, or by signing in with a second factor. */
  "objection.proved": { contact: string | null; how: "evidence" | "sign-in"; evidence: string[] };
  /** The first of the two supervisors who decide on a dispute, or undo a recovery. */
  "verdict.proposed": { verdict: DisputeVerdict } & Word;
  /** The objection was not proved in its seven days: the ticket goes on as T4, with all evidence void. */
  "ticket.resumed": Word;
  /** The objection to a recovery was not proved in its seven days: the recovery stands, the account stays frozen. */
  "objection.dismissed": Word;
  /** A recovery is undone: its ticket ends so, and the account as the next entries say. */
  "ticket.reversed": { proved: boolean } & Word;
  /**
   * So many old contacts are back, so many that this recovery and later ones bound are off; the second factor is on again or not.
   * `recoveries` is how many were undone; entries from before each was undone once have none.
   */
  "account.reversed": { restored: number; ended: number; secondFactor: boolean; recoveries?: number };
  /** No recovery that would bind this contact's address or number passes until then. */
  "requester.knocked-out": { contact: string; until: Instant };
  "account.thawed": Record<string, never>;
  /** `member` is the member of staff it is about, where it is about one and not about the account. */
  "flag.raised": { flag: FlagKind; member: string | null };
  /** A supervisor looked at a flag, named by the seq of its entry; their words are in the vault. */
  "flag.reviewed": { seq: number; note: string | null };
  /** A first person's wish; `reason` is a vault id of the desk's, `stepUp` null at the command line. */
  "erasure.proposed": { proposal: string; reason: string; stepUp: string | null };
  "erasure.withdrawn": { proposal: string };
  /** What was known of the account is gone; `rows` counts and digests what its imported rows left: their hashes. */
  "account.erased": { proposal: string; stepUp: string | null; rows: ImportedRows[] };
  "legal-hold.placed": { reason: string; stepUp: string | null };
  "legal-hold.lifted": { reason: string; stepUp: string | null };
  /** Break-glass: a supervisor asks to read a ticket outside their part; `note` is a vault id of the desk's. */
  "glass.asked": { glass: string; reason: GlassReason; note: string; stepUp: string };
  /** A second supervisor, of another human, confirmed: both may read that one ticket until then, and every admin is told. */
  "glass.broken": {
    glass: string;
    reason: GlassReason;
    note: string;
    asker: string;
    confirmer: string;
    until: Instant;
    stepUp: string;
    messages: MessageRef[];
  };
  "glass.closed": { glass: string; why: "over" | "supervisor" };
  /** A set of saved recovery codes, which kills the one before it; of the codes themselves nothing stands here. */
  "saved-codes.made": { set: string; count: number };
  /** `code` names the code of the set that was typed, and is spent by it; null where it was none that counts. */
  "saved-code.checked": {
    attempt: string;
    result: "match" | "miss";
    code: string | null;
    evidence: string | null;
    channel: Channel;
    /** The set was made after the ticket was opened. */
    tooNew?: boolean;
  };
  "saved-code.repeated": { channel: Channel };
  /** A holder invited somebody to vouch for them; `other` is null where no account has the address. */
  "link.invited": { link: string; other: string | null; installer: boolean };
  /** The same on the side of the account that was invited. */
  "link.received": { link: string; other: string };
  /** These three are entered on both sides, `other` being the other one each time. */
  "link.accepted": { link: string; other: string };
  "link.declined": { link: string; other: string };
  "link.ended": { link: string; other: string | null };
  "account.notified": { about: AccountNews; messages: MessageRef[] };
  /** The number that a linked person types is derived from ticket and generation. */
  "vouch.asked": { generation: number; expiresAt: Instant };
  "vouch.refused": { generation: number; tries: number };
  /** The right number was typed: what is asked was laid before that person. */
  "vouch.opened": { generation: number; link: string };
  "vouch.given": { generation: number; link: string; evidence: string };
  // a holder who forgot their password and still has a contact
  /** Somebody asked for a new password, whoever that is: `ask` ties what follows to it. */
  "forgotten.asked": { ask: string };
  "forgotten.code-tried": { ask: string };
  /** A way to a new password, to a contact on file; link or code are derived from account and generation. */
  "forgotten.sent": {
    ask: string;
    generation: number;
    contact: string;
    kind: ContactKind;
    message: string;
    expiresAt: Instant;
    /** Of the page it was asked for on. */
    language?: Language;
  };
  "forgotten.code-accepted": { generation: number; ask: string };
  "forgotten.redeemed": { generation: number };
  // what holders do about their account by themselves
  /** In a session of the holder, with the present password given anew; `change` tells its notices apart. */
  "password.changed": { change: string };
  /** One session, by the part of its id that entries name it by, ended from another one. */
  "holder.session-ended": { ended: string };
  "holder.signed-out-everywhere": Record<string, never>;
  /** A contact said by the link in a notice of this time that what it tells of was not the holder. */
  "account.stopped": { contact: string; noticeAt: Instant };
  // a redemption on its way to a directory elsewhere
  /** Asked for by a link of this generation; the new password is sealed in the vault under the job's id, and nowhere else. */
  "directory.asked": { job: string; generation: number; steps: DirectoryStep[]; until: Instant };
  "directory.changed": { job: string; step: DirectoryStep };
  /** It is not done yet, and tried again; entered when what stands in the way is another than before. */
  "directory.delayed": { job: string; step: DirectoryStep; why: DirectoryTrouble };
  /** It does not take this password, by a rule of its own: the holder may choose another. */
  "directory.refused": { job: string; why: DirectoryRule };
  "directory.failed": { job: string; why: DirectoryFailure };
  "directory.stopped": { job: string; why: DirectoryStop };
  "directory.done": { job: string };
  // a holder who keeps contacts, devices and questions up to date
  /** A code to an e-mail or phone that is to join the account; it is derived from contact, account and generation. */
  "own-contact.asked": { contact: string; kind: ContactKind; generation: number; message: string; expiresAt: Instant };
  "own-contact.code-refused": { contact: string; generation: number; tries: number };
  "own-contact.added": { contact: string; kind: ContactKind; generation: number };
  "own-contact.removed": { contact: string };
  /** `row` is the SHA-256 over what is kept of the device, its salt with it. */
  "device.added": { device: string; row: string };
  "device.removed": { device: string };
  /** The set that replaces all before it, each question by an id of its own. */
  "questions.chosen": { questions: string[] };
  "account.language-chosen": { language: Language };
  // what an identity provider says of its accounts
  /** `row` is the SHA-256 over the account's row, which was made then. */
  "account.provisioned": { row: string; createdAt: Instant };
  /** Its names: `row` is the SHA-256 over what is kept of them, its salt with it; the words are in the vault. */
  "account.described": { row: string };
  /** `since` where it came with the account: then it is as old as that. */
  "provided-contact.added": { contact: string; kind: ContactKind; since?: Instant };
  "provided-contact.removed": { contact: string };
  /** `gone`: the identity provider does not know it any more. */
  "account.deactivated": { gone: boolean };
  "account.reactivated": Record<string, never>;
  // a holder's second factor
  /** The password was right, and a second factor is on. */
  "factor.asked": { secondFactor: "totp" | "sms" };
  /** Six digits by text, derived from account and generation. */
  "factor.code-sent": { generation: number; contact: string; message: string; expiresAt: Instant };
  "factor.code-refused": { why: "wrong-code" | "code-used" };
  /** Given anew in a session, for one act. */
  "factor.used": { use: string; act: FactorAct } & FactorUsed;
  /** A seed was made for an authenticator that its first code does not confirm yet. */
  "factor.offered": { factor: string };
  "factor.enrolled": { factor: string; step: number; replaces: "totp" | "sms" | null };
  /** `factor` is null for one that an import brought. */
  "factor.removed": { factor: string | null; why: "holder" | "recovery" };
  "holder.signed-in": Omit<FactorUsed, "secondFactor"> & { secondFactor: FactorUsed["secondFactor"] | "none" };
  "holder.sign-in-failed": { why: string };
  "holder.signed-out": Record<string, never>;
  // after a refusal
  /** The requester of a rejected ticket asks that somebody else looks; their words are in the vault. */
  "appeal.made": { appeal: string; removed: number };
  /** A supervisor who had no part in the rejection answered; `note` is a vault id. */
  "appeal.answered": { answer: AppealAnswer; note: string };
  // what servers report of a message they had accepted, and what an admin does about it
  "message.delivered": { message: string; contact: string };
  /** `code` is the server's own number for the reason, where it gave one. */
  "message.bounced": { message: string; contact: string; why: BounceWord; code: number | null };
  "message.retried": { message: string };
  // who is on the line, pressure, and people who are in danger
  /** The caller read the number that the requester's page shows; worth no points. */
  "caller.matched": { turn: number };
  "caller.mismatched": { turn: number; tries: number };
  /** Its agent said, by a control that nobody beside them notices, that they are being pressed. */
  "ticket.pressured": { by: string };
  "safety.flagged": { kind: SafetyKind };
  /** The first of the two supervisors who lift a flag, and the second; `reason` is a vault id of the desk's. */
  "safety.lift-proposed": { reason: string; stepUp: string };
  "safety.lifted": { reason: string; stepUp: string };
  /** The first of the two supervisors who keep this ticket's notices from one contact, and the second. */
  "withholding.proposed": { contact: string; reason: string; stepUp: string };
  "notices.withheld": { contact: string; reason: string; stepUp: string };
  // the staff stream
  "staff.added": { person: string; role: Role };
  "staff.role-changed": { role: Role };
  "staff.disabled": Record<string, never>;
  "staff.password-set": Record<string, never>;
  "staff.enrolled": { step: number };
  "staff.signed-in": { step: number; how: "password+totp" | "demo" };
  "staff.sign-in-failed": { why: string };
  "staff.signed-out": { why: "self" | "idle" | "ended" };
  "staff.stepped-up": { stepUp: string; act: string; object: string; step: number };
  /** An address or a number of the member's own, by which accounts and new contacts of staff are told. */
  "staff.contact-added": { contact: string; kind: ContactKind };
  "staff.contact-removed": { contact: string };
  /** An account in the directory is the member's own. */
  "staff.account-linked": { account: string };
  "staff.account-unlinked": { account: string };
  // the desk stream
  "desk.started": { process: "web" | "worker"; mode: string };
  "desk.stopped": { process: "web" | "worker" };
  "desk.migrated": { to: string };
  /** A document of the desk's own is in the entry; shipped ones are not. */
  "policy.adopted": { policy: PolicyRef; document?: Policy };
  /** An admin's wish for another policy than `base`; `reason` is a vault id of the desk's. */
  "policy.drafted": {
    draft: string;
    base: PolicyRef;
    policy: PolicyRef;
    document: Policy;
    reason: string;
    stepUp: string;
  };
  "policy.draft-withdrawn": { draft: string };
  /** A second admin put it in force: what is adopted is the next entry. */
  "policy.draft-confirmed": { draft: string; draftedBy: string; reason: string; stepUp: string };
  /** An admin asked for an import of these files, by the digest of all four, with a reason and a fresh second factor. */
  "directory.import-asked": { set: string; files: string; reason: string; stepUp: string };
  /** The reason is here where the import was begun at the command line and one was given. */
  "directory.import-begun": { set: string; files: FileDigest[]; reason?: string };
  "directory.imported": { set: string; files: FileDigest[]; rows: ImportedRows[]; refused: number };
  "directory.import-failed": { set: string; why: string };
  "answers.hardened": { count: number; left: number };
  /** `size` is how many entries the trail had: lines go no further, a bundle at least as far. */
  "trail.exported": {
    export: string;
    format: "csv" | "jsonl" | "bundle";
    filter: string;
    reason: string;
    size: number;
  };
  /** A bundle is made: the SHA-256 of its manifest, the entries it shows, its checkpoint's size, and its own. */
  "trail.export-completed": { export: string; manifest: string; entries: number; size: number; bytes: number };
  "trail.export-failed": { export: string; why: string };
  /** The key that signs checkpoints from the next one on, and the one it follows, as verifier keys (C2SP signed-note). */
  "checkpoint-key.adopted": { key: string; before: string | null };
  /** A place outside the building did not take the checkpoints for a while; it did again. */
  "checkpoint.late": { target: string; size: number };
  "checkpoint.caught-up": { target: string; size: number };
  /** The desk's own check found the trail not to be what it was, or the tables not what entries say; it no longer does. */
  "trail.doubted": { check: TrailCheck; what: string; entry: number | null };
  "trail.doubt-ended": { check: TrailCheck };
  "clock.diverged": { byMs: number };
  "clock.acknowledged": { seq: number };
  // the reads stream: entries that change nothing
  "account.searched": { kind: "ticket" | "username" | "name" | "email" | "phone" | "serial" | "id"; hits: number };
  /** An admin looked at what stands in the way of erasing an account. */
  "account.viewed": { why: "erasure" };
  /** Ten searches of one member within an hour found nothing. */
  "search.flagged": { misses: number };
  /** `glass` names the break-glass by which it could be looked at; absent where its reader has a part in it. */
  "ticket.viewed": { state: string; glass?: string };
  "queue.viewed": { view: string };
  "trail.searched": { filter: string };
  "entry.viewed": { seq: number };
  /** The list of exports, or one of them. */
  "exports.viewed": { export: string | null };
  "export.downloaded": { export: string };
  "photo.viewed": { photo: string };
  "purchase.viewed": { purchase: string };
  "import.viewed": { set: string };
  /** An auditor looked at what the staff looked at, over so many days. */
  "readers.viewed": { days: number };
  /** An admin looked at how messages go out, and at those that did not. */
  "deliveries.viewed": { view: "failed" | "waiting" };
  /** Past tickets were judged again under a policy, named by its digest. */
  "policy.replayed": { policy: string; as: "page" | "file" };
  /** A value was shown in clear, once; `note` is a vault id. */
  "value.revealed": { what: RevealedValue; reason: RevealReason; note: string; stepUp: string | null };
  /** Five values were shown to one human within a shift. */
  "reveal.flagged": { reveals: number };
  /** A supervisor, an admin or an auditor looked at what was opened by break-glass. */
  "glasses.viewed": Record<string, never>;
  /** An admin has seen that a ticket was opened by break-glass. */
  "glass.acknowledged": { glass: string };
  // watching the watchers: approvals drawn for a second look, and reports
  /** An approval was drawn, by its seq; `by` gave it, `agent` had submitted the ticket, one in so many like it is drawn. */
  "review.sampled": { approval: number; by: string; agent: string; oneIn: number };
  /** A supervisor without a hand in it looked at a drawn approval again; the reason's words are in the vault. */
  "review.sampled-judged": { approval: number; by: string; looks: Looks; reason: string; stepUp: string };
  /** Someone looked at the drawn approvals, or at one of them. */
  "reviews.viewed": { approval: number | null };
  "report.viewed": { span: ReportSpan };
  "report.downloaded": { span: ReportSpan; figure: FigureId; format: "csv" | "svg" };
  // any stream
  refused: { command: string; reason: string };
}
export interface FileDigest {
  file: string;
  sha256: string;
}
/** What an import added to one table: how many rows, and the SHA-256 over them in the order of their ids. */
export interface ImportedRows {
  table: "account" | "contact" | "device" | "answer";
  count: number;
  digest: string;
}

export type EventType = keyof EventData;
/** An event before it is an entry. `pii` holds salted commitments by field name (hex). */
export type Event = { [K in EventType]: { type: K; data: EventData[K]; pii?: Record<string, string> } }[EventType];
/** A verdict holds at least one event: a decision without an entry does not compile. */
export type Verdict = readonly [Event, ...Event[]];

/** An event as it stands on the trail: what every evolve() folds. */
export type Recorded = Event & {
  seq: number;
  at: Instant;
  actor: Actor;
  subject: string | null;
  object: string | null;
};

/** The verdict of a guard that failed: one entry with outcome `denied`. */
export function refuse(command: string, reason: string): Verdict {
  return [{ type: "refused", data: { command, reason } }];
}
/** Builds one event with its data checked against the catalogue. */
export function event<T extends EventType>(type: T, data: EventData[T], pii?: Record<string, string>): Event {
  return (pii ? { type, data, pii } : { type, data }) as Event;
}

/** Entries of the reads stream that are not named `.viewed`. */
const looks: ReadonlySet<EventType> = new Set([
  "account.searched",
  "value.revealed",
  "reveal.flagged",
  "glass.acknowledged",
]);

/** Whether an entry only says that somebody looked: nothing is folded from it. */
export const isLook = (type: EventType): boolean => type.endsWith(".viewed") || looks.has(type);
