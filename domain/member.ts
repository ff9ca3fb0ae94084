import { type EventData, event, type Recorded, refuse, type Verdict } from "./event";
import { foldOwn } from "./own-contacts";
import { type Actor, grants, type Member, type Role } from "./staff";
import { type Instant, lifetime, minutes } from "./time";

export interface StaffFacts {
  actor: Actor;
  /** The acting member, when the actor is staff. */
  member: Member | null;
}
export type DecideStaff = (member: Member | null, facts: StaffFacts, now: Instant) => Verdict;

const mostStepUps = 20;
const mostFailures = 10;

/** Folds one entry of a member's stream. */
export function evolveMember(m: Member | null, e: Recorded): Member | null {
  if (e.type === "staff.added") return added(e.data, e);
  if (!m || e.object !== m.id) return m;
  switch (e.type) {
    case "staff.role-changed":
      return { ...m, role: e.data.role };
    case "staff.disabled":
      return { ...m, disabledAt: e.at };
    case "staff.enrolled":
      return { ...m, enrolledAt: e.at, lastStep: e.data.step };
    case "staff.signed-in":
      return { ...m, failures: [], lastStep: Math.max(m.lastStep, e.data.step) };
    case "staff.sign-in-failed":
      return failed(m, e);
    case "staff.stepped-up":
      return steppedUp(m, e.data, e.at);
    default:
      return foldOwn(m, e);
  }
}

function added(d: EventData["staff.added"], e: Recorded): Member {
  return {
    id: e.object ?? "",
    person: d.person,
    role: d.role,
    since: e.at,
    disabledAt: null,
    enrolledAt: null,
    lastStep: 0,
    failures: [],
    stepUpFailures: [],
    stepUps: [],
  };
}

/**
 * Only wrong and used codes count, which take the right password first: nobody who knows just a name can hold it. Those of
 * the member's own session count apart from those at the door.
 */
function failed(m: Member, e: Extract<Recorded, { type: "staff.sign-in-failed" }>): Member {
  if (e.data.why !== "wrong-code" && e.data.why !== "code-used") return m;
  const own = e.actor.id === `staff:${m.id}`;
  // A used code was a right one: a form sent twice by who is signed in is no guess.
  if (own && e.data.why === "code-used") return m;
  if (own) return { ...m, stepUpFailures: [...m.stepUpFailures, e.at].slice(-mostFailures) };
  return { ...m, failures: [...m.failures, e.at].slice(-mostFailures) };
}

function steppedUp(m: Member, d: EventData["staff.stepped-up"], at: Instant): Member {
  const { stepUp: id, act, object } = d;
  return {
    ...m,
    lastStep: Math.max(m.lastStep, d.step),
    stepUps: [...m.stepUps, { id, at, act, object }].slice(-mostStepUps),
    stepUpFailures: [],
  };
}

const lockoutMs = minutes(15);
const mostInLockout = 5;

/** Whether five failed codes after a right password within 15 minutes hold this member's sign-in for now. */
export const isHeld = (m: Member, now: Instant): boolean =>
  m.failures.filter((at) => now - at < lockoutMs).length >= mostInLockout;

/** The same limit on the codes of step-ups. */
const isSteppingHeld = (m: Member, now: Instant): boolean =>
  m.stepUpFailures.filter((at) => now - at < lockoutMs).length >= mostInLockout;

/** Adds a member of staff; `person` joins the accounts of one human. */
export function addMember(person: string, role: Role): DecideStaff {
  return (m, facts) => {
    if (!grants.includes(facts.actor.role)) return refuse("staff.add", "not-your-role");
    return m ? refuse("staff.add", "already-added") : [event("staff.added", { person, role })];
  };
}

/** Changes a member's role; what they did under the old one is not forgotten. */
export function changeRole(role: Role): DecideStaff {
  return (m, facts) => {
    if (!grants.includes(facts.actor.role)) return refuse("staff.change-role", "not-your-role");
    if (!m) return refuse("staff.change-role", "no-such-member");
    return m.role === role ? refuse("staff.change-role", "same-role") : [event("staff.role-changed", { role })];
  };
}

