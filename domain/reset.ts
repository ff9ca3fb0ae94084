import type { Account } from "./account";
import { type Case, type CaseFacts, contactsNow, type Decide, decision, isActive, isFrozen, isOutdated } from "./case";
import { destinationOf } from "./check-code";
import { isAtWork } from "./directory-job";
import { type Event, event } from "./event";
import { holdAfter } from "./hold-after";
import { notices } from "./notify";
import { objected, objectionRefusal } from "./objection";
import { judgementOf, packetUnderReview } from "./packet";
import { knockOuts, raiseReasons, raising } from "./risk";
import { safetyOf } from "./safety";
import { authenticatorOf } from "./second-factor";
import { isStoppedSince } from "./stop-account";
import type { Grant, Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";

type Open = Case & { ticket: Ticket };

/** Records what became of a message; a hold starts to run once every notice of the approval was accepted, or failed for good. */
export function settleMessage(m: { message: string; failure: string | null }): Decide {
  return decision("message.settle", ["worker"], (c, facts, now) => {
    const settled =
      m.failure === null
        ? event("message.accepted", { message: m.message })
        : event("message.failed", { message: m.message, why: m.failure });
    const is = m.failure === null ? ("accepted" as const) : ("failed" as const);
    return [settled, ...holdAfter(c, { message: m.message, is }, facts, now)];
  });
}

/** At a hold's end the worker judges everything again, and sends the link, waits longer, or gives the ticket back to review. */
export function endHold(grant: string): Decide {
  return decision("hold.end", ["worker"], (c, facts, now, refused) => {
    const { ticket } = c;
    if (ticket.state !== "on_hold" || !ticket.hold) return refused("not-on-hold");
    if (facts.clockJump) return refused("clock-jump");
    if (ticket.hold.endsAt === null || now < ticket.hold.endsAt) return refused("hold-running");
    const why = reviewAgain(c, facts, now);
    if (why) return [event("hold.stopped", { why, by: "worker" })];
    const raised = raising(ticket, raiseReasons(c, facts, now));
    if (raised.length > 0) return [event("hold.stopped", { why: "tier-raised", by: "worker" }), ...raised];
    const longer = longerHold(c, facts, now);
    if (longer) return [longer];
    return [issue(c, facts, grant, now), ...notices(c, facts, now, ticket.id, "reset")];
  });
}

/** Why the approvals no longer carry: a worse verdict, another packet, an approver who is no active supervisor, a freeze. */
function reviewAgain(c: Open, facts: CaseFacts, now: Instant): string | null {
  if (isFrozen(c, facts)) return "account-frozen";
  if (isOutdated(c, facts)) return "contacts-changed";
  if (knockOuts(facts).length > 0) return "not-at-this-desk";
  if (packetUnderReview(c, facts)?.hash !== c.ticket.packet?.hash) return "packet-changed";
  if (!judgementOf(c, facts, now, c.ticket.packet?.at).satisfied) return "policy-not-met";
  if (c.ticket.approvals.some((a) => !isActive(facts.members[a.by], "supervisor"))) return "approver-no-supervisor";
  return destinationOf(c.ticket) ? null : "no-new-contact";
}

function longerHold(c: Open, facts: CaseFacts, now: Instant): Event | null {
  const neededMs = judgementOf(c, facts, now, c.ticket.packet?.at).holdMs;
  const endsAt = (c.ticket.hold?.startedAt ?? now) + neededMs;
  return endsAt > now ? event("hold.started", { endsAt, lengthened: true }) : null;
}

function issue(c: Open, facts: CaseFacts, grant: string, now: Instant): Event {
  const contact = destinationOf(c.ticket) ?? "";
  const generation = (c.ticket.grant?.generation ?? 0) + 1;
  const kind =
    c.ticket.newContact?.id === contact
      ? c.ticket.newContact.kind
      : (contactsNow(c, facts).find((k) => k.id === contact)?.kind ?? "email");
  const message = `${c.ticket.id}.grant.${generation}.${contact}`;
  return event("grant.issued", { grant, generation, contact, kind, message, expiresAt: now + lifetime.grantMs });
}

/** Issues an expired, unused grant once more to the same contact within 7 days of the first; the old link is dead. */
export function reissueGrant(): Decide {
  return decision("grant.reissue", ["agent", "requester"], (c, facts, now, refused) => {
    const { grant } = c.ticket;
    if (c.ticket.state !== "reset_sent" || !grant) return refused("no-grant");
    if (facts.actor.role === "requester" && facts.actor.id !== `requester:${c.ticket.id}`)
      return refused("not-your-ticket");
    if (facts.actor.role === "agent" && !isAgents(c.ticket, facts)) return refused("not-your-ticket");
    if (isFrozen(c, facts)) return refused("account-frozen");
    if (isOutdated(c, facts)) return refused("contacts-changed");
    if (inDangerSince(c, grant.firstIssuedAt) || isStoppedSince(c.account, grant.firstIssuedAt))
      return refused("grant-not-renewable");
    if (knockOuts(facts).length > 0) return refused("grant-not-renewable");
    if (isAtWork(c.ticket.directory)) return refused("grant-taken");
    if (now < grant.expiresAt) return refused("grant-still-good");
    if (isRenewed(grant) || now - grant.firstIssuedAt >= lifetime.grantReissueMs) return refused("grant-not-renewable");
    return [issue(c, facts, grant.id, now)];
  });
}

/** A grant whose first link was followed by another. */
export const isRenewed = (grant: Grant): boolean => grant.issuedAt > grant.firstIssuedAt;

/** The agent who holds the ticket, or who opened it. */
const isAgents = (ticket: Ticket, facts: CaseFacts): boolean =>
  [ticket.agent === null ? null : `staff:${ticket.agent}`, ticket.openedBy].includes(facts.actor.id);

/** Why a grant of this generation cannot be redeemed now, or null: the page that shows the form asks the same question. */
export function grantRefusal(
  c: Case,
  facts: Pick<CaseFacts, "record">,
  grant: { id: string; generation: number },
  now: Instant,
): string | null {
  const held = c.ticket?.grant;
  if (!c.ticket || !held || held.id !== grant.id || held.generation !== grant.generation) return "grant-superseded";
  if (held.redeemedAt !== null) return "grant-used";
  if (held.revokedAt !== null || c.ticket.state !== "reset_sent") return "grant-revoked";
  const atWork = isAtWork(c.ticket.directory);
  if (!atWork && now >= held.expiresAt) return "grant-expired";
  if (isFrozen(c, facts)) return "account-frozen";
  if (inDangerSince(c, held.issuedAt) || isStoppedSince(c.account, held.issuedAt)) return "grant-revoked";
  return atWork ? "grant-taken" : null;
}

/** A safety flag that was set after a link went out stops it: what was proven for it is not enough any more. */
const inDangerSince = (c: Case, at: Instant): boolean => {
  const safety = safetyOf(c.account);
  return safety !== null && safety.at > at;
};

/** Redeems a grant: the one moment an account changes. Single use; of many at once the first right one wins. */
export function redeem(grant: { id: string; generation: number }): Decide {
  return decision("grant.redeem", ["anyone"], (c, facts, now, refused) => {
    const no = redeemRefusal(c, facts, grant, now);
    return no ? refused(no) : recovery(c, facts, grant, now);
  });
}

/** Why a grant cannot be redeemed now, or null: what its page asks, and what is asked under the lock beside it. */
export function redeemRefusal(
  c: Open,
  facts: CaseFacts,
  grant: { id: string; generation: number },
  now: Instant,
): string | null {
  const no = grantRefusal(c, facts, grant, now) ?? (isOutdated(c, facts) ? "grant-superseded" : null);
  return no ?? (knockOuts(facts).length > 0 ? "grant-revoked" : null);
}

/** What a redeemed grant brings about: the account is changed, its ticket ends, and every old contact is told. */
export function recovery(
  c: Open,
  facts: CaseFacts,
  grant: { id: string; generation: number },
  now: Instant,
): readonly [Event, ...Event[]] {
  const { ticket } = c;
  const added =
    ticket.needsNewContact && ticket.newContact ? { id: ticket.newContact.id, kind: ticket.newContact.kind } : null;
  const redeemed = event("grant.redeemed", { grant: grant.id, generation: grant.generation });
  const recovered = event("account.recovered", { action: ticket.action, added });
  const thawed = ticket.action.thaw ? [event("account.thawed", {})] : [];
  return [
    redeemed,
    recovered,
    ...factorGone(c.account, ticket),
    ...thawed,
    ...notices(c, facts, now, ticket.id, "completed"),
  ];
}

/**
 * An authenticator ends where the recovery takes the second factor off, and where it was turned on after the ticket was opened:
 * whoever the desk found to be the holder has never seen it.
 */
function factorGone(account: Account | null, { action, openedAt }: Ticket): Event[] {
  const own = authenticatorOf(account);
  const goes = own !== null && (action.removeSecondFactor || own.at >= openedAt);
  return goes ? [event("factor.removed", { factor: own.id, why: "recovery" })] : [];
}

/** An old contact says that this was not them: immediate, even against a worker about to run. */
export function object(contact: string | null): Decide {
  return decision("ticket.object", ["anyone", "holder"], (c, facts, now, refused) => {
    const no = objectionRefusal(c, facts, contact, now);
    return no ? refused(no) : objected(c, facts, contact, now);
  });
}
