import { expect, it } from "vitest";
import { photoFormat } from "./photo";

it.each([
  ["a JPEG", [0xff, 0xd8, 0xff, 0xe0, 0, 0], "jpeg"],
  ["a PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], "png"],
  ["a WebP", [...Buffer.from("RIFF\0\0\0\0WEBPVP8 ")], "webp"],
  ["another RIFF file", [...Buffer.from("RIFF\0\0\0\0WAVEfmt ")], null],
  ["a drawing in SVG", [...Buffer.from("<svg xmlns=")], null],
  ["a GIF", [...Buffer.from("GIF89a")], null],
  ["a TIFF", [0x49, 0x49, 0x2a, 0], null],
  ["a file that ends within its signature", [0xff, 0xd8], null],
  ["nothing", [], null],
])("%s is told by its first bytes", (_, bytes, format) => {
  expect(photoFormat(Uint8Array.from(bytes))).toBe(format);
});
