import canonicalize from "canonicalize";
import type { Account } from "../account";
import { destinationOf } from "../check-code";
import { isAtWork } from "../directory-job";
import type { EventType, Recorded } from "../event";
import { hasStepUp } from "../member";
import { shippedPolicy } from "../policies";
import { approvalsFor } from "../policy";
import { leastApprovals } from "../policy-shape";
import { approvalObject, freshApprovals } from "../review";
import { type Member, staffIdOf } from "../staff";
import type { Ticket } from "../ticket";
import { lifetime } from "../time";
import { directoryProblem, isDoneWith } from "./directory-story";
import { disputeProblem, verdictOf } from "./dispute-story";
import { deciderProblem, erasureProblem, isDeciding } from "./erasure-story";
import { glassProblem, glassStepProblem } from "./glass-story";
import { isOwnChange, ownChangeProblem } from "./holder-story";
import { savedCodeProblem, tierProblem, vouchProblem } from "./proof-story";
import { isProvidedChange, providedProblem } from "./provided-story";
import { judgeProblem, sampleProblem } from "./review-story";
import { isSafetyWord, safetyProblem, safetyStepProblem } from "./safety-story";

/** The human behind a staff id. */
export type PersonOf = (staff: string) => string;

type MemberOf = (id: string) => Member | null;

const decisions: ReadonlySet<EventType> = new Set([
  "ticket.approved",
  "ticket.returned",
  "ticket.rejected",
  "rejection.proposed",
  "verdict.proposed",
  "ticket.resumed",
  "objection.dismissed",
  "ticket.reversed",
  "erasure.proposed",
  "account.erased",
  "legal-hold.placed",
  "legal-hold.lifted",
  "glass.asked",
  "glass.broken",
  "review.sampled-judged",
  "safety.lift-proposed",
  "safety.lifted",
  "withholding.proposed",
  "notices.withheld",
]);
/** What is decided about a case with a fresh second factor. */
export const isDecision = (type: EventType): boolean => decisions.has(type);

/** Why a decision that takes a step-up could not have been made by this member then, or null: role and step-up, read in order of seq. */
export function stepUpProblem(e: Recorded, memberOf: MemberOf): string | null {
  if (isDeciding(e)) return deciderProblem(e, memberOf);
  const verdict = verdictOf(e);
  if (verdict) return wordStepUpProblem(e, verdict, memberOf);
  if (isSafetyWord(e)) return safetyStepProblem(e, memberOf);
  switch (e.type) {
    case "ticket.approved":
      return signedProblem(e, memberOf);
    case "ticket.returned":
      return decidedProblem(e, "return", memberOf);
    case "ticket.rejected":
    case "rejection.proposed":
      return decidedProblem(e, "reject", memberOf);
    case "directory.import-asked":
      return askedProblem(e, memberOf);
    case "glass.asked":
    case "glass.broken":
      return glassStepProblem(e, memberOf);
    case "review.sampled-judged":
      return judgeProblem(e, memberOf);
    default:
      return null;
  }
}

function signedProblem(e: Of<"ticket.approved">, memberOf: MemberOf): string | null {
  const member = memberOf(e.data.by);
  if (staffIdOf(e.actor.id) !== e.data.by || !member) return "it approves in someone else's name";
  if (!isSupervisor(member)) return "its approver was no active supervisor";
  const made = { id: e.data.stepUp, act: "approve", object: approvalObject(e.object ?? "", e.data.packet) };
  return hasStepUp(member, made, e.at) ? null : "no step-up was made for this approval";
}

type Decided = Of<"ticket.returned" | "ticket.rejected" | "rejection.proposed">;

/** Returns and rejections from before their entries named the step-up are left as they are. */
function decidedProblem(e: Decided, act: string, memberOf: MemberOf): string | null {
  return e.data.stepUp === undefined ? null : wordStepUpProblem(e, act, memberOf);
}

/** A supervisor's word, with the step-up that it names. */
function wordStepUpProblem(e: Recorded, act: string, memberOf: MemberOf): string | null {
  const member = memberOf(staffIdOf(e.actor.id) ?? "");
  if (!member || !isSupervisor(member)) return "who decided it was no active supervisor";
  const stepUp = "stepUp" in e.data ? String(e.data.stepUp) : "";
  return hasStepUp(member, { id: stepUp, act, object: e.object ?? "" }, e.at)
    ? null
    : "no step-up was made for this decision";
}

function askedProblem(e: Of<"directory.import-asked">, memberOf: MemberOf): string | null {
  const member = memberOf(staffIdOf(e.actor.id) ?? "");
  if (member?.role !== "admin" || member.disabledAt !== null) return "who asked for it was no active admin";
  const made = { id: e.data.stepUp, act: "import", object: e.data.files };
  return hasStepUp(member, made, e.at) ? null : "no step-up was made for this import";
}

const isSupervisor = (member: Member): boolean => member.role === "supervisor" && member.disabledAt === null;

