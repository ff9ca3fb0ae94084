import { type Appeal, foldAppeal } from "./appeal";
import type { Asked } from "./ask";
import { type Caller, foldCaller } from "./caller";
import { type DeliveryNews, type DeliveryState, movedOn } from "./delivery";
import { type DirectoryJob, foldTicketJob } from "./directory-job";
import {
  type Channel,
  type EventData,
  type FactorKind,
  isLook,
  type Longer,
  type MatchResult,
  type NoticePurpose,
  type PolicyRef,
  type RaiseReason,
  type Recorded,
} from "./event";
import { type Dispute, foldDispute, isOwnership, type VerdictWish } from "./fold-dispute";
import { foldGlass, type Glass } from "./fold-glass";
import type { Language } from "./language";
import type { Action, ContactKind, Loss, Tier } from "./loss";
import { foldPressure, type Pressure } from "./pressure";
import { foldPurchases, type Purchase } from "./purchases";
import { foldSamples, type Sample } from "./sample";
import { type Instant, lifetime, type Millis } from "./time";
import { withoutProofs } from "./void-proofs";
import { foldVouch, type VouchAsked } from "./vouch-asked";
import { foldWithheld, type Withholding } from "./withhold";

export const ticketStates = [
  "open",
  "verifying",
  "in_review",
  "on_hold",
  "reset_sent",
  "completed",
  "rejected",
  "cancelled",
  "expired",
  "disputed",
  "reversed",
] as const;
export type TicketState = (typeof ticketStates)[number];
export const endedStates: readonly TicketState[] = ["completed", "rejected", "cancelled", "expired", "reversed"];
export const isLive = (state: TicketState): boolean => !endedStates.includes(state);

/** One result of a factor that counts, until it expires or is voided. */
export interface Evidence {
  id: string;
  factor: FactorKind;
  at: Instant;
  channel: Channel;
  /** The device it proves, for serial and photo. */
  device: string | null;
  /** The whole recorded label was equal. */
  whole: boolean;
  /** Security answers right, of those asked. */
  right: number | null;
  /** The registered contact whose code was typed back. */
  contact: string | null;
  voidedAt: Instant | null;
}
/** A code on its way to a contact; the code itself is derived from id and generation (model.md, "Secrets without storing them"). */
export interface CodeSent {
  generation: number;
  expiresAt: Instant;
  sentAt: Instant;
  tries: number;
  usedAt: Instant | null;
  /** What whoever gets it reads; absent until they asked for one on a page. */
  language?: Language;
}
export interface NewContact {
  id: string;
  kind: ContactKind;
  proposedAt: Instant;
  confirmedAt: Instant | null;
  commitment: string | null;
}
export interface Approval {
  by: string;
  at: Instant;
  packet: string;
  reason: string;
}
export interface Photo {
  id: string;
  upload: string;
  addedAt: Instant;
  addedBy: string;
  judgedAt: Instant | null;
  /** Staff id of the second person who judged or declined it. */
  judgedBy: string | null;
  result: MatchResult | "declined" | null;
}
export interface Grant {
  id: string;
  generation: number;
  contact: string;
  issuedAt: Instant;
  /** When the first link of this grant went out; a re-issue must fall within 7 days of it. */
  firstIssuedAt: Instant;
  expiresAt: Instant;
  redeemedAt: Instant | null;
  revokedAt: Instant | null;
}
/** A failed or odd check, for the packet's "what is odd". */
export interface OddCheck {
  factor: FactorKind;
  result: MatchResult | "wrong" | "late";
  at: Instant;
}

