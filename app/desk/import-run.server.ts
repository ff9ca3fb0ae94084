import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import type { ImportedRows } from "domain/event";
import { V7Generator } from "uuidv7";
import type { House } from "~/door.server";
import {
  type ImportJob,
  openDigest,
  type Refused,
  type RowDigest,
  type Run,
  type Tables,
  type Timed,
} from "~/import-door.server";
import type { Progress } from "./import-progress.server";

type Table = ImportedRows["table"];
export type Digests = { [T in Table]: RowDigest<T> };

/** An import under way in this process: its job, its invisible set, and what has come in so far. */
export interface ImportRun extends Run {
  house: House;
  job: ImportJob;
  digests: Digests;
  progress: Progress;
  /** How many rows the next transaction takes. */
  batchRows: number;
  /** A new id, greater than all ids of this run before; throws when the machine's clock was put back. */
  newId(): string;
}

/** Opens a run over an invisible set. */
export function openRun(house: House, job: ImportJob, set: number, progress: Progress): ImportRun {
  const ids = new V7Generator(drawnMany());
  const newId = () => {
    const id = ids.generateOrAbort();
    if (!id) throw new Error("the machine's clock was put back meanwhile");
    return id.toHex();
  };
  const digests = {
    account: openDigest("account"),
    contact: openDigest("contact"),
    device: openDigest("device"),
    answer: openDigest("answer"),
  };
  const report = (refused: readonly Refused[]) =>
    refused.map((row, i) => refusedRow(job, row, job.doc.refused + i + 1));
  return { house, job, set, progress, digests, batchRows: firstBatchRows, newId, report, live: progress.live };
}

/** Random numbers of the system, drawn a thousand at a time. */
function drawnMany(): { nextUint32(): number } {
  const pool = new Uint32Array(1024);
  let at = pool.length;
  const nextUint32 = () => {
    if (at >= pool.length) {
      crypto.getRandomValues(pool);
      at = 0;
    }
    at += 1;
    return pool[at - 1] ?? 0;
  };
  return { nextUint32 };
}

/** Counts and digests what a batch brought, and tells how long it took in milliseconds. */
export function land<T extends Table>(
  run: ImportRun,
  table: T,
  landed: Timed<Parameters<RowDigest<T>["add"]>[0]>,
): number {
  const { doc } = run.job;
  for (const row of landed.added) run.digests[table].add(row);
  doc.added[table] += landed.added.length;
  doc.same += landed.same;
  doc.refused += landed.refused.length;
  if (table === "answer") doc.toHarden += landed.added.length;
  return landed.tookMs;
}

/** Gives others their turn; `ms` longer where the lock was held for more than half of the time. */
export const rest = (ms: number): Promise<void> => (ms > 1 ? sleep(Math.min(ms, mostRestMs)) : setImmediate());

const firstBatchRows = 200;
const mostRestMs = 20;

const refusedRow = (job: ImportJob, row: Refused, n: number): Tables["refused_row"] => ({
  import_id: job.id,
  n,
  file: `${job.doc.phase}.csv`,
  line: row.line,
  reason: row.reason,
});
