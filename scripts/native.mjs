import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const PROBES = [
  { name: "better-sqlite3", code: "new (require('better-sqlite3'))(':memory:').close()" },
  { name: "@node-rs/argon2", code: "require('@node-rs/argon2').hashSync('probe')" },
  { name: "sharp", code: "require('sharp').versions.vips" },
  { name: "esbuild", code: "require('esbuild').transformSync('let a: number', { loader: 'ts' })" },
  {
    name: "@remix-run/dev/node_modules/esbuild",
    code: "require('./node_modules/@remix-run/dev/node_modules/esbuild').transformSync('1')",
  },
  { name: "vite/node_modules/esbuild", code: "require('./node_modules/vite/node_modules/esbuild').transformSync('1')" },
  { name: "rollup", code: "require('rollup')" },
  {
    name: "@biomejs/biome",
    code: "require('node:child_process').execFileSync(process.execPath, [require.resolve('@biomejs/biome/bin/biome'), '--version'])",
  },
];

/** The native modules that are installed but do not load on this platform, each tried in a process of its own, with the reason in one line. */
export function brokenNativeModules() {
  const installed = PROBES.filter(
    ({ name }) => existsSync(join(root, "node_modules", name)) || !name.includes("node_modules"),
  );
  return installed.flatMap(({ name, code }) => {
    const result = spawnSync(process.execPath, ["--input-type=commonjs", "-e", code], { cwd: root, encoding: "utf8" });
    return result.status === 0 ? [] : [{ name, reason: reasonIn(result.stderr ?? "") }];
  });
}

function reasonIn(stderr) {
  const line = stderr.split("\n").find((text) => /error:/i.test(text)) ?? stderr.split("\n")[0] ?? "";
  return (
    line
      .replace(/^\s*\w*Error: /, "")
      .replace(/\W*Tried:$/, "")
      .trim() || "it ended without a message"
  );
}
