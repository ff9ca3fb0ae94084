import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "./document";
import { orientationIn } from "./orientation";
import { readPicture } from "./picture";
import { goodPictures, type Hostile, hostileFiles, otherFormats } from "./testing-corpus";
import { pdf, phoneJpeg, segment, withSegments } from "./testing-files";

let hostile: Hostile[];
let good: Buffer[];
beforeAll(async () => {
  hostile = await hostileFiles();
  good = await goodPictures();
});

const pixels = async (bytes: Uint8Array) => (await sharp(bytes).raw().toBuffer()).toString("base64");

describe("A file that lies", () => {
  it("is told for what it is, as a picture and as a document", () => {
    const told = hostile.map(({ what, bytes }) => {
      const [picture, document] = [readPicture(bytes), readDocument(bytes)];
      return {
        what,
        picture: typeof picture === "string" ? picture : "kept",
        document: typeof document === "string" ? document : "kept",
      };
    });
    expect(told).toEqual(hostile.map(({ what, picture, document }) => ({ what, picture, document })));
  });

  it("keeps nothing of what it hid", () => {
    const hiding = hostile.filter((file) => file.hides);
    expect(hiding.length).toBeGreaterThan(5);
    for (const { bytes, hides = "" } of hiding) {
      const [picture, document] = [readPicture(bytes), readDocument(bytes)];
      const left = typeof picture === "string" ? document : picture.bytes;
      expect(bytes.includes(hides)).toBe(true);
      expect(Buffer.from(left).includes(hides)).toBe(false);
    }
  });
});

describe("A picture", () => {
  it("is the same point by point without its metadata, and its own headers told its size", async () => {
    for (const bytes of good) {
      const picture = readPicture(bytes);
      if (typeof picture === "string") throw new Error(picture);
      const { width, height, format } = await sharp(bytes).metadata();
      expect(picture).toMatchObject({ width, height, format });
      expect(await pixels(picture.bytes)).toBe(await pixels(bytes));
    }
  });

  it("read again is what it became, so nothing is left to take away", () => {
    for (const bytes of good) {
      const once = readPicture(bytes);
      if (typeof once === "string") throw new Error(once);
      expect(readPicture(once.bytes)).toMatchObject({ bytes: once.bytes, width: once.width, height: once.height });
    }
  });

  it("tells how it stands, whichever of its formats says it, and leaves the rest of its Exif behind", async () => {
    for (const orientation of [1, 3, 6, 8])
      expect(readPicture(await phoneJpeg(orientation))).toMatchObject({ orientation });
    const turned = sharp(await phoneJpeg(6)).keepMetadata();
    for (const bytes of [await turned.clone().png().toBuffer(), await turned.clone().webp().toBuffer()])
      expect(readPicture(bytes)).toMatchObject({ orientation: 6 });
    const picture = readPicture(await phoneJpeg(6));
    expect(typeof picture === "string" || Buffer.from(picture.bytes).includes("Exif")).toBe(false);
  });

  it("keeps one of its JFIF notes, however many and however short", () => {
    const [jpeg = Buffer.alloc(0)] = good;
    const noted = (notes: number) =>
      readPicture(withSegments(jpeg, ...Array<Buffer>(notes).fill(segment(0xe0, "JFIF\0"))));
    expect(noted(1)).toMatchObject({ format: "jpeg", width: 96 });
    expect(noted(1000)).toEqual(noted(1));
  });

  it("of any other format is none", async () => {
    expect((await otherFormats()).map((bytes) => readPicture(bytes))).toEqual(Array(3).fill("not-a-photo"));
  });

  it("with an Exif that makes no sense stands upright", async () => {
    const [jpeg] = good;
    const senseless = withSegments(jpeg ?? Buffer.alloc(0), segment(0xe1, "Exif\0\0II*\0\xff\xff\xff\xff"));
    expect(readPicture(senseless)).toMatchObject({ orientation: 1 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => orientationIn(bytes) >= 1));
  });
});

describe("A document", () => {
  it("that is whole is kept as it is", () => {
    expect(Buffer.from(readDocument(pdf()) as Uint8Array)).toEqual(pdf());
    // Four bytes that a megabyte of a scan has one time in 250.
    const scanned = pdf("<< >> stream \x9d\xe1/JS(\x07\xf3 endstream");
    expect(Buffer.from(readDocument(scanned) as Uint8Array)).toEqual(scanned);
  });
});

/** What a reader gives for any bytes at all: never more than it was given, and never an error of its own. */
function readsSafely(bytes: Uint8Array): void {
  const picture = readPicture(bytes);
  if (typeof picture !== "string") {
    expect(picture.bytes.length).toBeLessThanOrEqual(bytes.length + 64);
    expect(picture.width * picture.height).toBeLessThanOrEqual(40_000_000);
  }
  const document = readDocument(bytes);
  if (typeof document !== "string") expect(document.length).toBeLessThanOrEqual(bytes.length);
}

describe("Whatever is sent", () => {
  const starts = ["", "\xff\xd8\xff", "\x89PNG\r\n\x1a\n", "RIFF\x40\0\0\0WEBPVP8 ", "%PDF-1.7"];
  it("of random bytes is refused or kept, and nothing breaks", () => {
    const random = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }));
    fc.assert(
      fc.property(random, ([start, rest]) => readsSafely(Buffer.concat([Buffer.from(start, "latin1"), rest]))),
      { numRuns: 3000 },
    );
  });

  it("of a good file with bytes changed, lost, doubled or put in is refused or kept, and nothing breaks", () => {
    const files = [...good, pdf()];
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 40 }),
      put: fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.constant(new Uint8Array([0xff, 0xff, 0xff, 0xff]))),
    });
    const mutated = fc.tuple(fc.nat(files.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(mutated, ([file, changes]) => {
        readsSafely(
          changes.reduce<Buffer>((bytes, { at, length, put }) => {
            const from = Math.floor(at * bytes.length);
            return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + length)]);
          }, files[file] ?? pdf()),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it("of eight megabytes of the smallest parts there are is read once, and kept in one piece", () => {
    const most = 8 * 1024 * 1024;
    const many = (start: Buffer, part: Buffer) => Buffer.concat([start, Buffer.alloc(most - start.length, part)]);
    const [jpeg = Buffer.alloc(0)] = good;
    const exif = segment(0xe1, `Exif\0\0MM\0*\0\0\0\x08\x02\0${"a".repeat(20)}`);
    const shaped = [
      many(jpeg.subarray(0, 2), segment(0xfe, "")),
      many(jpeg.subarray(0, 2), segment(0xdd, "")),
      many(jpeg.subarray(0, 2), exif),
      many(jpeg.subarray(0, 2), Buffer.from([0xff])),
      many(jpeg.subarray(0, -2), Buffer.from([0xff, 0])),
      many(Buffer.from("RIFF\xf0\xff\x7f\0WEBP", "latin1"), Buffer.from("junk\0\0\0\0")),
      many(Buffer.from("%PDF-1.4"), Buffer.from("/")),
      Buffer.concat([many(Buffer.from("%PDF-1.4"), Buffer.from("/#4")), Buffer.from("startxref 1 %%EOF")]),
      many(Buffer.from("%PDF-1.4"), Buffer.from("startxref 1 ")),
    ];
    for (const bytes of shaped) readsSafely(bytes);
  });
});
