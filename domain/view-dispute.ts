import type { DisputeVerdict } from "./event";
import { disputeOf, sessionKey } from "./fold-dispute";
import type { Loss, Tier } from "./loss";
import { freshEvidence } from "./policy";
import { goesOn, isNewToCase, settleDispute, wishFor } from "./settle-dispute";
import type { TicketState } from "./ticket";
import type { Instant, Millis } from "./time";
import type { PacketView } from "./view";
import { type CaseReading, maskOf, nameOf } from "./view-case";
import { refusalOf } from "./view-may";
import { peopleOf } from "./view-people";

/** A disputed ticket, or a recovery that can be undone, before a supervisor. */
export interface DisputeView {
  id: string;
  number: number;
  tier: Tier;
  state: TicketState;
  holder: string;
  loss: Loss;
  openedAt: Instant;
  disputed: boolean;
  /** The account was recovered by it. */
  recovered: boolean;
  newContact: string | null;
  sendTo: string | null;
  objection: {
    /** The mask of the contact that objected; null for a session, or where it was not written down. */
    by: string | null;
    how: "link" | "session";
    at: Instant;
    from: TicketState | null;
    proveBy: Instant;
    provedAt: Instant | null;
    leftMs: Millis;
  } | null;
  /** What the objector gave; a code, a serial, the answers. */
  proofs: { what: "code" | "serial" | "answers"; at: Instant; right: number | null; fresh: boolean }[];
  oddTries: number;
  /** Masks of contacts whose earlier objections were not proved. */
  unproved: string[];
  wish: { byName: string; verdict: DisputeVerdict; reason: string } | null;
  /** What can be made of it, each with why this reader cannot now, or null; and whether it is for people new to the case and this reader is. */
  options: { verdict: DisputeVerdict; refusal: string | null; newToCase: boolean }[];
  people: PacketView["people"];
  hasPacket: boolean;
  now: Instant;
}

/** What a supervisor decides on: the objection, what was proved, how long is left, and what can be made of it. */
export function disputeView(r: CaseReading): DisputeView {
  const { ticket, now } = r;
  const disputed = ticket.state === "disputed";
  const recovered = disputed ? ticket.disputedFrom === "completed" : ticket.grant?.redeemedAt != null;
  const wish = wishFor(ticket);
  return {
    id: ticket.id,
    number: ticket.number,
    tier: ticket.tier,
    state: ticket.state,
    holder: r.holder,
    loss: ticket.loss,
    openedAt: ticket.openedAt,
    disputed,
    recovered,
    newContact: maskOf(r, ticket.newContact?.id ?? null),
    sendTo: maskOf(r, ticket.sendTo),
    objection: objectionOf(r),
    proofs: proofsOf(r),
    oddTries: (ticket.ownershipOdd ?? []).length,
    unproved: (ticket.unproved ?? []).flatMap((id) => (id === sessionKey ? [] : (maskOf(r, id) ?? []))),
    wish: wish && { byName: nameOf(r, wish.by), verdict: wish.verdict, reason: wish.reason },
    options: optionsOf(disputed, recovered).map((verdict) => ({
      verdict,
      refusal: refusalFor(r, verdict),
      newToCase: goesOn(verdict) && isNewToCase(r, r.facts, now),
    })),
    people: peopleOf(r),
    hasPacket: ticket.packet !== null,
    now,
  };
}

function objectionOf(r: CaseReading): DisputeView["objection"] {
  const { ticket, now } = r;
  if (ticket.state !== "disputed") return null;
  const { contact, at, proveBy, provedAt } = disputeOf(ticket);
  return {
    by: maskOf(r, contact),
    how: ticket.dispute && contact === null ? "session" : "link",
    at,
    from: ticket.disputedFrom,
    proveBy,
    provedAt,
    leftMs: Math.max(0, proveBy - now),
  };
}

function proofsOf({ ticket, facts, now }: CaseReading): DisputeView["proofs"] {
  const given = ticket.ownership ?? [];
  const fresh = new Set(freshEvidence({ evidence: given }, facts.rules, now));
  return given.map((v) => ({
    what: v.factor === "serial" ? "serial" : v.factor === "answers" ? "answers" : "code",
    at: v.at,
    right: v.right,
    fresh: fresh.has(v),
  }));
}

function optionsOf(disputed: boolean, recovered: boolean): DisputeVerdict[] {
  if (!disputed) return ["reverse"];
  return recovered ? ["reverse", "dismiss"] : ["reject", "resume"];
}

/** The note and the fresh second factor come with the form. */
function refusalFor(r: CaseReading, verdict: DisputeVerdict): string | null {
  const refusal = refusalOf(settleDispute(verdict, { reason: "other", note: "", stepUp: "" }), r, r.facts, r.now);
  return refusal === "step-up-needed" ? null : refusal;
}
