import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { formatNote, fromBase64, judgeNote, parseNote, type SignerKey, signNote, type VerifierKey } from "./note";

/** The version of the bundle format; docs/VERIFY.md states it byte by byte. */
export const bundleVersion = 1;
export const bundleKinds = ["full", "filtered", "ticket"] as const;
export type BundleKind = (typeof bundleKinds)[number];

/** A file of a bundle as its manifest vouches for it. */
export interface BundleFile {
  bytes: number;
  name: string;
  /** Hex. */
  sha256: string;
}
/** The filter a bundle was asked for with: every key is there, and null where it narrows nothing. */
export type BundleFilter = Record<(typeof filterKeys)[number], string | null>;
export interface Manifest {
  at: string;
  bundle: typeof bundleVersion;
  entries: number;
  export: string;
  exporter: string;
  files: BundleFile[];
  filter: BundleFilter;
  kind: BundleKind;
  origin: string;
  reason: string;
  /** Hex. */
  root: string;
  size: number;
}

export const manifestName = "manifest.json";
export const manifestNoteName = "manifest.note";
const filterKeys = ["account", "actor", "from", "outcome", "ticket", "to", "type"] as const;
const keys = [
  "at",
  "bundle",
  "entries",
  "export",
  "exporter",
  "files",
  "filter",
  "kind",
  "origin",
  "reason",
  "root",
  "size",
] as const;

/** The manifest's bytes: RFC 8785 (JCS) JSON and a line feed, its files sorted by name. */
export function formatManifest(manifest: Manifest): Buffer {
  const files = [...manifest.files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Buffer.from(`${canonicalize({ ...manifest, files })}\n`, "utf8");
}

/** The manifest of these bytes, read strictly; or why they are none. */
export function parseManifest(bytes: Buffer): Manifest | { malformed: string } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    const problem = manifestProblem(value);
    if (problem) return { malformed: problem };
    return `${canonicalize(value)}\n` === text ? (value as Manifest) : { malformed: "it is not canonical JSON" };
  } catch {
    return { malformed: "it is not JSON in UTF-8" };
  }
}

function manifestProblem(v: unknown): string | null {
  if (!hasExactly(v, keys)) return "it does not hold the keys of a manifest";
  if (v.bundle !== bundleVersion) return "its version is another than this verifier knows";
  if (!(bundleKinds as readonly unknown[]).includes(v.kind)) return "its kind is none";
  if (![v.at, v.export, v.exporter, v.origin, v.reason].every((s) => typeof s === "string")) return "a text is missing";
  if (!isTime(v.at)) return "its time is none";
  if (!isCount(v.entries) || !isCount(v.size) || !isHash(v.root)) return "its size, root or number of entries is none";
  if (!hasExactly(v.filter, filterKeys) || !Object.values(v.filter).every((s) => s === null || typeof s === "string"))
    return "its filter is none";
  return filesProblem(v.files);
}

function filesProblem(files: unknown): string | null {
  if (!Array.isArray(files)) return "its files are no list";
  let last = "";
  for (const file of files) {
    if (!hasExactly(file, ["bytes", "name", "sha256"] as const)) return "a file of it is none";
    if (!isCount(file.bytes) || !isHash(file.sha256) || typeof file.name !== "string") return "a file of it is none";
    if (!isFileName(file.name)) return `the name of a file is none of a bundle's`;
    if (file.name <= last) return "its files are not sorted by name, each once";
    last = file.name;
  }
  return null;
}

/** The names a bundle's files have, but for the manifest and its note. */
export const isFileName = (name: string): boolean =>
  /^(checkpoint|consistency\.txt|leaves\.txt|VERIFY\.md|entries\.(jsonl|csv|ocsf\.jsonl|ecs\.jsonl|cef)|proofs\/(0|[1-9]\d{0,15})\.tlog-proof)$/.test(
    name,
  );

/** The signed note that vouches for a manifest. */
export function signManifest(origin: string, manifest: Buffer, signer: SignerKey): string {
  const text = noteText(origin, manifest);
  return formatNote({ text, signatures: [signNote(text, signer)] });
}

/** Whether a note vouches for this manifest: `signed` by this key, `forged`, by others (`absent`), or for `another` manifest. */
export function judgeManifest(
  note: string,
  origin: string,
  manifest: Buffer,
  key: VerifierKey,
): "signed" | "forged" | "absent" | "another" | "malformed" {
  const parsed = parseNote(note);
  const lines = parsed?.text.split("\n") ?? [];
  if (!parsed || lines.length !== 4 || lines[0] !== bundleNote || fromBase64(lines[2] ?? "")?.length !== 32)
    return "malformed";
  if (parsed.text !== noteText(origin, manifest)) return "another";
  return judgeNote(parsed, key);
}

const bundleNote = "countersign-bundle/v1";
const noteText = (origin: string, manifest: Buffer): string =>
  `${bundleNote}\n${origin}\n${createHash("sha256").update(manifest).digest("base64")}\n`;

/** Exactly these keys, in this order: canonical JSON has them sorted. */
function hasExactly<K extends string>(v: unknown, names: readonly K[]): v is Record<K, unknown> {
  if (typeof v !== "object" || v === null || Array.isArray(v)) return false;
  const own = Object.keys(v);
  return own.length === names.length && own.every((key, i) => key === names[i]);
}
const isCount = (v: unknown): boolean => Number.isSafeInteger(v) && (v as number) >= 0;
const isHash = (v: unknown): boolean => typeof v === "string" && /^[0-9a-f]{64}$/.test(v);
const isTime = (v: unknown): boolean =>
  typeof v === "string" &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(v) &&
  !Number.isNaN(Date.parse(v)) &&
  new Date(Date.parse(v)).toISOString() === v;
