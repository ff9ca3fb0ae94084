import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./testing-slapd";

export const scimToken = "token of this test";

interface ScimUser {
  id: string;
  userName: string;
  emails: { value: string; type?: string; primary?: boolean }[];
  phoneNumbers: { value: string; type?: string }[];
  past: string[];
}
interface ScimState {
  users: ScimUser[];
  requests: string[];
}
/** What it answers next in place of what it would. */
export interface NextAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/** A SCIM server in a process of its own, made of SCIMMY and Express, whose users outlive its end. */
export interface ScimServer {
  /** COUNTERSIGN_DIRECTORY_URL for it. */
  url: string;
  base: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  opens(name: string, password: string): Promise<boolean>;
  state(): Promise<ScimState>;
  answerNext(...answers: NextAnswer[]): Promise<void>;
  put(change: Record<string, unknown>): Promise<void>;
  drop(): Promise<void>;
}

/** Starts one with these people, each with a mail, a phone and a password. */
export async function startScim(
  people: readonly { name: string; mail: string; phone: string; password: string }[],
): Promise<ScimServer> {
  const port = await freePort();
  const file = join(tmpdir(), `countersign-scim-${port}.json`);
  const script = fileURLToPath(new URL("./testing-scim-server.mjs", import.meta.url));
  const root = `http://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;
  const start = async () => {
    server = spawn(process.execPath, [script, String(port), file, scimToken], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    await answering(`${root}/healthz`);
  };
  const kill = async () => {
    const ended = server;
    server = null;
    if (ended && ended.exitCode === null && ended.signalCode === null)
      await new Promise((gone) => ended.once("exit", gone) && ended.kill("SIGKILL"));
  };
  const send = (method: string, path: string, body: unknown) =>
    fetch(`${root}${path}`, { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json" } });
  await start();
  await send("PUT", "/state", { users: people.map(userOf), requests: [] });
  return {
    url: `scim+${root}/scim`,
    base: `${root}/scim`,
    kill,
    start,
    opens: async (username, password) => (await send("POST", "/bind", { username, password })).status === 204,
    state: async () => (await (await fetch(`${root}/state`)).json()) as ScimState,
    answerNext: async (...answers) => void (await send("PUT", "/state", { answers })),
    put: async (change) => void (await send("PUT", "/state", change)),
    drop: async () => {
      await kill();
      rmSync(file, { force: true });
    },
  };
}

const userOf = ({ name, mail, phone, password }: { name: string; mail: string; phone: string; password: string }) => ({
  id: `id-of-${name}`,
  userName: name,
  meta: { resourceType: "User", version: 'W/"1"' },
  emails: [
    { value: mail, type: "home", primary: true },
    { value: `${name}@work.example`, type: "work" },
  ],
  phoneNumbers: [{ value: phone, type: "mobile" }],
  password,
  past: [password],
});

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return;
    await sleep(25);
  }
  throw new Error("The SCIM server did not start.");
}
