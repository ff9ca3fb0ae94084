import { onEveryEngine } from "db/testing";
import { type Event, event } from "domain/event";
import { minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Door } from "~/door.server";
import { holderOf, startHolder } from "~/holder.server";
import { startDesk, type TestDesk } from "~/testing";
import { addHolder } from "~/testing-holder";
import { signInHolder } from "./sign-in-holder.server";
import { countedDoor } from "./testing-counted";

const anyone = { actor: { id: "anyone", role: "anyone", auth: "none", session: null }, request: "r" } as const;
const system = { actor: { id: "system", role: "system", auth: "none", session: null }, request: "r" } as const;
const typed = { username: "hal", password: "old battery staple", source: "192.0.2.1" };

onEveryEngine("A sign-in begun with the old password", (place) => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk(place(), ["account.sign-in", "errors"]);
    await addHolder(desk, "acc", typed.username, typed.password);
  });
  afterAll(() => desk.stop());

  const enter = (...events: [Event]) =>
    desk.house.door.ledger.enact({ ...system, stream: "case", account: "acc", ticket: null, decide: () => events });

  it("opens nothing once a freeze or a reset was entered while it waited", async () => {
    const { door } = desk.house;
    const late: Door = {
      ...door,
      ledger: {
        enact: async (command) => {
          await enter(recovered);
          return door.ledger.enact(command);
        },
      },
    };
    expect(await signInHolder(late, anyone, typed)).toMatchObject({ refused: "session-ended", account: null });
    expect(await signInHolder(door, anyone, typed)).toMatchObject({ refused: null, account: "acc" });
  });

  it("costs the same where the password is wrong, whether anybody has the name or not", async () => {
    const { door, costOf } = countedDoor(desk.house);
    const wrong = { ...typed, password: "not it" };
    const costs = [];
    for (const username of ["hal", "hol", "hal", "lah"])
      costs.push(await costOf(() => signInHolder(door, anyone, { ...wrong, username })));
    expect(costs[0]?.queries).toBeGreaterThan(10);
    for (const cost of costs.slice(1)) expect(cost).toEqual(costs[0]);
  });

  it("gives no session once another second factor was turned on while it waited", async () => {
    desk.setAhead(minutes(2));
    const { at } = await signInHolder(desk.house.door, anyone, typed);
    desk.setAhead(minutes(3));
    await enter(enrolled);
    const begun = async (since: number) =>
      holderOf(desk.house, (await startHolder(desk.house, "acc", since)).split(";")[0] ?? "");
    expect(await begun(at)).toBeNull();
    expect(await begun(desk.house.door.clock.now() + minutes(1))).toMatchObject({ account: "acc" });
  });

  it("gives a session that what ended sessions after its entry ends too", async () => {
    desk.setAhead(minutes(5));
    const { at } = await signInHolder(desk.house.door, anyone, typed);
    desk.setAhead(minutes(6));
    await enter(recovered);
    desk.setAhead(minutes(7));
    const cookie = await startHolder(desk.house, "acc", at);
    expect(await holderOf(desk.house, cookie.split(";")[0] ?? "")).toBeNull();
  });
});

const enrolled = event("factor.enrolled", { factor: "f".repeat(32), step: 1, replaces: null });
const recovered = event("account.recovered", {
  action: { replace: [], removeSecondFactor: false, newPassword: true },
  added: null,
});
