import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "../engine";
import { onEveryEngine } from "../testing";
import { tellAll } from "../testing-case";
import { type Saved, save } from "../testing-tamper";
import { tellerOf } from "../testing-trail";
import { verifyDatabase } from "../verify";

const folded = ["ticket", "account_state", "staff", "desk_state"] as const;

onEveryEngine("The database itself", (place) => {
  let db: Db;
  let whole: Saved;
  const run = (statement: string) => sql.raw(statement).execute(db.sql);
  const refuses = async (statement: string, saying: RegExp) =>
    expect(run(statement), statement).rejects.toThrow(saying);

  beforeAll(async () => {
    db = openWriter(place().url);
    await tellAll(tellerOf(db));
    whole = await save(db);
  });
  afterAll(async () => {
    expect(await save(db)).toEqual(whole);
    expect((await verifyDatabase(db)).verdict).toBe("valid");
    await db.close();
  });

  it("refuses to change or delete an entry, a subtree hash, an approval or the head", async () => {
    await refuses("update entry set reason = 'x' where seq = 3", /never changed/);
    await refuses("delete from entry where seq = 3", /never (changed|deleted)/);
    await refuses("update node set idx = idx where level = 1", /never changed/);
    await refuses("delete from node", /never (changed|deleted)/);
    await refuses("update approval set packet = 'x'", /never changed/);
    await refuses("delete from approval", /never (changed|deleted)/);
    await refuses("delete from head", /never (changed|deleted)/);
  });

  const copy = (seq: string, id = "'another'", verb = "insert") =>
    `${verb} into entry select ${seq}, ${id}, at, type, actor, subject, object, outcome, reason, leaf, bytes from entry where seq = 3`;

  it("refuses an entry that leaves a gap, takes a seq that is taken, or an id that is", async () => {
    await refuses(copy("(select max(seq) + 2 from entry)"), /next seq/);
    await refuses(copy("3"), /next seq/);
    await refuses(copy("-1"), /next seq/);
    await refuses(copy("(select max(seq) + 1 from entry)", "id"), /new id|unique/i);
  });

  it("refuses an entry that would replace another", async () => {
    if (db.kind === "sqlite") {
      await refuses(copy("3", "'another'", "insert or replace"), /next seq/);
      await refuses(copy("(select max(seq) + 1 from entry)", "id", "insert or replace"), /new id/);
      await refuses(
        "insert or replace into head select 1, origin, 0, range, at, halted, 0 from head",
        /never deleted|unique/i,
      );
    } else {
      await refuses(`${copy("3")} on conflict (seq) do update set reason = 'x'`, /next seq|never changed/);
      await refuses(
        `${copy("(select max(seq) + 1 from entry)", "id")} on conflict (id) do update set reason = 'x'`,
        /never changed/,
      );
    }
  });

  it("refuses a head that goes back, runs ahead, or changes its origin", async () => {
    for (const change of ["size = size - 1", "size = size + 1", "origin = 'other'"])
      await refuses(`update head set ${change}`, /head follows|counts follow/);
    for (const change of ["counted = counted - 1", "counted = size + 1"])
      await refuses(`update head set ${change}`, /counts follow/);
  });

  it.each(folded)(
    "refuses a change to %s without a newer entry, a row without an entry, and deleting one",
    async (table) => {
      await refuses(`update ${table} set doc = '{}'`, /follows a newer entry/);
      await refuses(`update ${table} set doc = '{}', seq = seq - 1`, /follows/);
      await refuses(`update ${table} set seq = 100000`, /follows/);
      await refuses(`delete from ${table}`, /never (changed|deleted)/);
      const columns = Object.keys(whole.get(table)?.[0] ?? {});
      const values = columns.map((c) =>
        c === "seq"
          ? "100000"
          : c === "number"
            ? "9"
            : c === "reference" || c === columns[0]
              ? table === "desk_state"
                ? "1"
                : "'new'"
              : c,
      );
      await refuses(
        `insert into ${table} (${columns.join(", ")}) select ${values.join(", ")} from ${table} limit 1`,
        /follows/,
      );
    },
  );

  it("refuses an approval that follows no entry", async () => {
    await refuses(
      "insert into approval select ticket_id, round, staff_id, packet, at, 100000 from approval limit 1",
      /follows/,
    );
  });

  it("refuses to truncate, where an engine can", async () => {
    if (db.kind === "sqlite") return;
    for (const table of ["entry", "head", "node", "approval", ...folded])
      await refuses(`truncate ${table}`, /never truncated/);
  });

  it("refuses every write on a reading connection", async () => {
    const reader = openReader(place().url);
    await expect(sql.raw("update head set at = at").execute(reader.sql)).rejects.toThrow(/read.?only/i);
    await reader.close();
  });
});
