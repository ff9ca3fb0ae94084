import { type Case, type CaseFacts, contactsNow, type Decide, decision, frozenWord, isFrozen } from "./case";
import { type Event, event } from "./event";
import type { ContactKind } from "./loss";
import { freshEvidence } from "./policy";
import { flagging, knockOuts, raiseReasons, raising } from "./risk";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";
import { isHolding } from "./verify";

interface Proposal {
  contact: string;
  kind: ContactKind;
  /** Salted commitment to the value, which is in the vault. */
  commitment: string;
  /** Id of a contact of the account that has this very value, or null. */
  same: string | null;
}

/** Names the new contact that the recovery will bind; all evidence so far is void. */
export function proposeContact(p: Proposal): Decide {
  return decision("contact.propose", ["agent"], (c, facts, now, refused) => {
    if (c.ticket.state !== "verifying") return refused("not-verifying");
    if (isFrozen(c, facts)) return refused(frozenWord(c, facts));
    if (!isHolding(c.ticket, facts)) return refused("not-your-ticket");
    if (!c.ticket.needsNewContact) return refused("no-new-contact-in-this-ticket");
    if (p.same && contactsNow(c, facts).some((k) => k.id === p.same && k.endedAt === null))
      return refused("contact-already-registered");
    const voided = freshEvidence(c.ticket, facts.rules, now).map((v) => v.id);
    const proposed = event("contact.proposed", { contact: p.contact, kind: p.kind, voided }, { value: p.commitment });
    return [proposed, ...risks(c, facts, now)];
  });
}

/** What is odd about a new contact: in another account's ticket it raises the tier, and supervisors are shown it. */
function risks(c: Case & { ticket: Ticket }, facts: CaseFacts, now: Instant): Event[] {
  const reasons = raiseReasons(c, facts, now);
  const elsewhere = reasons.includes("contact-elsewhere") ? (["contact-elsewhere"] as const) : [];
  return [...raising(c.ticket, reasons), ...flagging(c, [...elsewhere, ...knockOuts(facts)], now)];
}
