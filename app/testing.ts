import { writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Place } from "db/place";
import type { Role } from "domain/staff";
import type { Millis } from "domain/time";
import { type Config, configOf } from "./config.server";
import { addStaff } from "./desk/add-staff.server";
import { makeKeys } from "./secrets.server";
import { type Serving, start } from "./serve.server";
import { testBuild } from "./testing-build";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
interface More {
  /** An empty value leaves a header out. */
  headers?: Record<string, string>;
  form?: Record<string, string> | [name: string, value: string][];
  /** A form with files, as bytes; its type is among the headers. */
  body?: Buffer;
}
/** A desk that listens on loopback, with a clock of its own. */
export interface TestDesk extends Serving {
  config: Config;
  /** One request as it is, with `Origin` of the desk on a form unless it is given. */
  ask(method: string, path: string, more?: More): Promise<Answer>;
  setAhead(by: Millis): void;
}

/** Starts a desk on a database of its own, on a free port of loopback. */
export async function startDesk(
  place: Place,
  only?: readonly string[],
  env: Record<string, string> = {},
): Promise<TestDesk> {
  makeKeys(join(place.folder, "secrets"));
  const config = configOf({
    NODE_ENV: "test",
    COUNTERSIGN_MODE: "test",
    COUNTERSIGN_DATABASE_URL: place.url,
    COUNTERSIGN_KEYS_URL: place.keysUrl,
    COUNTERSIGN_SECRETS_DIR: join(place.folder, "secrets"),
    COUNTERSIGN_CLOCK_FILE: join(place.folder, "clock.json"),
    PORT: String(await freePort()),
    ...env,
  });
  const serving = await start(config, await testBuild(only), join(place.folder, "public"));
  const setAhead = (by: Millis) => writeFileSync(join(place.folder, "clock.json"), JSON.stringify({ aheadMs: by }));
  return { ...serving, config, setAhead, ask: (method, path, more) => ask(config, method, path, more) };
}

/** Adds a member with the password of `passwordOf`, as the command line would; gives their id. */
export async function addMember(desk: TestDesk, name: string, role: Role): Promise<string> {
  const who = { actor: { id: "cli:test", role: "cli", auth: "none", session: null }, request: "test" } as const;
  const added = await addStaff(desk.house.door, who, {
    signInName: name,
    displayName: `${name} Example`,
    role,
    password: passwordOf(name),
  });
  if (!added.id) throw new Error(`${name} was not added: ${added.refused}`);
  return added.id;
}

export const passwordOf = (name: string): string => `correct horse of ${name}`;

/** The name=value pairs that an answer sets, as the next request sends them; cookies taken back are left out. */
export const cookiesOf = (answer: Answer): string =>
  (answer.headers["set-cookie"] ?? [])
    .filter((c) => !c.includes("Max-Age=0"))
    .map((c) => c.split(";")[0])
    .join("; ");

function ask(config: Config, method: string, path: string, more: More = {}): Promise<Answer> {
  const body = more.body ?? Buffer.from(new URLSearchParams(more.form ?? "").toString());
  const form =
    more.form || more.body
      ? {
          origin: config.ownUrl,
          "content-type": "application/x-www-form-urlencoded",
          "content-length": String(body.length),
        }
      : {};
  const headers = Object.fromEntries(Object.entries({ ...form, ...more.headers }).filter(([, value]) => value !== ""));
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: config.host, port: config.port, method, path, headers, agent: false }, (res) => {
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => parts.push(part));
      res.on("end", () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts).toString("utf8") }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** A port of loopback that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const at = probe.address();
      probe.close(() => resolve(typeof at === "object" && at ? at.port : 0));
    });
  });
}
