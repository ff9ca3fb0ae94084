import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { event } from "domain/event";
import { read } from "domain/reading";
import type { Door, Outcome } from "~/door.server";
import { exportOf } from "~/export-door.server";
import type { Who } from "./case.server";
import { bundleFile } from "./run-exports.server";

/** The file of a finished export and the entry that it was taken; null where there is none (any more), anyone but an auditor is refused. */
export async function downloadExport(
  door: Door,
  who: Who,
  id: string,
): Promise<{ refused: string } | { refused: null; bytes: number; stream: Readable } | null> {
  const job = await exportOf(door.reader, id);
  const file = job?.state === "done" && job.place === "desk" ? bundleFile(door, job) : null;
  const bytes = file ? await sizeOf(file) : null;
  if (!file || bytes === null) return null;
  const decide = read("export.download", ["auditor"], event("export.downloaded", { export: id }));
  const { refused } = await door.ledger.enact({ ...who, stream: "reads", subject: null, object: id, decide });
  return refused === null ? { refused, bytes, stream: createReadStream(file) } : { refused };
}

/** Enters that someone looked at the list of exports, or at one of them. */
export function viewExports(door: Door, who: Who, id: string | null): Promise<Outcome> {
  const decide = read("exports.view", ["auditor", "admin"], event("exports.viewed", { export: id }));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: id, decide });
}

const sizeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
