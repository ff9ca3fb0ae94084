import { existsSync } from "node:fs";
import { join } from "node:path";
import { openWriter } from "db/engine";
import { makePlace, type Place } from "db/place";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startDesk } from "./testing";

describe("A start", () => {
  let place: Place & { drop(): Promise<void> };
  beforeEach(async () => {
    place = await makePlace("sqlite");
  });
  afterEach(() => place.drop());

  const starting = (env: Record<string, string> = {}) => startDesk(place, ["index"], env);
  const change = async (...statements: string[]) => {
    const db = openWriter(place.url);
    for (const statement of statements) await sql.raw(statement).execute(db.sql);
    await db.close();
  };

  it("is refused where there is no database, and makes none", async () => {
    const file = join(place.folder, "elsewhere.db");
    await expect(starting({ COUNTERSIGN_DATABASE_URL: `sqlite:${file}` })).rejects.toThrow('Run "countersign migrate"');
    expect(existsSync(file)).toBe(false);
  });

  it("is refused on a database of a newer release, and leaves it as it is", async () => {
    await change("insert into schema_version (version, at) values (999, '2030-01-01T00:00:00.000Z')");
    await expect(starting()).rejects.toThrow("of a newer release (schema 999");
  });

  it("is refused on a database that was not migrated", async () => {
    await change("delete from schema_version");
    await expect(starting()).rejects.toThrow('Run "countersign migrate"');
  });

  it("is refused where the head of the trail is missing", async () => {
    await change("drop trigger head_delete", "delete from head");
    await expect(starting()).rejects.toThrow("no head of the trail");
  });

  it("is refused at two origins in one process: which side answers is not for a visitor's Host to say", async () => {
    const apart = { COUNTERSIGN_PORTAL_URL: "http://localhost:3999" };
    await expect(starting(apart)).rejects.toThrow("start one with COUNTERSIGN_SERVE=desk and another");
    const portal = await starting({ ...apart, COUNTERSIGN_SERVE: "portal" });
    expect(portal.config.ownUrl).toBe("http://localhost:3999");
    await portal.stop();
  });

  it("is refused without secrets, and on a port that is taken", async () => {
    await expect(starting({ COUNTERSIGN_SECRETS_DIR: join(place.folder, "nowhere") })).rejects.toThrow(
      'Run "countersign keys new"',
    );
    const desk = await starting();
    await expect(starting({ PORT: String(desk.config.port) })).rejects.toThrow("cannot be listened on");
    await desk.stop();
  });
});
