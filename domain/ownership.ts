import { type Case, type CaseFacts, holdFactsOf } from "./case";
import { judge, policies } from "./policy";
import { freshEvidence, type Ticket } from "./ticket";
import type { Instant } from "./time";

/** What this objector gave that still counts. */
export const provenBy = (ticket: Ticket, contact: string | null, now: Instant): Ticket["evidence"] =>
  freshEvidence({ ...ticket, evidence: (ticket.ownership ?? []).filter((v) => v.contact === contact) }, now);

/** Whether this objector proved ownership: by what the ticket's policy asks for at T3, a code to their contact among it. */
export function isOwner(
  c: Case & { ticket: Ticket },
  facts: CaseFacts,
  contact: string | null,
  now: Instant,
): boolean {
  const given = provenBy(c.ticket, contact, now);
  return judge(policies[c.ticket.policy.id], "T3", given, holdFactsOf(c, facts), now).satisfied;
}
