import sharp from "sharp";
import type { FileRefusal } from "./bytes";
import { chunk, greyPng, pdf, phoneJpeg, riff, scene, segment, withSegments, zip } from "./testing-files";

/** A file that lies, and what becomes of it as a picture and as a document: a reason, or `kept`, without what it hid. */
export interface Hostile {
  what: string;
  bytes: Buffer;
  picture: FileRefusal | "kept";
  document: FileRefusal | "kept";
  /** What must not be left of it. */
  hides?: string;
}

/** Every trick of the threats about uploads, made anew by each run. */
export async function hostileFiles(): Promise<Hostile[]> {
  const jpeg = await scene().jpeg().toBuffer();
  const webp = await scene().webp().toBuffer();
  const flood = withSize(jpeg, 0xffff, 0xffff);
  return [
    refused("nothing at all", Buffer.alloc(0)),
    refused("one byte", Buffer.from([0xff])),
    refused("a page of HTML", "<!doctype html><script>alert(1)</script>"),
    refused(
      "a drawing in SVG with a script",
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
    refused("a GIF that is a script, too", "GIF89a/*\x01\x00\x01\x00*/=1;alert(1)"),
    refused("a ZIP", zip),
    refused("a JPEG that is cut off", jpeg.subarray(0, jpeg.length - 40), "picture-cut-off"),
    refused("a JPEG that ends within a header", jpeg.subarray(0, 30), "picture-cut-off"),
    refused("a JPEG that says it has 65,535 x 65,535 points", flood, "picture-too-large"),
    refused("a JPEG of a hundred scans", manyScans(jpeg), "not-a-photo"),
    refused("a PNG that says it has 60,000 x 60,000 points", greyPng(60_000, 60_000, 100), "picture-too-large"),
    refused("a PNG of one line of a million points", greyPng(1_000_000, 1, 100), "picture-too-large"),
    refused("a PNG of no width", greyPng(0, 10, 10), "not-a-photo"),
    refused("a PNG whose data says it is 2 GB", claiming(greyPng(8, 8), 0x7fffffff), "picture-cut-off"),
    refused(
      "a PNG with a chunk that nobody knows and everybody needs",
      greyPng(8, 8, 72, chunk("EVIL")),
      "not-a-photo",
    ),
    refused("a PNG that moves", greyPng(8, 8, 72, chunk("acTL", Buffer.alloc(8))), "picture-moves"),
    refused("a WebP that moves", moving(webp), "picture-moves"),
    refused("a WebP whose canvas says another size", otherCanvas(webp), "not-a-photo"),
    refused("a WebP that is cut off", webp.subarray(0, webp.length - 20), "picture-cut-off"),
    refused("a WebP whose picture goes on behind its end", shortened(webp), "picture-cut-off"),
    kept("a PNG with a ZIP behind it", Buffer.concat([greyPng(8, 8), zip]), "hidden.exe"),
    kept("a PNG with a text", greyPng(8, 8, 72, chunk("tEXt", "Author\0Somebody Secret")), "Secret"),
    kept("a JPEG with a comment in HTML", withSegments(jpeg, segment(0xfe, "<script>alert(1)</script>")), "script"),
    kept("a JPEG with a script behind it", Buffer.concat([jpeg, Buffer.from("<script>alert(1)</script>")]), "script"),
    kept("a JPEG with names and places", await phoneJpeg(), "Home Street"),
    kept("a WebP with a name", riff(...partsOf(webp), ["XMP ", Buffer.from("Somebody Secret")]), "Secret"),
    kept("a WebP with a ZIP behind it", Buffer.concat([webp, zip]), "hidden.exe"),
    document("a PDF that runs a script", pdf("<< /S /JavaScript /JS (app.alert\\(1\\)) >>"), "active-document"),
    document("a PDF that writes its script's name in hex", pdf("<< /S /J#61vaScr#69pt >>"), "active-document"),
    document("a PDF whose film runs a script", pdf("<< /S /Rendition /JS (app.alert\\(1\\)) >>"), "active-document"),
    document("a PDF that starts a program", pdf("<< /S /Launch /F (cmd.exe) >>"), "active-document"),
    document("a PDF with another file in it", pdf("<< /Type /EmbeddedFile >>"), "active-document"),
    document("a PDF that is cut off", pdf().subarray(0, 300), "document-cut-off"),
    document("a PDF that begins with something else", Buffer.concat([Buffer.from("MZ\n"), pdf()]), "not-a-document"),
    document(
      "a PDF with a program of two kilobytes behind it",
      Buffer.concat([pdf(), Buffer.alloc(2048)]),
      "document-cut-off",
    ),
    { ...document("a PDF with a ZIP behind it", Buffer.concat([pdf(), zip]), "kept"), hides: "hidden.exe" },
  ];
}

const refused = (what: string, bytes: Buffer | string, picture: FileRefusal = "not-a-photo"): Hostile => ({
  what,
  bytes: Buffer.from(bytes),
  picture,
  document: "not-a-document",
});
const kept = (what: string, bytes: Buffer, hides: string): Hostile => ({
  what,
  bytes,
  picture: "kept",
  document: "not-a-document",
  hides,
});
const document = (what: string, bytes: Buffer, as: Hostile["document"]): Hostile => ({
  what,
  bytes,
  picture: "not-a-photo",
  document: as,
});

/** The frame of a baseline JPEG, FF C0, tells its height and width at its fifth byte. */
function withSize(jpeg: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg);
  const frame = lying.indexOf(Buffer.from([0xff, 0xc0]));
  lying.writeUInt16BE(height, frame + 5);
  lying.writeUInt16BE(width, frame + 7);
  return lying;
}

