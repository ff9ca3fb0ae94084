import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { caseNow } from "./case.server";
import { findAccount } from "./find-account.server";
import { ada, bob, deskIn, serialOfHal, who } from "./testing-desk";

onEveryEngine("A search by serial", (place) => {
  let house: House;
  const search = (actor = bob, serial = serialOfHal, key?: string) =>
    findAccount(house.door, who(actor, key), "serial", serial);
  const searches = async () =>
    house.door.reader.sql
      .selectFrom("entry")
      .select(["actor", "reason"])
      .where("type", "=", "account.searched")
      .orderBy("seq")
      .execute();
  const tries = async () => (await caseNow(house.door, { account: "hal", ticket: "" })).account?.attempts.length ?? 0;

  beforeAll(async () => {
    house = await deskIn(place());
  });
  afterAll(() => house.close());

  it("finds the account and uses one of its attempts", async () => {
    expect((await search()).hits.map((hit) => hit.id)).toEqual(["hal"]);
    expect(await tries()).toBe(1);
  });

  it("sent twice by one form finds it twice and uses one attempt", async () => {
    const twice = await Promise.all([search(bob, serialOfHal, "k1"), search(bob, serialOfHal, "k1")]);
    expect(twice.map((found) => found.hits.length)).toEqual([1, 1]);
    expect(await tries()).toBe(2);
  });

  it("answers for a locked account exactly as it does for a serial that nobody has, and is a miss", async () => {
    await search();
    const last = await search(bob, serialOfHal, "k2");
    expect(await search(bob, serialOfHal, "k2")).toEqual(last);
    const locked = await search(ada);
    expect(locked).toEqual(await search(ada, "L11111111"));
    expect(locked).toEqual({ refused: null, hits: [], tooMany: false });
    const mine = (await searches()).filter((entry) => entry.actor === ada.id);
    expect(mine.map((entry) => entry.reason)).toEqual(["no-hit", "no-hit"]);
    expect(await tries()).toBe(4);
  });

  it("is flagged on the trail with the tenth miss within an hour, once, and stops after the thirtieth", async () => {
    const flags = async () =>
      (await house.door.reader.sql.selectFrom("entry").select("seq").where("type", "=", "search.flagged").execute())
        .length;
    const missed = async (times: number) => {
      for (let i = 0; i < times; i += 1) await search(ada, "L11111111");
      return flags();
    };
    expect([await missed(7), await missed(1), await missed(20)]).toEqual([0, 1, 1]);
    expect((await search(ada, "L11111111")).refused).toBe("too-many-searches");
  });
});
