import type { DeliveryState } from "./delivery";
import type {
  AppealAnswer,
  DisputeVerdict,
  FlagKind,
  GlassReason,
  Longer,
  MatchResult,
  NoticePurpose,
  PolicyRef,
  RaiseReason,
  TrailCheck,
} from "./event";
import type { Rendering } from "./export";
import type { ContactKind, Loss, Tier } from "./loss";
import type { Sight } from "./may-read";
import type { HoldRange, Need } from "./policy";
import type { ReadingKind } from "./readings";
import type { Role } from "./staff";
import type { TicketState } from "./ticket";
import type { Instant } from "./time";
import type { BundleKind } from "./trail/bundle";
import type { CareView } from "./view-care";
import type { DirectoryView } from "./view-directory";
import type { GlassLine } from "./view-glass";
import type { PacketCareView } from "./view-packet-care";
import type { PurchaseView } from "./view-purchases";
import type { VouchView } from "./view-vouch";

/** What each reader may see (product.md, "What nobody may see"): the read side fills these, screens show them, nothing else crosses. */

export interface Viewer {
  id: string;
  name: string;
  role: Role;
}

export const queueViews = [
  "all",
  "mine",
  "unclaimed",
  "waiting",
  "in-review",
  "hold-ending",
  "disputed",
  "ended",
] as const;
export type QueueView = (typeof queueViews)[number];

/** One line of the queue: masks only, made when they were written. */
export interface QueueRow {
  id: string;
  number: number;
  holder: string;
  contact: string;
  region: string;
  loss: Loss;
  /** Its requester asked in the portal. */
  asked: boolean;
  tier: Tier;
  state: TicketState;
  returned: boolean;
  agentName: string | null;
  mine: boolean;
  /** How much of it this reader may open, and the photo and the proof of purchase that wait for them. */
  sight: Sight;
  /** A supervisor may hand it to an agent from here, without opening it. */
  mayHandOver: boolean;
  photo: string | null;
  purchase: string | null;
  next: NextStep;
  openedAt: Instant;
  /** When the desk's target for its next step passes; null when it waits for time or for the holder. */
  dueAt: Instant | null;
  /** When its hold ends; null where none runs. */
  holdEndsAt: Instant | null;
}
export type NextStep =
  | "claim"
  | "hand-over"
  | "confirm-contact"
  | "check"
  | "judge-photo"
  | "judge-purchase"
  | "submit"
  | "countersign"
  | "wait-hold"
  | "wait-holder"
  | "look-twice"
  | "none";
export interface QueuePage {
  view: QueueView;
  rows: QueueRow[];
  /** Maintained or capped counts; `capped` says "or more". */
  counts: Record<QueueView, { n: number; capped: boolean }>;
  /** Keyset cursors, or null at either end. */
  older: string | null;
  newer: string | null;
  filter: { tier: Tier | null; loss: keyof Loss | null; region: string | null };
  regions: string[];
  now: Instant;
}

export type EvidenceLine =
  | { factor: "serial" | "photo"; whole: boolean; boundYear: number | null; at: Instant; fresh: boolean }
  | { factor: "purchase"; boundYear: number | null; at: Instant; fresh: boolean }
  | { factor: "answers"; at: Instant; fresh: boolean; typedByRequester: boolean }
  | { factor: "contact-code"; mask: string; at: Instant; fresh: boolean }
  | { factor: "saved-code" | "vouch"; at: Instant; fresh: boolean };

