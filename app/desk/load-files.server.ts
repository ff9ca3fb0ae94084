import type { FileDigest } from "domain/event";
import { DirectoryFault } from "~/directory/fault";
import { readRows } from "~/directory/read-rows";
import { type DirectoryTable, type Row, tableOrder } from "~/directory/tables";
import { type ImportRun, rest } from "./import-run.server";
import { loadAccounts } from "./load-accounts.server";
import { loadAnswers } from "./load-answers.server";
import { loadContacts } from "./load-contacts.server";
import { loadDevices } from "./load-devices.server";

/** Loads all four files some hundred rows at a time; throws a DirectoryFault if one is not what it was when it was checked. */
export async function loadFiles(run: ImportRun, checked: readonly FileDigest[]): Promise<void> {
  run.job.doc.doneBytes = 0;
  for (const table of tableOrder) {
    await run.progress.enter(table);
    const { file, sha256 } = await loadFile(run, table);
    if (checked.some((c) => c.file === file && c.sha256 === sha256)) continue;
    throw new DirectoryFault(
      file,
      null,
      "The file changed while it was being read. Import again when nobody writes to it.",
    );
  }
}

type Load = (run: ImportRun, rows: readonly Row[]) => Promise<number>;
const loads: Record<DirectoryTable, Load> = {
  accounts: loadAccounts,
  contacts: loadContacts,
  devices: loadDevices,
  answers: loadAnswers,
};

async function loadFile(run: ImportRun, table: DirectoryTable): Promise<FileDigest> {
  const { doc } = run.job;
  const before = doc.doneBytes;
  const read = readRows(run.job.folder, table);
  for (;;) {
    const { value, done } = await read.next();
    if (done) return value;
    await loadInBatches(run, value.rows, loads[table]);
    await run.progress.tick();
    doc.doneBytes = before + value.doneBytes;
  }
}

/** Batches grow while their transactions stay short and shrink when one was long: whoever waits for the lock waits little. */
async function loadInBatches(run: ImportRun, rows: readonly Row[], load: Load): Promise<void> {
  for (let at = 0; at < rows.length; ) {
    const some = rows.slice(at, at + run.batchRows);
    at += some.length;
    const begun = performance.now();
    const tookMs = await load(run, some);
    const preparedMs = performance.now() - begun - tookMs;
    run.batchRows = Math.max(
      leastRows,
      Math.min(mostRows, Math.round(run.batchRows * (tookMs > targetMs ? 0.7 : 1.25))),
    );
    await rest(tookMs - preparedMs);
  }
}

const leastRows = 100;
// Look-ups are in no order, so each touches a page of its own: a batch of this many writes half of what four small ones do.
const mostRows = 2000;
const targetMs = 50;
