import type { Longer, PolicyRef } from "./event";
import type { Tier } from "./loss";
import {
  freshEvidence,
  type HoldFacts,
  type Judgement,
  judge,
  type Need,
  type Policy,
  withDynamicProof,
} from "./policy";
import { safeRules } from "./safe-rules";
import { type Evidence, endedStates, type Ticket, type TicketState } from "./ticket";
import { days, type Instant, type Millis } from "./time";

/** So many of the latest tickets are judged again. */
export const mostReplayed = 500;

/** A ticket that was submitted or has ended, and since when the contacts and later devices its evidence names are on file. */
export interface PastCase {
  ticket: Ticket;
  since: Readonly<Record<string, Instant>>;
}
/** How a ticket stands under one policy. */
export interface Standing {
  satisfied: boolean;
  points: number;
  /** The points its tier asks for. */
  asked: number;
  needs: Need[];
  approvals: number;
  holdMs: Millis;
}
/** How a ticket would have gone differently: it would be stopped or let through, or ask for more, for less, or for some of each. */
export const replayVerdicts = ["stopped", "let-through", "stricter", "looser", "both"] as const;
export type ReplayVerdict = (typeof replayVerdicts)[number];
export interface ReplayRow {
  number: number;
  state: TicketState;
  tier: Tier;
  /** When it was submitted; of one that never was, when the last of its proofs was given. */
  at: Instant;
  submitted: boolean;
  /** What it was judged by. */
  policy: Pick<PolicyRef, "id" | "version">;
  before: Standing;
  after: Standing;
  /** Proofs that would not count, since what they rest on was too new. */
  tooNew: number;
  verdict: ReplayVerdict;
}
export interface Replay {
  /** The tickets that would have gone differently, the newest first. */
  rows: ReplayRow[];
  counts: Record<ReplayVerdict, number>;
  same: number;
  /** Begun under a document that nobody knows any more. */
  unknown: number;
}

/**
 * Which tickets would have gone differently under a draft, and why: their evidence as it was fresh then, the tier and the reasons to
 * wait as they were. What a shorter age would have let count was never given, and is not there to be judged.
 */
export function replay(cases: readonly PastCase[], rulesOf: (ref: PolicyRef) => Policy | null, draft: Policy): Replay {
  const result: Replay = {
    rows: [],
    counts: { stopped: 0, "let-through": 0, stricter: 0, looser: 0, both: 0 },
    same: 0,
    unknown: 0,
  };
  for (const past of cases) {
    const rules = rulesOf(past.ticket.policy);
    const row = rules && rowOf(past, rules, draft);
    if (!rules) result.unknown += 1;
    else if (!row) result.same += 1;
    else {
      result.rows.push(row);
      result.counts[row.verdict] += 1;
    }
  }
  return result;
}

/** Null where nothing would have been different. */
function rowOf({ ticket, since }: PastCase, rules: Policy, draft: Policy): ReplayRow | null {
  const at = judgedAt(ticket);
  const given = evidenceAt(ticket, at);
  const counted = given.filter((v) => !isTooNew(v, since, draft));
  const before = standing(ticket, given, rules, at);
  const after = standing(ticket, counted, draft, at);
  const submitted = ticket.packet !== null;
  const verdict = verdictOf(before, after, submitted);
  if (!verdict) return null;
  const { number, state, tier, policy } = ticket;
  const { id, version } = policy;
  const tooNew = given.length - counted.length;
  return { number, state, tier, at, submitted, policy: { id, version }, before, after, tooNew, verdict };
}

/** Evidence is worth the most when the last of it is given. */
const judgedAt = (t: Ticket): Instant =>
  t.packet?.at ?? Math.max(...t.evidence.map((v) => v.at), t.evidence.length === 0 ? (t.endedAt ?? t.openedAt) : 0);

/** What was void by then stays so; what was voided later counted then. */
const evidenceAt = (t: Ticket, at: Instant): Evidence[] =>
  t.evidence
    .filter((v) => v.at <= at)
    .map((v) => (v.voidedAt !== null && v.voidedAt > at ? { ...v, voidedAt: null } : v));

function isTooNew(v: Evidence, since: PastCase["since"], draft: Policy): boolean {
  const on = since[v.contact ?? v.device ?? ""];
  return on !== undefined && v.at - on < draft.contactCodeAgeMs;
}

function standing(t: Ticket, evidence: Evidence[], document: Policy, at: Instant): Standing {
  const policy = asJudgedThen(t, document);
  const j: Judgement = judge(policy, t.tier, freshEvidence({ evidence }, policy, at), holdFactsAt(t, at), at);
  const { satisfied, points, needs, approvals, holdMs } = j;
  return { satisfied, points, asked: policy.tiers[t.tier].points, needs, approvals, holdMs };
}

const isFrozenIn = (t: Ticket, reason: Longer): boolean => (t.packet?.longer ?? []).includes(reason);

/** A document as it judged such a ticket by then: after an objection that nobody proved, under a safety flag. */
function asJudgedThen(t: Ticket, document: Policy): Policy {
  // Of one that was submitted the packet tells: a recovery may have been objected to since.
  const isUnproved = t.packet ? isFrozenIn(t, "objection-unproved") : (t.unproved ?? []).length > 0;
  const rules = isUnproved ? withDynamicProof(document) : document;
  return isFrozenIn(t, "safety-flag") ? safeRules(rules) : rules;
}

/** Facts that give just the reasons to wait which the packet froze. */
function holdFactsAt(t: Ticket, at: Instant): HoldFacts {
  const has = (reason: Longer) => isFrozenIn(t, reason);
  return {
    noOldContact: has("no-old-contact"),
    secondFactorOn: has("second-factor-on"),
    accountCreatedAt: has("young-account") ? at : at - longAgoMs,
    lastSignIn: has("recent-sign-in") ? at : null,
    noticeFailed: has("notice-failed"),
    objectionUnproved: has("objection-unproved"),
    safety: has("safety-flag"),
    raised: t.raised ?? [],
  };
}
const longAgoMs = days(3650);

/** What a hold and approvals would have been is of no matter where nothing was submitted. */
function verdictOf(before: Standing, after: Standing, submitted: boolean): ReplayVerdict | null {
  if (before.satisfied && !after.satisfied) return "stopped";
  if (!before.satisfied && after.satisfied) return "let-through";
  if (!submitted || !after.satisfied) return null;
  const more = after.approvals > before.approvals || after.holdMs > before.holdMs;
  const less = after.approvals < before.approvals || after.holdMs < before.holdMs;
  if (more && less) return "both";
  return more ? "stricter" : less ? "looser" : null;
}

/** States of tickets that were submitted or have ended. */
export const replayedStates: readonly TicketState[] = [
  "in_review",
  "on_hold",
  "reset_sent",
  "disputed",
  ...endedStates,
];
