import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, InvalidCredentialsError } from "ldapts";

/** OpenLDAP's server, or null with a line that says so: `npm test` finds or installs one. */
export const slapdBinary: string | null =
  [process.env.COUNTERSIGN_TEST_SLAPD ?? "", "/usr/sbin/slapd", "/usr/local/sbin/slapd"].find(
    (file) => file !== "" && existsSync(file),
  ) ?? null;

export const suffix = "dc=harbour,dc=example";
const root = { dn: `cn=root,${suffix}`, password: "root of this test" };
/** Whoever may set passwords there, as the desk binds; no root, so that the password policy holds for what it sets. */
export const service = { dn: `cn=countersign,${suffix}`, password: "service of this test" };
export const dnOf = (name: string): string => `uid=${name},ou=people,${suffix}`;

/** A real OpenLDAP on a free port of loopback, as nobody, in a folder of its own, with a password policy. */
export interface Slapd {
  /** COUNTERSIGN_DIRECTORY_URL for it, with more of its query. */
  urlWith(more?: Record<string, string>): string;
  /** kill -9. */
  kill(): Promise<void>;
  /** The same server over what it had. */
  start(): Promise<void>;
  /** Whether somebody binds with this password. */
  opens(name: string, password: string): Promise<boolean>;
  valuesOf(name: string, attribute: string): Promise<string[]>;
  /** Writes as root. */
  asRoot(work: (client: Client) => Promise<void>): Promise<void>;
  drop(): Promise<void>;
}

/** Starts one with these people, each with a mail, a phone and a password. */
export async function startSlapd(
  people: readonly { name: string; mail: string; phone: string; password: string }[],
): Promise<Slapd> {
  if (!slapdBinary) throw new Error("There is no slapd on this machine.");
  const folder = mkdtempSync(join(tmpdir(), "countersign-slapd-"));
  mkdirSync(join(folder, "db"));
  const port = await freePort();
  const url = `ldap://127.0.0.1:${port}`;
  writeFileSync(join(folder, "slapd.conf"), configuration(folder));
  const owner = ownerOf(folder);
  let server: ChildProcess | null = null;
  const start = async () => {
    server = spawn(slapdBinary, ["-f", join(folder, "slapd.conf"), "-h", url, "-d", "0"], {
      ...owner,
      stdio: "ignore",
    });
    await answering(port);
  };
  const kill = async () => {
    const ended = server;
    server = null;
    if (ended && ended.exitCode === null && ended.signalCode === null)
      await new Promise((gone) => ended.once("exit", gone) && ended.kill("SIGKILL"));
  };
  const bound = async <T>(dn: string, password: string, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ url, timeout: 5000 });
    try {
      await client.bind(dn, password);
      return await work(client);
    } finally {
      await client.unbind();
    }
  };
  const asRoot = (work: (client: Client) => Promise<void>) => bound(root.dn, root.password, work);
  await start();
  await asRoot((client) => fill(client, people));
  return {
    urlWith: (more = {}) => {
      const query = new URLSearchParams({ bind: service.dn, ...more });
      return `${url}/ou=people,${suffix}?${query}`;
    },
    kill,
    start,
    opens: (name, password) =>
      bound(dnOf(name), password, async () => true).catch((error: unknown) => {
        if (error instanceof InvalidCredentialsError) return false;
        throw error;
      }),
    valuesOf: (name, attribute) =>
      bound(root.dn, root.password, async (client) => {
        const { searchEntries } = await client.search(dnOf(name), { scope: "base", attributes: [attribute] });
        const value = searchEntries[0]?.[attribute] ?? [];
        return (Array.isArray(value) ? value : [value]).map(String);
      }),
    asRoot,
    drop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const configuration = (folder: string): string => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
pidfile ${folder}/pid
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload ppolicy
database mdb
suffix "${suffix}"
rootdn "${root.dn}"
rootpw "${root.password}"
directory ${folder}/db
maxsize 16777216
access to attrs=userPassword by dn.exact="${service.dn}" write by anonymous auth by * none
access to * by dn.exact="${service.dn}" write by * none
overlay ppolicy
ppolicy_default "cn=policy,ou=people,${suffix}"
ppolicy_hash_cleartext
`;

async function fill(
  client: Client,
  people: readonly { name: string; mail: string; phone: string; password: string }[],
): Promise<void> {
  await client.add(suffix, { objectClass: ["dcObject", "organization"], dc: "harbour", o: "Harbour" });
  await client.add(`ou=people,${suffix}`, { objectClass: "organizationalUnit", ou: "people" });
  await client.add(`cn=policy,ou=people,${suffix}`, {
    objectClass: ["device", "pwdPolicy"],
    cn: "policy",
    pwdAttribute: "userPassword",
    pwdMinLength: "15",
    pwdCheckQuality: "2",
    pwdInHistory: "5",
  });
  const account = { objectClass: ["organizationalRole", "simpleSecurityObject"], cn: "countersign" };
  await client.add(service.dn, { ...account, userPassword: service.password });
  for (const { name, mail, phone, password } of people)
    await client.add(dnOf(name), {
      objectClass: "inetOrgPerson",
      uid: name,
      cn: name,
      sn: name,
      mail,
      mobile: phone,
      userPassword: password,
    });
}

/** Root hands the folder and the server to nobody. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid = 65534, gid = 65534] = ["-u", "-g"].map((flag) =>
    Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout),
  );
  for (const path of [folder, join(folder, "db"), join(folder, "slapd.conf")]) chownSync(path, uid, gid);
  return { uid, gid };
}

/** Waits until somebody listens there. */
async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const answers = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: "127.0.0.1", port });
      socket.once("connect", () => {
        socket.destroy();
        resolve(true);
      });
      socket.once("error", () => resolve(false));
    });
    if (answers) return;
    await sleep(25);
  }
  throw new Error("slapd did not start.");
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const at = probe.address();
      probe.close(() => resolve(typeof at === "object" && at ? at.port : 0));
    });
  });
}
