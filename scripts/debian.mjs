import { spawnSync } from "node:child_process";

/** Installs Debian packages and says whether that worked; false at once where this is not root on a machine with apt-get. */
export function installDebianPackages(names) {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  console.log(`Installing ${names.join(", ")} with apt-get (a minute or two) …`);
  return aptGet(["update", "-qq"]) && aptGet(["install", "-y", "-qq", "--no-install-recommends", ...names]);
}

function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const result = spawnSync("apt-get", args, { env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (result.status !== 0) console.error(`${result.stdout}${result.stderr}`.trim().split("\n").slice(-5).join("\n"));
  return result.status === 0;
}