/** The one scan of a JPEG, again and again. */
function manyScans(jpeg: Buffer): Buffer {
  const scan = jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xda])), -2);
  return Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(99).fill(scan), jpeg.subarray(-2)]);
}

/** The same PNG with another length of its data. */
function claiming(png: Buffer, length: number): Buffer {
  const lying = Buffer.from(png);
  lying.writeUInt32BE(length, lying.indexOf("IDAT") - 4);
  return lying;
}

/** The same WebP, which says to end within its picture. */
function shortened(webp: Buffer): Buffer {
  const lying = Buffer.from(webp);
  lying.writeUInt32LE(lying.readUInt32LE(4) - 20, 4);
  return lying;
}

/** The one chunk of a plain WebP. */
const partsOf = (webp: Buffer): [string, Buffer][] => [[webp.toString("latin1", 12, 16), webp.subarray(20)]];

const canvas = (flags: number, width: number, height: number): [string, Buffer] => {
  const data = Buffer.alloc(10);
  data[0] = flags;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return ["VP8X", data];
};
const moving = (webp: Buffer): Buffer =>
  riff(canvas(2, 96, 64), ["ANIM", Buffer.alloc(6)], ["ANMF", Buffer.concat([Buffer.alloc(16), webp.subarray(12)])]);
const otherCanvas = (webp: Buffer): Buffer => riff(canvas(0, 8, 8), ...partsOf(webp));

/** Pictures in the formats that no decoder here is asked to read. */
export const otherFormats = (): Promise<Buffer[]> =>
  Promise.all((["gif", "tiff", "avif"] as const).map((format) => scene().toFormat(format).toBuffer()));

/** Good files of every kind that is taken. */
export async function goodPictures(): Promise<Buffer[]> {
  const alpha = scene().ensureAlpha(0.5);
  return Promise.all([
    scene().jpeg().toBuffer(),
    phoneJpeg(6),
    scene().toColourspace("cmyk").jpeg().toBuffer(),
    scene().greyscale().jpeg().toBuffer(),
    scene().png().toBuffer(),
    alpha.clone().png({ palette: true }).toBuffer(),
    sharp(await scene().png().toBuffer())
      .png({ progressive: true })
      .toBuffer(),
    scene().webp().toBuffer(),
    alpha.clone().webp().toBuffer(),
    alpha.clone().webp({ lossless: true }).toBuffer(),
  ]);
}
