import { isIP } from "node:net";
import type { Config } from "./config.server";
import { type DirectorySettings, directorySettings, isSealed } from "./directory/settings";

/** What cannot stand in settings that could be read, as sentences that say what to do. */
export function problemsOf(c: Config): string[] {
  const zone = isZone(c.zone)
    ? []
    : [`COUNTERSIGN_ZONE: ${c.zone} is no IANA time zone; say for example Europe/Lisbon.`];
  const proxies = c.proxies
    .filter((each) => !isNetwork(each))
    .map((each) => `COUNTERSIGN_PROXIES: ${each} is no address or network; say for example 127.0.0.1,10.0.0.0/8.`);
  return [
    ...zone,
    ...proxies,
    ...ofSides(c),
    ...ofTexts(c),
    ...ofDirectory(c),
    ...(c.mode === "production" ? ofProduction(c) : ofOneMachine(c)),
  ];
}

/** Passwords go to a directory over TLS; without it only to this machine, and never in production. */
function ofDirectory(c: Config): string[] {
  if (!c.directoryUrl) return [];
  const read = readDirectory(c.directoryUrl);
  if (typeof read === "string") return [`COUNTERSIGN_DIRECTORY_URL: ${read}`];
  const isOwn = c.mode !== "production" && isLoopback(read.url.hostname);
  return [
    ...(isSealed(read) || isOwn
      ? []
      : [
          "COUNTERSIGN_DIRECTORY_URL: new passwords go there, so it takes TLS: scim+https://, ldaps://, ldap:// with starttls=1, or webhook+https://.",
        ]),
    ...(c.directorySecretSaid
      ? []
      : [
          "COUNTERSIGN_DIRECTORY_SECRET_FILE: name the file with the directory's token, password or key, or set COUNTERSIGN_DIRECTORY_SECRET.",
        ]),
  ];
}

function readDirectory(url: string): DirectorySettings | string {
  try {
    return directorySettings(url);
  } catch (error) {
    return error instanceof Error ? error.message : "it cannot be read.";
  }
}

/** What is wrong with a gateway for texts over HTTP; its address holds a secret, so it is not said again. */
function ofTexts(c: Config): string[] {
  if (!c.smsUrl || !/^https?:/.test(c.smsUrl)) return [];
  const say = "say https://USER:SECRET@gateway.example/path?from=SENDER";
  if (!URL.canParse(c.smsUrl)) return [`COUNTERSIGN_SMS_URL: this is no address; ${say}.`];
  const { protocol, hostname, searchParams } = new URL(c.smsUrl);
  const isOwn = c.mode !== "production" && isLoopback(hostname);
  return [
    ...(protocol === "http:" && !isOwn
      ? [`COUNTERSIGN_SMS_URL: over plain http:// anyone on the way reads texts, numbers and the secret; ${say}.`]
      : []),
    ...(searchParams.get("from") ? [] : [`COUNTERSIGN_SMS_URL: texts need a sender; ${say}.`]),
  ];
}

/** Why one web process cannot answer at both origins, or null: what Host says is the visitor's own word, so it never decides which side answers. */
export function twoOriginsProblem(c: Config): string | null {
  if (c.serve !== "all" || c.portalUrl === c.baseUrl) return null;
  return "COUNTERSIGN_SERVE: a web process answers at one origin, and the portal has one of its own; start one with COUNTERSIGN_SERVE=desk and another with COUNTERSIGN_SERVE=portal.";
}

/** A desk and a portal apart have a host each: cookies do not keep ports apart. On one machine ports must do. */
function ofSides(c: Config): string[] {
  const same = c.mode === "production" ? hostOf(c.portalUrl) === hostOf(c.baseUrl) : c.portalUrl === c.baseUrl;
  return c.serve !== "all" && same
    ? [
        `COUNTERSIGN_PORTAL_URL: with COUNTERSIGN_SERVE=${c.serve} the portal has a host of its own; say for example https://help.example.`,
      ]
    : [];
}

const hostOf = (url: string): string => new URL(url).hostname;

/** What production refuses: anything that is only safe on a desk of one's own. */
function ofProduction(c: Config): string[] {
  const folder = (value: string | null) => value?.startsWith("folder:") ?? false;
  const checks: [boolean, string][] = [
    [
      !c.baseUrl.startsWith("https://"),
      "COUNTERSIGN_BASE_URL: production needs an https:// address; links and cookies are made for it.",
    ],
    [
      c.portalUrl !== c.baseUrl && !c.portalUrl.startsWith("https://"),
      "COUNTERSIGN_PORTAL_URL: production needs an https:// address; links and cookies are made for it.",
    ],
    [
      !c.proxiesSaid,
      "COUNTERSIGN_PROXIES: name the address of what does your TLS (it must set X-Forwarded-For), or say none; unnamed, all visitors share the budgets against guessing.",
    ],
    [c.clockFile !== null, "COUNTERSIGN_CLOCK_FILE: a clock that can be moved has no place in production; unset it."],
    [
      folder(c.mailUrl) || folder(c.smsUrl),
      "COUNTERSIGN_MAIL_URL, COUNTERSIGN_SMS_URL: a folder delivers to nobody; production takes smtp:// or smtps://, for texts https:// too.",
    ],
    [!c.mailUrl, "COUNTERSIGN_MAIL_URL: production needs a mail server, smtps://USER:PASSWORD@HOST."],
  ];
  return checks.flatMap(([wrong, sentence]) => (wrong ? [sentence] : []));
}

/** A demo lets anyone in by one click and a test moves the clock: neither may be reached from another machine. */
function ofOneMachine(c: Config): string[] {
  const own = `a ${c.mode} desk stays on this machine; say 127.0.0.1`;
  return [
    ...(isLoopback(c.host) ? [] : [`HOST: ${own}.`]),
    ...(isLoopback(hostOf(c.baseUrl)) ? [] : [`COUNTERSIGN_BASE_URL: ${own} in it.`]),
    ...(c.portalUrl === c.baseUrl || isLoopback(hostOf(c.portalUrl)) ? [] : [`COUNTERSIGN_PORTAL_URL: ${own} in it.`]),
  ];
}

/** 127.0.0.0/8 and ::1 (RFC 6890), and localhost, which is always one of them (RFC 6761). */
function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

/** An address, or one with the length of its network's prefix; a network of all addresses would let anyone name their own. */
function isNetwork(value: string): boolean {
  const [address = "", prefix, ...more] = value.split("/");
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return (
    bits > 0 && more.length === 0 && (prefix === undefined || (/^[1-9]\d*$/.test(prefix) && Number(prefix) <= bits))
  );
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
