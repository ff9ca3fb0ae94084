import { describe, expect, it } from "vitest";
import { locksTheSame } from "./lock.mjs";

const lock = (packages: Record<string, object>) => JSON.stringify({ lockfileVersion: 3, packages });
const kysely = { "node_modules/kysely": { version: "0.28.18", integrity: "sha512-a" } };
const windows = { "node_modules/esbuild-win32": { version: "1.0.0", optional: true, os: ["win32"] } };

describe("The lock of packages", () => {
  it("locks the same when only the binaries of other platforms are listed or left out", () => {
    expect(locksTheSame(lock(kysely), lock({ ...kysely, ...windows }))).toBe(true);
    expect(locksTheSame(lock({ ...kysely, ...windows }), lock(kysely))).toBe(true);
  });

  it("does not when a package has another version, another hash, or came or went", () => {
    const newer = { "node_modules/kysely": { version: "0.28.19", integrity: "sha512-a" } };
    const other = { "node_modules/kysely": { version: "0.28.18", integrity: "sha512-b" } };
    for (const after of [newer, other, {}, { ...kysely, "node_modules/left-pad": { version: "1.0.0" } }])
      expect(locksTheSame(lock(kysely), lock(after))).toBe(false);
  });

  it("does not when an optional binary has another hash than the one that was locked", () => {
    const forged = {
      "node_modules/esbuild-win32": { ...windows["node_modules/esbuild-win32"], integrity: "sha512-c" },
    };
    expect(locksTheSame(lock(windows), lock(forged))).toBe(false);
  });
});
