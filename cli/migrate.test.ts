import { onEveryEngine } from "db/testing";
import { verifyDatabase } from "db/verify";
import { event } from "domain/event";
import { policyRef, refOf, shippedPolicy, standard } from "domain/policies";
import { afterAll, beforeAll, expect, it } from "vitest";
import { houseIn } from "~/desk/testing-import";
import type { House } from "~/door.server";
import { deskOf } from "~/facts.server";
import { migrateAll } from "./migrate";

const system = { id: "system", role: "system", auth: "none", session: null } as const;
/** The first version that shipped: tickets are raised for no reasons by it. */
const { freshness: _, raise: __, ...first } = { ...standard, version: 1 };

onEveryEngine("Migrating", (place) => {
  let house: House;
  beforeAll(() => {
    house = houseIn(place());
  });
  afterAll(() => house.close());

  it("puts the newer version of a shipped policy in force, also where the tables were brought up before, and once", async () => {
    const { door } = house;
    const older = refOf(first);
    expect(shippedPolicy(older.digest)).toEqual(first);
    const decide = () => [event("policy.adopted", { policy: older })] as const;
    await door.ledger.enact({ stream: "desk", actor: system, request: "older", decide });
    for (let time = 0; time < 2; time += 1) await migrateAll(door.config);
    expect((await deskOf(door)).policy).toEqual(policyRef("standard"));
    const adopted = await door.reader.sql
      .selectFrom("entry")
      .select("seq")
      .where("type", "=", "policy.adopted")
      .execute();
    expect(adopted).toHaveLength(2);
    expect((await verifyDatabase(door.reader)).problem).toBeNull();
  });
});
