import { contactsNow } from "./case";
import { destinationOf } from "./check-code";
import { judgementOf } from "./packet";
import { freshEvidence } from "./policy";
import { approve, freshApprovals, lapsedApprovals, stopHold } from "./review";
import { asJudged } from "./safe-rules";
import { safetyOf } from "./safety";
import type { NewContact, Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";
import type { PacketView } from "./view";
import { type CaseReading, maskOf, nameOf, noMask } from "./view-case";
import { evidenceLines } from "./view-evidence";
import { refusalOf } from "./view-may";
import { packetCare } from "./view-packet-care";
import { peopleOf } from "./view-people";
import { noticesOf, recentRecoveries } from "./view-ticket";

/** The case as a supervisor signs it, results and points and near told from miss; null where no packet stands. */
export function packetView(reading: CaseReading): PacketView | null {
  const r = asJudged(reading);
  const { ticket, now } = r;
  const { packet } = ticket;
  if (!packet) return null;
  return {
    id: ticket.id,
    number: ticket.number,
    tier: ticket.tier,
    state: ticket.state,
    round: ticket.round,
    holder: r.holder,
    hash: packet.hash,
    policy: ticket.policy,
    loss: ticket.loss,
    action: { ...ticket.action, replace: ticket.action.replace.map((id) => maskOf(r, id) ?? noMask) },
    sendTo: sendToOf(r),
    oldContacts: contactsNow(r, r.facts)
      .filter((k) => k.endedAt === null)
      .map(({ id, kind }) => ({ mask: maskOf(r, id) ?? noMask, kind })),
    holdMs: packet.holdMs,
    approvals: approvalsOf(r),
    approvalsNeeded: packet.approvals,
    lapsed: lapsedApprovals(ticket, now).map(({ by, at }) => ({
      byName: nameOf(r, by),
      at,
      mine: r.facts.samePerson.includes(by),
    })),
    points: judgementOf(r, r.facts, now, packet.at).points,
    pointsNeeded: r.facts.rules.tiers[ticket.tier].points,
    proven: evidenceLines(r),
    answersRight: answersRight(r),
    odd: oddOf(r),
    raised: ticket.raised ?? [],
    flags: flagsOf(r),
    weakAnswers: r.weakAnswers > 0 && evidenceLines(r).some((e) => e.factor === "answers" && e.fresh),
    longer: packet.longer,
    recoveries90d: recentRecoveries(r),
    people: peopleOf(r),
    notices: noticesOf(r),
    submittedAt: packet.at,
    openedAt: (r.facts.member && packet.openedBy[r.facts.member.id]) ?? null,
    expiresAt: expiryOf(r),
    refusal: decisionRefusal(r),
    care: packetCare(r),
    now,
  };
}

function answersRight(r: CaseReading): number | null {
  if (safetyOf(r.account)) return null;
  const counts = freshEvidence(r.ticket, r.facts.rules, r.ticket.packet?.at ?? r.now).flatMap((v) => v.right ?? []);
  return counts.length > 0 ? Math.max(...counts) : null;
}

function sendToOf(r: CaseReading): PacketView["sendTo"] {
  const { newContact, needsNewContact } = r.ticket;
  if (needsNewContact) return newContact && toNew(r, newContact);
  const to = contactsNow(r, r.facts).find((k) => k.id === destinationOf(r.ticket));
  return to ? { mask: maskOf(r, to.id) ?? noMask, kind: to.kind, confirmedAt: to.since, proposedAt: null } : null;
}

const toNew = (r: CaseReading, c: NewContact): PacketView["sendTo"] => ({
  mask: maskOf(r, c.id) ?? noMask,
  kind: c.kind,
  confirmedAt: c.confirmedAt,
  proposedAt: c.proposedAt,
});

/** Approvals that still carry; on hold and after it, those that began it. */
function approvalsOf(r: CaseReading): PacketView["approvals"] {
  const counting = r.ticket.state === "in_review" ? freshApprovals(r.ticket, r.now) : r.ticket.approvals;
  return counting.map((a) => ({
    byName: nameOf(r, a.by),
    at: a.at,
    reason: a.reason,
    mine: r.facts.samePerson.includes(a.by),
  }));
}

/** A flag that a supervisor looked at stays in sight of whoever signs: it may have been looked away from. */
function flagsOf({ account, now }: CaseReading): PacketView["flags"] {
  const lately = (account?.flags ?? []).filter((f) => f.member === null && now - f.at < lifetime.involvementMs);
  return lately.map(({ seq, flag, at, reviewedAt }) => ({ seq, flag, at, looked: reviewedAt !== null }));
}

function oddOf(r: CaseReading): PacketView["odd"] {
  return r.ticket.odd.map((o) => {
    return { kind: oddKind(o), factor: o.factor, at: o.at };
  });
}

function oddKind({ factor, result }: Ticket["odd"][number]): PacketView["odd"][number]["kind"] {
  if (factor === "saved-code") return "saved-code";
  if (result === "wrong") return "wrong-answers";
  return result === "match" ? "miss" : result;
}

/** When the oldest approval lapses, or, with none, when the ticket would expire untouched. */
function expiryOf(r: CaseReading): Instant {
  const [oldest] = freshApprovals(r.ticket, r.now);
  return oldest ? oldest.at + lifetime.approvalMs : r.ticket.touchedAt + lifetime.idleTicketMs;
}

/** What this supervisor's page and form bring about by themselves: opening the packet, and a fresh second factor. */
const toCome: readonly (string | null)[] = ["packet-not-opened", "step-up-needed"];

/** Why this reader may not decide, as the decision their page offers would say it; null where they may. */
function decisionRefusal(r: CaseReading): string | null {
  const ask = (decide: Parameters<typeof refusalOf>[0]) => refusalOf(decide, r, r.facts, r.now);
  if (r.ticket.state === "on_hold") return ask(stopHold("other"));
  const refusal = ask(approve({ packet: r.ticket.packet?.hash ?? "", stepUp: "", reason: "other", note: null }));
  return unlessToCome(refusal);
}

const unlessToCome = (refusal: string | null): string | null => (toCome.includes(refusal) ? null : refusal);
