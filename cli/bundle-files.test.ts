import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inflated, openBundle } from "./bundle-files";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-folder-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("A folder that is said to be a bundle", () => {
  it("cannot steer the terminal by the name of a link in it", async () => {
    symlinkSync("/etc/hostname", join(folder, "\u001b[2J\u202e\u009b31m"));
    await expect(openBundle(folder)).rejects.toThrow(/^\?\[2J\?\?31m is no file\.$/);
  });
});

describe("A file of a zip", () => {
  const packed = deflateRawSync(Buffer.from("entries ".repeat(50_000)));
  const unpack = async (pieces: Uint8Array[]) => {
    let length = 0;
    const stored = (async function* () {
      yield* pieces;
    })();
    for await (const piece of inflated(stored, "entries.jsonl")) length += piece.length;
    return length;
  };

  it("unpacks whole, however it comes", async () => {
    expect(await unpack([packed])).toBe(400_000);
    expect(await unpack([...packed].map((byte) => Uint8Array.of(byte)))).toBe(400_000);
  });

  it("hides nothing behind the end of its deflated bytes", async () => {
    for (const pieces of [[packed, Buffer.from("hidden")], [Buffer.concat([packed, Buffer.from([0])])]])
      await expect(unpack(pieces)).rejects.toThrow("behind the end of entries.jsonl");
    await expect(unpack([packed.subarray(0, -3)])).rejects.toThrow("does not unpack");
  });
});
