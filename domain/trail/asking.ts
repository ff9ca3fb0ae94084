import { createHash } from "node:crypto";

/** What a check asks for while it runs: the next piece of a file, to be answered with its bytes, or with null at its end. */
export interface Ask {
  file: string;
}
/** A check that asks for what it reads: it knows nothing of disks, zips or browsers, and waits for none of them itself. */
export type Asking<T> = Generator<Ask, T, Uint8Array | null>;

/** A line without its line feed; `whole` is false for a last one that has none, or for one longer than any may be. */
export interface Line {
  bytes: Buffer;
  whole: boolean;
}
/** A file read line by line, in memory that does not grow with it. */
export interface Lines {
  /** The next line, or null at the end. */
  next(): Asking<Line | null>;
  /** What the file weighs, once its rest was read. */
  weigh(): Asking<Weight>;
}
export interface Weight {
  bytes: number;
  /** Hex. */
  sha256: string;
}

const lineFeed = 0x0a;

/** Opens a file whose lines have at most `longest` bytes; of one that is longer than `most`, no more is read than shows it. */
export function linesOf(file: string, longest: number, most: number): Lines {
  const hash = createHash("sha256");
  let bytes = 0;
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  let ended = false;
  function* more(): Asking<void> {
    const piece = yield { file };
    ended = piece === null;
    if (piece === null) return;
    hash.update(piece);
    bytes += piece.length;
    ended = bytes > most;
    rest = at < rest.length ? Buffer.concat([rest.subarray(at), piece]) : bufferOf(piece);
    at = 0;
  }
  function cut(to: number, whole: boolean): Line {
    const line = { bytes: rest.subarray(at, to), whole };
    at = whole ? to + 1 : to;
    return line;
  }
  return {
    *next() {
      for (;;) {
        const end = rest.indexOf(lineFeed, at);
        if (end >= 0) return cut(end, true);
        if (ended) return at < rest.length ? cut(rest.length, false) : null;
        if (rest.length - at > longest) return cut(rest.length, false);
        yield* more();
      }
    },
    *weigh() {
      while (!ended) {
        at = rest.length;
        yield* more();
      }
      return { bytes, sha256: hash.digest("hex") };
    },
  };
}

/** Reads a file only for what it weighs, or that it weighs more than `most`. */
export const weigh = (file: string, most: number): Asking<Weight> => linesOf(file, 0, most).weigh();

/** A whole file of at most `most` bytes; null where it is longer. */
export function* readWhole(file: string, most: number): Asking<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for (let piece = yield { file }; piece !== null; piece = yield { file }) {
    bytes += piece.length;
    if (bytes > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const bufferOf = (piece: Uint8Array): Buffer => Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
