import { createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** Packs files of a folder into a new zip, in this order, and tells its size; it is on the disk when this is done. */
export async function zipFolder(
  folder: string,
  names: readonly string[],
  { file, at, signal }: { file: string; at: Date; signal: AbortSignal },
): Promise<number> {
  const zip = new ZipFile();
  const out = createWriteStream(file, { flags: "wx", mode: 0o600 });
  zip.on("error", (error: Error) => out.destroy(error));
  for (const name of names) zip.addFile(join(folder, name), name, { mtime: at, mode: 0o100600 });
  zip.end();
  await pipeline(zip.outputStream, out, { signal });
  await sync(file, "r+");
  return (await stat(file)).size;
}

/** Makes what was renamed in a folder outlast a loss of power. */
export const syncFolder = (path: string): Promise<void> => sync(dirname(path), "r");

async function sync(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
