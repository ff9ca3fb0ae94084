import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Actor } from "domain/staff";
import type { Door } from "~/door.server";
import { sameText } from "./secret-compare.server";

/** An uploaded folder and the digest of the files in it. */
export interface UploadedFiles {
  folder: string;
  digest: string;
}

/** A name for uploaded files that the same member's next form finds them by: folder.digest.MAC. */
export function nameOfUpload(door: Door, actor: Actor, { folder, digest }: UploadedFiles): string {
  const named = `${basename(folder)}.${digest}`;
  return `${named}.${macOf(door, actor, named)}`;
}

/** The files such a name stands for; null for a name that is not this member's, and once the files were removed. */
export async function uploadNamed(door: Door, actor: Actor, name: string): Promise<UploadedFiles | null> {
  const [folder = "", digest = "", mac = ""] = name.split(".");
  if (!/^[0-9a-f-]{36}$/.test(folder) || !sameText(mac, macOf(door, actor, `${folder}.${digest}`))) return null;
  const path = join(door.config.uploadDir, folder);
  const isThere = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isThere ? { folder: path, digest } : null;
}

const macOf = (door: Door, actor: Actor, named: string): string =>
  door.secrets.lookup("request", JSON.stringify(["upload", actor.id, named])).toString("hex");
