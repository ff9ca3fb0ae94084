import { connect } from "node:net";
import { defineCommand } from "citty";
import { openReader } from "db/engine";
import { latestSchema, versionOf } from "db/migrate";
import type { DirectoryTrouble } from "domain/directory-job";
import { isoOf, seconds } from "domain/time";
import { BadSettings, type Config, configOf } from "~/config.server";
import { twoOriginsProblem } from "~/config-problems.server";
import { toleranceMs } from "~/desk/watch-clock.server";
import { openDirectory } from "~/directory/open.server";
import type { Door } from "~/door.server";
import { isClockJumped, ledgerNow } from "~/facts.server";
import { openReady } from "~/ready.server";
import { scimToken } from "~/scim-door.server";
import { openSecrets } from "~/secrets.server";
import { deskFindings, type Finding } from "./doctor-desk";
import { exit } from "./house";

/** Looks at settings, secrets, database, trail, places outside, staff, clock and delivery, and says what to do. Exit code 1 when anything has to be mended; what is only advice does not count. */
export const doctor = defineCommand({
  meta: {
    name: "doctor",
    description: "Check settings, secrets, database, trail, staff, clock and delivery, and say what to do.",
  },
  async run() {
    const findings = await findingsOf(process.env);
    for (const finding of findings) console.log(lineOf(finding));
    process.exitCode = findings.every((f) => f.todo === null || f.isAdvice) ? exit.ok : exit.failed;
  },
});

function lineOf({ what, todo, isAdvice }: Finding): string {
  if (todo === null) return `ok    ${what}`;
  return `${isAdvice ? "note" : "mend"}  ${what}: ${todo}`;
}

async function findingsOf(env: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  const config = settings(env);
  if (Array.isArray(config)) return config;
  const checks = [
    serving(config),
    { what: `proxies (${config.proxies.join(", ") || "none"})`, todo: null },
    secrets(config, env),
    await database(config),
    ...(await desk(config, env)),
    await mail(config, "mail"),
    await mail(config, "texts"),
    ...(await directory(config, env)),
    ...scimServer(config, env),
    ...reach(config),
  ];
  return [{ what: `settings (${config.mode}, ${config.baseUrl})`, todo: null }, ...checks];
}

/** Without a telephone people are led to the guided request, which cannot open an account that was locked. */
export function reach({ callUs, ownersSaid }: Config): Finding[] {
  const phone =
    "COUNTERSIGN_CALL_US is not set: pages and messages name no telephone, and whoever locked their account has no way to have it opened";
  const owners = "COUNTERSIGN_OWNERS_CONTACT is not set: whoever took over an account is given an example's address";
  return [
    { what: callUs ? `telephone (${callUs.phone})` : "telephone", todo: callUs ? null : phone, isAdvice: true },
    { what: "changes of owner", todo: ownersSaid ? null : owners, isAdvice: true },
  ];
}

/** Worker and command line share the settings and serve nothing, so what only the web process refuses is advice here. */
export function serving(config: Config): Finding {
  const apart = config.portalUrl === config.baseUrl ? "" : `, portal ${config.portalUrl}`;
  const what = `serving (${config.serve}${apart})`;
  return { what, todo: twoOriginsProblem(config), isAdvice: true };
}

function settings(env: Readonly<Record<string, string | undefined>>): Config | Finding[] {
  try {
    return configOf(env);
  } catch (error) {
    const problems = error instanceof BadSettings ? error.problems : [String(error)];
    return problems.map((todo) => ({ what: "settings", todo }));
  }
}

function secrets(config: Config, env: Readonly<Record<string, string | undefined>>): Finding {
  try {
    openSecrets(config.secretsDir, env);
    return { what: "secrets", todo: null };
  } catch (error) {
    return { what: "secrets", todo: messageOf(error) };
  }
}

