import { closeSync, createReadStream, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";
import { printable } from "domain/trail/verdict";
import { type BundleSource, NotABundle } from "~/bundle/source";
import { openZip } from "~/bundle/zip";

/** The bundle at a path: a folder, or a zip of it. */
export async function openBundle(path: string): Promise<BundleSource> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Error(`There is nothing at ${path}.`);
  return stat.isDirectory() ? openFolder(path) : openZip(bytesOf(path), inflated);
}

function openFolder(path: string): BundleSource {
  const names = namesIn(path, "");
  const of = names.reduce((all, name) => all + statSync(join(path, name)).size, 0);
  let read = 0;
  return {
    names,
    progress: () => ({ read, of }),
    async *open(name) {
      for await (const piece of createReadStream(join(path, name), { highWaterMark: 256 * 1024 })) {
        read += piece.length;
        yield piece;
      }
    },
  };
}

/** Nothing is followed out of the folder: a link is no file of a bundle. */
function namesIn(path: string, under: string): string[] {
  return readdirSync(join(path, under), { withFileTypes: true }).flatMap((entry) => {
    const name = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory() && under === "") return namesIn(path, name);
    if (!entry.isFile()) throw new NotABundle(`${printable(name)} is no file.`);
    return [name];
  });
}

function bytesOf(path: string) {
  const file = openSync(path, "r");
  process.once("exit", () => closeSync(file));
  return {
    size: fstatSync(file).size,
    read: async (from: number, to: number) => {
      const buffer = Buffer.alloc(Math.max(0, to - from));
      return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, from));
    },
  };
}

/** Unpacks as Node does, and counts what was taken in: nothing hides behind the end of a file's deflated bytes. */
export async function* inflated(stored: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  let given = 0;
  const counted = async function* () {
    for await (const piece of stored) {
      given += piece.length;
      yield piece;
    }
  };
  const unpacking = createInflateRaw();
  const fed = pipeline(counted, unpacking).catch(() => undefined);
  try {
    for await (const piece of unpacking) yield piece as Uint8Array;
  } catch {
    throw new NotABundle(`${name} does not unpack.`);
  }
  await fed;
  if (unpacking.bytesWritten !== given || !(await stored.next()).done)
    throw new NotABundle(`Something stands in the zip behind the end of ${name}.`);
}
