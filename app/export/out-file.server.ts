import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { BundleFile } from "domain/trail/bundle";

/** A file of a bundle under way: what is written is counted and hashed. */
export interface OutFile {
  write(part: Buffer | string): Promise<void>;
  /** Syncs and closes it, and tells what a manifest says of it. */
  end(): Promise<BundleFile>;
  /** Closes it as it is. */
  close(): Promise<void>;
}

/** Opens a new file of its owner; one that is there already is an error. */
export async function openOut(folder: string, name: string): Promise<OutFile> {
  const handle: FileHandle = await open(join(folder, name), "wx", 0o600);
  const sha256 = createHash("sha256");
  let bytes = 0;
  return {
    write: async (part) => {
      const data = typeof part === "string" ? Buffer.from(part, "utf8") : part;
      sha256.update(data);
      bytes += data.length;
      await handle.writeFile(data);
    },
    end: async () => {
      await handle.sync();
      await handle.close();
      return { bytes, name, sha256: sha256.digest("hex") };
    },
    close: () => handle.close(),
  };
}

/** Writes a whole file. */
export async function writeOut(folder: string, name: string, data: Buffer | string): Promise<BundleFile> {
  const file = await openOut(folder, name);
  await file.write(data);
  return file.end();
}
