import { type Bytes, FileFault, Kept } from "./bytes";
import { orientationIn } from "./orientation";
import type { Picture } from "./picture";

/**
 * A PNG (ISO/IEC 15948) is its signature of 8 bytes, then chunks <length:4> <name:4> <data> <CRC:4> from IHDR to IEND. Kept are the five
 * that the picture is made of; every other one is left behind where its name says that it may be, and so is all after IEND.
 */
export function readPng(b: Bytes): Omit<Picture, "format"> {
  const kept = new Kept(b.length);
  let orientation: number | null = null;
  let data = 0;
  kept.add(b.slice(0, 8));
  for (let at = 8; ; ) {
    const length = b.big(at, 4);
    const name = b.name(at + 4);
    if ((at === 8) !== (name === "IHDR")) throw new FileFault("not-a-photo");
    const whole = b.slice(at, length + 12);
    if (moving.includes(name)) throw new FileFault("picture-moves");
    if (name === "IDAT") data += length;
    if (name === "eXIf") orientation ??= orientationIn(whole.subarray(8, -4));
    if (made.includes(name)) kept.add(whole);
    else if (!isSpare(name)) throw new FileFault("not-a-photo");
    at += whole.length;
    if (name === "IEND") break;
  }
  if (data === 0) throw new FileFault("not-a-photo");
  return { width: b.big(16, 4), height: b.big(20, 4), orientation: orientation ?? 1, bytes: kept.all() };
}

const made = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];
const moving = ["acTL", "fcTL", "fdAT"];

/** A decoder may do without a chunk whose name begins in lower case. */
const isSpare = (name: string): boolean => /^[a-z][A-Za-z]{3}$/.test(name);
