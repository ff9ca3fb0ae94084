import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { mostCellBytes } from "./csv";
import { DirectoryFault } from "./fault";

/** Whole lines of a file, decoded. */
export interface Block {
  text: string;
  /** The line the text starts on. */
  line: number;
  /** Bytes of the file read so far. */
  doneBytes: number;
}

const chunkBytes = 256 * 1024;
/** Every cell of the widest table at its longest and all quotes: nothing longer can be a row. */
export const mostLineBytes = 8 * (2 * mostCellBytes + 3);
const newline = 0x0a;

/** Reads a file in blocks of whole lines, as UTF-8 or not at all, in constant memory; ends with its SHA-256 in hex. */
export async function* blocksOf(path: string): AsyncGenerator<Block, string> {
  const file = basename(path);
  const sha256 = createHash("sha256");
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let doneBytes = 0;
  for await (const chunk of chunksOf(path)) {
    sha256.update(chunk);
    doneBytes += chunk.length;
    const end = chunk.lastIndexOf(newline) + 1;
    if (end > 0) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, end)]);
      yield { text: decoded(bytes, file, line), line, doneBytes };
      line += linesIn(bytes);
    }
    rest = end > 0 ? Buffer.from(chunk.subarray(end)) : Buffer.concat([rest, chunk]);
    if (rest.length > mostLineBytes) throw tooLong(file, line);
  }
  if (rest.length > 0) yield { text: decoded(rest, file, line), line, doneBytes };
  return sha256.digest("hex");
}

/** The size of a file in bytes; throws a DirectoryFault when it cannot be read. */
export async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => Promise.reject(unreadable(path, error)));
  if (!found.isFile())
    throw new DirectoryFault(
      basename(path),
      null,
      "This is not a file. Put the export there under this name and import again.",
    );
  return found.size;
}

/** The fault of a cell of more than 64 KiB, which a quote that is never closed looks like. */
export const tooLong = (file: string, line: number): DirectoryFault =>
  new DirectoryFault(
    file,
    line,
    "A cell is longer than 64 KiB, or a quote is never closed. Correct the row and import again.",
  );

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) yield chunk as Buffer;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): DirectoryFault {
  const code = error instanceof Error && "code" in error ? String(error.code) : "no reason given";
  return new DirectoryFault(
    basename(path),
    null,
    `The file cannot be read (${code}). Put it there, readable, with the three others, and import again.`,
  );
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Buffer, file: string, line: number): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new DirectoryFault(
      file,
      line + linesBeforeFault(bytes),
      "These bytes are not UTF-8. Export the file again as UTF-8 and import again.",
    );
  }
}

/** No byte of a longer UTF-8 sequence is a line feed, so each line is good or bad by itself. */
function linesBeforeFault(bytes: Buffer): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; lines += 1) {
    const end = bytes.indexOf(newline, at) + 1 || bytes.length;
    try {
      utf8.decode(bytes.subarray(at, end));
    } catch {
      return lines;
    }
    at = end;
  }
  return lines;
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) lines += 1;
  return lines;
}
