import { noticeClock } from "domain/desk";
import { isoOf } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openWriter } from "./engine";
import { hiddenSets, isVisible, openSet, removeSet } from "./import-set";
import { openLedger } from "./ledger";
import { onEveryEngine } from "./testing";

const system = { id: "system", role: "system", auth: "none", session: null } as const;
const noPause = async () => undefined;

onEveryEngine("The set of an import", (place) => {
  let db: Db;
  beforeAll(() => {
    db = openWriter(place().url);
  });
  afterAll(() => db.close());

  const show = (set: number) =>
    openLedger(db, { now: () => Date.now() }).enact({
      stream: "desk",
      actor: system,
      request: "t",
      keep: [{ keep: "import-visible", set, at: isoOf(Date.now()) }],
      decide: noticeClock(1),
    });
  const entries = async () => (await db.sql.selectFrom("entry").select("seq").execute()).length;

  it("gets a number that no row has, not even one that a removed set left behind", async () => {
    const first = await openSet(db, "one");
    const row = { kind: "seen", digest: Buffer.alloc(32), account_id: "a", set_id: first, contact_id: null };
    await removeSet(db, first, noPause);
    await db.sql.insertInto("lookup").values(row).execute();
    expect(await openSet(db, "two")).toBe(first + 1);
    await db.sql.deleteFrom("lookup").execute();
  });

  it("becomes visible once; of one that was removed, or shown before, there is no entry", async () => {
    const [lost, kept] = [await openSet(db, "lost"), await openSet(db, "kept")];
    await removeSet(db, lost, noPause);
    await show(kept);
    expect(await isVisible(db, "kept")).toBe(true);
    const before = await entries();
    for (const set of [lost, kept, 99]) await expect(show(set)).rejects.toThrow("are not there any more");
    expect(await entries()).toBe(before);
    expect((await hiddenSets(db)).map((s) => s.importId)).toEqual(["two"]);
  });
});
