import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { answers } from "./demo-port.mjs";
import { beforeEnd } from "./ending.mjs";
import { end, root } from "./run.mjs";

const READY_LIMIT_MS = 60_000;

/** Serves a portal by itself on what `prepare` put into the folder, until this process ends, and resolves to its origin once it answers. */
export async function serveAt(folder, prepare) {
  const port = await freePort();
  const settings = settingsIn(folder, port);
  await prepare({ ...settings, COUNTERSIGN_MODE: "demo" });
  const env = { ...withoutOwn(), ...settings, COUNTERSIGN_MODE: "test", COUNTERSIGN_SERVE: "portal" };
  const log = openSync(join(folder, "web.log"), "w");
  const child = spawn(process.execPath, ["build/index.js"], { cwd: root, env, stdio: ["ignore", log, log] });
  closeSync(log);
  beforeEnd(() => end(child));
  const limit = Date.now() + READY_LIMIT_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > limit)
      throw new Error(`The portal did not start. It said:\n${readFileSync(join(folder, "web.log"), "utf8")}`);
    await pause(200);
  }
  return settings.COUNTERSIGN_PORTAL_URL;
}

/** The settings of every process here; the desk's own address is only a name. */
const settingsIn = (folder, port) => ({
  NODE_ENV: "production",
  COUNTERSIGN_DATABASE_URL: `sqlite:${folder}/countersign.db`,
  COUNTERSIGN_KEYS_URL: `sqlite:${folder}/keys.db`,
  COUNTERSIGN_SECRETS_DIR: `${folder}/secrets`,
  COUNTERSIGN_CLOCK_FILE: `${folder}/clock.json`,
  COUNTERSIGN_UPLOAD_DIR: `${folder}/uploads`,
  COUNTERSIGN_MAIL_URL: `folder:${folder}/messages`,
  COUNTERSIGN_SMS_URL: `folder:${folder}/messages`,
  COUNTERSIGN_BASE_URL: "http://localhost:1",
  COUNTERSIGN_PORTAL_URL: `http://127.0.0.1:${port}`,
  HOST: "127.0.0.1",
  PORT: String(port),
});

/** This process's environment without the settings of another installation. */
const withoutOwn = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^COUNTERSIGN_/.test(name)));

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
