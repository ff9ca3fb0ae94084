import { isActive, roleRefusal, selves } from "./case";
import type { DecideDesk, Desk, DeskFacts } from "./desk";
import { event, type PolicyRef, type Recorded, refuse, type Verdict } from "./event";
import { hasStepUp } from "./member";
import { documentOf, policies, refOf } from "./policies";
import type { Policy } from "./policy";
import { readPolicy } from "./policy-document";
import { policyChanges } from "./policy-facts";
import { staffIdOf } from "./staff";
import type { Instant } from "./time";

/** A first admin's wish for another policy; a second one, who is another person, puts it in force. */
export interface PolicyDraft {
  id: string;
  /** The actor, as entries name them. */
  by: string;
  at: Instant;
  /** Vault id of the reason's words. */
  reason: string;
  /** What was in force when it was drafted: it is compared with nothing else. */
  base: PolicyRef;
  policy: PolicyRef;
  document: Policy;
}

/** The fewest characters that count as a reason for another policy. */
export const leastPolicyReason = 5;
/** Who decides on policies at the desk. */
const deciders = ["admin"] as const;

/** Folds one entry of the desk stream into what is drafted. */
export function evolveDraft(desk: Desk, e: Recorded): Desk {
  switch (e.type) {
    case "policy.drafted": {
      const { draft: id, reason, base, document } = e.data;
      return { ...desk, draft: { id, by: e.actor.id, at: e.at, reason, base, policy: refOf(document), document } };
    }
    case "policy.draft-withdrawn":
      return undrafted(desk);
    case "policy.draft-confirmed":
      return { ...undrafted(desk), byTwoAdmins: true };
    default:
      return desk;
  }
}

function undrafted({ draft: _, ...desk }: Desk): Desk {
  return desk;
}

/** A draft is stale once another policy is in force than the one it was compared with. */
export const isStale = (desk: Desk): boolean =>
  desk.draft !== undefined && desk.draft.base.digest !== desk.policy.digest;

/** The document that tickets are judged by which are opened now. */
export const policyInForce = (desk: Desk): Policy => documentOf(desk.policy, desk.policies);

/** The version that the next document of this name has: one more than any that was in force or ships. */
export function nextVersion(desk: Desk, id: string): number {
  const known = [...Object.values(policies), ...Object.values(desk.policies ?? {})].filter((p) => p.id === id);
  return 1 + Math.max(0, ...known.map((p) => p.version));
}

export interface Drafting {
  draft: string;
  /** The digest of the policy that the draft was compared with. */
  base: string;
  document: unknown;
  /** Where the reason's words are in the vault, with a commitment to them; null when there are too few. */
  reason: { id: string; commitment: string } | null;
  /** The step-up made for act `policy` on the document's digest. */
  stepUp: string;
}

/** Drafts another policy: nothing changes until a second admin confirms it. */
export function draftPolicy(x: Drafting): DecideDesk {
  const refused = (reason: string) => refuse("policy.draft", reason);
  return (desk, facts, now) => {
    const no = roleRefusal(deciders, facts);
    if (no) return refused(no);
    if (desk.draft && !isStale(desk)) return refused("already-drafted");
    const { policy: document } = readPolicy(x.document);
    if (!document) return refused("policy-not-valid");
    const misfit = draftRefusal(desk, document, x.base);
    if (misfit) return refused(misfit);
    if (!x.reason) return refused("reason-missing");
    const policy = refOf(document);
    if (!isFresh(x.stepUp, policy.digest, facts, now)) return refused("step-up-needed");
    const data = { draft: x.draft, base: desk.policy, policy, document, reason: x.reason.id, stepUp: x.stepUp };
    return [event("policy.drafted", data, { reason: x.reason.commitment })];
  };
}

/** Why a valid document is no draft against what is in force, or null. */
export function draftRefusal(desk: Desk, document: Policy, base: string): string | null {
  if (base !== desk.policy.digest) return "draft-stale";
  if (policyChanges(policyInForce(desk), document).length === 0) return "nothing-changed";
  return document.version === nextVersion(desk, document.id) ? null : "version-not-next";
}

/** Puts a draft in force on the word of a second admin, who is another person; its author is still one. */
export function confirmDraft(x: { draft: string; stepUp: string }): DecideDesk {
  const refused = (reason: string) => refuse("policy.confirm", reason);
  return (desk, facts, now) => {
    const no = roleRefusal(deciders, facts);
    if (no) return refused(no);
    const { draft } = desk;
    if (draft?.id !== x.draft) return refused("nothing-drafted");
    if (isStale(desk)) return refused("draft-stale");
    if (isOwn(draft, facts)) return refused("own-draft");
    if (!isActive(facts.drafter ?? undefined, "admin")) return refused("drafter-left");
    if (!isFresh(x.stepUp, draft.policy.digest, facts, now)) return refused("step-up-needed");
    const { by: draftedBy, reason, policy, document } = draft;
    const confirmed = event("policy.draft-confirmed", { ...x, draftedBy, reason });
    return [confirmed, event("policy.adopted", { policy, document })];
  };
}

/** Takes a draft back, stale or not, whoever made it. */
export function withdrawDraft(draft: string): DecideDesk {
  const refused = (reason: string) => refuse("policy.withdraw", reason);
  return (desk, facts): Verdict => {
    const no = roleRefusal(deciders, facts);
    if (no) return refused(no);
    return desk.draft?.id === draft ? [event("policy.draft-withdrawn", { draft })] : refused("nothing-drafted");
  };
}

const isOwn = (draft: PolicyDraft, facts: DeskFacts): boolean =>
  draft.by === facts.actor.id || selves(facts).includes(staffIdOf(draft.by) ?? "");

const isFresh = (id: string, digest: string, facts: DeskFacts, now: Instant): boolean =>
  hasStepUp(facts.member, { id, act: "policy", object: digest }, now);
