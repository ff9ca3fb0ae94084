import { type DirectoryJob, type DirectoryStep, stepsLeft } from "./directory-job";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** What a directory elsewhere was asked for by a ticket's link, and how far it is; never what a server said. */
export interface DirectoryView {
  state: DirectoryJob["state"];
  why: string | null;
  done: DirectoryStep[];
  left: DirectoryStep[];
  since: Instant;
  /** It is tried until then. */
  until: Instant;
}

/** A job that waits, as admins see it: no ticket's content, no account. */
export interface WaitingJob {
  id: string;
  /** The ticket's number, or null for a forgotten password. */
  ticket: number | null;
  since: Instant;
  why: string | null;
  /** It is asked again then. */
  next: Instant;
}

export function directoryView({ directory: job }: Ticket): DirectoryView | null {
  if (!job) return null;
  const { state, why, done, askedAt: since, until } = job;
  return { state, why, done, left: stepsLeft(job), since, until };
}