/** What an agent sees of a ticket: pass or fail and what is needed in words; no points, no stored value. */
export interface TicketView {
  id: string;
  number: number;
  reference: string;
  state: TicketState;
  tier: Tier;
  /** Its tier is one above what was lost; why is said to supervisors. */
  raised: boolean;
  loss: Loss;
  holder: string;
  account: {
    contacts: {
      id: string;
      kind: ContactKind;
      mask: string;
      since: Instant;
      lost: boolean;
      ended: boolean;
      /** Since when messages to it come back, or null. */
      undeliveredAt: Instant | null;
      mayGetCode: boolean;
    }[];
    since: Instant;
    region: string;
    devices: number;
    questionsOnFile: number;
    secondFactor: "none" | "totp" | "sms";
    recoveries90d: number;
    /** Until then its contacts and devices are viewed, not moved; null when they can be. */
    quarantinedUntil: Instant | null;
    frozen: boolean;
    /** By its identity provider. */
    switchedOff?: true;
    erased: boolean;
  };
  agent: { id: string; name: string } | null;
  mine: boolean;
  openedAt: Instant;
  steps: {
    step: "open" | "verify" | "countersign" | "hold" | "reset";
    state: "done" | "now" | "later";
    people?: number;
    hold?: HoldRange;
  }[];
  needsNewContact: boolean;
  newContact: { kind: ContactKind; mask: string; confirmedAt: Instant | null; code: CodeView | null } | null;
  /** Codes sent to surviving contacts, by contact id. */
  codes: Record<string, CodeView>;
  evidence: EvidenceLine[];
  needs: Need[];
  satisfied: boolean;
  approvalsNeeded: number;
  triesLeft: { serial: number; answers: number; savedCode: number };
  /** Whether a saved code could help: some of a set made before this ticket are unused. */
  savedCodesOnFile: boolean;
  vouch: VouchView | null;
  /** The drawn questions in words, null until drawn; `spent` when answers were spoken elsewhere. */
  questions: { texts: { id: string; text: string }[]; until: Instant } | null;
  answersSpent: boolean;
  photos: { id: string; at: Instant; result: MatchResult | "declined" | null; mayJudge: boolean }[];
  purchases: PurchaseView[];
  notes: { at: Instant; byName: string; text: string; removed: boolean }[];
  returned: { at: Instant; reason: string; note: string | null } | null;
  hold: { endsAt: Instant | null; startedAt: Instant | null } | null;
  /** What the directory was asked for where the account lives elsewhere; null while it was not. */
  directory: DirectoryView | null;
  grant: { expiresAt: Instant; generation: number; sentTo: string; renewable: boolean } | null;
  notices: { purpose: NoticePurpose; mask: string; state: DeliveryState }[];
  care: CareView;
  story: StoryLine[];
  may: Record<TicketAct, boolean>;
  /** Until when it is read by break-glass, and the break-glass's id: nothing can be done to it then. */
  glass: { id: string; until: Instant } | null;
  now: Instant;
}
export type TicketAct =
  | "claim"
  | "release"
  | "hand-over"
  | "propose-contact"
  | "confirm-contact"
  | "check-serial"
  | "answers"
  | "send-code"
  | "add-photo"
  | "add-purchase"
  | "check-saved-code"
  | "ask-vouch"
  | "submit"
  | "cancel"
  | "note"
  | "review"
  | "reissue"
  | "stop-hold"
  | "reject"
  | "reveal";
export interface CodeView {
  sentAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  triesLeft: number;
}
/** The type of a line of a story that is no entry: it follows from the time that went by. */
export const approvalLapsed = "approval.lapsed";

/** One line of "What happened": an entry in words, already free of what this reader may not see. */
export interface StoryLine {
  /** Of its entry; a line that only follows from an entry has half a step more. */
  seq: number;
  at: Instant;
  who: string;
  type: string;
  /** Facts for the sentence in words.ts: masks, counts, reasons; never a stored value. */
  facts: Record<string, string | number | boolean | null>;
  denied: boolean;
}

/** The case on one screen, for a supervisor: results, points, what is odd, who did what. */
export interface PacketView {
  id: string;
  number: number;
  tier: Tier;
  state: TicketState;
  round: number;
  holder: string;
  hash: string;
  policy: PolicyRef;
  loss: Loss;
  action: { newPassword: boolean; removeSecondFactor: boolean; replace: string[]; thaw?: true };
  sendTo: { mask: string; kind: ContactKind; confirmedAt: Instant | null; proposedAt: Instant | null } | null;
  oldContacts: { mask: string; kind: ContactKind }[];
  holdMs: number;
  approvals: { byName: string; at: Instant; reason: string; mine: boolean }[];
  approvalsNeeded: number;
  /** Approvals of this packet that lapsed, and were not given anew. */
  lapsed: { byName: string; at: Instant; mine: boolean }[];
  points: number;
  pointsNeeded: number;
  proven: EvidenceLine[];
  /** How many of the drawn questions were answered right, where they count; agents never see it. */
  answersRight: number | null;
  odd: { kind: "near" | "miss" | "late" | "wrong-answers" | "saved-code"; factor: string; at: Instant }[];
  /** Why the tier is one above what was lost. */
  raised: RaiseReason[];
  /** What looked wrong about the account within 90 days, oldest first, and whether a supervisor looked at it. */
  flags: { seq: number; flag: FlagKind; at: Instant; looked: boolean }[];
  /** The questions count here, and the account has answers on file that are among the commonest. */
  weakAnswers: boolean;
  longer: Longer[];
  recoveries90d: number;
  people: { name: string; role: string; acts: string[]; from: Instant; to: Instant }[];
  notices: { purpose: NoticePurpose; mask: string; state: DeliveryState }[];
  submittedAt: Instant;
  openedAt: Instant | null;
  expiresAt: Instant;
  /** Why this supervisor may not decide, in the reason of a refusal, or null. */
  refusal: string | null;
  care: PacketCareView;
  now: Instant;
}
export interface ApprovalRow {
  id: string;
  number: number;
  holder: string;
  loss: Loss;
  tier: Tier;
  approvals: number;
  approvalsNeeded: number;
  /** Approvals of this packet that lapsed, and were not given anew. */
  lapsed: number;
  /** What a first supervisor would make of a disputed ticket; another's word decides. */
  wish: DisputeVerdict | null;
  submittedAt: Instant;
  state: TicketState;
  /** Its agent was pressed. */
  pressed: boolean;
}
/** What waits for supervisors: disputed first, then in review, then running holds that one may stop. */
export interface ApprovalsPage {
  rows: ApprovalRow[];
  /** Keyset cursors, or null at either end. */
  next: string | null;
  previous: string | null;
  now: Instant;
}

