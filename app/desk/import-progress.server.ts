import { type Millis, seconds } from "domain/time";
import type { House } from "~/door.server";
import { beat, type ImportDoc, type ImportJob, type ImportPhase } from "~/import-door.server";

/** Told at most twice a second, and at each new phase; the counts in it go on changing. */
export type OnProgress = (doc: ImportDoc) => void;

/** Keeps a job's row and its watcher up to date, at most twice a second. */
export interface Progress {
  /** What the next transaction notes: the counts too where they are due. */
  live(): { id: string; state: ImportJob["state"]; seenAt: string; doc: ImportDoc | null };
  /** Notes by itself that the import lives, where that is due. */
  tick(): Promise<void>;
  enter(phase: ImportPhase): Promise<void>;
}

const noteEveryMs: Millis = seconds(0.5);

/** Progress of a job; one that is `stored` has a row, and work on it stops with ImportEnded once another process ended it. */
export function openProgress(house: House, job: ImportJob, stored: () => boolean, onProgress: OnProgress): Progress {
  let notedAt = 0;
  const live = (always = false) => {
    const now = Date.now();
    const due = always || now - notedAt >= noteEveryMs;
    if (due) {
      notedAt = now;
      onProgress(job.doc);
    }
    // Heartbeats follow the machine's clock, not one that a demo moves.
    return { id: job.id, state: job.state, seenAt: new Date(now).toISOString(), doc: due ? job.doc : null };
  };
  const note = async (always: boolean) => {
    const noted = live(always);
    if (noted.doc && stored()) await beat(house.writer.sql, noted);
  };
  const enter = (phase: ImportPhase) => {
    job.doc.phase = phase;
    return note(true);
  };
  return { live: () => live(), tick: () => note(false), enter };
}
