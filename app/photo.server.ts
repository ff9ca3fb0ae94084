import { readDocument } from "domain/files/document";
import { mostPixels, type Picture, readPicture } from "domain/files/picture";
import { mostPhotoBytes } from "domain/photo";
import sharp, { type Sharp } from "sharp";
import { makeQueue } from "./queue.server";

export { QueueFull } from "./queue.server";

const longestSide = 2000;
const mostWaiting = 8;

sharp.concurrency(1);
sharp.cache(false);
// Of the many formats libvips reads, each with a decoder of its own, a stranger's bytes get to these three.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

/** Forty million pixels are a good part of the memory a desk has: one photo is decoded at a time. */
const decoding = makeQueue(mostWaiting);

/** What a file became before it is kept, or why it is not taken. */
export type Cleaned = { bytes: Buffer } | { refused: string };

/**
 * Makes a plain JPEG of a JPEG, PNG or WebP: its structure is read first, and the decoder meets only what is left without
 * metadata. Rejects with QueueFull when too many photos wait already.
 */
export async function cleanPhoto(bytes: Buffer): Promise<Cleaned> {
  if (bytes.length > mostPhotoBytes) return { refused: "picture-too-large" };
  const picture = readPicture(bytes);
  if (typeof picture === "string") return { refused: picture };
  const made = await decoding.run(() => decoded(picture));
  return made ? { bytes: made } : { refused: "not-a-photo" };
}

/** A PDF without what follows its end; it is never decoded here, nor shown by the desk. */
export function cleanDocument(bytes: Buffer): Cleaned {
  const document = readDocument(bytes);
  return typeof document === "string" ? { refused: document } : { bytes: Buffer.from(document) };
}

async function decoded({ bytes, format, orientation }: Picture): Promise<Buffer | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 });
    if ((await image.metadata()).format !== format) return null;
    return await upright(image, orientation)
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    // What the decoder does not understand is no photo; why it failed tells nobody anything.
    return null;
  }
}

/** Turned as Exif orientation says; sharp mirrors before it turns. */
function upright(image: Sharp, orientation: number): Sharp {
  const { mirror, turn } = turns[orientation - 1] ?? { mirror: null, turn: 0 };
  const mirrored = mirror === "flop" ? image.flop() : mirror === "flip" ? image.flip() : image;
  return turn === 0 ? mirrored : mirrored.rotate(turn);
}

/** What sets each of the eight orientations upright. */
const turns: readonly { mirror: "flip" | "flop" | null; turn: number }[] = [
  { mirror: null, turn: 0 },
  { mirror: "flop", turn: 0 },
  { mirror: null, turn: 180 },
  { mirror: "flip", turn: 0 },
  { mirror: "flip", turn: 90 },
  { mirror: null, turn: 90 },
  { mirror: "flop", turn: 90 },
  { mirror: null, turn: 270 },
];
