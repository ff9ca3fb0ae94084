import { roleRefusal } from "./case";
import { type EventData, event, type PolicyRef, type Recorded, refuse, type Verdict } from "./event";
import { type Adopted, policyRef, type Shipped } from "./policies";
import { evolveDraft, type PolicyDraft } from "./policy-draft";
import type { Actor, Member } from "./staff";
import type { Instant } from "./time";

/** The state of the desk stream: what is in force for everyone. */
export interface Desk {
  policy: PolicyRef;
  /** Documents of its own that it adopted, by digest; absent while there are none. */
  policies?: Adopted;
  /** A policy that waits for a second admin; absent while there is none. */
  draft?: PolicyDraft;
  /** Two admins decided on the policy in force; absent as long as none was decided on so. */
  byTwoAdmins?: true;
  /** The import under way, or null: one at a time. */
  importing: { set: string; at: Instant } | null;
  /** Imports that an admin asked for and that have not begun; absent while there are none. */
  asked?: string[];
  imports: number;
  clockJump: { seq: number; byMs: number } | null;
  /** Every key that signed checkpoints, as verifier keys, the one in use last. */
  logKeys: string[];
}
export interface DeskFacts {
  actor: Actor;
  member: Member | null;
  /** Staff ids of the same human as the acting member, the member's own included. */
  samePerson: string[];
  /** Who drafted the policy that waits, as of now, or null. */
  drafter: Member | null;
}
export type DecideDesk = (desk: Desk, facts: DeskFacts, now: Instant) => Verdict;

export const newDesk = (): Desk => ({
  policy: policyRef("standard"),
  importing: null,
  imports: 0,
  clockJump: null,
  logKeys: [],
});

/** Folds one entry of the desk stream. */
export function evolveDesk(desk: Desk, e: Recorded): Desk {
  switch (e.type) {
    case "policy.adopted":
      return adopted(desk, e.data);
    case "directory.import-asked":
      return { ...desk, asked: [...(desk.asked ?? []), e.data.set] };
    case "directory.import-begun":
      return { ...unasked(desk, e.data.set), importing: { set: e.data.set, at: e.at } };
    case "directory.imported":
      return { ...desk, importing: null, imports: desk.imports + 1 };
    case "directory.import-failed":
      return desk.importing?.set === e.data.set ? { ...desk, importing: null } : unasked(desk, e.data.set);
    case "checkpoint-key.adopted":
      return { ...desk, logKeys: [...desk.logKeys, e.data.key] };
    case "clock.diverged":
      return { ...desk, clockJump: { seq: e.seq, byMs: e.data.byMs } };
    case "clock.acknowledged":
      return { ...desk, clockJump: null };
    default:
      return evolveDraft(desk, e);
  }
}

function adopted(desk: Desk, { policy, document }: EventData["policy.adopted"]): Desk {
  return document
    ? { ...desk, policy, policies: { ...desk.policies, [policy.digest]: document } }
    : { ...desk, policy };
}

/** A desk that nobody asked anything of is the one it was before asking came: without the field. */
function unasked({ asked, ...desk }: Desk, set: string): Desk {
  const others = (asked ?? []).filter((one) => one !== set);
  return others.length > 0 ? { ...desk, asked: others } : desk;
}

/** Puts a shipped policy in force for tickets opened from now on, as long as no two admins decided on one. */
export function adoptPolicy(id: Shipped): DecideDesk {
  return (desk, facts) => {
    const no = roleRefusal(["cli", "system"], facts);
    if (no) return refuse("policy.adopt", no);
    if (desk.byTwoAdmins) return refuse("policy.adopt", "decided-by-two");
    return desk.policy.digest === policyRef(id).digest
      ? refuse("policy.adopt", "already-in-force")
      : [event("policy.adopted", { policy: policyRef(id) })];
  };
}

/** Takes a key for the checkpoints to come; it names the one it follows, whose last checkpoint covers this entry. */
export function adoptLogKey(key: string): DecideDesk {
  return (desk, facts) => {
    const no = roleRefusal(["system", "worker", "cli"], facts);
    if (no) return refuse("checkpoint-key.adopt", no);
    if (desk.logKeys.at(-1) === key) return refuse("checkpoint-key.adopt", "already-in-force");
    if (desk.logKeys.includes(key)) return refuse("checkpoint-key.adopt", "key-was-retired");
    return [event("checkpoint-key.adopted", { key, before: desk.logKeys.at(-1) ?? null })];
  };
}

/** Records that wall time left monotonic time; no reset starts until an admin says it is understood. */
export const noticeClock =
  (byMs: number): DecideDesk =>
  () => [event("clock.diverged", { byMs })];

export function acknowledgeClock(): DecideDesk {
  return (desk, facts) => {
    const no = roleRefusal(["admin", "cli"], facts);
    if (no) return refuse("clock.acknowledge", no);
    return desk.clockJump
      ? [event("clock.acknowledged", { seq: desk.clockJump.seq })]
      : refuse("clock.acknowledge", "nothing-to-acknowledge");
  };
}

/** Records something the desk does for everyone: start, stop, an export, answers hardened. */
export const record =
  (...verdict: Verdict): DecideDesk =>
  () =>
    verdict;
