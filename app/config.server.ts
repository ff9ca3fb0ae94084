import { dirname, join } from "node:path";
import { type CallUs, callUsOf } from "domain/call-us";
import { type Language, languages } from "domain/language";
import { parseVkey, type VerifierKey } from "domain/trail/note";
import { z } from "zod";
import { problemsOf } from "./config-problems.server";

z.config({ jitless: true });

const url = z.url({ protocol: /^https?$/ });
const port = z.coerce.number().int().min(1).max(65535);

const shape = z.object({
  COUNTERSIGN_MODE: z.enum(["production", "demo", "test"]).default("production"),
  COUNTERSIGN_DATABASE_URL: z.string().min(1).default("sqlite:data/countersign.db"),
  COUNTERSIGN_KEYS_URL: z.string().min(1).optional(),
  COUNTERSIGN_SECRETS_DIR: z.string().min(1).default("data/secrets"),
  COUNTERSIGN_BASE_URL: url.optional(),
  COUNTERSIGN_PORTAL_URL: url.optional(),
  COUNTERSIGN_SERVE: z.enum(["desk", "portal", "all"]).default("all"),
  COUNTERSIGN_ORIGIN: z
    .string()
    .regex(/^[a-z0-9./-]{3,100}$/)
    .optional(),
  COUNTERSIGN_CLOCK_FILE: z.string().min(1).optional(),
  COUNTERSIGN_MAIL_URL: z.string().min(1).optional(),
  COUNTERSIGN_MAIL_FROM: z.string().min(3).default("Account help <no-reply@localhost>"),
  COUNTERSIGN_SMS_URL: z.string().min(1).optional(),
  COUNTERSIGN_DIRECTORY_URL: z.string().trim().min(1).optional(),
  COUNTERSIGN_DIRECTORY_SECRET: z.string().min(8).optional(),
  COUNTERSIGN_DIRECTORY_SECRET_FILE: z.string().min(1).optional(),
  COUNTERSIGN_SCIM_TOKEN_FILE: z.string().min(1).optional(),
  COUNTERSIGN_OWNERS_CONTACT: z.string().trim().min(3).max(100).optional(),
  COUNTERSIGN_CALL_US: z
    .string()
    .trim()
    .max(100)
    .refine((text) => callUsOf(text) !== null, {
      error: "say a number with its country, and its hours, like +44 20 7946 0018, Mo-Fr 09:00-17:00",
    })
    .optional(),
  COUNTERSIGN_ZONE: z.string().min(1).default("UTC"),
  COUNTERSIGN_LANGUAGE: z.enum(languages).default("en"),
  COUNTERSIGN_PROXIES: z.string().optional(),
  COUNTERSIGN_CHECKPOINT_FILE: z.string().min(1).optional(),
  COUNTERSIGN_WITNESSES: z.string().default(""),
  COUNTERSIGN_UPLOAD_DIR: z.string().min(1).default("data/uploads"),
  COUNTERSIGN_EXPORT_DIR: z.string().min(1).optional(),
  COUNTERSIGN_VERIFY_HOURS: z.coerce.number().int().min(0).max(8760).default(24),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3000),
});

export interface Config {
  mode: "production" | "demo" | "test";
  databaseUrl: string;
  keysUrl: string;
  secretsDir: string;
  /** The desk's origin: links for staff are made of it. */
  baseUrl: string;
  /** The portal's: links for the public are made of it. */
  portalUrl: string;
  /** Which side the web process answers. */
  serve: "desk" | "portal" | "all";
  /** The one origin at which the web process answers and that its forms must come from: the desk's, or the portal's where that is served alone. */
  ownUrl: string;
  /** The trail's origin, used once, when the database is made. */
  origin: string;
  clockFile: string | null;
  mailUrl: string | null;
  mailFrom: string;
  smsUrl: string | null;
  /** The directory that accounts really live in, or null where they live here. */
  directoryUrl: string | null;
  directorySecretFile: string | null;
  /** Whether its token, password or key was named at all. */
  directorySecretSaid: boolean;
  /** A file with the token of an identity provider that keeps accounts in step here. */
  scimTokenFile: string | null;
  /** Where a change of owner is written to: a number or an address, as agents read it out and the public side shows it. */
  owners: string;
  /** Whether it was named at all. */
  ownersSaid: boolean;
  /** The telephone that people outside call, or null: they are then led to the guided request. */
  callUs: CallUs | null;
  /** IANA time zone in which screens show times. */
  zone: string;
  /** What holders are written to in who never chose a language. */
  language: Language;
  uploadDir: string;
  /** Where bundles are made and kept for some days. */
  exportDir: string;
  /** A file outside, best on another volume, that every published head is appended to. */
  checkpointFile: string | null;
  /** Witnesses that every published head is submitted to, with the keys they answer with. */
  witnesses: { url: string; key: VerifierKey }[];
  /** How often the worker verifies the whole database, by the desk's clock; 0 for never. */
  verifyHours: number;
  /** Addresses and networks whose X-Forwarded-For is believed; whoever connects from elsewhere is the source themselves. */
  proxies: string[];
  /** Whether the setting was made at all, `none` included. */
  proxiesSaid: boolean;
  host: string;
  port: number;
}

