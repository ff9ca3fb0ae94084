import { mostPhotoBytes, photoFormat } from "domain/photo";
import sharp from "sharp";
import { makeQueue } from "./queue.server";

export { QueueFull } from "./queue.server";

const mostPixels = 40_000_000;
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

/**
 * Decodes a JPEG, PNG or WebP by its content and makes a plain JPEG of it, without metadata; null for anything else.
 * Rejects with QueueFull when too many photos wait already.
 */
export async function cleanPhoto(bytes: Buffer): Promise<Buffer | null> {
  const format = photoFormat(bytes);
  if (format === null || bytes.length > mostPhotoBytes) return null;
  return decoding.run(() => decoded(bytes, format));
}

async function decoded(bytes: Buffer, format: string): Promise<Buffer | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 });
    if ((await image.metadata()).format !== format) return null;
    return await image
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    // What the decoder does not understand is no photo; why it failed tells nobody anything.
    return null;
  }
}
