import { type Case, type CaseFacts, holdFactsOf } from "./case";
import { freshEvidence, judge, type Policy } from "./policy";
import { rulesFor } from "./safe-rules";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** What this objector gave that still counts. */
export const provenBy = (ticket: Ticket, contact: string | null, rules: Policy, now: Instant): Ticket["evidence"] =>
  freshEvidence({ evidence: (ticket.ownership ?? []).filter((v) => v.contact === contact) }, rules, now);

/** Whether this objector proved ownership: by what the ticket's policy asks for at T3, a code to their contact among it; under a safety flag no answer counts for them either. */
export function isOwner(c: Case & { ticket: Ticket }, facts: CaseFacts, contact: string | null, now: Instant): boolean {
  const given = provenBy(c.ticket, contact, facts.rules, now);
  return judge(rulesFor(c.account, facts.rules), "T3", given, holdFactsOf(c, facts), now).satisfied;
}
