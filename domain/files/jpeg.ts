import { type Bytes, FileFault, Kept } from "./bytes";
import { orientationIn } from "./orientation";
import type { Picture } from "./picture";

/**
 * A JPEG (ITU T.81) is FF D8, then segments FF <marker> <length:2> <data>, of which each scan (FF DA) is followed by its coded data, then
 * FF D9. Kept are tables, one frame (baseline or progressive), its scans, and the two notes without which colours come out
 * wrong, written anew: JFIF and Adobe. Application data, comments and all after FF D9 are left behind.
 */
export function readJpeg(b: Bytes): Omit<Picture, "format"> {
  const kept = new Kept(b.length);
  const told: Told = { width: 0, height: 0, orientation: null, scans: 0, jfif: false };
  kept.add([0xff, 0xd8]);
  for (let at = 2; ; ) {
    at = markerAt(b, at);
    const marker = b.u8(at);
    if (marker === end) break;
    const size = b.big(at + 1, 2);
    const data = b.slice(at + 1, Math.max(size, 2)).subarray(2);
    if (isNote(marker)) noteIn(kept, told, marker, data);
    else segmentIn(kept, told, marker, data);
    at += 1 + Math.max(size, 2);
    if (marker === scan) at = scanIn(kept, b, at);
  }
  if (told.scans === 0) throw new FileFault("not-a-photo");
  kept.add([0xff, end]);
  return { width: told.width, height: told.height, orientation: told.orientation ?? 1, bytes: kept.all() };
}

interface Told {
  width: number;
  height: number;
  /** As the first Exif of it says: a second one is nobody's. */
  orientation: number | null;
  scans: number;
  /** Its JFIF note is written: what is written is longer than what it may have been read from, so it is written once. */
  jfif: boolean;
}

const end = 0xd9;
const scan = 0xda;
const tables = [0xc4, 0xdb, 0xdd];
/** Baseline, extended and progressive; lossless, hierarchical and arithmetic ones no camera writes. */
const frames = [0xc0, 0xc1, 0xc2];
/** A decoder goes over the whole picture for each scan; cameras write ten at most. */
const mostScans = 32;

/** Where the next marker's own byte is: after FF, which may be repeated as padding. */
function markerAt(b: Bytes, from: number): number {
  if (b.u8(from) !== 0xff) throw new FileFault("not-a-photo");
  let at = from;
  while (b.u8(at) === 0xff) at += 1;
  return at;
}

/** Application data and comments. */
const isNote = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

function noteIn(kept: Kept, told: Told, marker: number, data: Uint8Array): void {
  const begins = (text: string) => [...text].every((c, i) => data[i] === c.charCodeAt(0));
  if (told.scans > 0) return;
  if (marker === 0xe0 && begins("JFIF\0") && !told.jfif) {
    told.jfif = true;
    kept.add(jfif);
  }
  if (marker === 0xe1 && begins("Exif\0\0")) told.orientation ??= orientationIn(data);
  if (marker === 0xee && begins("Adobe") && data.length >= 12) kept.add([...adobe, data[11] ?? 0]);
}

/** Version 1.1, square points, no thumbnail. */
const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
/** Version 100, no flags; what follows is the transform of its colours. */
const adobe = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0];

function segmentIn(kept: Kept, told: Told, marker: number, data: Uint8Array): void {
  if (frames.includes(marker)) frameIn(told, data);
  else if (marker === scan) told.scans += 1;
  else if (!tables.includes(marker)) throw new FileFault("not-a-photo");
  if (marker === scan && (told.width === 0 || told.scans > mostScans)) throw new FileFault("not-a-photo");
  const size = data.length + 2;
  kept.add([0xff, marker, size >> 8, size & 0xff]);
  kept.add(data);
}

/** A frame begins with its precision (8 bits a sample), lines and columns; a picture has one. */
function frameIn(told: Told, data: Uint8Array): void {
  const [precision = 0, high = 0, low = 0, wide = 0, narrow = 0] = data;
  if (precision !== 8 || told.width > 0) throw new FileFault("not-a-photo");
  told.height = high * 256 + low;
  told.width = wide * 256 + narrow;
}

/** Coded data goes on to the next marker that is neither a stuffed FF 00 nor a restart. */
function scanIn(kept: Kept, b: Bytes, from: number): number {
  let at = from;
  for (;;) {
    at = b.all.indexOf(0xff, at);
    if (at < 0) throw new FileFault("picture-cut-off");
    const next = b.u8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) break;
    at += next === 0xff ? 1 : 2;
  }
  kept.add(b.slice(from, at - from));
  return at;
}
