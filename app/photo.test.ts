import { goodPictures, hostileFiles } from "domain/files/testing-corpus";
import { greyPng, pdf, phoneJpeg } from "domain/files/testing-files";
import fc from "fast-check";
import sharp, { type Sharp } from "sharp";
import { describe, expect, it } from "vitest";
import { cleanDocument, cleanPhoto } from "./photo.server";

const cleaned = async (bytes: Buffer): Promise<Buffer> => {
  const made = await cleanPhoto(bytes);
  if ("refused" in made) throw new Error(made.refused);
  return made.bytes;
};

describe("A picture that is taken", () => {
  it("becomes a JPEG of ours, whichever of the three formats it came in", async () => {
    for (const bytes of await goodPictures()) {
      const { format, exif, icc, xmp } = await sharp(await cleaned(bytes)).metadata();
      expect([format, exif, icc, xmp]).toEqual(["jpeg", undefined, undefined, undefined]);
    }
  });

  it("stands as its orientation says, all eight of them", async () => {
    const corner = async (image: Sharp) => {
      const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
      return { size: [info.width, info.height], first: near(data.subarray(0, 3)), last: near(data.subarray(-3)) };
    };
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const bytes = await phoneJpeg(orientation);
      expect(await corner(sharp(await cleaned(bytes)))).toEqual(await corner(sharp(bytes).autoOrient()));
    }
  });

  it("holds nothing of what a hostile one hid, and every other one is refused for a reason", async () => {
    for (const { what, bytes, picture, hides = "" } of await hostileFiles()) {
      const made = await cleanPhoto(bytes);
      if (picture !== "kept") expect([what, made]).toEqual([what, { refused: picture }]);
      else expect([what, "bytes" in made && !made.bytes.includes(hides)]).toEqual([what, true]);
    }
  });

  it("of ten points in a hundred megabytes of deflated zeros costs no more than its ten points", async () => {
    const bomb = greyPng(10, 10, 100_000_000);
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    const { width, height } = await sharp(await cleaned(bomb)).metadata();
    expect([width, height]).toEqual([10, 10]);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });

  it("with bytes changed becomes a picture of ours or is refused, and the decoder never fails on it", async () => {
    const files = await goodPictures();
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    const mutated = fc.tuple(fc.nat(files.length - 1), fc.array(change, { minLength: 1, maxLength: 6 }));
    await fc.assert(
      fc.asyncProperty(mutated, async ([file, changes]) => {
        const bytes = Buffer.from(files[file] ?? pdf());
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        const made = await cleanPhoto(bytes);
        if ("bytes" in made) expect((await sharp(made.bytes).metadata()).format).toBe("jpeg");
      }),
      { numRuns: 150 },
    );
  });

  it("whose data is another than its headers say is none", async () => {
    expect(await cleanPhoto(greyPng(4000, 4000, 10))).toEqual({ refused: "not-a-photo" });
  });
});

it("A document that is taken is what came, byte by byte, as far as its end", () => {
  expect(cleanDocument(Buffer.concat([pdf(), Buffer.from("\n\n<script>")]))).toEqual({ bytes: pdf() });
});

/** Colours as coarse as two JPEGs of the same picture agree in them. */
const near = (colour: Uint8Array): number[] => [...colour].map((c) => Math.round(c / 64));
