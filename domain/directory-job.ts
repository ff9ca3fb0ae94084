import type { Account } from "./account";
import type { Recorded } from "./event";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** What is asked of the directory where an account lives elsewhere, in the order in which it is done. */
export const directorySteps = ["contacts", "second-factor", "password"] as const;
export type DirectoryStep = (typeof directorySteps)[number];

/** By which rule of its own a directory does not take a password. */
export const directoryRules = [
  "too-short",
  "too-long",
  "used-before",
  "too-simple",
  "changed-lately",
  "by-its-rule",
] as const;
export type DirectoryRule = (typeof directoryRules)[number];

/** Why a step is not done yet: all of them may pass, some of them only once somebody mends something. */
export const directoryTroubles = [
  "unreachable",
  "busy",
  "not-allowed",
  "no-such-account",
  "several-accounts",
  "conflict",
  "not-understood",
] as const;
export type DirectoryTrouble = (typeof directoryTroubles)[number];

/** Why a job was given up: a trouble that did not pass in its time, or a password that can be read no more. */
export type DirectoryFailure = DirectoryTrouble | "password-gone";

/** Why what was still to be done is not done any more. */
export const directoryStops = [
  "grant-revoked",
  "account-frozen",
  "contacts-changed",
  "safety-flag",
  "link-superseded",
] as const;
export type DirectoryStop = (typeof directoryStops)[number];

/** A redemption on its way to the directory: the newest of a ticket, or of a forgotten password. */
export interface DirectoryJob {
  id: string;
  /** Of the link it was asked by. */
  generation: number;
  askedAt: Instant;
  /** It is tried until then, and the new password is kept no longer. */
  until: Instant;
  steps: DirectoryStep[];
  /** Those that are done, the ones of an earlier job that goes on in this one included. */
  done: DirectoryStep[];
  state: "waiting" | "done" | "refused" | "failed" | "stopped";
  /** What stands in the way, or stood when it ended; null while nothing does. */
  why: string | null;
  endedAt: Instant | null;
}

/** Whether the directory is being asked at this moment: nobody else takes the link then. */
export const isAtWork = (job: DirectoryJob | undefined): job is DirectoryJob => job?.state === "waiting";

/** The rule by which a refused job's password was not taken. */
export const ruleOf = ({ why }: DirectoryJob): DirectoryRule =>
  directoryRules.find((one) => one === why) ?? "by-its-rule";

/** What of a job is still to be done. */
export const stepsLeft = (job: DirectoryJob): DirectoryStep[] => job.steps.filter((step) => !job.done.includes(step));

/** Folds an entry into what the directory was asked for by a ticket. */
export function foldTicketJob(t: Ticket, e: Recorded): Ticket {
  const directory = foldJob(t.directory, e, doneBefore(t));
  return directory === t.directory ? t : { ...t, directory };
}

/** What an earlier job of the same grant did that was refused or given up: the one that follows it goes on from there. */
export function doneBefore({ directory: job, grant }: Ticket): DirectoryStep[] {
  const goesOn = job?.state === "refused" || job?.state === "failed";
  return goesOn && grant && job.askedAt >= grant.firstIssuedAt ? job.done : [];
}

/** What a ticket's link asks of a directory that takes these steps; what an earlier job did is not asked for again. */
export function stepsOf(ticket: Ticket, taken: readonly DirectoryStep[]): DirectoryStep[] {
  const { replace, removeSecondFactor, newPassword } = ticket.action;
  const wanted: Record<DirectoryStep, boolean> = {
    contacts: replace.length > 0 || ticket.needsNewContact,
    "second-factor": removeSecondFactor,
    password: newPassword,
  };
  const done = doneBefore(ticket);
  return directorySteps.filter((step) => wanted[step] && taken.includes(step) && !done.includes(step));
}

/** Folds an entry of no ticket into what the directory was asked for by a forgotten password. */
export function foldAccountJob(a: Account, e: Recorded): Account {
  const directory = e.object === null ? foldJob(a.directory, e, []) : a.directory;
  return directory === a.directory ? a : { ...a, directory };
}

function foldJob(job: DirectoryJob | undefined, e: Recorded, done: DirectoryStep[]): DirectoryJob | undefined {
  if (e.type === "directory.asked") {
    const { job: id, generation, steps, until } = e.data;
    return { id, generation, askedAt: e.at, until, steps, done, state: "waiting", why: null, endedAt: null };
  }
  if (!isAtWork(job)) return job;
  switch (e.type) {
    case "directory.changed":
      return { ...job, done: [...job.done, e.data.step], why: null };
    case "directory.delayed":
      return { ...job, why: e.data.why };
    case "directory.refused":
      return { ...job, state: "refused", why: e.data.why, endedAt: e.at };
    case "directory.failed":
      return { ...job, state: "failed", why: e.data.why, endedAt: e.at };
    case "directory.stopped":
      return { ...job, state: "stopped", why: e.data.why, endedAt: e.at };
    case "directory.done":
      return { ...job, state: "done", why: null, endedAt: e.at };
    default:
      return job;
  }
}
