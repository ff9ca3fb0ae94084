import { openWriter } from "db/engine";
import { onEveryEngine } from "db/testing";
import { disarm, edit, flipped, forge, putBack, type Saved, save } from "db/testing-tamper";
import { verifyDatabase } from "db/verify";
import { hours, minutes, seconds } from "domain/time";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { resumeTrail, whyHalted } from "./checkpoint-door.server";
import { publishNow } from "./desk/publish-checkpoint.server";
import { recordProcess } from "./desk/record-process.server";
import { isVerificationDue, recordVerification } from "./desk/verify-trail.server";
import { watching } from "./desk/watch-trail.server";
import { startDesk, type TestDesk } from "./testing";
import { watchNow } from "./watch-door.server";

const system = { id: "system", role: "system", auth: "none", session: null } as const;

onEveryEngine("The desk's own check", (place) => {
  let desk: TestDesk;
  let db: ReturnType<typeof openWriter>;
  let whole: Saved;
  let size = 0;
  let steady = 0;
  const grow = async (n = 1) => {
    for (let i = 0; i < n; i += 1) await recordProcess(desk.house.door, system, "worker", "started");
  };
  const check = (process = "one") => watching(desk.house, process, () => steady);
  /** Lets a check go on until it has nothing to do, in a minute of its own. */
  const run = async (turn: () => Promise<number>) => {
    steady += minutes(1);
    for (let n = 0; n < 50 && (await turn()) > 0; n += 1);
  };
  const now = () => watchNow(db.sql);
  const doubts = async () =>
    (
      await db.sql.selectFrom("entry").select("bytes").where("type", "like", "trail.doubt%").orderBy("seq").execute()
    ).map((e) => {
      const { type, data } = JSON.parse(e.bytes.toString("utf8"));
      return { type, ...data };
    });
  const bytesOf = async (seq: number) =>
    (await db.sql.selectFrom("entry").select("bytes").where("seq", "=", seq).executeTakeFirstOrThrow()).bytes;

  beforeAll(async () => {
    desk = await startDesk(place(), ["healthz"]);
    db = openWriter(place().url);
    await grow(150);
    await publishNow(desk.house);
    await grow(150);
    await publishNow(desk.house);
    whole = await save(db);
    size = whole.get("entry")?.length ?? 0;
    await disarm(db);
  });
  afterEach(async () => {
    await putBack(db, whole);
    await resumeTrail(db);
    await begin();
    desk.setAhead(0);
  });
  afterAll(async () => {
    await db.close();
    await desk.stop().catch(() => undefined);
  });

  it("goes over every entry, goes on from new ones, and begins again at the first; it alarms at nothing", async () => {
    const turn = check();
    await run(turn);
    expect(await now()).toMatchObject({ size, gone_over_size: size, problem: null, process: "one" });
    await grow(3);
    steady += seconds(6);
    while ((await turn()) > 0);
    expect(await now()).toMatchObject({ size: size + 3, gone_over_size: size });
    await run(turn);
    expect(await now()).toMatchObject({ gone_over_size: size + 3, again_began_at: null });
    expect(await doubts()).toEqual([]);
  });

  it("is one worker's, until that one is not seen any more", async () => {
    await run(check("one"));
    const other = check("two");
    expect(await other()).toBe(0);
    expect(await now()).toMatchObject({ process: "one" });
    desk.setAhead(minutes(2));
    steady += seconds(10);
    await other();
    expect(await now()).toMatchObject({ process: "two" });
    steady += seconds(10);
    expect(await check("one")()).toBe(0);
  });

  it("names an old entry of which one byte was changed, once, and says when it is whole again", async () => {
    const turn = check();
    await run(turn);
    await edit(db, 40, { bytes: flipped(await bytesOf(40), 300) });
    await run(turn);
    await run(turn);
    expect(await now()).toMatchObject({
      problem: "Entry 40 was changed: its bytes are not those its leaf hash was made of.",
      problem_seq: 40,
    });
    expect(await doubts()).toEqual([{ type: "trail.doubted", check: "going-over", what: "entry-changed", entry: 40 }]);
    expect(await whyHalted(db.sql)).toBeNull();
    await edit(db, 40, { bytes: whole.get("entry")?.[40]?.bytes as Buffer });
    await run(turn);
    expect(await now()).toMatchObject({ problem: null, problem_seq: null });
    expect((await doubts()).at(-1)).toEqual({ type: "trail.doubt-ended", check: "going-over" });
  });

  it("names an entry that is missing, and one among the newest", async () => {
    for (const [seq, what] of [
      [7, "entry-missing"],
      [size - 1, "entry-changed"],
    ] as const) {
      if (what === "entry-missing") await db.sql.deleteFrom("entry").where("seq", "=", seq).execute();
      else await edit(db, seq, { bytes: Buffer.from("{}") });
      await run(check());
      expect(await now()).toMatchObject({ problem_what: what, problem_seq: seq });
      await putBack(db, whole);
      await begin();
    }
  });

  it("halts the desk where bytes and leaf were forged together, whoever began the round", async () => {
    const turn = check();
    for (let n = 0; n < 2; n += 1) await turn();
    const entry = JSON.parse((await bytesOf(2)).toString("utf8"));
    await forge(db, 2, Buffer.from(JSON.stringify({ ...entry, request: "another" })));
    await forge(db, size - 2, Buffer.from(JSON.stringify({ ...entry, request: "another" })));
    steady += seconds(10);
    const next = check();
    await expect(run(next).then(() => run(next))).rejects.toThrow(/^The root differs/);
    expect(await now()).toMatchObject({ problem_what: "root-differs", problem_seq: null });
    expect(await whyHalted(db.sql)).toMatch(/^The root differs/);
  });

  it("alarms at nothing when what it kept between two processes is not of this trail", async () => {
    await run(check());
    await db.sql
      .updateTable("watch")
      .set({ range: Buffer.alloc((await now()).range.length, 7), size: size - 4, again_began_at: null })
      .execute();
    await db.sql
      .updateTable("watch")
      .set({ range: (await now()).range.subarray(0, 32 * ones(size - 4)) })
      .execute();
    const turn = check();
    await run(turn);
    await run(turn);
    expect(await now()).toMatchObject({ size, gone_over_size: size, problem: null });
    expect(await doubts()).toEqual([]);
  });

  it("verifies the whole when that is due by the desk's clock, and enters what it finds, and its end", async () => {
    await run(check());
    expect(await isVerificationDue(desk.house, "one", () => minutes(1))).toBe(false);
    expect(await isVerificationDue(desk.house, "one", () => minutes(5))).toBe(true);
    expect(await isVerificationDue(desk.house, "two", () => minutes(5))).toBe(false);
    await recordVerification(desk.house, await verifyDatabase(db));
    expect(await now()).toMatchObject({ full_verdict: "valid", full_problem: null });
    expect(await isVerificationDue(desk.house, "one")).toBe(false);
    desk.setAhead(hours(24));
    expect(await isVerificationDue(desk.house, "one")).toBe(true);
    await edit(db, 40, { actor: "staff:eve" });
    for (let n = 0; n < 2; n += 1) await recordVerification(desk.house, await verifyDatabase(db));
    expect(await now()).toMatchObject({ full_verdict: "tampered", full_seq: 40 });
    await edit(db, 40, { actor: "system" });
    await recordVerification(desk.house, await verifyDatabase(db));
    expect(await doubts()).toEqual([
      { type: "trail.doubted", check: "verification", what: "entry-columns", entry: 40 },
      { type: "trail.doubt-ended", check: "verification" },
    ]);
  });

  /** As if no check had ever been made. */
  async function begin(): Promise<void> {
    const none = { problem: null, problem_what: null, problem_seq: null, problem_at: null, full_at: null };
    await db.sql
      .updateTable("watch")
      .set({ ...none, process: null, size: 0, range: Buffer.alloc(0), again_size: 0, again_began_at: null })
      .execute();
  }
});

const ones = (size: number): number => size.toString(2).replaceAll("0", "").length;
