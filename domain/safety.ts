import type { Account } from "./account";
import { type CaseFacts, type Decide, roleRefusal, selves } from "./case";
import { event, type Recorded, refuse } from "./event";
import { ifStillSupervisor } from "./first-word";
import { hasStepUp } from "./member";
import { seemingTo } from "./pressure";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";

/** Why someone is in danger: from who lives with them, from who used to, from who follows them. */
export const safetyKinds = ["household", "separation", "stalking"] as const;
export type SafetyKind = (typeof safetyKinds)[number];

/** A flag on an account: whoever shares its life may know its answers, hold its devices and read its mail. */
export interface Safety {
  kind: SafetyKind;
  at: Instant;
  /** The actor, as entries name them. */
  by: string;
  /** A first supervisor's wish to lift it. */
  lift: { by: string; at: Instant; reason: string } | null;
}

/** The fewest characters that count as a reason of a supervisor's here. */
export const leastSafetyReason = 5;

/** The flag that stands on an account, or null. */
export const safetyOf = (account: Pick<Account, "safety"> | null): Safety | null => account?.safety ?? null;

/** Sets a flag: the ticket's agent or who opened it, any supervisor, or the holder in a session of their own. */
export function flagSafety(kind: SafetyKind): Decide {
  const refused = (reason: string) => refuse("safety.flag", reason);
  return ({ ticket, account }, facts, now) => {
    const no = roleRefusal(["agent", "supervisor", "holder"], facts);
    if (no) return refused(no);
    if (account?.erased) return refused("account-erased");
    if (facts.ownAccount) return refused("own-account");
    const denied = flagRefusal(ticket, facts, now);
    if (denied) return refused(denied);
    const stands = safetyOf(account);
    // Another kind is another packet: only the desk says so, or whoever shares the holder's session could void approvals at will.
    const same = facts.actor.role === "holder" || stands?.kind === kind;
    return stands && !stands.lift && same ? refused("already-flagged") : [event("safety.flagged", { kind })];
  };
}

/** The desk flags an account by a ticket it has a part in, the holder without one. */
function flagRefusal(ticket: Ticket | null, { actor, member, record }: CaseFacts, now: Instant): string | null {
  if (actor.role === "holder") return actor.id === `holder:${record.id}` ? null : "not-the-holder";
  if (!ticket) return "no-such-ticket";
  const part = member?.role === "supervisor" || ticket.agent === member?.id || ticket.openedBy === actor.id;
  return part || seemingTo(ticket, member ? [member.id] : [], now) ? null : "not-your-ticket";
}

/** A reason's words in the vault, or null when there are too few, and the step-up made for the act. */
export interface SafetyAct {
  reason: { id: string; commitment: string } | null;
  stepUp: string;
}

/** Lifts a flag: the first supervisor's word proposes it, the word of a second human within seven days does it. */
export function liftSafety({ reason, stepUp }: SafetyAct): Decide {
  const refused = (why: string) => refuse("safety.lift", why);
  return ({ account }, facts, now) => {
    const no = roleRefusal(["supervisor"], facts);
    if (no) return refused(no);
    if (facts.ownAccount) return refused("own-account");
    const safety = safetyOf(account);
    if (!safety) return refused("not-flagged");
    const first = ifStillSupervisor(waitingLift(safety, now), facts);
    if (first && selves(facts).includes(staffIdOf(first.by) ?? "")) return refused("second-person-needed");
    if (!reason) return refused("reason-missing");
    if (!hasStepUp(facts.member, { id: stepUp, act: "lift-safety", object: facts.record.id }, now))
      return refused("step-up-needed");
    const data = { reason: reason.id, stepUp };
    return [event(first ? "safety.lifted" : "safety.lift-proposed", data, { reason: reason.commitment })];
  };
}

/** A first supervisor's wish that still waits for a second. */
export const waitingLift = ({ lift }: Safety, now: Instant): Safety["lift"] =>
  lift && now - lift.at < lifetime.safetyProposalMs ? lift : null;

/** Folds one entry into the flag of an account; flagging it again takes back a wish to lift it. */
export function foldSafety<T extends { safety?: Safety | null }>(a: T, e: Recorded): T {
  switch (e.type) {
    case "safety.flagged":
      return { ...a, safety: { kind: e.data.kind, at: e.at, by: e.actor.id, lift: null } };
    case "safety.lift-proposed":
      return a.safety
        ? { ...a, safety: { ...a.safety, lift: { by: e.actor.id, at: e.at, reason: e.data.reason } } }
        : a;
    case "safety.lifted":
      return { ...a, safety: null };
    default:
      return a;
  }
}
