import { join } from "node:path";
import type { FileDigest } from "domain/event";
import { sizeOf } from "~/directory/blocks";
import { readRows } from "~/directory/read-rows";
import { fileOf, tableOrder } from "~/directory/tables";
import type { ImportDoc } from "~/import-door.server";
import type { Progress } from "./import-progress.server";

/** Reads all four files once, for their form alone, and tells their digests; throws a DirectoryFault, and has changed nothing. */
export async function checkFolder(folder: string, doc: ImportDoc, progress: Progress): Promise<FileDigest[]> {
  for (const table of tableOrder) doc.totalBytes += await sizeOf(join(folder, fileOf(table)));
  const files: FileDigest[] = [];
  for (const table of tableOrder) files.push(await digestOf(folder, table, doc, progress));
  return files;
}

async function digestOf(
  folder: string,
  table: (typeof tableOrder)[number],
  doc: ImportDoc,
  progress: Progress,
): Promise<FileDigest> {
  const before = doc.doneBytes;
  const read = readRows(folder, table);
  for (;;) {
    const { value, done } = await read.next();
    if (done) return value;
    doc.doneBytes = before + value.doneBytes;
    await progress.tick();
  }
}
