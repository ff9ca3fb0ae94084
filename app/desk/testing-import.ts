import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EngineKind } from "db/engine";
import { refusedRows } from "db/import-refused";
import { makePlace, type Place } from "db/place";
import { configOf } from "~/config.server";
import { directoryTables, tableOrder } from "~/directory/tables";
import { type House, openHouse } from "~/door.server";
import { makeKeys } from "~/secrets.server";

/** A row that must be refused, and why. */
export interface ExpectedRow {
  file: string;
  line: number;
  reason: string;
}
export interface Expected {
  rows: Record<keyof typeof directoryTables, number>;
  refused: ExpectedRow[];
}

export const atTheDesk = {
  actor: { id: "cli:test", role: "cli", auth: "none", session: null },
  request: "test",
} as const;

/** The settings of a desk in a test's place. */
export const settingsOf = (place: Place): Record<string, string> => ({
  COUNTERSIGN_MODE: "test",
  COUNTERSIGN_DATABASE_URL: place.url,
  COUNTERSIGN_KEYS_URL: place.keysUrl,
  COUNTERSIGN_SECRETS_DIR: join(place.folder, "secrets"),
  COUNTERSIGN_UPLOAD_DIR: join(place.folder, "uploads"),
});

/** Opens a house in a test's place, with keys of its own. */
export function houseIn(place: Place): House {
  const config = configOf(settingsOf(place));
  makeKeys(config.secretsDir);
  return openHouse(config, {});
}

/** A made-up directory in a new folder of the place. */
export function madeDirectory(place: Place, accounts: number, seed: number): { folder: string; expected: Expected } {
  const folder = mkdtempSync(join(place.folder, "directory-"));
  const script = fileURLToPath(new URL("../../scripts/make-directory.mjs", import.meta.url));
  execFileSync(process.execPath, [script, folder, "--accounts", String(accounts), "--seed", String(seed)]);
  return { folder, expected: expectedIn(folder) };
}

export const expectedIn = (folder: string): Expected =>
  JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;

/** A directory with these data rows (whole lines without their ends) under the usual headers. */
export function writtenDirectory(place: Place, rows: Partial<Record<keyof typeof directoryTables, string[]>>): string {
  mkdirSync(place.folder, { recursive: true });
  const folder = mkdtempSync(join(place.folder, "directory-"));
  for (const table of tableOrder)
    writeFileSync(
      join(folder, `${table}.csv`),
      `${[directoryTables[table].join(","), ...(rows[table] ?? [])].join("\n")}\n`,
    );
  return folder;
}

const counted = [
  "directory_set",
  "account",
  "contact",
  "device",
  "answer",
  "question",
  "lookup",
  "vault",
  "entry",
  "import_job",
  "refused_row",
] as const;

/** How many rows each table has that an import may write. */
export async function rowCounts(house: House): Promise<Record<(typeof counted)[number], number>> {
  const count = async (table: (typeof counted)[number]) => {
    const row = await house.door.reader.sql
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return [table, Number(row.n)] as const;
  };
  return Object.fromEntries(await Promise.all(counted.map(count))) as Record<(typeof counted)[number], number>;
}

/** Runs a body with a house in a database of its own. */
export async function inFreshHouse(
  kind: EngineKind,
  body: (house: House, place: Place) => Promise<void>,
): Promise<void> {
  const place = await makePlace(kind);
  const house = houseIn(place);
  try {
    await body(house, place);
  } finally {
    await house.close();
    await place.drop();
  }
}

/** The refused rows in an import's report. */
export async function refusedIn(house: House, importId: string): Promise<ExpectedRow[]> {
  const rows: ExpectedRow[] = [];
  for await (const { file, line, reason } of refusedRows(house.door.reader, importId))
    rows.push({ file, line, reason });
  return rows;
}
