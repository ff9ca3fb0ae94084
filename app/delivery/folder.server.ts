import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Instant, isoOf } from "domain/time";
import type { Deliver, Outgoing } from "./port.server";

export type Delivered = Outgoing & { name: string; at: string };

/** Writes each message as a file, with the desk's time: the demo's and the tests' mailbox, which production refuses. */
export function deliverToFolder(folder: string, now: () => Instant): Deliver {
  return async (message) => {
    await mkdir(folder, { recursive: true });
    const name = createHash("sha256").update(message.id).digest("hex").slice(0, 16);
    const at = isoOf(now());
    const written = join(folder, `.${name}.part`);
    await writeFile(written, JSON.stringify({ ...message, at }));
    await rename(written, join(folder, `${name}.json`));
    return undefined;
  };
}

/** Messages in a folder, newest first, at most `most`. */
export async function readFolder(folder: string, most: number): Promise<Delivered[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const files = names.filter((n) => /^[0-9a-f]{16}\.json$/.test(n));
  const read = await Promise.all(files.map((n) => messageIn(folder, n)));
  return read.sort((a, b) => b.at.localeCompare(a.at)).slice(0, most);
}

async function messageIn(folder: string, name: string): Promise<Delivered> {
  const message = JSON.parse(await readFile(join(folder, name), "utf8")) as Outgoing & { at: string };
  return { ...message, name: name.slice(0, 16) };
}