/** Disables a member for good: every session of theirs ends with this entry. */
export function disable(): DecideStaff {
  return (m, facts) => {
    if (!grants.includes(facts.actor.role)) return refuse("staff.disable", "not-your-role");
    if (!m) return refuse("staff.disable", "no-such-member");
    return m.disabledAt === null ? [event("staff.disabled", {})] : refuse("staff.disable", "disabled");
  };
}

/** What the desk found about the typed password and code, before the lock. */
export interface SignInTry {
  passwordRight: boolean;
  /** The TOTP time step the code belongs to, or null for a wrong code. */
  step: number | null;
}

/** Signs a member in with password and authenticator; each time step is accepted once. */
export function signIn(t: SignInTry): DecideStaff {
  return (m, _facts, now) => {
    const failed = (why: string): Verdict => [event("staff.sign-in-failed", { why })];
    if (!m || m.disabledAt !== null) return failed("no-such-member");
    if (!t.passwordRight) return failed("wrong-password");
    if (isHeld(m, now)) return refuse("staff.sign-in", "too-many-tries");
    if (m.enrolledAt === null) return failed("not-enrolled");
    if (t.step === null) return failed("wrong-code");
    return t.step <= m.lastStep
      ? failed("code-used")
      : [event("staff.signed-in", { step: t.step, how: "password+totp" })];
  };
}

/** Begins enrolling: the right password of a member who has no authenticator yet; a seed is kept with this and nothing else. */
export function beginEnrolment(): DecideStaff {
  return (m, _facts, now) => {
    if (!m || m.disabledAt !== null) return refuse("staff.sign-in", "no-such-member");
    if (m.enrolledAt !== null) return refuse("staff.sign-in", "already-enrolled");
    if (isHeld(m, now)) return refuse("staff.sign-in", "too-many-tries");
    return [event("staff.sign-in-failed", { why: "not-enrolled" })];
  };
}

/** Enrols the authenticator at the first sign-in and signs in with it. */
export function enrol(t: SignInTry): DecideStaff {
  return (m, _facts, now) => {
    const failed = (why: string): Verdict => [event("staff.sign-in-failed", { why })];
    if (!m || m.disabledAt !== null) return failed("no-such-member");
    if (isHeld(m, now)) return refuse("staff.enrol", "too-many-tries");
    if (m.enrolledAt !== null) return refuse("staff.enrol", "already-enrolled");
    if (!t.passwordRight) return failed("wrong-password");
    if (t.step === null) return failed("wrong-code");
    return [
      event("staff.enrolled", { step: t.step }),
      event("staff.signed-in", { step: t.step, how: "password+totp" }),
    ];
  };
}

/** Enters as a member without a password: the demo's one click; a production desk never calls this. */
export function demoSignIn(): DecideStaff {
  return (m) =>
    m && m.disabledAt === null
      ? [event("staff.signed-in", { step: m.lastStep, how: "demo" })]
      : refuse("staff.sign-in", "no-such-member");
}

export function signOut(why: "self" | "idle" | "ended"): DecideStaff {
  return (m) => (m ? [event("staff.signed-out", { why })] : refuse("staff.sign-out", "no-such-member"));
}

/** A fresh second factor bound to one act on one object; good for five minutes, and a sign-in does not count as one. */
export function stepUp(s: { id: string; act: string; object: string; step: number | null }): DecideStaff {
  return (m, _facts, now) => {
    if (!m || m.disabledAt !== null) return refuse("staff.step-up", "disabled");
    if (isSteppingHeld(m, now)) return refuse("staff.step-up", "too-many-tries");
    if (s.step === null) return [event("staff.sign-in-failed", { why: "wrong-code" })];
    if (s.step <= m.lastStep) return [event("staff.sign-in-failed", { why: "code-used" })];
    return [event("staff.stepped-up", { stepUp: s.id, act: s.act, object: s.object, step: s.step })];
  };
}

/** Whether a step-up for this act on this object was made within its five minutes. */
export function hasStepUp(m: Member | null, s: { id: string; act: string; object: string }, now: Instant): boolean {
  return !!m?.stepUps.some(
    (one) => one.id === s.id && one.act === s.act && one.object === s.object && now - one.at < lifetime.stepUpMs,
  );
}
