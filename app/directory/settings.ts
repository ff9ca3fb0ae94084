import type { LdapSettings } from "./ldap.server";

/** A directory as its one setting says it; the secret comes from elsewhere. */
export type DirectorySettings =
  | { kind: "scim"; url: URL; secondFactor: string | null }
  | ({ kind: "ldap"; url: URL } & Omit<LdapSettings, "url" | "password">)
  | { kind: "webhook"; url: URL };

/** Reads COUNTERSIGN_DIRECTORY_URL; throws a sentence that says what is wrong with it. */
export function directorySettings(value: string): DirectorySettings {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url) throw new Error("it is no URL.");
  if (url.username || url.password)
    throw new Error("no user and no password belong in it; the secret is set by COUNTERSIGN_DIRECTORY_SECRET_FILE.");
  const [kind = "", scheme] = url.protocol.slice(0, -1).split("+");
  if (kind === "ldap" || kind === "ldaps") return ldapOf(url);
  if ((kind !== "scim" && kind !== "webhook") || (scheme !== "https" && scheme !== "http"))
    throw new Error("it begins with scim+https://, ldaps://, ldap:// or webhook+https://.");
  const target = new URL(value.slice(kind.length + 1));
  return kind === "scim" ? scimOf(target) : { kind: "webhook", url: target };
}

function scimOf(url: URL): DirectorySettings {
  const secondFactor = url.searchParams.get("second-factor");
  unknownIn(url, ["second-factor"]);
  url.search = "";
  url.hash = "";
  return { kind: "scim", url, secondFactor };
}

/** `ldaps://HOST/BASE?bind=DN&filter=(uid={username})&mail=mail&phone=mobile&second-factor=ATTRIBUTE&policy=DN&starttls=1` */
function ldapOf(url: URL): DirectorySettings {
  const given = (name: string) => url.searchParams.get(name)?.trim() || null;
  const startTls = given("starttls") === "1";
  const base = decodeURIComponent(url.pathname.slice(1));
  const bindDn = given("bind");
  const filter = given("filter") ?? "(uid={username})";
  unknownIn(url, ["starttls", "bind", "filter", "mail", "phone", "second-factor", "policy"]);
  if (!base) throw new Error("the base DN is missing, as in ldaps://HOST/ou=people,dc=example,dc=org?bind=…");
  if (!bindDn) throw new Error("?bind= is missing, the DN of whoever may set passwords there.");
  if (!/^\(.*\{username\}.*\)$/.test(filter)) throw new Error("filter= is a filter in brackets with {username} in it.");
  if (startTls && url.protocol === "ldaps:")
    throw new Error("starttls=1 is for ldap://; ldaps:// is TLS from the start.");
  const attributes = { mail: given("mail") ?? "mail", phone: given("phone") ?? "mobile" };
  const secondFactor = given("second-factor");
  for (const name of [attributes.mail, attributes.phone, secondFactor ?? "x"])
    if (!/^[A-Za-z][A-Za-z0-9;-]*$/.test(name)) throw new Error(`${name} is no name of an attribute.`);
  return { kind: "ldap", url, startTls, bindDn, base, filter, ...attributes, secondFactor, policy: given("policy") };
}

function unknownIn(url: URL, known: readonly string[]): void {
  const unknown = [...url.searchParams.keys()].find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`it knows no ${unknown}=; it knows ${known.join(", ")}.`);
}

/** Whether nobody on the way can read what is sent. */
export const isSealed = (s: DirectorySettings): boolean =>
  s.url.protocol === "https:" || s.url.protocol === "ldaps:" || (s.kind === "ldap" && s.startTls);
