import { askReset, settleDirectory } from "domain/ask-directory";
import { minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimJobs, jobLeaseMs, newPasswordField, noteUnsure, releaseJob, retryJob } from "./directory-job";
import { type Db, openWriter } from "./engine";
import { migrate } from "./migrate";
import { onEveryEngine } from "./testing";
import { anyone, caseOf, tellCase, tellLink, worker } from "./testing-case";
import { type Teller, tellerOf, tellImport, tellStaff } from "./testing-trail";
import { verifyDatabase } from "./verify";

onEveryEngine("A job for a directory elsewhere", (place) => {
  let db: Db;
  let t: Teller;
  const due = () => ({ due: t.now, clock: t.now });
  const kept = async () =>
    (await db.sql.selectFrom("vault").select("id").where("field", "=", newPasswordField).execute()).map(
      (row) => row.id,
    );

  beforeAll(async () => {
    await migrate(place().url, "test", 0);
    db = openWriter(place().url);
    t = tellerOf(db);
    await tellStaff(t);
    await tellImport(t);
    await tellCase(t, "hal", "t1");
    await tellLink(t, "hal", "t1");
    const box = { keep: "vault", id: "j1", owner: "hal", field: newPasswordField, box: Buffer.from("sealed") } as const;
    const taken = ["contacts", "password"] as const;
    await caseOf(t, "hal", "t1")(anyone, askReset({ id: "grant-t1", generation: 1 }, { job: "j1", taken }), [box]);
  });
  afterAll(() => db.close());

  it("is one worker's until its lease is over, and comes again when it was not done", async () => {
    expect(await claimJobs(db, 10, due())).toMatchObject([
      { id: "j1", account_id: "hal", ticket_id: "t1", attempts: 0 },
    ]);
    expect(await claimJobs(db, 10, due())).toEqual([]);
    t.now += jobLeaseMs + 1;
    expect(await claimJobs(db, 10, due())).toMatchObject([{ id: "j1" }]);
    await releaseJob(db, "j1");
    expect(await claimJobs(db, 10, due())).toMatchObject([{ id: "j1" }]);
    await noteUnsure(db, "j1", "contacts", "W/1");
    await retryJob(db, "j1", { inMs: minutes(1), sure: false }, t.now);
    expect(await claimJobs(db, 10, due())).toEqual([]);
    t.now += minutes(1);
    const again = { id: "j1", attempts: 1, unsure: "contacts", before: "W/1" };
    expect(await claimJobs(db, 10, due())).toMatchObject([again]);
    await retryJob(db, "j1", { inMs: 0, sure: true }, t.now);
    expect(await claimJobs(db, 10, due())).toMatchObject([{ attempts: 2, unsure: null, before: null }]);
  });

  it("is leased to one of many workers that ask at once", async () => {
    await releaseJob(db, "j1");
    const claimed = await Promise.all(Array.from({ length: 5 }, () => claimJobs(db, 10, due())));
    expect(claimed.flat()).toHaveLength(1);
  });

  it("ends with the entries that say so, the password's with it, and leaves a trail that holds against its tables", async () => {
    const on = caseOf(t, "hal", "t1");
    await on(worker, settleDirectory("j1", { step: "contacts", done: true }));
    expect(await kept()).toEqual(["j1"]);
    expect((await verifyDatabase(db)).problem).toBeNull();
    await on(worker, settleDirectory("j1", { step: "password", done: true }));
    expect(await kept()).toEqual([]);
    const [row] = await db.sql.selectFrom("directory_job").selectAll().execute();
    expect(row?.ended_at).not.toBeNull();
    t.now += 2 * jobLeaseMs;
    expect(await claimJobs(db, 10, due())).toEqual([]);
    expect((await verifyDatabase(db)).problem).toBeNull();
  });
});