export interface Ticket {
  id: string;
  account: string;
  number: number;
  reference: string;
  state: TicketState;
  /** The state a dispute interrupted. */
  disputedFrom: TicketState | null;
  openedAt: Instant;
  openedBy: string;
  loss: Loss;
  tier: Tier;
  /** Why its tier is one above what was lost; absent while it is not. */
  raised?: RaiseReason[];
  action: Action;
  needsNewContact: boolean;
  sendTo: string | null;
  policy: PolicyRef;
  follows: string | null;
  /** Staff id of the agent who holds it, or null. */
  agent: string | null;
  claimedAt: Instant | null;
  /** The last act on it by a person: idle times count from here. */
  touchedAt: Instant;
  remindedAt: Instant | null;
  newContact: NewContact | null;
  /** The newest code to each contact, by contact id. */
  codes: Record<string, CodeSent>;
  evidence: Evidence[];
  photos: Photo[];
  /** Absent until there is one. */
  purchases?: Purchase[];
  odd: OddCheck[];
  notes: { id: string; at: Instant; by: string }[];
  round: number;
  /** The packet under review, frozen at submission. */
  packet: {
    hash: string;
    holdMs: Millis;
    approvals: number;
    longer: Longer[];
    at: Instant;
    openedBy: Record<string, Instant>;
  } | null;
  approvals: Approval[];
  /** Ids of the step-ups its approvals used: each carries one approval. */
  spentStepUps: string[];
  returned: { at: Instant; reason: string } | null;
  /** A first supervisor's wish to reject a disputed ticket. */
  rejection: { by: string; at: Instant; reason: string } | null;
  hold: { ms: Millis; begunAt: Instant; startedAt: Instant | null; endsAt: Instant | null } | null;
  /** Notices by message id. */
  notices: Record<string, { purpose: NoticePurpose; contact: string; state: DeliveryState }>;
  grant: Grant | null;
  endedAt: Instant | null;
  /** The newest objection, until it was found not to be proved. */
  dispute?: Dispute | null;
  /** What objectors gave to prove that the account is theirs; `contact` is the one by whose link each came. */
  ownership?: Evidence[];
  /** Odd checks of theirs. */
  ownershipOdd?: OddCheck[];
  /** Contacts whose objection nobody proved in time: another one of theirs takes the proof first. */
  unproved?: string[];
  /** A first supervisor's wish to undo this recovery, where nobody objected to it. */
  reversal?: VerdictWish | null;
  /** Who is on the line; absent until the requester came in by the portal. */
  caller?: Caller;
  /** Agents who were pressed while they held it. */
  pressure?: Pressure[];
  /** Contacts that its notices are kept from. */
  withheld?: Withholding[];
  /** Who may read it by break-glass, or asks to; absent until somebody asks. */
  glass?: Glass;
  /** The newest number for a linked person to type; absent until one was asked for. */
  vouch?: VouchAsked;
  /** Its approvals that were drawn for a second look; absent while none was. */
  samples?: Sample[];
  /** What a directory elsewhere was asked for by its link; absent until the link was used there. */
  directory?: DirectoryJob;
  /** Its requester asked for it in the portal; absent where an agent opened it. */
  asked?: Asked;
  /** Its requester asked for another look at its rejection. */
  appeal?: Appeal;
  /** It fits no account. */
  standIn?: true;
}

/** Folds one entry of a case into its ticket; entries about the account alone leave it as it is, and nothing opens it anew. */
export function evolveTicket(ticket: Ticket | null, e: Recorded): Ticket | null {
  if (e.type === "ticket.opened") return ticket ?? opened(e.data, e);
  if (!ticket || e.object !== ticket.id) return ticket;
  const next = foldTicketJob(foldGlass(fold(ticket, e), e), e);
  return touches(e) ? { ...next, touchedAt: e.at } : next;
}

/** Acts of people keep a ticket from going idle, and so does its return to review; the worker's own steps, views and refusals do not. */
function touches(e: Recorded): boolean {
  if (e.type === "hold.stopped") return true;
  if (e.type === "hold.started") return false;
  if (e.type === "refused" || e.type === "packet.opened" || isLook(e.type) || e.type.startsWith("glass.")) return false;
  if (e.type === "review.sampled-judged" || e.type.startsWith("message.")) return false;
  return e.actor.role !== "worker";
}

function opened(d: EventData["ticket.opened"], e: Recorded): Ticket {
  return {
    id: e.object ?? "",
    account: e.subject ?? "",
    number: d.number,
    reference: d.reference,
    state: "open",
    disputedFrom: null,
    openedAt: e.at,
    openedBy: e.actor.id,
    loss: d.loss,
    tier: d.tier,
    action: d.action,
    needsNewContact: d.needsNewContact,
    sendTo: d.sendTo,
    policy: d.policy,
    follows: d.follows,
    agent: null,
    claimedAt: null,
    touchedAt: e.at,
    remindedAt: null,
    newContact: null,
    codes: {},
    evidence: [],
    photos: [],
    odd: [],
    notes: [],
    round: 0,
    packet: null,
    approvals: [],
    spentStepUps: [],
    returned: null,
    rejection: null,
    hold: null,
    notices: {},
    grant: null,
    endedAt: null,
    ...(d.asked ? { asked: d.asked } : {}),
    ...(d.standIn ? { standIn: d.standIn } : {}),
  };
}

function fold(t: Ticket, e: Recorded): Ticket {
  if (isOwnership(e)) return foldDispute(t, e);
  const proofs = foldPurchases(foldChecks(foldReview(foldAfter(foldCare(t, e), e), e), e), e);
  return foldAppeal(foldDispute(foldSamples(foldVouch(foldWork(proofs, e), e), e), e), e);
}

/** Who is on the line, who was pressed, and who is in danger. */
const foldCare = (t: Ticket, e: Recorded): Ticket => foldWithheld(foldPressure(foldCaller(t, e), e), e);

