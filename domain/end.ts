import { type Case, type CaseFacts, contactsNow, type Decide, decision, selves } from "./case";
import { event, type MessageRef, type Verdict } from "./event";
import { reviewedStates } from "./may-read";
import { isSetAside, isUnderPressure, seemingTo, wasPressed } from "./pressure";
import { isRenewed } from "./reset";
import { staffIdOf } from "./staff";
import { standInEndsAt } from "./stand-in";
import { requesterTold } from "./tell-requester";
import { isLive, type Ticket, type TicketState } from "./ticket";
import { type Instant, lifetime } from "./time";

/** Ends an open or verifying ticket: its agent or its requester does, with a reason; later states are ended by supervisors only. */
export function cancel(reason: string): Decide {
  return decision("ticket.cancel", ["agent", "requester"], (c, facts, now, refused) => {
    const { ticket } = c;
    if (!isLive(ticket.state)) return refused("ticket-ended");
    if (ticket.state !== "open" && ticket.state !== "verifying") return refused("supervisors-end-it");
    if (facts.actor.role === "requester") {
      return facts.actor.id === `requester:${ticket.id}`
        ? [event("ticket.cancelled", { by: "requester", reason })]
        : refused("not-your-ticket");
    }
    const staff = staffIdOf(facts.actor.id);
    const owner = ticket.agent ?? staffIdOf(ticket.openedBy);
    if (owner !== staff) return refused("not-your-ticket");
    if (isUnderPressure(ticket)) return seemsCancelled(c, { facts, now }, reason, refused);
    return [event("ticket.cancelled", { by: "agent", reason, ...requesterTold(c, now) })];
  });
}

/** Whoever stands beside a pressed agent sees it cancelled, and hears of it as of any other; a supervisor ends it. */
function seemsCancelled(
  c: Case & { ticket: Ticket },
  { facts, now }: { facts: CaseFacts; now: Instant },
  reason: string,
  refused: (reason: string) => Verdict,
): Verdict {
  const { ticket } = c;
  if (isSetAside(ticket) && !wasPressed(ticket, selves(facts))) return refused("routine-check");
  const left = ticket.pressure?.find((p) => p.until === null)?.left;
  if (left) return refused(left.seems.as === "cancelled" ? "ticket-ended" : "supervisors-end-it");
  const by = staffIdOf(facts.actor.id) ?? "";
  return [event("ticket.released", { by, why: "check", seems: { as: "cancelled", reason }, ...requesterTold(c, now) })];
}

/** Saves a note by who holds or opened the ticket, or by a supervisor while it is theirs to decide; its text is in the vault, scanned and redacted before it came here. */
export function note(n: { note: string; removed: number; commitment: string }): Decide {
  return decision("ticket.note", ["agent", "supervisor"], (c, facts, now, refused) => {
    const staff = staffIdOf(facts.actor.id);
    const reviewing = facts.member?.role === "supervisor" && reviewedStates.includes(c.ticket.state);
    const mine = c.ticket.agent === staff || reviewing || staffIdOf(c.ticket.openedBy) === staff;
    if (!mine && !seemingTo(c.ticket, staff ? [staff] : [], now)) return refused("not-your-ticket");
    return [event("ticket.noted", { note: n.note, removed: n.removed }, { text: n.commitment })];
  });
}

export type Overdue = "release" | "remind" | "expire" | "expire-grant" | "end-stand-in";
const idling: readonly TicketState[] = ["open", "verifying", "in_review"];

/** What is due on an idle ticket, the gravest first, or null: the worker asks, then decides under the lock. */
export function overdue(ticket: Ticket, now: Instant): Overdue | null {
  const idleMs = now - ticket.touchedAt;
  if (ticket.state === "reset_sent") return grantSpent(ticket, now) ? "expire-grant" : null;
  if (!idling.includes(ticket.state)) return null;
  if (ticket.standIn) return now >= (standInEndsAt(ticket) ?? ranOut(ticket)) ? "end-stand-in" : null;
  if (idleMs >= lifetime.idleTicketMs) return "expire";
  if (ticket.state === "verifying" && idleMs >= lifetime.idleClaimMs) return "release";
  const reminded = ticket.remindedAt !== null && ticket.remindedAt > ticket.touchedAt;
  return idleMs >= lifetime.reminderMs && isRequestersTurn(ticket) && !reminded ? "remind" : null;
}

const ranOut = ({ touchedAt }: Ticket): Instant => touchedAt + lifetime.idleTicketMs;

/** The checks were begun and stopped, and nothing lies with the desk: not a first agent, not a judge, not a supervisor. By then its idle claim was released. */
function isRequestersTurn(ticket: Ticket): boolean {
  // A reminder would tell who asked in the portal that there is such an account.
  if (ticket.state !== "open" || isSetAside(ticket) || ticket.asked) return false;
  const given = [...ticket.photos, ...(ticket.purchases ?? [])];
  if (given.some((one) => one.result === null)) return false;
  const checks = [...given, ...ticket.evidence, ...ticket.odd, ...Object.keys(ticket.codes)];
  return ticket.newContact !== null || checks.length > 0;
}

function grantSpent(ticket: Ticket, now: Instant): boolean {
  const { grant } = ticket;
  if (!grant || now < grant.expiresAt) return false;
  return isRenewed(grant) || now - grant.firstIssuedAt >= lifetime.grantReissueMs;
}

/** The worker's sweep over one idle ticket: release its claim, remind its requester, or expire it. */
export function sweep(): Decide {
  return decision("ticket.sweep", ["worker"], (c, facts, now, refused) => {
    const due = overdue(c.ticket, now);
    if (!due) return refused("nothing-due");
    if (due === "release")
      return [event("ticket.released", { by: "worker", why: isUnderPressure(c.ticket) ? "check" : "idle" })];
    if (due === "remind") return [event("ticket.reminded", { message: reminderOf(c, facts) })];
    return [event("ticket.expired", { why: expiry[due], ...requesterTold(c, now) })];
  });
}

const expiry = { expire: "idle", "expire-grant": "grant-unused", "end-stand-in": "fits-no-account" } as const;

/** Where the link will go is where the reminder goes: a confirmed new contact, or the registered one that answers. */
function reminderOf(c: Case & { ticket: Ticket }, facts: CaseFacts): MessageRef | null {
  const { ticket } = c;
  const bound = ticket.newContact?.confirmedAt ? ticket.newContact : undefined;
  const to = bound ?? contactsNow(c, facts).find((k) => k.id === ticket.sendTo && k.endedAt === null);
  return to ? { message: `${ticket.id}.reminder.${ticket.touchedAt}.${to.id}`, contact: to.id, kind: to.kind } : null;
}
