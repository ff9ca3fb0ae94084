import { randomBytes } from "node:crypto";
import { completeExport, failExport } from "domain/export";
import type { Actor } from "domain/staff";
import { isoOf, type Millis, seconds } from "domain/time";
import type { House } from "~/door.server";
import { type Attempt, beatExport, type ExportEnd, type ExportJob } from "~/export-door.server";
import type { MadeBundle } from "./make-bundle.server";
import { thisProcess } from "./process-alive.server";

/** A job in the hands of this process. */
export type Attempted = ExportJob & { token: string };

/** A new attempt of this process. */
export const newAttempt = (): Attempt => ({
  token: randomBytes(8).toString("hex"),
  process: thisProcess(),
  seenAt: new Date().toISOString(),
});

const beatEveryMs: Millis = seconds(1);

/** Keeps a job's row alive and up to date while work is under way, once a second; when the job is another's meanwhile, the work is aborted. */
export function openBeat(house: House, job: Attempted, work: AbortController) {
  const at = { done: 0, size: 0 };
  let beating: Promise<void> = Promise.resolve();
  const beat = () => {
    const { id, token } = job;
    // Heartbeats follow the machine's clock, not one that a demo moves.
    const noted = beatExport(house.writer, { id, token, seenAt: new Date().toISOString(), ...at });
    beating = noted.catch((error) => work.abort(error));
  };
  const timer = setInterval(beat, beatEveryMs);
  return {
    onProgress: (done: number, size: number) => {
      const first = at.size === 0;
      Object.assign(at, { done, size });
      if (first) beat();
    },
    close: async () => {
      clearInterval(timer);
      await beating;
    },
  };
}

/** Enters that the bundle is made, and ends the job in the same step; throws ExportTaken when another attempt has it. */
export function enterMade(house: House, job: Attempted, actor: Actor, made: MadeBundle): Promise<unknown> {
  const end: ExportEnd = { state: "done", at: isoOf(house.door.clock.now()), ...made };
  return ended(house, job, actor, { end, decide: completeExport({ export: job.id, ...made }) });
}

/** Enters that no bundle came of it, and ends the job in the same step. */
export function enterFailed(house: House, job: Attempted, actor: Actor, why: string): Promise<unknown> {
  const end: ExportEnd = { state: "failed", at: isoOf(house.door.clock.now()), why };
  return ended(house, job, actor, { end, decide: failExport({ export: job.id, why }) });
}

function ended(
  house: House,
  { id, token, request }: Attempted,
  actor: Actor,
  { end, decide }: { end: ExportEnd; decide: ReturnType<typeof failExport> },
) {
  const keep = [{ keep: "export-ended", id, token, end } as const];
  return house.door.ledger.enact({ actor, request, stream: "desk", object: id, decide, keep });
}

/** Why a bundle could not be made, as a word for the entry and the list; what the file system says is never shown. */
export function whyFailed(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(ENOSPC|EDQUOT|EFBIG)$/.test(code)) return "no-room";
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|ELOOP|ENAMETOOLONG)$/.test(code)) return "folder-not-writable";
  return error instanceof Error && error.name === "AbortError" ? "stopped" : "error";
}
