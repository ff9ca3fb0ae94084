import type { Account } from "../account";
import { type DirectoryJob, directorySteps, isAtWork, stepsLeft, stepsOf } from "../directory-job";
import type { Recorded } from "../event";
import type { Ticket } from "../ticket";
import { lifetime } from "../time";

type Of<T extends Recorded["type"]> = Extract<Recorded, { type: T }>;
type OfJob = Of<
  | "directory.changed"
  | "directory.delayed"
  | "directory.refused"
  | "directory.failed"
  | "directory.stopped"
  | "directory.done"
>;

const ofJob: ReadonlySet<Recorded["type"]> = new Set([
  "directory.changed",
  "directory.delayed",
  "directory.refused",
  "directory.failed",
  "directory.stopped",
  "directory.done",
]);
const isOfJob = (e: Recorded): e is OfJob => ofJob.has(e.type);

/** Why an entry about a directory elsewhere could not have followed from its case as it stood before; undefined for any other. */
export function directoryProblem(e: Recorded, t: Ticket | null, a: Account | null): string | null | undefined {
  const job = e.object === null ? a?.directory : t?.directory;
  if (e.type === "directory.asked") return isAtWork(job) ? "the directory was asked already" : askedProblem(e, t, a);
  return isOfJob(e) ? jobProblem(e, job) : undefined;
}

function askedProblem(e: Of<"directory.asked">, t: Ticket | null, a: Account | null): string | null {
  if (e.data.until - e.at > lifetime.grantMs) return "it is tried for longer than a day";
  if (e.object === null) return forgottenProblem(e, a);
  const grant = t?.grant;
  if (t?.state !== "reset_sent" || grant?.generation !== e.data.generation) return "no such grant was out";
  if (grant.redeemedAt !== null || grant.revokedAt !== null) return "its grant was spent or revoked";
  if (e.at >= grant.expiresAt) return "its grant had expired";
  const allowed = stepsOf(t, directorySteps);
  return e.data.steps.every((step) => allowed.includes(step)) ? null : "it asks for something else than was approved";
}

function forgottenProblem(e: Of<"directory.asked">, a: Account | null): string | null {
  const sent = a?.forgotten?.find((one) => one.generation === e.data.generation);
  if (!sent || sent.usedAt !== null) return "no such way to a password was out";
  if (e.at >= sent.expiresAt) return "its way to a password had expired";
  return e.data.steps.every((step) => step === "password") ? null : "it asks for something else than a password";
}

function jobProblem(e: OfJob, job: DirectoryJob | undefined): string | null {
  if (!isAtWork(job) || job.id !== e.data.job) return "the directory was not being asked for it";
  if (e.actor.role !== "worker") return "it was not the worker that asked";
  if (e.type === "directory.changed" && !stepsLeft(job).includes(e.data.step)) return "it was done, or not asked for";
  return e.type === "directory.done" && stepsLeft(job).length > 0 ? "the directory had not done all of it" : null;
}

/** Whether a redemption was taken in time and is done with this entry by a directory elsewhere. */
export const isDoneWith = (job: DirectoryJob | undefined, e: Recorded): boolean =>
  job?.state === "done" && job.endedAt === e.at;
