/** Why a file is not taken, as a refusal says it. */
export type FileRefusal =
  | "not-a-photo"
  | "picture-cut-off"
  | "picture-moves"
  | "picture-too-large"
  | "not-a-document"
  | "document-cut-off"
  | "active-document";

/** What every reader of files throws, and nothing else. */
export class FileFault extends Error {
  constructor(readonly reason: FileRefusal) {
    super(reason);
  }
}

/** What a reader gives, or the reason it gives nothing. */
export function readOrReason<T>(read: () => T): T | FileRefusal {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileFault) return error.reason;
    throw error;
  }
}

/** A file's bytes, read with the fault of a file that was cut off wherever they end too early. */
export class Bytes {
  constructor(readonly all: Uint8Array) {}

  get length(): number {
    return this.all.length;
  }

  /** One byte. */
  u8(at: number): number {
    return this.all[at] ?? cutOff();
  }

  /** An unsigned number of so many bytes, the highest first. */
  big(at: number, bytes: number): number {
    let n = 0;
    for (let i = 0; i < bytes; i += 1) n = n * 256 + this.u8(at + i);
    return n;
  }

  /** An unsigned number of so many bytes, the lowest first. */
  little(at: number, bytes: number): number {
    let n = 0;
    for (let i = bytes - 1; i >= 0; i -= 1) n = n * 256 + this.u8(at + i);
    return n;
  }

  /** Four or fewer characters that name a part of a file. */
  name(at: number, length = 4): string {
    return String.fromCharCode(...this.slice(at, length));
  }

  /** A stretch of the bytes, whole. */
  slice(at: number, length: number): Uint8Array {
    if (at + length > this.all.length) cutOff();
    return this.all.subarray(at, at + length);
  }

  /** Whether these characters stand there. */
  has(at: number, text: string): boolean {
    for (let i = 0; i < text.length; i += 1) if (this.all[at + i] !== text.charCodeAt(i)) return false;
    return true;
  }
}

/** The bytes that are kept of a file: never more than it had, and a frame. */
export class Kept {
  private readonly bytes: Uint8Array;
  private end = 0;

  constructor(most: number) {
    this.bytes = new Uint8Array(most + frameBytes);
  }

  add(piece: Uint8Array | readonly number[]): void {
    this.bytes.set(piece, this.end);
    this.end += piece.length;
  }

  all(): Uint8Array {
    return this.bytes.subarray(0, this.end);
  }
}

// What the readers write of their own: a header here and there, a few dozen bytes in all.
const frameBytes = 64;

function cutOff(): never {
  throw new FileFault("picture-cut-off");
}
