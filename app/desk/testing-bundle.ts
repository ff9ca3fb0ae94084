import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";

export type Files = Map<string, Buffer>;

/** A reader of bundles written from docs/VERIFY.md alone, for tests: the files of a folder. */
export function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

/** The members of a zip by its central directory; throws unless every byte before that belongs to one of them. */
export function filesOfZip(zip: Buffer): Files {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== 0x06054b50) throw new Error("no end of central directory");
  const files: Files = new Map();
  let [at, covered] = [zip.readUInt32LE(end + 16), 0];
  for (let n = zip.readUInt16LE(end + 10); n > 0; n -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => zip.readUInt16LE(at + o)) as [number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if (local !== covered) throw new Error("something stands between the members");
    covered = begin + packed + (zip.readUInt16LE(local + 6) & 8 ? 16 : 0);
    const data = zip.subarray(begin, begin + packed);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    if (files.has(name)) throw new Error(`${name} twice`);
    files.set(name, method === 8 ? inflateRawSync(data) : Buffer.from(data));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

export const sha256 = (...parts: (Buffer | Uint8Array | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
export const leafOf = (bytes: Buffer): Buffer => sha256(Uint8Array.of(0), bytes);

/** The root of an RFC 6962 tree over these leaf hashes, as the page states it. */
export function rootOver(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves;
  if (!first) return sha256("");
  if (leaves.length === 1) return first;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Uint8Array.of(1), rootOver(leaves.slice(0, k)), rootOver(leaves.slice(k)));
}

export const textOf = (files: Files, name: string): string => files.get(name)?.toString("utf8") ?? "";

/** The lines of a file that ends in a line feed. */
export function linesOf(files: Files, name: string): string[] {
  const lines = textOf(files, name).split("\n");
  if (lines.pop() !== "") throw new Error(`${name} does not end in a line feed`);
  return lines;
}

/** The leaf hash that a line of entries.jsonl stands for: of its bytes, or the one it is in place of an entry. */
export const leafOfLine = (line: string): Buffer =>
  /^[0-9a-f]{64}$/.test(line) ? Buffer.from(line, "hex") : leafOf(Buffer.from(line, "utf8"));

/** What is wrong with the manifest's list of files, name by name. */
export function misfits(files: Files): string[] {
  const listed = JSON.parse(textOf(files, "manifest.json")).files as { name: string; bytes: number; sha256: string }[];
  const own = ["manifest.json", "manifest.note"];
  const wrong = listed.filter(({ name, bytes, sha256: digest }) => {
    const data = files.get(name);
    return data?.length !== bytes || sha256(data).toString("hex") !== digest;
  });
  const unlisted = [...files.keys()].filter((name) => !own.includes(name) && !listed.some((f) => f.name === name));
  return [...wrong.map((f) => f.name), ...unlisted];
}
