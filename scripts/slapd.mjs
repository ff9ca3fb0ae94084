import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installDebianPackages } from "./debian.mjs";
import { pathFolders } from "./run.mjs";

/** The path of OpenLDAP's server: the machine's, else Debian's package; null where neither can be had. */
export function findSlapd() {
  return machineSlapd() ?? (installSlapd() ? machineSlapd() : null);
}

/** It stands in a folder for administrators, which is not on everybody's path. */
function machineSlapd() {
  const folders = [...pathFolders(), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, "slapd")).find((file) => existsSync(file)) ?? null;
}

/** Without a directory of the package's own, which it would else make and serve. */
function installSlapd() {
  const input = "slapd slapd/no_configuration boolean true\n";
  if (process.getuid?.() === 0) spawnSync("debconf-set-selections", { input });
  return installDebianPackages(["slapd"]);
}
