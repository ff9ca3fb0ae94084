import type { Account } from "./account";
import { selves } from "./case";
import type { Recorded } from "./event";
import { messagesOf } from "./message";
import { type Pressure, seemingTo, wasPressed } from "./pressure";
import { evolveTicket, type Ticket } from "./ticket";
import type { Instant } from "./time";
import type { CaseReading } from "./view-case";

type Left = NonNullable<Pressure["left"]>;

/** A ticket as it goes on looking to who was pressed on it, whoever looks over their shoulder: in review or cancelled, as they left it; to anyone else as it is. */
export function ticketAsLeft(ticket: Ticket, people: readonly string[], now: Instant): Ticket {
  if (!wasPressed(ticket, people)) return ticket;
  const left = seemingTo(ticket, people, now);
  return { ...(left ? seeming(ticket, left) : ticket), pressure: [] };
}

function seeming(ticket: Ticket, left: Left): Ticket {
  const { at, agent, seems } = left;
  const then = { ...before(ticket, at), agent, approvals: [], rejection: null, hold: null };
  if (seems.as === "cancelled") return { ...then, state: "cancelled", endedAt: at };
  const { round, tier, holdMs, approvals } = seems;
  const packet = { hash: "", holdMs, approvals, longer: [], at, openedBy: {} };
  return { ...then, state: "in_review", round, tier, returned: null, packet };
}

/** What was there by then; what a colleague did since is theirs. */
function before(ticket: Ticket, at: Instant): Ticket {
  const { newContact, vouch, packet, returned, grant } = ticket;
  return {
    ...ticket,
    newContact: newContact && newContact.proposedAt <= at ? newContact : null,
    vouch: vouch && vouch.askedAt <= at ? vouch : undefined,
    packet: packet && packet.at <= at ? packet : null,
    returned: returned && returned.at <= at ? returned : null,
    grant: grant && grant.issuedAt <= at ? grant : null,
    evidence: ticket.evidence
      .filter((e) => e.at <= at)
      .map((e) => ((e.voidedAt ?? 0) > at ? { ...e, voidedAt: null } : e)),
    photos: ticket.photos.filter((p) => p.addedAt <= at),
    purchases: ticket.purchases?.filter((p) => p.addedAt <= at),
    notes: ticket.notes.filter((n) => n.at <= at),
  };
}

/** A case as an agent may see it: to who was pressed on it as they left it, to anyone else as it is. */
export function asTheyLeftIt(r: CaseReading): CaseReading {
  if (r.facts.member?.role !== "agent") return r;
  const people = selves(r.facts);
  if (!wasPressed(r.ticket, people)) return r;
  const left = seemingTo(r.ticket, people, r.now);
  if (left) return asLeft(r, left);
  // Given back, it is there for anyone to claim.
  const ticket = ticketAsLeft(r.ticket, people, r.now);
  const free = ticket.agent === null && r.account?.claimed === ticket.id;
  return { ...r, ticket, account: r.account && free ? { ...r.account, claimed: null } : r.account };
}

/** Told again by its entries up to the turn, and where the oldest of them are not at hand, taken back as far as the ticket itself tells. */
function asLeft(r: CaseReading, left: Left): CaseReading {
  const turn = r.entries.findLast((e) => e.type === "ticket.released" && e.data.seems && e.at === left.at);
  const until = r.entries.filter((e) => e.seq < (turn?.seq ?? 0));
  const then = until.reduce(evolveTicket, null) ?? r.ticket;
  const ticket = withOwn({ ...seeming(then, left), pressure: [] }, r, left);
  return {
    ...r,
    ticket,
    account: r.account && accountThen(r.account, r.ticket.id, left.at),
    entries: entriesAsLeft(r, turn),
  };
}

/** What they wrote on it since, and what became of the notices that were sent by then. */
function withOwn(ticket: Ticket, r: CaseReading, left: Left): Ticket {
  const later = new Set(r.entries.filter((e) => e.at > left.at).flatMap((e) => messagesOf(e).map((m) => m.id)));
  const mine = r.ticket.notes.filter((n) => n.at > left.at && n.by === r.facts.actor.id);
  return {
    ...ticket,
    notes: [...ticket.notes, ...mine],
    notices: Object.fromEntries(Object.entries(r.ticket.notices).filter(([message]) => !later.has(message))),
  };
}

/** Of the account, without the tries that were made in this ticket since, the questions that were drawn, and an objection to it. */
function accountThen(account: Account, ticket: string, at: Instant): Account {
  const counts = (one: { ticket: string | null; at: Instant }) => one.at <= at || one.ticket !== ticket;
  const { savedCodes: codes, drawn } = account;
  return {
    ...account,
    disputed: account.disputed.filter((id) => id !== ticket),
    attempts: account.attempts.filter(counts),
    drawn: drawn && drawn.at <= at ? drawn : null,
    ...(codes ? { savedCodes: { ...codes, spent: codes.spent.filter(counts) } } : {}),
  };
}

function entriesAsLeft({ entries, facts }: CaseReading, turn: Recorded | undefined): Recorded[] {
  return entries.flatMap((e) => {
    if (e.seq === turn?.seq) return e.type === "ticket.released" ? [asItSeems(e)] : [];
    const theirs = e.type === "ticket.noted" && e.actor.id === facts.actor.id;
    return e.seq < (turn?.seq ?? 0) || theirs ? [e] : [];
  });
}

function asItSeems(e: Extract<Recorded, { type: "ticket.released" }>): Recorded {
  const { seems } = e.data;
  if (!seems) return e;
  if (seems.as === "cancelled") return { ...e, type: "ticket.cancelled", data: { by: "agent", reason: seems.reason } };
  const { round, tier, holdMs, approvals } = seems;
  return { ...e, type: "ticket.submitted", data: { round, packet: "", tier, holdMs, approvals, longer: [] } };
}

/** Of these agents, those a ticket may be handed to: nobody who was pressed on it, by whichever account of theirs. */
export function notPressed<T extends { id: string; person: string | null }>(
  ticket: Pick<Ticket, "pressure">,
  agents: readonly T[],
  everyone: readonly T[],
): T[] {
  const pressed = everyone.filter((m) => wasPressed(ticket, [m.id]));
  return agents.filter((a) => !pressed.some((p) => p.id === a.id || p.person === a.person));
}
