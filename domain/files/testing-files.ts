import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** Files as people and strangers send them, made here: good ones, and ones that are not what they say. */

const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const high = (n: number, bytes = 4): Buffer => {
  const all = Buffer.alloc(8);
  all.writeBigUInt64BE(BigInt(n));
  return all.subarray(8 - bytes);
};

/** A picture with a different colour in each quarter and coarse grain over it: it shows how it was turned, and compresses badly. */
export function scene(width = 96, height = 64): Sharp {
  const raw = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i += 1) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const grain = ((x * 7 + y * 13) % 16) * 2;
    const quarter = (x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2);
    const colour = [
      [200, 20, 20],
      [20, 180, 20],
      [20, 20, 200],
      [220, 220, 220],
    ][quarter] ?? [0, 0, 0];
    raw.set(
      colour.map((c) => c + grain),
      i * 3,
    );
  }
  return sharp(raw, { raw: { width, height, channels: 3 } });
}

/** A JPEG as a phone makes it: with where, when and by whom, and turned by its orientation. */
export const phoneJpeg = (orientation = 1): Promise<Buffer> =>
  scene()
    .jpeg({ progressive: true })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Artist: "Somebody Secret", Copyright: "12 Home Street" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 26/1" },
    })
    .toBuffer();

/** A chunk of a PNG: length, name, data, CRC. */
export function chunk(name: string, data: Buffer | string = ""): Buffer {
  const body = Buffer.concat([latin(name), Buffer.from(data)]);
  return Buffer.concat([high(body.length - 4), body, high(crc32(body))]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG in grey that says to be so large, with so many bytes of zeros in it, deflated. */
export const greyPng = (width: number, height: number, zeros = (width + 1) * height, ...more: Buffer[]): Buffer =>
  Buffer.concat([
    signature,
    chunk("IHDR", Buffer.concat([high(width), high(height), Buffer.from([8, 0, 0, 0, 0])])),
    ...more,
    chunk("IDAT", deflateSync(Buffer.alloc(zeros))),
    chunk("IEND"),
  ]);

/** A segment of a JPEG: marker, length, data. */
export const segment = (marker: number, data: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), high(Buffer.from(data).length + 2, 2), Buffer.from(data)]);

/** The same JPEG with this put in right after its beginning. */
export const withSegments = (jpeg: Buffer, ...segments: Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

/** A RIFF file of these chunks. */
export function riff(...chunks: readonly (readonly [name: string, data: Buffer])[]): Buffer {
  const low = (n: number) => Buffer.from(high(n)).reverse();
  const parts = chunks.flatMap(([name, data]) => [latin(name), low(data.length), data, Buffer.alloc(data.length % 2)]);
  const body = Buffer.concat([latin("WEBP"), ...parts]);
  return Buffer.concat([latin("RIFF"), low(body.length), body]);
}

/** A PDF of one page with these objects beside it, and a cross-reference table that is right. */
export function pdf(...more: string[]): Buffer {
  const text = "BT /F1 12 Tf 20 60 Td (Receipt 2019-05-01 L38239367) Tj ET";
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R${more.length > 0 ? " /OpenAction 6 0 R" : ""} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...more,
  ];
  let body = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}`;
  return latin(
    `${body}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

/** A ZIP of one empty file, as it is hidden behind pictures. */
export const zip = Buffer.concat([
  latin("PK\x03\x04"),
  Buffer.alloc(26),
  latin("hidden.exe"),
  latin("PK\x05\x06"),
  Buffer.alloc(18),
]);