/** Why an entry could not have followed from its case as it stood before, or null: no reset without approvals by others, no erasure by one. */
export function storyProblem(e: Recorded, t: Ticket | null, a: Account | null, personOf: PersonOf): string | null {
  const disputed = disputeProblem(e, t, a, personOf);
  if (disputed !== undefined) return disputed;
  const elsewhere = directoryProblem(e, t, a);
  if (elsewhere !== undefined) return elsewhere;
  if (isSafetyWord(e)) return safetyProblem(e, t, a, personOf);
  if (isOwnChange(e)) return ownChangeProblem(e, a);
  if (isProvidedChange(e)) return providedProblem(e, a);
  switch (e.type) {
    case "saved-code.checked":
      return t ? savedCodeProblem(e, t, a) : noTicket;
    case "vouch.given":
      return t ? vouchProblem(e, t, a) : noTicket;
    case "tier.raised":
      return t ? tierProblem(e.data.to, t) : noTicket;
    case "ticket.submitted":
      return t ? tierProblem(e.data.tier, t) : noTicket;
    case "ticket.approved":
      return t ? approvalProblem(e, t, a, personOf) : noTicket;
    case "hold.begun":
      return t ? beginProblem(e, t, personOf) : noTicket;
    case "hold.started":
      return t ? lengthProblem(e, t) : noTicket;
    case "grant.issued":
      return t ? issueProblem(e, t, personOf) : noTicket;
    case "grant.redeemed":
      return t ? redeemProblem(e, t) : noTicket;
    case "account.recovered":
      return t ? recoveryProblem(e, t) : noTicket;
    case "review.sampled":
    case "review.sampled-judged":
      return t ? sampleProblem(e, t, personOf) : noTicket;
    case "erasure.proposed":
    case "account.erased":
      return erasureProblem(e, a, personOf);
    case "glass.broken":
      return t ? glassProblem(e, t, personOf) : noTicket;
    default:
      return null;
  }
}

type Of<T extends EventType> = Extract<Recorded, { type: T }>;
const noTicket = "there is no such ticket";

function approvalProblem(e: Of<"ticket.approved">, t: Ticket, a: Account | null, personOf: PersonOf): string | null {
  if (t.state !== "in_review" || !t.packet) return "nothing was under review";
  if (e.data.packet !== t.packet.hash || e.data.round !== t.round)
    return "it approves another packet than the one under review";
  if (t.packet.openedBy[e.data.by] === undefined) return "its approver had not opened the packet";
  return hasHand(e, a, personOf) ? "its approver had worked on the ticket, or on another of its account" : null;
}

/** Any earlier act of the approving human on this ticket, or within 90 days on another one of the account. */
function hasHand(e: Of<"ticket.approved">, a: Account | null, personOf: PersonOf): boolean {
  const own = Object.entries(a?.hands ?? {}).filter(([staff]) => personOf(staff) === personOf(e.data.by));
  return own.some(([, hands]) => hands.some((h) => h.ticket === e.object || e.at - h.at < lifetime.involvementMs));
}

/** As many approvals over this packet, by as many humans, as the round and the shipped policy ask for. */
function countProblem(t: Ticket, approvals: Ticket["approvals"], personOf: PersonOf): string | null {
  if (!t.packet) return "nothing was under review";
  const packet = t.packet;
  const people = new Set(approvals.filter((a) => a.packet === packet.hash).map((a) => personOf(a.by)));
  const rule = shippedPolicy(t.policy.digest)?.tiers[t.tier];
  const shipped = rule ? approvalsFor(rule, t.raised ?? []) : leastApprovals(t.tier);
  const needed = Math.max(packet.approvals, shipped);
  return people.size >= needed ? null : `${needed} approvals of its packet were needed and ${people.size} given`;
}

function beginProblem(e: Of<"hold.begun">, t: Ticket, personOf: PersonOf): string | null {
  const few = countProblem(t, freshApprovals(t, e.at), personOf);
  return few ?? (e.data.holdMs === t.packet?.holdMs ? null : "its hold is not the one its packet names");
}

/** A hold may be lengthened, and never ends before its packet's length is over. */
function lengthProblem(e: Of<"hold.started">, t: Ticket): string | null {
  if (t.state !== "on_hold" || !t.hold) return "no hold was begun";
  return e.data.endsAt >= (t.hold.startedAt ?? e.at) + t.hold.ms ? null : "its hold is shorter than its packet's";
}

function issueProblem(e: Of<"grant.issued">, t: Ticket, personOf: PersonOf): string | null {
  const few = countProblem(t, t.approvals, personOf);
  if (few) return few;
  if (e.data.contact !== destinationOf(t)) return "its link goes elsewhere than its packet says";
  if (t.state === "reset_sent")
    return t.grant?.id === e.data.grant && t.grant.contact === e.data.contact ? null : "it renews another grant";
  if (t.state !== "on_hold" || e.actor.role !== "worker") return "no hold had ended";
  return t.hold?.endsAt != null && t.hold.endsAt <= e.at ? null : "its hold was not over";
}

function redeemProblem(e: Of<"grant.redeemed">, t: Ticket): string | null {
  const { grant } = t;
  if (t.state !== "reset_sent" || !grant || grant.id !== e.data.grant || grant.generation !== e.data.generation)
    return "no such grant was out";
  if (grant.redeemedAt !== null || grant.revokedAt !== null) return "its grant was spent or revoked";
  if (isAtWork(t.directory)) return "the directory had not done it";
  // Where the account lives elsewhere, it was taken in time and is done when that is done.
  if (isDoneWith(t.directory, e)) return null;
  return e.at < grant.expiresAt ? null : "its grant had expired";
}

function recoveryProblem(e: Of<"account.recovered">, t: Ticket): string | null {
  if (t.state !== "completed" || t.grant?.redeemedAt !== e.at) return "no grant was redeemed with it";
  if (canonicalize(e.data.action) !== canonicalize(t.action)) return "it did something else than was approved";
  return e.data.added === null || e.data.added.id === t.newContact?.id
    ? null
    : "it added another contact than was approved";
}
