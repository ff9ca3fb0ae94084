import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBundle } from "./bundle-files";

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
