import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import {
  MaxPartSizeExceededError,
  NodeOnDiskFile,
  unstable_parseMultipartFormData as parse,
  unstable_createFileUploadHandler as toDisk,
  unstable_createMemoryUploadHandler as toMemory,
} from "@remix-run/node";
import { mostPhotoBytes } from "./photo.server";
import { turnAway } from "./reply.server";

export interface PhotoUpload {
  key: string;
  bytes: Buffer;
  digest: string;
}

const frameBytes = 16 * 1024;

/** The one photo and the key of a posted form; 413 for a larger one, 400 for a form that is none of ours. */
export async function photoOf(request: Request): Promise<PhotoUpload> {
  // Besides the photo a form of ours holds a key and its own frame: a few hundred bytes.
  if (!(Number(request.headers.get("Content-Length")) <= mostPhotoBytes + frameBytes)) turnAway(413);
  const known = ({ name }: { name?: string }) => name === "photo" || name === "key";
  const form = await parsed(request, toMemory({ maxPartSize: mostPhotoBytes, filter: known }));
  const file = form.get("photo");
  const bytes = file instanceof Blob ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
  refuseOthers(form, ["key", "photo"]);
  return { key: keyOf(form), bytes, digest: createHash("sha256").update(bytes).digest("hex") };
}

const mostFileBytes = 4 * 1024 ** 3;

/** Streams the four files of a directory to a new folder of their own and names it. */
export async function directoryOf(request: Request, under: string): Promise<{ key: string; folder: string }> {
  const folder = join(under, randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = toDisk({
    directory: folder,
    maxPartSize: mostFileBytes,
    avoidFileConflicts: false,
    file: ({ name }) => `${safe(name)}.part`,
    filter: ({ name }) => name !== "key",
  });
  const text = toMemory({ maxPartSize: 200, filter: ({ name }) => name === "key" });
  const form = await parsed(request, async (part) => (part.name === "key" ? text(part) : files(part)));
  refuseOthers(form, ["key", ...names]);
  for (const name of names) {
    const file = form.get(name);
    if (file instanceof NodeOnDiskFile) await rename(file.getFilePath(), join(folder, `${name}.csv`));
  }
  return { key: keyOf(form), folder };
}

const names = ["accounts", "contacts", "devices", "answers"];
const safe = (name: string | undefined): string => (name && names.includes(name) ? name : "other");

async function parsed(request: Request, handler: Parameters<typeof parse>[1]): Promise<FormData> {
  try {
    return await parse(request, handler);
  } catch (error) {
    return turnAway(error instanceof MaxPartSizeExceededError ? 413 : 400);
  }
}

function refuseOthers(form: FormData, known: readonly string[]): void {
  for (const name of form.keys()) if (!known.includes(name)) turnAway(400);
}

function keyOf(form: FormData): string {
  const key = form.get("key");
  return typeof key === "string" && /^[\x21-\x7e]{1,120}$/.test(key) ? key : turnAway(400);
}
