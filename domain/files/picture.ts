import { photoFormat } from "../photo";
import { Bytes, FileFault, type FileRefusal, readOrReason } from "./bytes";
import { readJpeg } from "./jpeg";
import { readPng } from "./png";
import { readWebp } from "./webp";

/** A picture as its own headers tell it, and what is left of it without metadata and without what followed its end. */
export interface Picture {
  format: "jpeg" | "png" | "webp";
  width: number;
  height: number;
  /** How it has to be turned to stand upright, from 1 to 8 (Exif 2.3, tag 0x0112). */
  orientation: number;
  bytes: Uint8Array;
}

/** No picture has more points, and no side is longer: it is refused before anything decodes it. */
export const mostPixels = 40_000_000;
const longestSide = 20_000;

const readers = { jpeg: readJpeg, png: readPng, webp: readWebp };

/** Reads a JPEG, PNG or WebP by its structure alone; decodes nothing, in time and memory of its own length. */
export function readPicture(bytes: Uint8Array): Picture | FileRefusal {
  return readOrReason(() => {
    const format = photoFormat(bytes);
    if (format === null) throw new FileFault("not-a-photo");
    return checked({ format, ...readers[format](new Bytes(bytes)) });
  });
}

function checked(picture: Picture): Picture {
  const { width, height } = picture;
  if (width < 1 || height < 1) throw new FileFault("not-a-photo");
  if (Math.max(width, height) > longestSide || width * height > mostPixels) throw new FileFault("picture-too-large");
  return picture;
}
