import { isIP } from "node:net";
import type { DirectoryStep } from "domain/directory-job";
import type { ContactKind } from "domain/loss";
import { seconds } from "domain/time";
import {
  Attribute,
  BerWriter,
  BusyError,
  Client,
  ConstraintViolationError,
  type Entry,
  Filter,
  InappropriateAuthError,
  InsufficientAccessError,
  InvalidCredentialsError,
  InvalidSyntaxError,
  Change as LdapChange,
  NoSuchAttributeError,
  NoSuchObjectError,
  ResultCodeError,
  StrongAuthRequiredError,
  UnavailableError,
  UnwillingToPerformError,
} from "ldapts";
import { changedValues, isUnchanged } from "./contact-values";
import { type Change, type Directory, NotDone, NotTaken } from "./port.server";
import { ruleIn } from "./rule-in-words";

export interface LdapSettings {
  /** `ldaps://HOST:PORT` or `ldap://HOST:PORT`. */
  url: string;
  startTls: boolean;
  /** Whoever may read accounts and set their passwords. */
  bindDn: string;
  password: string;
  base: string;
  /** RFC 4515, with `{username}` where the user name goes, escaped. */
  filter: string;
  mail: string;
  phone: string;
  /** An attribute that is taken off with a second factor; null where none is. */
  secondFactor: string | null;
  /** The DN of the password policy (its pwdMinLength is read), or null to look for one under the base. */
  policy: string | null;
}

/** A client of LDAP v3: finds the account by a filter, changes its attributes, and sets passwords by RFC 3062. */
export function ldapDirectory(s: LdapSettings): Directory {
  const takes: DirectoryStep[] = s.secondFactor ? ["contacts", "second-factor", "password"] : ["contacts", "password"];
  return {
    kind: "ldap",
    takes,
    leastLength: () => connected(s, (client) => leastLength(client, s)),
    change: (change, sending) =>
      connected(s, async (client) => {
        const entry = await find(client, s, change.username);
        await sending(null);
        return changeEntry(client, s, entry, change);
      }),
    problem: async () => {
      try {
        await connected(s, (client) => client.search(s.base, { scope: "base", attributes: ["1.1"] }));
        return null;
      } catch (error) {
        if (error instanceof NotDone) return error.trouble;
        throw error;
      }
    },
  };
}

const limits = { connectTimeout: seconds(5), timeout: seconds(10) };

/** Does something over a connection of its own, bound as the desk; every failure is a NotTaken or a NotDone. */
async function connected<T>(s: LdapSettings, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ url: s.url, ...limits });
  try {
    await secured(client, s);
    await client.bind(s.bindDn, s.password).catch((error: unknown) => {
      throw error instanceof ResultCodeError ? new NotDone(notBound(error)) : new NotDone("unreachable");
    });
    return await work(client);
  } catch (error) {
    if (error instanceof NotTaken || error instanceof NotDone) throw error;
    throw troubleOf(error);
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

async function secured(client: Client, { startTls, url }: LdapSettings): Promise<void> {
  if (!startTls) return;
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, "$1");
  // An address is no server name (RFC 6066, section 3); what the certificate names is held against it all the same.
  await client.startTLS({ host, ...(isIP(host) === 0 ? { servername: host } : {}) }).catch(() => {
    throw new NotDone("unreachable");
  });
}

const notBound = (error: ResultCodeError) =>
  error instanceof BusyError || error instanceof UnavailableError ? "busy" : "not-allowed";

/** A result code in the desk's words (RFC 4511, Appendix A); without one the connection broke, and nobody knows how far it came. */
function troubleOf(error: unknown): NotDone {
  if (!(error instanceof ResultCodeError)) return new NotDone("unreachable", { unsure: true });
  if (error instanceof BusyError || error instanceof UnavailableError) return new NotDone("busy");
  if (error instanceof NoSuchObjectError) return new NotDone("no-such-account");
  const notAllowed = [
    InsufficientAccessError,
    InvalidCredentialsError,
    InappropriateAuthError,
    StrongAuthRequiredError,
    UnwillingToPerformError,
  ];
  return new NotDone(notAllowed.some((kind) => error instanceof kind) ? "not-allowed" : "not-understood");
}

async function changeEntry(client: Client, s: LdapSettings, entry: Entry, change: Change): Promise<void> {
  switch (change.step) {
    case "contacts":
      return changeContacts(client, s, entry, change);
    case "second-factor":
      return takeOff(client, s, entry);
    case "password":
      return setPassword(client, s, { dn: entry.dn, ...change });
  }
}

