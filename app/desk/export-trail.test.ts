import { onEveryEngine } from "db/testing";
import { cli, ivy, staffed, tellStaff } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { filterDigest } from "domain/export";
import { stepUp } from "domain/member";
import { lifetime } from "domain/time";
import { commitmentOf } from "domain/trail/entry";
import type { TrailFilter } from "domain/view";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Door, House } from "~/door.server";
import { readEntry, readTrail } from "~/read-trail.server";
import { type Exported, exportTrail } from "./export-trail.server";
import { searchTrail } from "./search-trail.server";
import { houseIn } from "./testing-import";
import { viewEntry } from "./view-entry.server";

const all: TrailFilter = { actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null };
const who = { actor: ivy, request: "r" };

onEveryEngine("An auditor's desk", (place) => {
  let house: House;
  let step = 1;
  const stepsUp = async (filter: TrailFilter): Promise<string> => {
    const id = `step-${step++}`;
    await house.door.ledger.enact({
      stream: "staff",
      id: "ivy",
      ...who,
      decide: stepUp({ id, act: "export", object: filterDigest(filter), step }),
    });
    return id;
  };
  const last = async () => {
    const { bytes } = await house.door.reader.sql
      .selectFrom("entry")
      .select("bytes")
      .orderBy("seq", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    return JSON.parse(bytes.toString("utf8"));
  };
  const lines = async (exported: Exported): Promise<string[]> => {
    if (exported.refused !== null) throw new Error(exported.refused);
    let text = "";
    for await (const part of exported.stream) text += part.toString();
    return text.trimEnd().split("\n");
  };

  beforeAll(async () => {
    house = houseIn(place());
    await tellStaff({ now: 0, ledger: house.door.ledger, db: house.writer });
  });
  afterAll(async () => {
    expect((await verifyDatabase(house.door.reader)).verdict).toBe("valid");
    await house.close();
  });

  it("exports what the trail held just before, and enters that it did", async () => {
    const filter = { ...all, type: "staff.added" };
    const exported = await exportTrail(house.door, who, {
      filter,
      format: "jsonl",
      reason: "Yearly audit of the desk",
      stepUp: await stepsUp(filter),
    });
    const entry = await last();
    expect(entry).toMatchObject({
      type: "trail.exported",
      outcome: "ok",
      actor: { id: "staff:ivy", role: "auditor" },
      data: { format: "jsonl", filter: filterDigest(filter), size: entry.seq },
    });
    expect((await lines(exported)).map((line) => JSON.parse(line).type)).toEqual(Array(5).fill("staff.added"));
  });

  it("keeps the reason's words in the vault, and in the entry only a commitment to them", async () => {
    await exportTrail(house.door, who, {
      filter: all,
      format: "csv",
      reason: "For Hal, +49 30 901820, who asked",
      stepUp: await stepsUp(all),
    });
    const { data, pii } = await last();
    const words = (await house.door.vault.open(data.reason, "reason"))?.toString("utf8") ?? "";
    expect(words).toContain("who asked");
    expect(words).not.toContain("901820");
    const salt = (await house.door.vault.open(data.reason, "reason.salt")) ?? Buffer.alloc(0);
    expect(pii).toEqual({ reason: commitmentOf(salt, words) });
  });

  it.each([
    ["no reason", ""],
    ["blanks for a reason", "          "],
    ["too short a reason", " why "],
  ])("refuses an export with %s, which is an entry", async (_what, reason) => {
    const form = { filter: all, format: "csv" as const, reason, stepUp: await stepsUp(all) };
    expect(await exportTrail(house.door, who, form)).toEqual({ refused: "reason-missing" });
    expect(await last()).toMatchObject({
      type: "refused",
      outcome: "denied",
      reason: "reason-missing",
      data: { command: "trail.export" },
    });
  });

  it("refuses an export without a step-up made for this filter, which is an entry, and keeps no words", async () => {
    const before = await house.door.reader.sql.selectFrom("vault").select("id").execute();
    const stepUpOfAnother = await stepsUp({ ...all, actor: "staff:ada" });
    expect(
      await exportTrail(house.door, who, {
        filter: all,
        format: "csv",
        reason: "Yearly audit",
        stepUp: stepUpOfAnother,
      }),
    ).toEqual({ refused: "step-up-needed" });
    expect(await last()).toMatchObject({ type: "refused", outcome: "denied", reason: "step-up-needed" });
    expect(await house.door.reader.sql.selectFrom("vault").select("id").execute()).toEqual(before);
  });

  it("refuses everyone else the export, the trail and an entry, and each refusal is an entry", async () => {
    for (const actor of [staffed("ada", "auditor"), staffed("sam", "supervisor"), cli]) {
      const other = { actor, request: "r" };
      // The command line alone exports without a step-up, and reads no screens.
      if (actor !== cli)
        expect(
          await exportTrail(house.door, other, {
            filter: all,
            format: "csv",
            reason: "Yearly audit",
            stepUp: "step-1",
          }),
        ).toEqual({ refused: "not-your-role" });
      expect((await searchTrail(house.door, other, all)).refused).toBe("not-your-role");
      expect((await viewEntry(house.door, other, 1)).refused).toBe("not-your-role");
      expect(await last()).toMatchObject({ type: "refused", actor: { id: actor.id }, data: { command: "entry.view" } });
    }
  });

  it("gives a form sent twice what it was given the first time, and enters it once", async () => {
    const form = { filter: all, format: "jsonl" as const, reason: "Yearly audit", stepUp: await stepsUp(all) };
    const keyed = { ...who, key: { key: "k", digest: "d" } };
    const once = await lines(await exportTrail(house.door, keyed, form));
    const { seq } = await last();
    expect(await lines(await exportTrail(house.door, keyed, form))).toEqual(once);
    expect((await last()).seq).toBe(seq);
  });

  it("gives a form that is sent again after its step-up ran out nothing, and enters that", async () => {
    const form = { filter: all, format: "jsonl" as const, reason: "Yearly audit", stepUp: await stepsUp(all) };
    const keyed = { ...who, key: { key: "k-late", digest: "d" } };
    expect(await exportTrail(house.door, keyed, form)).toMatchObject({ refused: null });
    const later: Door = { ...house.door, clock: { now: () => house.door.clock.now() + lifetime.stepUpMs } };
    const { seq } = await last();
    expect(await exportTrail(later, keyed, form)).toEqual({ refused: "step-up-needed" });
    expect(await last()).toMatchObject({ seq: seq + 1, type: "refused", reason: "step-up-needed" });
  });

  it("enters a look at the trail, and at an entry, and shows them", async () => {
    expect((await searchTrail(house.door, who, all)).refused).toBeNull();
    const page = await readTrail(house.door, all, null);
    expect(page.rows[0]).toMatchObject({ type: "trail.searched", actor: "staff:ivy" });
    expect((await viewEntry(house.door, who, 3)).refused).toBeNull();
    expect(await last()).toMatchObject({ type: "entry.viewed", data: { seq: 3 } });
    expect(await readEntry(house.door, 3)).toMatchObject({
      entry: { seq: 3, type: "staff.added", json: expect.stringContaining(`"seq":3`) },
    });
    expect(await readEntry(house.door, 99_999)).toBeNull();
  });
});
