import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { mostPhotoBytes } from "domain/photo";
import { atMost, Body, FormFault, type Part, PartTooLarge, partsOf, text, whole } from "./multipart.server";
import { turnAway } from "./reply.server";

export interface FileUpload {
  key: string;
  bytes: Buffer;
  digest: string;
}
/** The four files of a directory in a folder of their own and a digest of them, or none; and what else the form says. */
export interface DirectoryUpload {
  key: string;
  files: { folder: string; digest: string } | null;
  reason: string;
  code: string;
  /** Names files that came with an earlier form. */
  kept: string;
}

const frameBytes = 16 * 1024;
const mostFileBytes = 4 * 1024 ** 3;
const mostKeyBytes = 120;
const directoryForm: Form = {
  names: ["accounts", "contacts", "devices", "answers"],
  texts: { key: mostKeyBytes, reason: 4 * 500, code: 4 * 20, kept: 400 },
  isSmall: true,
  drainBytes: 4 * mostFileBytes,
};

/** The one file and the key of a posted form, the file's own name left unread; 413 for a larger one, 400 for a form that is none of ours. */
export async function fileOf(request: Request, field: "photo" | "purchase"): Promise<FileUpload> {
  const { key, bytes } = await oneFile(request, field, mostPhotoBytes);
  return { key, bytes, digest: createHash("sha256").update(bytes).digest("hex") };
}

async function oneFile(request: Request, field: string, most: number): Promise<{ key: string; bytes: Buffer }> {
  let bytes: Buffer = Buffer.alloc(0);
  // Besides the file a form of ours holds a key and its own frame: a few hundred bytes.
  const isSmall = Number(request.headers.get("Content-Length")) <= most + frameBytes;
  const form = { names: [field], texts: { key: mostKeyBytes }, isSmall, drainBytes: 8 * mostPhotoBytes };
  const said = await formIn(request, form, async ({ data }) => {
    bytes = await whole(data, most);
  });
  return { key: keyIn(said.get("key")), bytes };
}

/** Streams the files of a directory to a new folder; 507 where they find no room, and nothing of a refused form stays. */
export async function directoryOf(request: Request, under: string): Promise<DirectoryUpload> {
  const folder = join(under, randomUUID());
  const digests: string[] = [];
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const said = await formIn(request, directoryForm, async ({ name, data }) => {
      digests.push(`${name} ${await written(data, join(folder, `${name}.csv`))}`);
    });
    const [reason = "", code = "", kept = ""] = [said.get("reason"), said.get("code"), said.get("kept")];
    const key = keyIn(said.get("key"));
    if (digests.length > 0 && kept !== "") turnAway(400);
    if (digests.length === 0) await rm(folder, { recursive: true });
    const digest = createHash("sha256").update(digests.sort().join("\n")).digest("hex");
    return { key, reason, code, kept, files: digests.length > 0 ? { folder, digest } : null };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error instanceof Response ? error : turnAway(statusFor(error));
  }
}

/** Writes data to a file of its owner and tells its SHA-256 in hex; rejects when the disk does not take it. */
export async function written(data: AsyncIterable<Buffer>, path: string): Promise<string> {
  const sha256 = createHash("sha256");
  const hashed = async function* () {
    for await (const piece of atMost(data, mostFileBytes)) {
      sha256.update(piece);
      yield piece;
    }
  };
  await pipeline(hashed, createWriteStream(path, { mode: 0o600 }));
  return sha256.digest("hex");
}

const mostPolicyBytes = 20_000;

/** The text of the one file of a posted form, whose key nobody needs, for nothing is done with it; 413 for a larger one, 400 for a form that is none of ours. */
export async function policyFileOf(request: Request): Promise<string> {
  const { bytes } = await oneFile(request, "file", mostPolicyBytes);
  return bytes.toString("utf8").replaceAll("\0", "");
}

interface Form {
  /** The files there may be, each at most once. */
  names: readonly string[];
  /** The texts there may be, each at most once and of at most so many bytes. */
  texts: Readonly<Record<string, number>>;
  isSmall: boolean;
  /** How much is still read of a form that was refused, so that the browser gets to the answer. */
  drainBytes: number;
}

/** Takes each of a form's files and tells its texts; anything else in it is 400. */
async function formIn(
  request: Request,
  { names, texts, isSmall, drainBytes }: Form,
  take: (file: Part) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const body = new Body(request.body?.getReader() ?? turnAway(400));
  const seen = new Map<string, string>();
  try {
    if (!isSmall) throw new PartTooLarge();
    for await (const part of partsOf(body, request.headers.get("Content-Type") ?? "")) {
      const { name, isFile, data } = part;
      if (seen.has(name) || !(isFile ? names.includes(name) : Object.hasOwn(texts, name))) throw new FormFault();
      if (isFile) await take(part);
      seen.set(name, isFile ? "" : await text(data, texts[name] ?? 0));
    }
  } catch (error) {
    await body.drain(drainBytes);
    turnAway(statusFor(error));
  }
  await body.drain(frameBytes);
  return seen;
}

function statusFor(error: unknown): number {
  if (error instanceof FormFault) return 400;
  if (error instanceof PartTooLarge) return 413;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") return 507;
  throw error;
}

const keyIn = (key: string | undefined): string =>
  key !== undefined && /^[\x21-\x7e]{1,120}$/.test(key) ? key : turnAway(400);
