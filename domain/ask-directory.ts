import { type Case, type CaseFacts, type Decide, decision } from "./case";
import {
  type DirectoryFailure,
  type DirectoryJob,
  type DirectoryRule,
  type DirectoryStep,
  type DirectoryStop,
  type DirectoryTrouble,
  isAtWork,
  stepsLeft,
  stepsOf,
} from "./directory-job";
import { type Event, event, refuse, type Verdict } from "./event";
import { forgottenRefusal, passwordSet } from "./forgot";
import { recovery, redeemRefusal } from "./reset";
import type { Ticket } from "./ticket";
import { type Instant, lifetime } from "./time";

interface Asking {
  /** The job's id, under which the vault keeps the new password. */
  job: string;
  /** What the directory takes. */
  taken: readonly DirectoryStep[];
}

/** Takes a grant for a directory elsewhere: of many at once the first right one wins, and nothing is changed yet. */
export function askReset(grant: { id: string; generation: number }, { job, taken }: Asking): Decide {
  return decision("grant.redeem", ["anyone"], (c, facts, now, refused) => {
    const no = redeemRefusal(c, facts, grant, now);
    if (no) return refused(no);
    return [askedFor({ job, generation: grant.generation, steps: stepsOf(c.ticket, taken) }, now)];
  });
}

/** Takes a way to a new password for a directory elsewhere, in the same manner; the others wait with it. */
export function takeForgotten(generation: number, job: string): Decide {
  return (c, facts, now) => {
    const no = forgottenRefusal(c, facts, generation, now);
    if (no) return refuse("forgotten.redeem", no);
    return [askedFor({ job, generation, steps: ["password"] }, now)];
  };
}

const askedFor = (asked: { job: string; generation: number; steps: DirectoryStep[] }, now: Instant): Event =>
  event("directory.asked", { ...asked, until: now + lifetime.grantMs });

/** The job a case waits for: its ticket's, or the account's own where it is looked at by itself. */
export const jobOf = (c: Case, ticket: string | null): DirectoryJob | undefined =>
  ticket === null ? c.account?.directory : c.ticket?.directory;

/** What came of asking the directory for a step, or why it is not asked. */
export type Answer =
  | { step: DirectoryStep; done: true }
  | { step: DirectoryStep; trouble: DirectoryTrouble }
  | { rule: DirectoryRule }
  | { failure: DirectoryFailure }
  | { stop: DirectoryStop };

/** Records what the directory answered; with the last step the redemption is done, and everything that follows from it. */
export function settleDirectory(job: string, answer: Answer): Decide {
  const refused = (reason: string) => refuse("directory.settle", reason);
  return (c, facts, now) => {
    if (facts.actor.role !== "worker") return refused("not-your-role");
    const ticket = c.ticket?.id ?? null;
    const held = jobOf(c, ticket);
    if (!isAtWork(held) || held.id !== job) return refused("job-over");
    return answered({ c, facts, now, job: held }, answer, refused);
  };
}

interface At {
  c: Case;
  facts: CaseFacts;
  now: Instant;
  job: DirectoryJob;
}

function answered(at: At, answer: Answer, refused: (reason: string) => Verdict): Verdict {
  const job = at.job.id;
  if ("rule" in answer) return [event("directory.refused", { job, why: answer.rule })];
  if ("failure" in answer) return [event("directory.failed", { job, why: answer.failure })];
  if ("stop" in answer) return [event("directory.stopped", { job, why: answer.stop })];
  if (!stepsLeft(at.job).includes(answer.step)) return refused("job-over");
  if ("trouble" in answer) return delayed(at, answer);
  const changed = event("directory.changed", { job, step: answer.step });
  if (stepsLeft(at.job).length > 1) return [changed];
  const stop = stopOf(at);
  // What was done cannot be taken back from here; nothing else follows from it.
  if (stop) return [changed, event("directory.stopped", { job, why: stop })];
  return [changed, event("directory.done", { job }), ...followingFrom(at)];
}

function delayed(
  { now, job }: At,
  { step, trouble: why }: { step: DirectoryStep; trouble: DirectoryTrouble },
): Verdict {
  if (now >= job.until) return [event("directory.failed", { job: job.id, why })];
  return [event("directory.delayed", { job: job.id, step, why })];
}

function followingFrom({ c, facts, now, job }: At): readonly Event[] {
  const { ticket } = c;
  if (!ticket) return passwordSet(c, facts, job.generation, now);
  return recovery({ ...c, ticket }, facts, { id: ticket.grant?.id ?? "", generation: job.generation }, now);
}

/** Why what is left of a job must not be done any more, or null: asked before every step, and before anything follows from the last. */
export function stopOf({ c, facts, now, job }: At): DirectoryStop | null {
  const { ticket } = c;
  if (!ticket) return stopOfForgotten(forgottenRefusal(c, facts, job.generation, now));
  const grant = { id: ticket.grant?.id ?? "", generation: job.generation };
  const no = redeemRefusal({ ...c, ticket: withoutJob(ticket) }, facts, grant, Math.min(now, job.askedAt));
  if (no === null) return null;
  if (no === "account-frozen") return no;
  return no === "grant-superseded" ? "contacts-changed" : "grant-revoked";
}

/** The ticket as its link would find it if nobody had taken it yet. */
const withoutJob = ({ directory: _, ...ticket }: Ticket): Ticket => ticket;

function stopOfForgotten(no: string | null): DirectoryStop | null {
  if (no === null || no === "link-taken") return null;
  return no === "account-frozen" || no === "safety-flag" ? no : "link-superseded";
}