/** Claiming, notes, endings. */
function foldWork(t: Ticket, e: Recorded): Ticket {
  switch (e.type) {
    case "ticket.claimed":
      return { ...t, state: "verifying", agent: e.data.by, claimedAt: e.at };
    case "ticket.released":
      return { ...t, state: "open", agent: null, claimedAt: null };
    case "ticket.handed-over":
      return { ...t, state: t.state === "open" ? "verifying" : t.state, agent: e.data.to, claimedAt: e.at };
    case "ticket.noted":
      return { ...t, notes: [...t.notes, { id: e.data.note, at: e.at, by: e.actor.id }] };
    case "tier.raised":
      return { ...t, tier: e.data.to, raised: [...(t.raised ?? []), ...e.data.why] };
    case "ticket.reminded":
      return { ...t, remindedAt: e.at };
    case "ticket.cancelled":
      return ended(t, "cancelled", e.at);
    case "ticket.expired":
      return ended(t, "expired", e.at);
    default:
      return t;
  }
}

/** Contacts, codes and evidence. */
function foldChecks(t: Ticket, e: Recorded): Ticket {
  switch (e.type) {
    case "contact.proposed":
      return { ...withoutProofs(t, e.at), newContact: proposed(e.data, e) };
    case "contact.code-sent":
      return withCode(t, e.data.contact, {
        generation: e.data.generation,
        expiresAt: e.data.expiresAt,
        sentAt: e.at,
        tries: 0,
        usedAt: null,
        ...(e.data.language ? { language: e.data.language } : {}),
      });
    case "contact.code-refused":
      return withCode(t, e.data.contact, { tries: e.data.tries });
    case "contact.confirmed":
      return withCode(
        { ...t, newContact: t.newContact && { ...t.newContact, confirmedAt: t.newContact.confirmedAt ?? e.at } },
        e.data.contact,
        { usedAt: e.at },
      );
    case "portal.entered":
      return withCode(t, e.data.contact, { usedAt: e.at });
    case "serial.checked":
      return e.data.evidence
        ? withEvidence(t, e, { id: e.data.evidence, factor: "serial", device: e.data.device, whole: e.data.whole })
        : withOdd(t, "serial", e.data.result, e.at);
    case "answers.checked":
      return e.data.evidence
        ? withEvidence(t, e, {
            id: e.data.evidence,
            factor: "answers",
            right: e.data.right,
            channel: e.data.spoken ? "desk" : "portal",
          })
        : withOdd(t, "answers", e.data.passed ? "match" : "wrong", e.at);
    case "possession.confirmed":
      return withEvidence(withCode(t, e.data.contact, { usedAt: e.at }), e, {
        id: e.data.evidence,
        factor: "contact-code",
        contact: e.data.contact,
      });
    case "saved-code.checked":
      return e.data.evidence
        ? withEvidence(t, e, { id: e.data.evidence, factor: "saved-code" })
        : withOdd(t, "saved-code", e.data.result, e.at);
    case "vouch.given":
      return withEvidence(t, e, { id: e.data.evidence, factor: "vouch", channel: "portal" });
    case "photo.added":
      return {
        ...t,
        photos: [
          ...t.photos,
          {
            id: e.data.photo,
            upload: e.data.upload,
            addedAt: e.at,
            addedBy: e.actor.id,
            judgedAt: null,
            judgedBy: null,
            result: null,
          },
        ],
      };
    case "photo.judged":
      return judged(t, e.data, e);
    case "photo.declined":
      return {
        ...t,
        photos: t.photos.map((p) =>
          p.id === e.data.photo ? { ...p, judgedAt: e.at, judgedBy: e.data.by, result: "declined" } : p,
        ),
      };
    default:
      return t;
  }
}

/** Submission, the packet, approvals and their undoing. */
function foldReview(t: Ticket, e: Recorded): Ticket {
  switch (e.type) {
    case "ticket.submitted":
      return {
        ...t,
        state: "in_review",
        round: e.data.round,
        tier: e.data.tier,
        approvals: [],
        returned: null,
        packet: {
          hash: e.data.packet,
          holdMs: e.data.holdMs,
          approvals: e.data.approvals,
          longer: e.data.longer,
          at: e.at,
          openedBy: {},
        },
      };
    case "packet.opened":
      return t.packet && t.packet.hash === e.data.packet
        ? { ...t, packet: { ...t.packet, openedBy: { ...t.packet.openedBy, [e.data.by]: e.at } } }
        : t;
    case "ticket.approved":
      return {
        ...t,
        approvals: [...t.approvals, { by: e.data.by, at: e.at, packet: e.data.packet, reason: e.data.reason }],
        spentStepUps: [...t.spentStepUps, e.data.stepUp],
      };
    case "ticket.returned":
      return { ...t, state: "verifying", approvals: [], packet: null, returned: { at: e.at, reason: e.data.reason } };
    case "ticket.rejected":
      return ended(t, "rejected", e.at);
    case "rejection.proposed":
      return { ...t, rejection: { by: e.data.by, at: e.at, reason: e.data.reason } };
    case "hold.begun":
      return {
        ...t,
        state: "on_hold",
        approvals: t.approvals.filter((a) => e.at - a.at < lifetime.approvalMs),
        hold: { ms: e.data.holdMs, begunAt: e.at, startedAt: null, endsAt: null },
      };
    // A hold that is lengthened still counts from its start.
    case "hold.started":
      return t.hold ? { ...t, hold: { ...t.hold, startedAt: t.hold.startedAt ?? e.at, endsAt: e.data.endsAt } } : t;
    case "hold.stopped":
      return { ...t, state: "in_review", approvals: [], hold: null };
    default:
      return t;
  }
}

