import sharp from "sharp";

const mostPixels = 40_000_000;
const longestSide = 2000;
/** A photo is at most 8 MiB as it arrives. */
export const mostPhotoBytes = 8 * 1024 * 1024;
const formats = ["jpeg", "png", "webp"];

sharp.concurrency(1);
sharp.cache(false);

/** Decodes a JPEG, PNG or WebP by its content and makes a plain JPEG of it, without metadata; null for anything else. */
export async function cleanPhoto(bytes: Buffer): Promise<Buffer | null> {
  if (bytes.length === 0 || bytes.length > mostPhotoBytes) return null;
  try {
    const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error", pages: 1 });
    const { format } = await image.metadata();
    if (!format || !formats.includes(format)) return null;
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
