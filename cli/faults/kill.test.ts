import { minutes } from "domain/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDelivery } from "~/delivery/open.server";
import { deliverMessages } from "~/desk/deliver-messages.server";
import { lookOver } from "./afterwards";
import { openSharedClock } from "./clock";
import { killOften } from "./kills";
import { type FaultDesk, openFaultDesk } from "./testing";
import { openedTicket } from "./two-desks";

const kills = 12;

describe.each(["sqlite", "postgres"] as const)("A desk whose processes are killed (%s)", (kind) => {
  let desk: FaultDesk;
  beforeAll(async () => {
    desk = await openFaultDesk(kind, { lanes: 3, holders: 120 });
  }, 120_000);
  afterAll(async () => desk?.drop());

  it("has every acknowledged change on a valid trail, nothing half done, and every message delivered", async () => {
    const killed = await killOften(desk, { kills, random: numbers(7) });
    const after = await lookOver(desk, killed.acknowledged);
    expect(killed).toMatchObject({ kills, failures: [], burnt: [] });
    expect(killed.acknowledged.length).toBeGreaterThan(kills);
    expect(after).toMatchObject({ verdict: "valid", faults: [] });
  }, 240_000);
});

describe.each(["sqlite", "postgres"] as const)("A desk whose process was killed between two steps (%s)", (kind) => {
  let desk: FaultDesk;
  beforeAll(async () => {
    desk = await openFaultDesk(kind, { lanes: 1, holders: 6 });
  }, 120_000);
  afterAll(async () => desk?.drop());

  it.each(["serial.attempted", "answers.attempted"])(
    "takes the same right value again after it died at %s",
    async (dieAt) => {
      const batch = dieAt === "serial.attempted" ? 0 : 1;
      const died = desk.start({ do: "carry", fromBatch: batch, untilBatch: batch + 1, alone: true, dieAt });
      await died.ended;
      expect(died.lines.at(-1)).toContain(dieAt);
      const next = desk.start({ do: "carry", fromBatch: batch, untilBatch: batch + 1, alone: true });
      await next.says("done");
      expect(next.lines.filter((l) => /^(burnt|stuck) /.test(l))).toEqual([]);
    },
    120_000,
  );

  it("keeps no message waiting behind one that was accepted before the crash and is refused for good after it", async () => {
    await openedTicket(desk, 3);
    const died = desk.start({ do: "work", dieAt: "message.accepted" });
    await died.ended;
    await openedTicket(desk, 4);
    const shut = openDelivery({ ...desk.house.door.config, mailUrl: null, smsUrl: null }, desk.house.door.clock.now);
    for (let turn = 0; turn < 4; turn += 1) {
      openSharedClock(desk.file.clockFile).pass(minutes(3));
      await deliverMessages(desk.house, shut).catch(() => undefined);
    }
    const outbox = desk.house.door.reader.sql.selectFrom("outbox").select("id");
    expect(await outbox.where("done_at", "is", null).where("failed_at", "is", null).execute()).toEqual([]);
  }, 120_000);
});

/** The same numbers in [0, 1) at every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