/** Notices, grants, the reset and the objection. */
function foldAfter(t: Ticket, e: Recorded): Ticket {
  switch (e.type) {
    case "holder.notified": {
      const added = e.data.messages.map((m) => [
        m.message,
        { purpose: e.data.purpose, contact: m.contact, state: "waiting" as const },
      ]);
      return { ...t, notices: { ...t.notices, ...Object.fromEntries(added) } };
    }
    case "message.accepted":
      return withNotice(t, e.data.message, "accepted");
    case "message.failed":
      return withNotice(t, e.data.message, "failed");
    case "message.delivered":
      return withNotice(t, e.data.message, "delivered");
    case "message.bounced":
      return withNotice(t, e.data.message, "bounced");
    case "message.retried":
      return withNotice(t, e.data.message, "retried");
    case "grant.issued":
      return {
        ...t,
        state: "reset_sent",
        grant: {
          id: e.data.grant,
          generation: e.data.generation,
          contact: e.data.contact,
          issuedAt: e.at,
          // After a revoked one this is another grant, whose link counts on so that the dead one stays dead.
          firstIssuedAt: t.grant && t.grant.revokedAt === null ? t.grant.firstIssuedAt : e.at,
          expiresAt: e.data.expiresAt,
          redeemedAt: null,
          revokedAt: null,
        },
      };
    case "grant.revoked":
      return t.grant ? { ...t, grant: { ...t.grant, revokedAt: e.at } } : t;
    case "grant.redeemed":
      return ended({ ...t, grant: t.grant && { ...t.grant, redeemedAt: e.at } }, "completed", e.at);
    case "ticket.disputed":
      return { ...t, state: "disputed", disputedFrom: t.state, approvals: [], hold: null, endedAt: null };
    default:
      return t;
  }
}

function ended(t: Ticket, state: TicketState, at: Instant): Ticket {
  return { ...t, state, endedAt: at, hold: null };
}

function withCode(t: Ticket, contact: string, change: Partial<CodeSent>): Ticket {
  const before = t.codes[contact] ?? { generation: 0, expiresAt: 0, sentAt: 0, tries: 0, usedAt: null };
  return { ...t, codes: { ...t.codes, [contact]: { ...before, ...change } } };
}

/** The ticket with one more proof of whoever this entry is of. */
export function withEvidence(
  t: Ticket,
  e: Recorded,
  given: Partial<Evidence> & Pick<Evidence, "id" | "factor">,
): Ticket {
  const channel: Channel = e.actor.role === "requester" ? "portal" : "desk";
  const one: Evidence = {
    at: e.at,
    channel,
    device: null,
    whole: false,
    right: null,
    contact: null,
    voidedAt: null,
    ...given,
  };
  return { ...t, evidence: [...t.evidence, one] };
}

/** A match that came too late to count is nothing odd. */
export function withOdd(t: Ticket, factor: FactorKind, result: OddCheck["result"], at: Instant): Ticket {
  if (result === "match") return t;
  return { ...t, odd: [...t.odd, { factor, result, at }] };
}

function proposed(d: EventData["contact.proposed"], e: Recorded): NewContact {
  const { contact: id, kind } = d;
  return { id, kind, proposedAt: e.at, confirmedAt: null, commitment: e.pii?.value ?? null };
}

function withNotice(t: Ticket, message: string, news: DeliveryNews): Ticket {
  const notice = t.notices[message];
  if (!notice) return t;
  return { ...t, notices: { ...t.notices, [message]: { ...notice, state: movedOn(notice.state, news) } } };
}

function judged(t: Ticket, d: EventData["photo.judged"], e: Recorded): Ticket {
  const photos = t.photos.map((p) =>
    p.id === d.photo ? { ...p, judgedAt: e.at, judgedBy: d.by, result: d.result } : p,
  );
  const next = { ...t, photos };
  return d.evidence
    ? withEvidence(next, e, { id: d.evidence, factor: "photo", device: d.device })
    : withOdd(next, "photo", d.result, e.at);
}
