import { type Case, type CaseFacts, contactsNow, holdFactsOf } from "./case";
import type { FlagKind, RaiseReason } from "./event";
import { careOf, type PacketCare } from "./packet-care";
import { freshEvidence, type Judgement, judge, type Policy, withDynamicProof } from "./policy";
import { knockOuts, openFlags } from "./risk";
import { rulesFor, tierFor } from "./safe-rules";
import type { Evidence, Ticket } from "./ticket";
import type { Instant, Millis } from "./time";
import { digestOf } from "./trail/entry";

/** What a supervisor signs: everything that a decision rests on, in one canonical value (product.md, "Packet"). */
export interface Packet extends PacketCare {
  ticket: string;
  round: number;
  account: string;
  action: Ticket["action"];
  oldContacts: string[];
  newContact: { commitment: string; confirmedAt: Instant } | null;
  sendTo: string | null;
  evidence: Pick<Evidence, "id" | "factor" | "device" | "whole" | "right" | "contact" | "channel">[];
  odd: Ticket["odd"];
  longer: string[];
  tier: string;
  holdMs: Millis;
  approvals: number;
  policy: Ticket["policy"];
  /** Why the tier is one above what was lost, and what looked wrong; absent where nothing was. */
  raised?: RaiseReason[];
  flags?: FlagKind[];
}

/** Judges a ticket's evidence as it was fresh at `asOf`, under the policy the ticket began with. */
export function judgementOf(c: Case & { ticket: Ticket }, facts: CaseFacts, now: Instant, asOf = now): Judgement {
  const { ticket } = c;
  const rules = afterObjection(ticket, rulesFor(c.account, facts.rules));
  const tier = tierFor(c.account, ticket.tier);
  const judgement = judge(rules, tier, freshEvidence(ticket, rules, asOf), holdFactsOf(c, facts), now);
  return knockOuts(facts).length > 0 ? { ...judgement, satisfied: false, needs: ["someone-else"] } : judgement;
}

/** What a ticket is judged by: after an objection that nobody proved, its policy with something that changes with every use. */
export const afterObjection = (ticket: Ticket, rules: Policy): Policy =>
  (ticket.unproved ?? []).length > 0 ? withDynamicProof(rules) : rules;

/** The packet of a round and the hash that approvals sign. */
export function packetOf(
  c: Case & { ticket: Ticket },
  facts: CaseFacts,
  round: number,
  j: Pick<Judgement, "holdMs" | "approvals" | "longer">,
  asOf: Instant,
): { packet: Packet; hash: string } {
  const { ticket } = c;
  const flags = [...new Set(openFlags(c).map((f) => f.flag))].sort();
  const bound = ticket.newContact?.confirmedAt ? ticket.newContact : null;
  const packet: Packet = {
    ticket: ticket.id,
    round,
    account: ticket.account,
    action: ticket.action,
    oldContacts: contactsNow(c, facts)
      .filter((k) => k.endedAt === null)
      .map((k) => k.id)
      .sort(),
    newContact: bound?.confirmedAt ? { commitment: bound.commitment ?? "", confirmedAt: bound.confirmedAt } : null,
    sendTo: ticket.sendTo,
    evidence: freshEvidence(ticket, facts.rules, asOf).map(
      ({ id, factor, device, whole, right, contact, channel }) => ({
        id,
        factor,
        device,
        whole,
        right,
        contact,
        channel,
      }),
    ),
    odd: ticket.odd,
    longer: j.longer,
    tier: ticket.tier,
    holdMs: j.holdMs,
    approvals: j.approvals,
    policy: ticket.policy,
    ...(ticket.raised ? { raised: ticket.raised } : {}),
    ...(flags.length > 0 ? { flags } : {}),
    ...careOf(c),
  };
  return { packet, hash: digestOf(packet) };
}

/** The packet under review, rebuilt from what is true now: its hash must still be the one that was frozen. */
export function packetUnderReview(
  c: Case & { ticket: Ticket },
  facts: CaseFacts,
): { packet: Packet; hash: string } | null {
  const frozen = c.ticket.packet;
  if (!frozen) return null;
  const { holdMs, approvals, longer } = frozen;
  return packetOf(c, facts, c.ticket.round, { holdMs, approvals, longer }, frozen.at);
}
