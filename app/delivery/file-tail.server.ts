import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** The end of a text file, at most so many bytes of it. */
export function fileTail(path: string, mostBytes: number): string {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, mostBytes));
    const read = readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString("utf8", 0, read);
  } finally {
    closeSync(file);
  }
}
