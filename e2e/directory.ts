import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { EngineKind } from "db/engine";
import type { Place } from "db/place";
import type { StaffName } from "./cast";

/** What `countersign session NAME` prints, and when it did. */
export interface Printed {
  cookie: { name: string; value: string };
  totp: string;
  at: number;
}
/** A place with directory, staff and their sessions in it, which every file of stories starts from a copy of. */
export interface Directory extends Place {
  sessions: Partial<Record<StaffName, Printed>>;
}

const fileOf = (engine: EngineKind): string => fileURLToPath(new URL(`../.cache/e2e/${engine}.json`, import.meta.url));

/** Notes where the directory of an engine stands, for the projects that depend on it. */
export function noteDirectory(directory: Directory): void {
  const file = fileOf(directory.kind);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(directory));
}

/** Where the directory of an engine stands. */
export const directoryOf = (engine: EngineKind): Directory =>
  JSON.parse(readFileSync(fileOf(engine), "utf8")) as Directory;
