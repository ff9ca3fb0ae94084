import { onEveryEngine } from "db/testing";
import { minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Door, House } from "~/door.server";
import { type CaseRef, caseNow, type Who } from "./case.server";
import { enterRequest } from "./enter-portal.server";
import { askedForCode, deskIn, who } from "./testing-desk";

const anyone = { id: "anyone", role: "anyone", auth: "none", session: null } as const;

onEveryEngine("The door to a request's page", (place) => {
  let house: House;
  let ref: CaseRef;
  let typed: { reference: string; code: string };
  const enter = (by: Who, ahead = 0) => {
    const clock = { now: () => house.door.clock.now() + ahead };
    const door: Door = { ...house.door, clock };
    return enterRequest(door, by, typed);
  };

  beforeAll(async () => {
    house = await deskIn(place());
    ref = await askedForCode(house.door);
    const { ticket } = await caseNow(house.door, ref);
    const code = house.door.secrets.code(ticket?.newContact?.id ?? "", ref.ticket, 1);
    typed = { reference: ticket?.reference ?? "", code };
  });
  afterAll(() => house.close());

  it("opens for a form that was sent twice at once", async () => {
    const twice = await Promise.all([enter(who(anyone, "k1")), enter(who(anyone, "k1"))]);
    expect(twice).toMatchObject([ref, ref]);
  });

  it("opens for a code once: not for another form, nor for the same one a while later", async () => {
    expect(await enter(who(anyone, "k2"))).toBeNull();
    expect(await enter(who(anyone, "k1"), minutes(2))).toBeNull();
  });
});
