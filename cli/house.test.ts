import { existsSync } from "node:fs";
import { join } from "node:path";
import { openWriter } from "db/engine";
import { latestSchema } from "db/migrate";
import { onEveryEngine } from "db/testing";
import { afterEach, expect, it, vi } from "vitest";
import { settingsOf } from "~/desk/testing-import";
import { makeKeys } from "~/secrets.server";
import { exit, withHouse } from "./house";

onEveryEngine("A command", (place) => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    process.exitCode = 0;
  });

  /** What a command said and how it ended, and whether its work was begun. */
  async function ran(env: Record<string, string>): Promise<{ said: string; code: unknown; begun: boolean }> {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    let begun = false;
    await withHouse(async () => {
      begun = true;
      return exit.ok;
    });
    return { said: told.mock.calls.flat().join(" "), code: process.exitCode, begun };
  }
  const settings = () => {
    const env = settingsOf(place());
    makeKeys(env.COUNTERSIGN_SECRETS_DIR ?? "");
    return env;
  };

  it("is not begun where there is no database, and makes none", async () => {
    const [file, keys] = [join(place().folder, "elsewhere.db"), join(place().folder, "elsewhere.keys.db")];
    const others: Record<string, string>[] = [
      { COUNTERSIGN_DATABASE_URL: `sqlite:${file}` },
      { COUNTERSIGN_KEYS_URL: `sqlite:${keys}` },
    ];
    for (const wrong of others) {
      const done = await ran({ ...settings(), ...wrong });
      expect(done).toMatchObject({ code: exit.failed, begun: false });
      expect(done.said).toContain('Run "countersign migrate".');
    }
    expect([file, keys].map((path) => existsSync(path))).toEqual([false, false]);
  });

  it("is begun on a database of this release, and on no newer one", async () => {
    expect(await ran(settings())).toMatchObject({ code: exit.ok, begun: true });
    const db = openWriter(place().url);
    const newer = { version: latestSchema + 1, at: "2030-01-01T00:00:00.000Z" };
    await db.sql.insertInto("schema_version").values(newer).execute();
    await db.close();
    const done = await ran(settings());
    expect(done).toMatchObject({ code: exit.failed, begun: false });
    expect(done.said).toContain("of a newer release");
  });
});