/** The settings that were wrong, as sentences that say what to do. */
export class BadSettings extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
  }
}

/** Parses the environment once; throws BadSettings naming every setting that cannot stand. */
export function configOf(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = shape.safeParse(env);
  if (!parsed.success) throw new BadSettings(parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}.`));
  const e = parsed.data;
  const baseUrl = new URL(e.COUNTERSIGN_BASE_URL ?? `http://${e.HOST}:${e.PORT}`).origin;
  const portalUrl = new URL(e.COUNTERSIGN_PORTAL_URL ?? baseUrl).origin;
  const config: Config = {
    mode: e.COUNTERSIGN_MODE,
    databaseUrl: e.COUNTERSIGN_DATABASE_URL,
    keysUrl: e.COUNTERSIGN_KEYS_URL ?? keysBeside(e.COUNTERSIGN_DATABASE_URL),
    secretsDir: e.COUNTERSIGN_SECRETS_DIR,
    baseUrl,
    portalUrl,
    serve: e.COUNTERSIGN_SERVE,
    ownUrl: e.COUNTERSIGN_SERVE === "portal" ? portalUrl : baseUrl,
    origin: e.COUNTERSIGN_ORIGIN ?? `countersign/${new URL(baseUrl).hostname}`,
    clockFile: e.COUNTERSIGN_CLOCK_FILE ?? null,
    mailUrl: e.COUNTERSIGN_MAIL_URL ?? null,
    mailFrom: e.COUNTERSIGN_MAIL_FROM,
    smsUrl: e.COUNTERSIGN_SMS_URL ?? null,
    directoryUrl: e.COUNTERSIGN_DIRECTORY_URL ?? null,
    directorySecretFile: e.COUNTERSIGN_DIRECTORY_SECRET_FILE ?? null,
    directorySecretSaid: !!(e.COUNTERSIGN_DIRECTORY_SECRET_FILE ?? e.COUNTERSIGN_DIRECTORY_SECRET),
    scimTokenFile: e.COUNTERSIGN_SCIM_TOKEN_FILE ?? null,
    owners: e.COUNTERSIGN_OWNERS_CONTACT ?? "owners@desk.example",
    ownersSaid: e.COUNTERSIGN_OWNERS_CONTACT !== undefined,
    callUs: callUsOf(e.COUNTERSIGN_CALL_US ?? ""),
    zone: e.COUNTERSIGN_ZONE,
    language: e.COUNTERSIGN_LANGUAGE,
    uploadDir: e.COUNTERSIGN_UPLOAD_DIR,
    exportDir: e.COUNTERSIGN_EXPORT_DIR ?? join(dirname(e.COUNTERSIGN_UPLOAD_DIR), "exports"),
    checkpointFile: e.COUNTERSIGN_CHECKPOINT_FILE ?? null,
    witnesses: witnessesOf(e.COUNTERSIGN_WITNESSES),
    verifyHours: e.COUNTERSIGN_VERIFY_HOURS,
    proxies: listOf(e.COUNTERSIGN_PROXIES ?? ""),
    proxiesSaid: (e.COUNTERSIGN_PROXIES ?? "").trim() !== "",
    host: e.HOST,
    port: e.PORT,
  };
  const problems = problemsOf(config);
  if (problems.length > 0) throw new BadSettings(problems);
  return config;
}

/** By default the keys stay in a file of their own beside a SQLite database, or under data/ for PostgreSQL. */
const keysBeside = (databaseUrl: string): string =>
  databaseUrl.startsWith("sqlite:") ? `${databaseUrl.replace(/\.(db|sqlite)$/, "")}.keys.db` : "sqlite:data/keys.db";

/** `URL KEY` for each witness, by commas; throws BadSettings for one that is not. */
function witnessesOf(value: string): Config["witnesses"] {
  return listOf(value).map((one) => {
    const [address = "", vkey = "", ...more] = one.split(/\s+/);
    const key = parseVkey(vkey);
    if (more.length > 0 || key?.type !== 4 || !/^https?:\/\/[^\s?#]+$/.test(address))
      throw new BadSettings([
        `COUNTERSIGN_WITNESSES: "${address}" is not followed by the verifier key of a witness; say URL KEY, URL KEY.`,
      ]);
    return { url: address.replace(/\/$/, ""), key };
  });
}

const listOf = (value: string): string[] =>
  value
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && each !== "none");
