import type { Tables } from "db/schema";
import { onEveryEngine } from "db/testing";
import { tellAll } from "db/testing-case";
import { tellerOf } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { publishNow } from "./publish-checkpoint.server";
import { asked, jobNow, made } from "./testing-exports";
import { houseIn } from "./testing-import";

onEveryEngine("The verifier, at the list of exports,", (place) => {
  let house: House;
  let done: string;
  let waiting: string;
  const problem = async () => (await verifyDatabase(house.door.reader)).problem;
  const set = (id: string, change: Partial<Tables["export_job"]>) =>
    house.writer.sql.updateTable("export_job").set(change).where("id", "=", id).execute();

  beforeAll(async () => {
    house = houseIn(place());
    await tellAll(tellerOf(house.writer));
    await publishNow(house);
    done = await asked(house);
    await made(house, done);
    waiting = await asked(house);
  });
  afterAll(() => house.close());

  it("finds nothing while one is made, kept and removed as its entries say", async () => {
    expect(await problem()).toBeNull();
    await set(done, { state: "removed" });
    expect(await problem()).toBeNull();
    await set(done, { state: "done" });
  });

  it("finds another digest, exporter, reason, filter, size or end put in its place", async () => {
    const row = await house.writer.sql
      .selectFrom("export_job")
      .selectAll()
      .where("id", "=", done)
      .executeTakeFirstOrThrow();
    const changes: Partial<Tables["export_job"]>[] = [
      { manifest: "0".repeat(64) },
      { actor: "staff:ada" },
      { reason: "another" },
      { filter: row.filter.replace('"actor":null', '"actor":"staff:ada"') },
      { entries: 1 },
      { state: "failed", why: "error" },
    ];
    for (const change of changes) {
      await set(done, change);
      expect(await problem(), JSON.stringify(change)).toMatchObject({ what: "row-differs" });
      await set(done, row);
    }
    await set(waiting, { state: "done", manifest: row.manifest });
    expect(await problem()).toMatchObject({ what: "row-differs" });
    await set(waiting, { state: "waiting", manifest: null });
    expect(await problem()).toBeNull();
  });

  it("finds one taken out, and one that nobody asked for", async () => {
    const row = await house.writer.sql
      .selectFrom("export_job")
      .selectAll()
      .where("id", "=", done)
      .executeTakeFirstOrThrow();
    await house.writer.sql.deleteFrom("export_job").where("id", "=", done).execute();
    expect(await problem()).toMatchObject({ what: "row-missing" });
    await house.writer.sql
      .insertInto("export_job")
      .values([row, { ...row, id: "another" }])
      .execute();
    expect(await problem()).toMatchObject({ what: "row-unfounded" });
    expect((await jobNow(house, waiting)).state).toBe("waiting");
  });
});
