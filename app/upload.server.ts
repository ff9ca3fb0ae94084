import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { mostPhotoBytes } from "domain/photo";
import { atMost, Body, FormFault, type Part, PartTooLarge, partsOf, text, whole } from "./multipart.server";
import { turnAway } from "./reply.server";

export interface PhotoUpload {
  key: string;
  bytes: Buffer;
  digest: string;
}
/** The four files of a directory in a folder of their own, and a digest of all that was sent. */
export interface DirectoryUpload {
  key: string;
  folder: string;
  digest: string;
}

const frameBytes = 16 * 1024;
const mostFileBytes = 4 * 1024 ** 3;
const mostKeyBytes = 120;
const directoryForm: Form = {
  names: ["accounts", "contacts", "devices", "answers"],
  isSmall: true,
  drainBytes: 4 * mostFileBytes,
};

/** The one photo and the key of a posted form; 413 for a larger one, 400 for a form that is none of ours. */
export async function photoOf(request: Request): Promise<PhotoUpload> {
  let bytes: Buffer = Buffer.alloc(0);
  // Besides the photo a form of ours holds a key and its own frame: a few hundred bytes.
  const isSmall = Number(request.headers.get("Content-Length")) <= mostPhotoBytes + frameBytes;
  const form = { names: ["photo"], isSmall, drainBytes: 8 * mostPhotoBytes };
  const key = await formIn(request, form, async ({ data }) => {
    bytes = await whole(data, mostPhotoBytes);
  });
  return { key, bytes, digest: createHash("sha256").update(bytes).digest("hex") };
}

/** Streams the four files of a directory to a new folder; 507 where they find no room, and nothing of a refused form stays. */
export async function directoryOf(request: Request, under: string): Promise<DirectoryUpload> {
  const folder = join(under, randomUUID());
  const digests: string[] = [];
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const key = await formIn(request, directoryForm, async ({ name, data }) => {
      digests.push(`${name} ${await written(data, join(folder, `${name}.csv`))}`);
    });
    return { key, folder, digest: createHash("sha256").update(digests.sort().join("\n")).digest("hex") };
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

interface Form {
  /** The files there may be, each at most once. */
  names: readonly string[];
  isSmall: boolean;
  /** How much is still read of a form that was refused, so that the browser gets to the answer. */
  drainBytes: number;
}

/** Takes each of a form's files and tells its key; anything else in it is 400. */
async function formIn(
  request: Request,
  { names, isSmall, drainBytes }: Form,
  take: (file: Part) => Promise<void>,
): Promise<string> {
  const body = new Body(request.body?.getReader() ?? turnAway(400));
  const seen = new Map<string, string>();
  try {
    if (!isSmall) throw new PartTooLarge();
    for await (const part of partsOf(body, request.headers.get("Content-Type") ?? "")) {
      const { name, isFile, data } = part;
      if (seen.has(name) || !(isFile ? names.includes(name) : name === "key")) throw new FormFault();
      if (isFile) await take(part);
      seen.set(name, isFile ? "" : await text(data, mostKeyBytes));
    }
  } catch (error) {
    await body.drain(drainBytes);
    turnAway(statusFor(error));
  }
  await body.drain(frameBytes);
  return keyIn(seen.get("key"));
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
