import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** docs/VERIFY.md, from the folder above this file that has it: sources and builds are at different depths. */
export async function verifyPage(): Promise<Buffer> {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const page = join(folder, "docs", "VERIFY.md");
    if (existsSync(page)) return readFile(page);
    if (folder === dirname(folder)) throw new Error("docs/VERIFY.md is missing: it goes into every bundle.");
  }
}