/** Opening the writer checks the durable pragmas; opening the reader, that the engine refuses a write on it. */
async function database(config: Config): Promise<Finding> {
  const what = `database (${config.databaseUrl.split(":")[0]})`;
  try {
    const db = openReader(config.databaseUrl);
    const version = await versionOf(db);
    const writable = await db.sql
      .updateTable("head")
      .set({ size: 0 })
      .where("id", "=", -1)
      .execute()
      .then(
        () => true,
        () => false,
      );
    await db.close();
    if (version !== latestSchema)
      return {
        what,
        todo: version < latestSchema ? 'run "countersign migrate"' : "it is of a newer release; use that one",
      };
    return { what, todo: writable ? "the connection for screens can write; look at the database user's rights" : null };
  } catch (error) {
    return { what, todo: `it cannot be opened (${messageOf(error)})` };
  }
}

async function desk(config: Config, env: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  try {
    const house = await openReady(config, env);
    const look = async () => [
      ...(await deskFindings(house.door)),
      { what: "clock", todo: await clockProblem(house.door) },
    ];
    return await look().finally(() => house.close());
  } catch {
    return [{ what: "trail, staff and clock", todo: "they are looked at once secrets and database are mended" }];
  }
}

async function clockProblem(door: Door): Promise<string | null> {
  if (await isClockJumped(door))
    return 'it jumped and nobody acknowledged it, so no reset starts; look into it, then run "countersign clock"';
  const behindMs = (await ledgerNow(door)) - door.clock.now();
  if (behindMs <= toleranceMs) return null;
  return `the newest entry is of ${isoOf(door.clock.now() + behindMs)}, ${Math.round(behindMs / seconds(1))} s ahead of this machine's clock: until then new entries get that time; set the clock right, or wait`;
}

async function mail(config: Config, channel: "mail" | "texts"): Promise<Finding> {
  const url = channel === "mail" ? config.mailUrl : config.smsUrl;
  const setting = channel === "mail" ? "COUNTERSIGN_MAIL_URL" : "COUNTERSIGN_SMS_URL";
  const unset = `${setting} is not set: such messages fail at once, and the ticket says so`;
  if (!url) return { what: channel, todo: unset, isAdvice: channel === "texts" };
  if (url.startsWith("folder:")) return { what: `${channel} (a folder)`, todo: null };
  const { protocol, hostname, port } = new URL(url);
  const answers = await reachable(hostname, Number(port) || (usualPorts[protocol] ?? 25));
  return { what: channel, todo: answers ? null : `nothing answers at ${hostname}; messages wait and are tried again` };
}

/** Binds, or asks, as the desk does when somebody sets a password; changes nothing. */
async function directory(config: Config, env: Readonly<Record<string, string | undefined>>): Promise<Finding[]> {
  if (!config.directoryUrl) return [];
  try {
    const opened = openDirectory(config, env);
    const trouble = (await opened?.problem()) ?? null;
    const what = `directory (${opened?.kind})`;
    return [{ what, todo: trouble && `${directoryTodo[trouble]}; resets wait for it` }];
  } catch (error) {
    return [{ what: "directory", todo: messageOf(error) }];
  }
}

/** The token of an identity provider that keeps accounts in step here, where one is set. */
export function scimServer(config: Config, env: Readonly<Record<string, string | undefined>>): Finding[] {
  try {
    const what = `SCIM server (${config.baseUrl}/scim/v2)`;
    return scimToken(config, env) === null ? [] : [{ what, todo: null }];
  } catch (error) {
    return [{ what: "SCIM server", todo: messageOf(error) }];
  }
}

const directoryTodo: Record<DirectoryTrouble, string> = {
  unreachable: "nothing answers there, or its certificate is not trusted (NODE_EXTRA_CA_CERTS names another authority)",
  busy: "it asks to be left alone for a while",
  "not-allowed": "it refuses COUNTERSIGN_DIRECTORY_SECRET; look at the token, password or key and at its rights",
  "no-such-account": "its base is not there; look at COUNTERSIGN_DIRECTORY_URL",
  "several-accounts": "a user name is there twice",
  conflict: "it answered with a conflict",
  "not-understood": "its answer was not understood; look at COUNTERSIGN_DIRECTORY_URL",
};

const usualPorts: Record<string, number> = { "smtps:": 465, "https:": 443, "http:": 80 };

const reachableWithinMs = 3000;

function reachable(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: reachableWithinMs });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
  });
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "unknown error");