/** One line of the trail's table. */
export interface EntryRow {
  seq: number;
  at: Instant;
  type: string;
  actor: string;
  actorName: string | null;
  subject: string | null;
  object: string | null;
  ticketNumber: number | null;
  outcome: "ok" | "denied" | "error";
  reason: string | null;
}
export interface TrailFilter {
  actor: string | null;
  type: string | null;
  ticket: number | null;
  account: string | null;
  outcome: "ok" | "denied" | "error" | null;
  from: string | null;
  to: string | null;
}
export interface TrailPage {
  rows: EntryRow[];
  filter: TrailFilter;
  older: string | null;
  newer: string | null;
  size: number;
  root: string;
  /** The newest published head, or null before the first. */
  published: PublishedView | null;
  /** The members of staff to choose from, by name; none where they are too many for a list. */
  staff: { id: string; name: string }[];
  watch: WatchView;
  now: Instant;
}
/** A published head: how many entries it covers, and when it was signed. */
export interface PublishedView {
  size: number;
  at: Instant;
}
/** An entry in words with its exact bytes. */
export interface EntryView extends EntryRow {
  json: string;
  leaf: string;
  data: Record<string, unknown>;
  /** The first published head that covers it, or null while none does. */
  covered: PublishedView | null;
  /** Its place in the newest published head that covers it; null while none does. */
  proof: ProofView | null;
}

/** One bundle that was asked for. */
export interface ExportView {
  id: string;
  /** `removed`: it was made, and its file is not kept any more. */
  state: "waiting" | "running" | "done" | "failed" | "removed";
  askedAt: Instant;
  actor: string;
  actorName: string | null;
  /** In the exporter's words, from the vault; null when they are gone. */
  reason: string | null;
  kind: BundleKind;
  filter: TrailFilter;
  renderings: Rendering[];
  older: number | null;
  /** Entries gone through, of those its checkpoint counts; 0 before that is known. */
  done: number;
  size: number;
  entries: number | null;
  bytes: number | null;
  manifest: string | null;
  why: string | null;
  /** It was made at a command line, which kept the file. */
  elsewhere: boolean;
  /** Until when its file is there to be taken, or null. */
  keptUntil: Instant | null;
}
export interface ExportsPage {
  rows: ExportView[];
  older: string | null;
  newer: string | null;
}

export interface ImportView {
  id: string;
  state: "waiting" | "checking" | "loading" | "hardening" | "done" | "failed";
  startedAt: Instant;
  /** Bytes read of all files. */
  doneBytes: number;
  totalBytes: number;
  added: Record<"account" | "contact" | "device" | "answer", number>;
  same: number;
  refused: number;
  /** Answers still to be wrapped with argon2id. */
  toHarden: number;
  /** Added answers that are among the commonest. */
  weak: number;
  failure: string | null;
}

/** Who asked for an import, and why. */
export interface ImportAsked {
  by: string;
  reason: string | null;
}