async function find(client: Client, s: LdapSettings, username: string): Promise<Entry> {
  // RFC 4515, section 3: nothing in a user name ends or widens the filter.
  const filter = s.filter.replaceAll("{username}", () => Filter.escape(username));
  const attributes = [s.mail, s.phone, ...(s.secondFactor ? [s.secondFactor] : [])];
  const { searchEntries } = await client.search(s.base, { scope: "sub", filter, attributes, sizeLimit: 2 });
  if (searchEntries.length > 1) throw new NotDone("several-accounts");
  const [entry] = searchEntries;
  if (!entry) throw new NotDone("no-such-account");
  return entry;
}

async function changeContacts(
  client: Client,
  s: LdapSettings,
  entry: Entry,
  change: Extract<Change, { step: "contacts" }>,
): Promise<void> {
  const of = (kind: ContactKind, type: string) => {
    const before = valuesOf(entry, type);
    const values = changedValues(kind, before, change);
    const modification = new Attribute({ type, values });
    return isUnchanged(before, values) ? [] : [new LdapChange({ operation: "replace", modification })];
  };
  const changes = [...of("email", s.mail), ...of("phone", s.phone)];
  if (changes.length > 0) await client.modify(entry.dn, changes);
}

/** Gone already is as good. */
async function takeOff(client: Client, s: LdapSettings, entry: Entry): Promise<void> {
  if (!s.secondFactor || valuesOf(entry, s.secondFactor).length === 0) return;
  const modification = new Attribute({ type: s.secondFactor, values: [] });
  await client
    .modify(entry.dn, new LdapChange({ operation: "delete", modification }))
    .catch((error: unknown) => ignoring(error, NoSuchAttributeError));
}

function ignoring(error: unknown, kind: typeof NoSuchAttributeError): void {
  if (!(error instanceof kind)) throw error;
}

function valuesOf(entry: Entry, type: string): string[] {
  const name = Object.keys(entry).find((key) => key.toLowerCase() === type.toLowerCase());
  const value = name === undefined ? [] : (entry[name] ?? []);
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** Password Modify (RFC 3062); sent before without an answer, it is asked first whether the password is in use by now. */
async function setPassword(
  client: Client,
  s: LdapSettings,
  { dn, password, unsure }: { dn: string; password: string; unsure: boolean },
): Promise<void> {
  if (unsure && (await opens(s, dn, password))) return;
  try {
    await client.exop("1.3.6.1.4.1.4203.1.11.1", passwordModify(dn, password));
  } catch (error) {
    if (!isRule(error)) throw error;
    const rule = ruleIn(error.message);
    // OpenLDAP says the same of one that is too short and of one that is too simple.
    throw new NotTaken(rule === "too-simple" && (await isShort(client, s, password)) ? "too-short" : rule);
  }
}

/** 19 is a rule of the password policy; 21 and 53 are how others say the same of what they were given. */
const isRule = (error: unknown): error is ResultCodeError =>
  error instanceof ConstraintViolationError ||
  error instanceof InvalidSyntaxError ||
  (error instanceof UnwillingToPerformError && /password/i.test(error.message));

const isShort = async (client: Client, s: LdapSettings, password: string): Promise<boolean> =>
  Buffer.byteLength(password) < ((await leastLength(client, s).catch(() => null)) ?? 0);

/** Whether the account can be bound to with this password, over a connection that is used for nothing else. */
async function opens(s: LdapSettings, dn: string, password: string): Promise<boolean> {
  const client = new Client({ url: s.url, ...limits });
  try {
    await secured(client, s);
    await client.bind(dn, password);
    return true;
  } catch (error) {
    if (error instanceof InvalidCredentialsError) return false;
    throw error;
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

/** PasswdModifyRequestValue ::= SEQUENCE { userIdentity [0] OCTET STRING, newPasswd [2] OCTET STRING } */
function passwordModify(dn: string, password: string): Buffer {
  const writer = new BerWriter();
  writer.startSequence();
  writer.writeBuffer(Buffer.from(dn, "utf8"), 0x80);
  writer.writeBuffer(Buffer.from(password, "utf8"), 0x82);
  writer.endSequence();
  return writer.buffer;
}

/** The greatest pwdMinLength that may be read; null where no policy is to be seen. */
async function leastLength(client: Client, { policy, base }: LdapSettings): Promise<number | null> {
  const { searchEntries } = await client.search(policy ?? base, {
    scope: policy ? "base" : "sub",
    filter: "(objectClass=pwdPolicy)",
    attributes: ["pwdMinLength"],
    sizeLimit: 20,
  });
  const lengths = searchEntries.flatMap((entry) => valuesOf(entry, "pwdMinLength").map(Number)).filter((n) => n > 0);
  return lengths.length > 0 ? Math.max(...lengths) : null;
}
