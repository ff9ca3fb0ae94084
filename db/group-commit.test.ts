import { record } from "domain/desk";
import { event, refuse } from "domain/event";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "./engine";
import { openCommits } from "./group-commit";
import { type Command, type Ledger, openLedger } from "./ledger";
import { onEveryEngine } from "./testing";
import { verifyDatabase } from "./verify";

const cli = { id: "cli:test", role: "cli", auth: "none", session: null } as const;
const hardened = (count: number): Extract<Command, { stream: "desk" }> => ({
  stream: "desk",
  actor: cli,
  request: `r-${count}`,
  decide: record(event("answers.hardened", { count, left: 0 })),
});

onEveryEngine("Commands that wait together", (place) => {
  let db: Db;
  let reader: Db;
  let ledger: Ledger;
  // The clock runs backwards: no entry may.
  let now = Date.parse("2026-03-02T09:00:00.000Z");
  beforeAll(() => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    ledger = openLedger(db, { now: () => (now -= 1000) });
  });
  afterAll(async () => {
    await reader.close();
    await db.close();
  });
  const entries = () => reader.sql.selectFrom("entry").select(["seq", "at", "type"]).orderBy("seq").execute();

  it("are committed as one, and one that throws or is refused leaves the others as they are", async () => {
    const kept = { keep: "vault", id: "v", owner: "o", field: "f", box: Buffer.from("x") } as const;
    const throws = { ...hardened(3), keep: [kept, kept] };
    const refused = { ...hardened(5), decide: () => refuse("desk.record", "not-your-role") };
    const commands = Array.from({ length: 20 }, (_, n) => (n === 3 ? throws : n === 5 ? refused : hardened(n)));
    const all = commands.map((command) => ledger.enact(command));
    const settled = Promise.allSettled(all);
    await Promise.race(all);
    // The first to hear of its end finds all of them there, by another connection.
    expect(await entries()).toHaveLength(19);

    const ends = (await settled).map((end) => (end.status === "fulfilled" ? end.value : null));
    expect(ends.map((end, n) => [n, end ? end.refused : "threw"])).toEqual(
      commands.map((_, n) => [n, n === 3 ? "threw" : n === 5 ? "not-your-role" : null]),
    );
    expect(ends.flatMap((end) => end?.events.map((e) => e.seq) ?? [])).toEqual(Array.from({ length: 19 }, (_, n) => n));
    const at = (await entries()).map((e) => e.at);
    expect(at).toEqual([...at].sort());
    expect(await reader.sql.selectFrom("vault").selectAll().execute()).toEqual([]);
    expect((await verifyDatabase(db)).verdict).toBe("valid");
  });

  it("are told apart by their keys: the second of a pair is the first one's replay", async () => {
    const key = { key: "twice", digest: "d" };
    const [first, again, other] = await Promise.allSettled([
      ledger.enact({ ...hardened(1), key }),
      ledger.enact({ ...hardened(1), key }),
      ledger.enact({ ...hardened(1), key: { ...key, digest: "other" } }),
    ]);
    if (first.status !== "fulfilled") throw first.reason;
    expect(again).toEqual({ status: "fulfilled", value: { ...first.value, replayed: true } });
    expect(other).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("sent before") } });
  });

  it("have all failed where the engine gives up their transaction, and those after them begin anew", async () => {
    const before = await entries();
    const commit = openCommits(db);
    const noting = (id: string) => () => Promise.resolve(id);
    const ends = await Promise.allSettled([
      commit(async (tx) => tx.insertInto("question").values({ id: "lost", text: "x" }).execute()),
      commit(async (tx) => {
        await sql`rollback`.execute(tx);
        throw new Error("the disk is full");
      }),
      commit(noting("third")),
    ]);
    expect(ends.map((end) => end.status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(await reader.sql.selectFrom("question").selectAll().execute()).toEqual([]);
    expect(await Promise.all([commit(noting("a")), commit(noting("b"))])).toEqual(["a", "b"]);
    await ledger.enact(hardened(30));
    expect(await entries()).toHaveLength(before.length + 1);
  });
});
