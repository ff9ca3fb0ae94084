import { spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEnd } from "./ending.mjs";
import { findPostgresBinaries } from "./postgres-binaries.mjs";
import { serverEnv, startServer, stopServer } from "./postgres-server.mjs";

/** A real PostgreSQL whose `url` may create databases: the one that COUNTERSIGN_TEST_POSTGRES_URL names, else a fresh server of its own, reachable on loopback only and gone without a trace after `stop`; throws one sentence where it cannot. */
export async function startPostgres() {
  const given = process.env.COUNTERSIGN_TEST_POSTGRES_URL;
  if (given) return { url: await checked(given), stop: async () => {} };
  const home = makeHome(findPostgresBinaries());
  const stop = stopOnce(home);
  try {
    initialise(home);
    return { url: await startServer(home), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function checked(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      "select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user",
    );
    if (!rows[0].may) throw new Error("its user may not create databases");
    return url;
  } catch (error) {
    throw new Error(`COUNTERSIGN_TEST_POSTGRES_URL cannot be used: ${error.message || error.code}.`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** PostgreSQL refuses to run as root, so root hands the folder and the server to an ordinary user. */
function makeHome(binaries) {
  const owner = process.getuid?.() === 0 ? ordinaryUser() : {};
  const folder = mkdtempSync(join(tmpdir(), "countersign-postgres-"));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid);
  return { binaries, folder, data: join(folder, "data"), owner, server: undefined };
}

function ordinaryUser() {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error("PostgreSQL refuses to run as root, and this machine has neither a user postgres nor a user nobody.");
}

/** Stops the server and removes its folder when called, at a signal, and at the end of this process, whichever comes first. */
function stopOnce(home) {
  const remove = () => rmSync(home.folder, { recursive: true, force: true, maxRetries: 5 });
  const abandon = () => {
    home.server?.kill("SIGQUIT");
    remove();
  };
  let stopping;
  const stop = () => {
    stopping ??= stopServer(home.server).then(() => {
      forget();
      process.off("exit", abandon);
      remove();
    });
    return stopping;
  };
  const forget = beforeEnd(stop);
  process.once("exit", abandon);
  return stop;
}

function initialise(home) {
  const args = ["-D", home.data, "-U", "postgres", "-E", "UTF8", "--locale=C", "--auth=trust"];
  const options = { ...home.owner, cwd: home.folder, env: serverEnv(), encoding: "utf8" };
  const { status, stderr, error } = spawnSync(join(home.binaries, "initdb"), args, options);
  if (status !== 0) throw new Error(`PostgreSQL's initdb failed: ${(error?.message ?? stderr).trim()}`);
  writeFileSync(join(home.data, "pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
}
