import type { DisputeVerdict, EventData, Recorded } from "./event";
import type { Evidence, Ticket, TicketState } from "./ticket";
import { type Instant, lifetime } from "./time";
import { withoutProofs } from "./void-proofs";

/** An objection as its ticket remembers it. */
export interface Dispute {
  /** The contact by whose link it came, or null for a signed-in session. */
  contact: string | null;
  at: Instant;
  /** The objector may prove ownership until then. */
  proveBy: Instant;
  provedAt: Instant | null;
  /** Everyone who had approved the ticket by then, in any round. */
  signers: string[];
  /** The word of the first of two supervisors. */
  wish: VerdictWish | null;
}
/** What a first supervisor would make of it. */
export interface VerdictWish {
  verdict: DisputeVerdict;
  by: string;
  at: Instant;
  reason: string;
}

/** In place of a contact, for an objection out of a signed-in session. */
export const sessionKey = "session";
export const objectorKey = (contact: string | null): string => contact ?? sessionKey;

/** A proof by an objector: it goes beside the ticket's evidence, never to it. */
export const isOwnership = (e: Recorded): boolean =>
  (e.type === "serial.checked" || e.type === "answers.checked" || e.type === "possession.confirmed") &&
  e.data.objector !== undefined;

/** Folds objections, their proofs and what two supervisors make of them into a ticket. */
export function foldDispute(t: Ticket, e: Recorded): Ticket {
  switch (e.type) {
    case "ticket.disputed":
      return e.data.proveBy === undefined ? t : { ...t, dispute: begun(e.data, e.data.proveBy, e.at), reversal: null };
    case "contact.code-sent":
      return timed(t);
    case "serial.checked":
    case "answers.checked":
    case "possession.confirmed":
      return e.data.objector === undefined ? t : withOwnership(timed(t), e, e.data.objector);
    case "objection.proved":
      return { ...t, dispute: { ...disputeOf(t), provedAt: e.at } };
    case "verdict.proposed":
      return withWish(t, { verdict: e.data.verdict, by: byOf(e), at: e.at, reason: e.data.reason });
    case "ticket.resumed":
      return resumed(t, e.at);
    case "objection.dismissed":
      return { ...unproved(t, e.at), state: "completed", endedAt: t.grant?.redeemedAt ?? e.at };
    case "ticket.reversed":
      return { ...t, state: "reversed", endedAt: e.at, hold: null };
    default:
      return t;
  }
}

const begun = (d: EventData["ticket.disputed"], proveBy: Instant, at: Instant): Dispute => ({
  contact: d.contact,
  at,
  proveBy,
  provedAt: null,
  signers: d.signers ?? [],
  wish: null,
});

const byOf = (e: Recorded): string => e.actor.id.replace(/^staff:/, "");

const withWish = (t: Ticket, wish: VerdictWish): Ticket =>
  t.state === "disputed" ? { ...t, dispute: { ...disputeOf(t), wish } } : { ...t, reversal: wish };

/** The objection a disputed ticket stands under; one from before objections were timed began when the ticket was last touched. */
export function disputeOf(t: Ticket): Dispute {
  const { touchedAt } = t;
  return t.dispute ?? begun({ contact: null, how: "link" }, touchedAt + lifetime.proofOfOwnershipMs, touchedAt);
}

/** From the first step of its proof on, an objection from before objections were timed has its time fixed. */
const timed = (t: Ticket): Ticket => (t.state === "disputed" && !t.dispute ? { ...t, dispute: disputeOf(t) } : t);

/** The ticket goes on with a hold of seven days, at the highest tier, and with nothing proven. */
function resumed(t: Ticket, at: Instant): Ticket {
  const next = unproved(withoutProofs(t, at), at);
  const state: TicketState = t.agent === null ? "open" : "verifying";
  return { ...next, state, tier: "T4", packet: null, approvals: [], returned: null };
}

/** The objection is over, and nobody proved it: what was given for it is void, and its contact is not taken at its word again. */
function unproved(t: Ticket, at: Instant): Ticket {
  const key = objectorKey(disputeOf(t).contact);
  const before = (t.unproved ?? []).filter((one) => one !== key);
  const ownership = (t.ownership ?? []).map((v) => ({ ...v, voidedAt: v.voidedAt ?? at }));
  return { ...t, disputedFrom: null, dispute: null, rejection: null, unproved: [...before, key], ownership };
}

type Proof = Extract<Recorded, { type: "serial.checked" | "answers.checked" | "possession.confirmed" }>;

function withOwnership(t: Ticket, e: Proof, objector: string): Ticket {
  const { evidence } = e.data;
  if (evidence === null) return withOdd(t, e);
  const one: Evidence = {
    id: evidence,
    factor: "answers",
    at: e.at,
    channel: "portal",
    device: null,
    whole: false,
    right: null,
    contact: objector,
    voidedAt: null,
  };
  const next = { ...t, ownership: [...(t.ownership ?? []), { ...one, ...givenBy(e) }] };
  return e.type === "possession.confirmed" ? withUsedCode(next, objector, e.at) : next;
}

function givenBy(e: Proof): Partial<Evidence> & Pick<Evidence, "factor"> {
  if (e.type === "serial.checked") return { factor: "serial", device: e.data.device, whole: e.data.whole };
  return e.type === "answers.checked" ? { factor: "answers", right: e.data.right } : { factor: "contact-code" };
}

function withOdd(t: Ticket, e: Proof): Ticket {
  if (e.type === "possession.confirmed") return t;
  const result = e.type === "serial.checked" ? e.data.result : e.data.passed ? "match" : "wrong";
  if (result === "match") return t;
  const factor = e.type === "serial.checked" ? ("serial" as const) : ("answers" as const);
  return { ...t, ownershipOdd: [...(t.ownershipOdd ?? []), { factor, result, at: e.at }] };
}

function withUsedCode(t: Ticket, contact: string, at: Instant): Ticket {
  const code = t.codes[contact];
  return code ? { ...t, codes: { ...t.codes, [contact]: { ...code, usedAt: at } } } : t;
}
