import { contactsToTell } from "./account";
import { type Case, type CaseFacts, contactsNow } from "./case";
import { type Event, event, type Verdict } from "./event";
import { objectorKey } from "./fold-dispute";
import type { Contact } from "./loss";
import { noticesTo } from "./notify";
import { isOwner, provenBy } from "./ownership";
import type { Policy } from "./policy";
import { isLive, type Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";
import { isWithheld } from "./withhold-notices";

type Open = Case & { ticket: Ticket };

/** Why an objection by this contact (null: by a signed-in session) stops nothing now, or null. */
export function objectionRefusal(c: Open, facts: CaseFacts, contact: string | null, now: Instant): string | null {
  const { ticket } = c;
  if (!mayObject(c, facts, contact)) return "not-the-holder";
  if (ticket.state === "disputed") return "already-disputed";
  if (!isLive(ticket.state) && !isRecent(ticket, now)) return "too-late-to-object";
  return needsProof(ticket, contact) && !isOwner(c, facts, contact, now) ? "proof-needed" : null;
}

/** An old contact of the account by its link, or a signed-in session; the contact this ticket binds is no old one. */
export function mayObject(c: Open, facts: CaseFacts, contact: string | null): boolean {
  if (contact === null) return facts.actor.id === `holder:${c.ticket.account}`;
  return oldContact(c, facts, contact) !== null;
}

/** The contact of the account with this id that is not the one this ticket binds, in force or not. */
export const oldContact = (c: Open, facts: CaseFacts, id: string): Contact | null =>
  id === c.ticket.newContact?.id ? null : (contactsNow(c, facts).find((k) => k.id === id) ?? null);

/** An earlier objection of this contact to this ticket was not proved: it is not taken at its word again. */
export const needsProof = (ticket: Ticket, contact: string | null): boolean =>
  (ticket.unproved ?? []).includes(objectorKey(contact));

/** A recovery may be objected to, and undone, for thirty days. */
export const isRecent = (ticket: Ticket, now: Instant): boolean =>
  ticket.state === "completed" && ticket.endedAt !== null && now - ticket.endedAt < lifetime.objectionMs;

/** What an objection brings about: the dispute, a dead link or a frozen account, and news of it to every old contact. */
export function objected(c: Open, facts: CaseFacts, contact: string | null, now: Instant): Verdict {
  const { ticket } = c;
  const data = {
    contact,
    how: contact === null ? ("session" as const) : ("link" as const),
    proveBy: now + lifetime.proofOfOwnershipMs,
    signers: [...new Set(facts.signers ?? ticket.approvals.map((a) => a.by))].sort(),
  };
  const proved = needsProof(ticket, contact) ? [provedBy(ticket, contact, facts.rules, now)] : [];
  return [event("ticket.disputed", data), ...proved, ...consequences(ticket), ...told(c, facts, contact, now)];
}

/** The proof of ownership, by the evidence that its contact gave. */
export function provedBy(ticket: Ticket, contact: string | null, rules: Policy, now: Instant): Event {
  const evidence = provenBy(ticket, contact, rules, now).map((v) => v.id);
  return event("objection.proved", { contact, how: "evidence", evidence });
}

function consequences(ticket: Ticket): Event[] {
  if (ticket.state === "completed") return [event("account.frozen", { why: "objection" })];
  const usable = ticket.grant && ticket.grant.redeemedAt === null && ticket.grant.revokedAt === null;
  return usable && ticket.grant ? [event("grant.revoked", { grant: ticket.grant.id, why: "objection" })] : [];
}

/** Whoever could have objected is told that someone did, and how to prove ownership; a contact that this is kept from only where it objected itself. */
function told(c: Open, facts: CaseFacts, contact: string | null, now: Instant): Event[] {
  const reached = contactsToTell(contactsNow(c, facts), now).filter(
    (k) => k.id !== c.ticket.newContact?.id && (k.id === contact || !isWithheld(c, facts.rules, k.id, now)),
  );
  return noticesTo(reached, c, c.ticket.id, "disputed");
}
