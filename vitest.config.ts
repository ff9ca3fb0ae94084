import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.url));

/** The longest file first, so that no core waits for it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = (file: TestSpecification) => /\/cli\/faults\/|trail-flips/.test(file.moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^~\//, replacement: folder("app") },
      { find: /^domain\//, replacement: folder("domain") },
      { find: /^db\//, replacement: folder("db") },
    ],
  },
  test: {
    environment: "node",
    include: ["**/*.test.ts"],
    exclude: ["e2e/**", "**/node_modules/**", "build/**", "public/build/**", "data/**", ".cache/**"],
    globalSetup: ["db/testing-templates.ts"],
    pool: "forks",
    maxWorkers: 2,
    // No test replaces a module, so the files of a worker can share what they import: half the time of the domain's.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
  },
});
