import { FileFault, type FileRefusal, readOrReason } from "./bytes";

/**
 * A PDF (ISO 32000-1) that begins with its header, ends with its last `startxref … %%EOF`, and names nothing that acts or holds other files;
 * what follows the end is left behind. Nothing of it is decoded, so what it holds compressed is not seen: it is never shown,
 * only handed out as a file.
 */
export function readDocument(bytes: Uint8Array): Uint8Array | FileRefusal {
  return readOrReason(() => {
    if (!isDocument(bytes)) throw new FileFault("not-a-document");
    const from = Math.max(0, bytes.length - tailBytes);
    const ends = [...latin(bytes.subarray(from)).matchAll(/startxref\s{1,8}\d{1,10}\s{1,8}%%EOF(?:\r\n|\r|\n)?/g)];
    const last = ends.at(-1);
    if (!last) throw new FileFault("document-cut-off");
    const whole = bytes.subarray(0, from + last.index + last[0].length);
    if (namesAny(whole, acting)) throw new FileFault("active-document");
    return whole;
  });
}

/** Whether a file begins as a PDF does; whatever else it calls itself, it is no document. */
export const isDocument = (bytes: Uint8Array): boolean => /^%PDF-[12]\.\d/.test(latin(bytes.subarray(0, 8)));

/** Readers look for the end in the last kilobyte. */
const tailBytes = 1024;
const acting = [
  "JavaScript",
  // Its script stands under JS alone (ISO 32000-1, 12.6.4.13), which is too short to look for: a scan has such bytes by chance.
  "Rendition",
  "Launch",
  "SubmitForm",
  "ImportData",
  "RichMedia",
  "XFA",
  "EmbeddedFile",
  "EmbeddedFiles",
].map((name) => Uint8Array.from(name, (c) => c.charCodeAt(0)));

/** Whether any of these names stands in a PDF; a character of a name may be written #hh. */
function namesAny(bytes: Uint8Array, names: readonly Uint8Array[]): boolean {
  for (let at = bytes.indexOf(slash); at >= 0; at = bytes.indexOf(slash, at + 1))
    if (names.some((name) => isNameAt(bytes, at + 1, name))) return true;
  return false;
}

const slash = 0x2f;
const hash = 0x23;

function isNameAt(bytes: Uint8Array, from: number, name: Uint8Array): boolean {
  let at = from;
  for (const wanted of name) {
    const isHex = bytes[at] === hash;
    const byte = isHex ? hexDigit(bytes[at + 1]) * 16 + hexDigit(bytes[at + 2]) : bytes[at];
    if (byte !== wanted) return false;
    at += isHex ? 3 : 1;
  }
  return at >= bytes.length || isDelimiter(bytes[at] ?? 0);
}

/** What a hex digit is worth; far too much where it is none. */
const hexDigit = (byte = 0): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : 0x100;
};

/** White space and the signs that end a name (ISO 32000-1, 7.2.2). */
const isDelimiter = (byte: number): boolean => "\0\t\n\f\r ()<>[]{}/%".includes(String.fromCharCode(byte));

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
