import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeWriter, openReader, openWriter, sqliteFile } from "db/engine";
import { latestSchema, migrate, migrateKeys, versionOf } from "db/migrate";
import { type Droppable, emptyPlace, type Place } from "db/place";
import { verifyDatabase } from "db/verify";
import { afterEach, describe, expect, it } from "vitest";
import { makeKeys } from "~/secrets.server";
import { startDesk } from "~/testing";

const later = Date.parse("2026-03-02T09:00:00.000Z");

describe.each(["sqlite", "postgres"] as const)("A database of another release (%s)", (kind) => {
  let place: Droppable | null = null;
  afterEach(async () => place?.drop());

  it("that is older is migrated: schema 0 becomes this release's, with an empty, valid trail", async () => {
    place = await emptyPlace(kind);
    expect(await versionAt(place)).toBe(0);
    const done = await migrate(place.url, "countersign/faults", later);
    expect(done).toEqual({ from: 0, to: latestSchema, backup: null });
    expect(await migrate(place.url, "countersign/other", later)).toMatchObject({ from: latestSchema, backup: null });
    const reader = openReader(place.url);
    expect(await verifyDatabase(reader)).toMatchObject({ verdict: "valid", size: 0, origin: "countersign/faults" });
    await reader.close();
  });

  it("that is newer is refused, and nothing in it is changed", async () => {
    place = await newerPlace(kind);
    const before = await contentsOf(place);
    await expect(migrate(place.url, "countersign/faults", later)).rejects.toThrow(/newer release.*Nothing was changed/);
    expect(await contentsOf(place)).toEqual(before);
  });

  it("that is newer is not served: the start is refused and enters nothing", async () => {
    place = await newerPlace(kind);
    makeKeys(join(place.folder, "secrets"));
    const before = await contentsOf(place);
    await expect(startDesk(place, ["healthz"])).rejects.toThrow(/newer/);
    expect(await contentsOf(place)).toEqual(before);
  });
});

async function newerPlace(kind: Place["kind"]): Promise<Droppable> {
  const place = await emptyPlace(kind);
  await migrate(place.url, "countersign/faults", later);
  await migrateKeys(place.keysUrl);
  const db = openWriter(place.url);
  await db.sql
    .insertInto("schema_version")
    .values({ version: latestSchema + 1, at: "2027-01-01T00:00:00.000Z" })
    .execute();
  await db.close();
  return place;
}

async function versionAt(place: Place): Promise<number> {
  const db = makeWriter(place.url);
  try {
    return await versionOf(db);
  } finally {
    await db.close();
  }
}

/** What a place holds: the bytes of a file, or every table's rows. */
async function contentsOf(place: Place): Promise<unknown> {
  if (place.kind === "sqlite")
    return createHash("sha256")
      .update(readFileSync(sqliteFile(place.url)))
      .digest("hex");
  const reader = openReader(place.url);
  const tables = (await reader.sql.introspection.getTables()).map((t) => t.name).sort();
  const rows: Record<string, unknown> = {};
  for (const table of tables)
    rows[table] = await reader.sql
      .selectFrom(table as "entry")
      .selectAll()
      .execute();
  await reader.close();
  return rows;
}