/** What the requester's status page says. */
export interface RequestView {
  reference: string;
  state: TicketState;
  number: number;
  steps: {
    step: "received" | "checked" | "approved" | "waiting" | "link";
    state: "done" | "now" | "later";
    at: Instant | null;
  }[];
  approvals: number;
  holdEndsAt: Instant | null;
  sentTo: string | null;
  /** An objection stopped it, and it did not go on since. */
  stopped: boolean;
  newContactConfirmed: boolean;
  questions: { id: string; text: string }[] | null;
  mayAnswer: boolean;
  /** They would be asked, had the portal a try left. */
  answersLocked: boolean;
  answersDone: boolean;
  mayAddPhoto: boolean;
  mayAddPurchase: boolean;
  /** Photos and proofs of purchase that somebody has yet to look at. */
  waiting: { photos: number; purchases: number };
  mayGiveSavedCode: boolean;
  savedCodeDone: boolean;
  mayAskVouch: boolean;
  vouch: VouchView | null;
  vouchDone: boolean;
  mayCancel: boolean;
  grantExpiresAt: Instant | null;
  grantRenewable: boolean;
  /** The recovery is done; where it did not let them in, another request may follow it. */
  mayAskAgain: boolean;
  /** It was rejected, and somebody else may look at it once. */
  mayAppeal: boolean;
  /** What came of that. */
  appeal: AppealAnswer | "waiting" | null;
  now: Instant;
}
/** A hit of the exact account search: masks and counts. */
export interface AccountHit {
  id: string;
  holder: string;
  contacts: { kind: ContactKind; mask: string }[];
  region: string;
  since: Instant;
  secondFactor: "none" | "totp" | "sms";
  frozen: boolean;
  /** By its identity provider: no ticket of it starts. */
  switchedOff?: true;
  liveTicket: { id: string; number: number } | null;
}
/** What a signed-in holder sees of their account. */
export interface HolderView {
  username: string;
  contacts: { id: string; kind: ContactKind; mask: string; since: Instant }[];
  secondFactor: "none" | "totp" | "sms";
  /** How many devices are on file, and how many questions were answered. */
  devices: number;
  questions: number;
  /** Until then contacts and devices can be looked at, not changed; null when they can. */
  quarantinedUntil: Instant | null;
  /** Requests of the last 90 days, newest first. */
  recent: { ticket: string; number: number; loss: Loss; state: TicketState; openedAt: Instant; mayObject: boolean }[];
  now: Instant;
}

/** How far the desk's own check of its trail is. */
export interface WatchView {
  /** Verified up to this many entries, and when; null before the first step. */
  verified: { size: number; at: Instant } | null;
  /** The last whole round, and the one under way. */
  goneOver: { size: number; at: Instant } | null;
  round: { size: number; beganAt: Instant } | null;
  full: { size: number; at: Instant; valid: boolean } | null;
  /** The first bad thing that is found as things stand. */
  problem: { check: TrailCheck; seq: number | null; sentence: string; at: Instant } | null;
  /** Which process has the check, and when it was last seen. */
  process: string | null;
  seenAt: Instant | null;
  /** How many entries the trail has. */
  size: number;
}

/** What every page warns supervisors, auditors and admins of. */
export type DeskAlarm =
  | { alarm: "late"; place: string; since: Instant }
  | { alarm: "doubt"; seq: number | null; since: Instant }
  | {
      alarm: "glass";
      glass: string;
      number: number;
      asker: string;
      confirmer: string;
      reason: GlassReason;
      since: Instant;
    }
  /** An approval looked wrong to a second supervisor; told to auditors and admins. */
  | { alarm: "looks-wrong"; approval: number; since: Instant };

/** One published head. */
export interface CheckpointRow {
  size: number;
  /** In hex. */
  root: string;
  at: Instant;
  /** The key of the trail that signed it, by name and id; null where none of its keys did. */
  signedBy: string | null;
  words: { witness: string; at: Instant }[];
}
/** A place outside the building: how far it has got with the checkpoints. */
export interface OutsideView {
  name: string;
  size: number;
  takenAt: Instant | null;
  failingSince: Instant | null;
  late: boolean;
  problem: string | null;
}
export interface CheckpointsPage {
  rows: CheckpointRow[];
  /** Keyset cursors, or null at either end. */
  older: string | null;
  newer: string | null;
  places: OutsideView[];
  /** Verifier keys of the trail, the one in use first. */
  keys: string[];
  watch: WatchView;
  now: Instant;
}

/** That an entry is in the tree of a published head, checked before it is shown. */
export interface ProofView {
  size: number;
  at: Instant;
  root: string;
  /** From the leaf's sibling up, in hex. */
  hashes: string[];
  holds: boolean;
}

/** What one member of staff looked at over a span. */
export interface ReaderRow {
  actor: string;
  name: string;
  role: Role;
  active: boolean;
  counts: Record<ReadingKind, number>;
  /** Searches, tickets and photos, and how many of them were outside the member's own tickets. */
  personal: number;
  outside: number;
  all: number;
  /** What the row is compared by: looks outside for agents and supervisors, all looks for the others; and the median of the others of the role who looked at anything. */
  compared: { n: number; median: number; others: number; by: "outside" | "all" };
}
export const readersSpans = { today: 1, "7-days": 7, "30-days": 30 } as const;
export type ReadersSpan = keyof typeof readersSpans;
export interface ReadersPage {
  span: ReadersSpan;
  /** The first and the last day counted, in UTC. */
  from: string;
  to: string;
  rows: ReaderRow[];
  /** What was opened by break-glass in the span: the red lines. */
  glass: GlassLine[];
  members: number;
  /** The place in the order where the next page begins, or null. */
  next: number | null;
  before: number | null;
  /** Of how many entries that were there before the counting began, how many are counted; null once all are. */
  counting: { counted: number; size: number } | null;
  now: Instant;
}
