import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { hours, type Instant, instantOf } from "domain/time";
import { type Delivered, readFolder } from "./delivery/folder.server";
import type { Door } from "./door.server";
import type { GuideFacts } from "./ui/words/guide";

const mostMessages = 200;
const mostHours = 24 * 31;

/** A delivered message as the demo shows it. */
export interface Shown {
  id: string;
  kind: "email" | "phone";
  to: string;
  subject: string;
  text: string;
  at: Instant;
}

/** Moves the clock of web and worker ahead; only where a clock file was given, which production refuses. */
export function passTime(door: Door, ahead: number): boolean {
  const { clockFile } = door.config;
  if (!clockFile || !Number.isInteger(ahead) || ahead < 1 || ahead > mostHours) return false;
  const aheadMs = door.clock.now() - Date.now() + hours(ahead);
  writeFileSync(`${clockFile}.part`, JSON.stringify({ aheadMs: Math.round(aheadMs) }));
  renameSync(`${clockFile}.part`, clockFile);
  return true;
}

/** The messages delivered so far, newest first; a folder is the demo's only mailbox. */
export async function messages(door: Door): Promise<Shown[]> {
  const folder = folderOf(door.config.mailUrl);
  return folder ? (await readFolder(folder, mostMessages)).map(shown) : [];
}

/** What the guided path names, as the demo's seed left it; null when this desk was not seeded. */
export function guideFacts(door: Door): GuideFacts | null {
  const folder = folderOf(door.config.mailUrl);
  try {
    return folder ? (JSON.parse(readFileSync(`${folder}/../guide.json`, "utf8")) as GuideFacts) : null;
  } catch {
    // A demo that was not seeded has no guide, and the page says so.
    return null;
  }
}

const folderOf = (url: string | null): string | null =>
  url?.startsWith("folder:") ? url.slice("folder:".length) : null;

const shown = (m: Delivered): Shown => ({
  id: m.name,
  kind: m.to.includes("@") ? "email" : "phone",
  to: m.to,
  subject: m.to.includes("@") ? m.subject : "",
  text: m.text,
  at: instantOf(m.at),
});
