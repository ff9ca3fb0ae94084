import { openLedger } from "db/ledger";
import { onEveryEngine } from "db/testing";
import { acknowledgeClock } from "domain/desk";
import { hours, minutes, seconds } from "domain/time";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type House, lastTrusted } from "~/door.server";
import { isClockJumped } from "~/facts.server";
import { atTheDesk, houseIn, inFreshHouse } from "./testing-import";
import { trustClock } from "./trust-clock.server";
import { type Ticks, watchClock } from "./watch-clock.server";

/** The two clocks of a machine, told where they stand: time goes by on both, the wall clock is set besides. */
function machine() {
  let [wall, steady] = [Date.parse("2026-11-25T12:00:00.000Z"), 1000];
  const ticks: Ticks = { wall: () => wall, steady: () => steady };
  const pass = (ms: number, rate = 1) => {
    steady += ms;
    wall += ms * rate;
  };
  const set = (byMs: number) => {
    wall += byMs;
  };
  return { ticks, pass, set };
}

onEveryEngine("The watch on the clock", (place) => {
  let house: House;
  beforeAll(() => {
    house = houseIn(place());
  });
  afterEach(() =>
    house.door.ledger.enact({ ...atTheDesk, stream: "desk", decide: acknowledgeClock() }).then(() => undefined),
  );
  afterAll(() => house.close());

  const isJumped = () => isClockJumped(house.door);

  it("says nothing of a clock that is slewed by four hundred millionths for a week, nor of one small step", async () => {
    const { ticks, pass, set } = machine();
    const check = watchClock(house.door, ticks);
    for (let n = 0; n < 7 * 24; n += 1) {
      pass(hours(1), 1 + 400e-6);
      await check();
    }
    set(seconds(-4));
    await check();
    expect(await isJumped()).toBe(false);
  });

  it("enters a step of six seconds, in either direction", async () => {
    for (const by of [seconds(6), seconds(-6)]) {
      const { ticks, pass, set } = machine();
      const check = watchClock(house.door, ticks);
      pass(250);
      set(by);
      await check();
      expect(await isJumped()).toBe(true);
      await house.door.ledger.enact({ ...atTheDesk, stream: "desk", decide: acknowledgeClock() });
      await check();
      expect(await isJumped()).toBe(false);
    }
  });

  it("adds up steps that are each too small to be one", async () => {
    const { ticks, pass, set } = machine();
    const check = watchClock(house.door, ticks);
    pass(250);
    set(seconds(4.9));
    await check();
    expect(await isJumped()).toBe(false);
    pass(250);
    set(seconds(4.9));
    await check();
    expect(await isJumped()).toBe(true);
  });

  it("finds a jump again that could not be entered", async () => {
    const { ticks, set } = machine();
    const ledger = { enact: () => Promise.reject(new Error("The disk is full.")) };
    let door = { ...house.door, ledger } as House["door"];
    const check = watchClock({ ...house.door, ledger: { enact: (c) => door.ledger.enact(c) } }, ticks);
    set(hours(80));
    await expect(check()).rejects.toThrow("The disk is full.");
    expect(await isJumped()).toBe(false);
    door = house.door;
    await check();
    expect(await isJumped()).toBe(true);
  });
});

onEveryEngine("A worker's trust in its clock", (place) => {
  it("comes after five minutes of watching, or at once where a worker trusted it ten minutes ago or less", () =>
    inFreshHouse(place().kind, async (house) => {
      const first = machine();
      const clock = await trustClock(house, first.ticks);
      expect(await clock.check()).toBe(false);
      // A worker that is started again meanwhile begins to watch anew.
      expect(await (await trustClock(house, machine().ticks)).check()).toBe(false);
      first.pass(minutes(4.9));
      expect(await clock.check()).toBe(false);
      expect(await lastTrusted(house.door.reader)).toBeNull();
      first.pass(minutes(0.2));
      expect(await clock.check()).toBe(true);
      expect(await (await trustClock(house, machine().ticks)).check()).toBe(true);

      const long = { ...house, door: { ...house.door, clock: { now: () => Date.now() + minutes(11) } } };
      expect(await (await trustClock(long, machine().ticks)).check()).toBe(false);
      expect(await isClockJumped(house.door)).toBe(false);
    }));

  it("is a jump where the clock is set right within these five minutes", () =>
    inFreshHouse(place().kind, async (house) => {
      const { ticks, pass, set } = machine();
      const clock = await trustClock(house, ticks);
      pass(minutes(1));
      set(-hours(24 * 400));
      await clock.check();
      expect(await isClockJumped(house.door)).toBe(true);
    }));

  it("is a jump at once where the clock stands behind the newest entry", () =>
    inFreshHouse(place().kind, async (house) => {
      const ahead = openLedger(house.writer, { now: () => Date.now() + hours(1) });
      await ahead.enact({ ...atTheDesk, stream: "desk", decide: acknowledgeClock() });
      await trustClock(house, machine().ticks);
      expect(await isClockJumped(house.door)).toBe(true);
    }));

  it("is there from the start where the clock is moved by a file, as in the demo", () =>
    inFreshHouse(place().kind, async (house) => {
      const config = { ...house.door.config, clockFile: "clock.json" };
      const clock = await trustClock({ ...house, door: { ...house.door, config } }, machine().ticks);
      expect(await clock.check()).toBe(true);
    }));
});
