import { type Bytes, FileFault, Kept } from "./bytes";
import { orientationIn } from "./orientation";
import type { Picture } from "./picture";

/**
 * A WebP (RFC 9649) is `RIFF` <size:4> `WEBP`, then chunks <name:4> <size:4> <data>, padded to an even length, as far as that size. Kept
 * are the one picture (VP8 or VP8L) and its alpha; metadata, colour profile and all after the size are left behind.
 */
export function readWebp(b: Bytes): Omit<Picture, "format"> {
  const body = b.slice(8, even(b.little(4, 4)));
  const chunks = chunksOf(b, 8 + body.length);
  const image = chunks.filter((c) => sizes.has(c.name));
  const [first] = image;
  if (!first || image.length > 1) throw new FileFault("not-a-photo");
  const size = sizes.get(first.name)?.(b, first.at) ?? noPicture();
  const canvas = chunks.find((c) => c.name === "VP8X");
  if (canvas && !isCanvasOf(b, canvas.at, size)) throw new FileFault("not-a-photo");
  const alpha = canvas && first.name === "VP8 " ? chunks.find((c) => c.name === "ALPH") : undefined;
  const exif = chunks.find((c) => c.name === "EXIF");
  const orientation = exif ? orientationIn(b.slice(exif.at + 8, exif.size)) : 1;
  return { ...size, orientation, bytes: written(b, size, first, alpha) };
}

interface Chunk {
  name: string;
  at: number;
  /** Of its data alone. */
  size: number;
}
interface Size {
  width: number;
  height: number;
}

function chunksOf(b: Bytes, end: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 12; at < end; ) {
    const chunk = { name: b.name(at), at, size: b.little(at + 4, 4) };
    if (at + 8 + chunk.size > end) throw new FileFault("picture-cut-off");
    if (moving.includes(chunk.name)) throw new FileFault("picture-moves");
    if (known.has(chunk.name)) chunks.push(chunk);
    // A picture has one of each: a file of nothing but names would be a list of millions.
    if (chunks.length > known.size) throw new FileFault("not-a-photo");
    at += 8 + even(chunk.size);
  }
  return chunks;
}

const even = (n: number): number => n + (n % 2);
const moving = ["ANIM", "ANMF"];
const known = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "EXIF"]);

/** Each kind of picture tells its size in its first bytes: VP8 after its start code (RFC 6386, 9.1), VP8L after 2F. */
const sizes = new Map<string, (b: Bytes, at: number) => Size>([
  [
    "VP8 ",
    (b, at) => {
      if (b.big(at + 11, 3) !== 0x9d012a) throw new FileFault("not-a-photo");
      return { width: b.little(at + 14, 2) & 0x3fff, height: b.little(at + 16, 2) & 0x3fff };
    },
  ],
  [
    "VP8L",
    (b, at) => {
      if (b.u8(at + 8) !== 0x2f) throw new FileFault("not-a-photo");
      const packed = b.little(at + 9, 4);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    },
  ],
]);

const isCanvasOf = (b: Bytes, at: number, { width, height }: Size): boolean =>
  b.little(at + 12, 3) + 1 === width && b.little(at + 15, 3) + 1 === height;

/** With alpha: a canvas that says so and nothing else, the alpha, the picture. Without: the picture alone. */
function written(b: Bytes, { width, height }: Size, image: Chunk, alpha: Chunk | undefined): Uint8Array {
  const kept = new Kept(b.length);
  const parts = [alpha, image].flatMap((c) => (c ? [b.slice(c.at, 8 + c.size)] : []));
  const canvas = alpha
    ? [...text("VP8X"), ...low(10, 4), 0x10, 0, 0, 0, ...low(width - 1, 3), ...low(height - 1, 3)]
    : [];
  const length = parts.reduce((sum, part) => sum + even(part.length), 4 + canvas.length);
  kept.add([...text("RIFF"), ...low(length, 4), ...text("WEBP"), ...canvas]);
  for (const part of parts) {
    kept.add(part);
    if (part.length % 2 === 1) kept.add([0]);
  }
  return kept.all();
}

const text = (name: string): number[] => [...name].map((c) => c.charCodeAt(0));
const low = (n: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(n / 256 ** i) & 0xff);

function noPicture(): never {
  throw new FileFault("not-a-photo");
}
