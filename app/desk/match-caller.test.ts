import { type Droppable, makePlace } from "db/place";
import { minutes } from "domain/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { House } from "~/door.server";
import { callerNumbers, callerWord, requesterCall, turnOf } from "./caller-number.server";
import { type CaseRef, caseNow } from "./case.server";
import { enterRequest, sendRequestCode } from "./enter-portal.server";
import { matchCaller } from "./match-caller.server";
import { ada, askedForCode, bob, deskIn, who } from "./testing-desk";

const anyone = { id: "anyone", role: "anyone", auth: "none", session: null } as const;

describe("A caller and the requester's page", () => {
  let place: Droppable;
  let house: House;
  let ref: CaseRef;
  let ahead = 0;
  beforeAll(async () => {
    place = await makePlace("sqlite");
    const made = await deskIn(place);
    // It stands still between the steps: numbers turn every five minutes, and no step takes part in when.
    const start = made.door.clock.now();
    house = { ...made, door: { ...made.door, clock: { now: () => start + ahead } } };
    ref = await askedForCode(house.door);
  });
  afterAll(() => place.drop());

  /** The requester comes in with a fresh code; gives what their cookie would say. */
  async function comesIn() {
    const { door } = house;
    ahead += minutes(3);
    const { ticket } = await caseNow(door, ref);
    const reference = ticket?.reference ?? "";
    await sendRequestCode(door, who(anyone), reference, "en");
    const { ticket: sent } = await caseNow(door, ref);
    const contact = sent?.newContact?.id ?? "";
    const code = door.secrets.code(contact, ref.ticket, sent?.codes[contact]?.generation ?? 0);
    const entered = await enterRequest(door, who(anyone), { reference, code });
    if (!entered) throw new Error("The code let nobody in.");
    return entered;
  }
  const shown = async (at: Awaited<ReturnType<typeof comesIn>>) => {
    const call = await requesterCall(house.door, at);
    if (!call || call === "entered-again") throw new Error("The page shows no number.");
    return call;
  };
  /** The numbers that count now. Two of ten thousand do, so that a dead one might be alive again by chance. */
  const counting = async () => {
    const { ticket } = await caseNow(house.door, ref);
    const turn = ticket && turnOf(ticket);
    return turn ? callerNumbers(house.door, turn, house.door.clock.now()) : [];
  };
  const untilDead = async (numbers: readonly string[], step: () => Promise<unknown>) => {
    do await step();
    while ((await counting()).some((one) => numbers.includes(one)));
  };
  const later = async () => {
    ahead += minutes(10);
  };
  const reads = async (digits: string, agent = ada) => (await matchCaller(house.door, who(agent), ref, digits)).refused;

  it("know each other by a number that changes and a word that both see", async () => {
    expect(await reads("0000")).toBe("caller-not-entered");
    const first = await comesIn();
    const { number, word } = await shown(first);
    expect(number).toMatch(/^\d{4}$/);
    expect(await callerWord(house.door, ref)).toBe(word);
    const numbers = await counting();
    expect(numbers[0]).toBe(number);
    expect(await reads("12345")).toBe("not-a-caller-number");
    expect(await reads(number, bob)).toBe("not-your-ticket");
    const wrong = ["1111", "2222", "3333"].find((one) => !numbers.includes(one)) ?? "";
    expect(await reads(wrong)).toBe("wrong-caller-number");
    ahead += minutes(5);
    expect((await counting())[1]).toBe(number);
    expect(await reads(`${number.slice(0, 2)} ${number.slice(2)}`)).toBeNull();
    expect(await reads(number)).toBe("already-matched");
  });

  it("are strangers again once the requester comes in anew, and after ten minutes", async () => {
    const before = await comesIn();
    const old = await shown(before);
    let after = before;
    await untilDead([old.number], async () => {
      after = await comesIn();
    });
    expect(await requesterCall(house.door, before)).toBe("entered-again");
    expect((await shown(after)).word).not.toBe(old.word);
    expect(await reads(old.number)).toBe("wrong-caller-number");
    const { number } = await shown(after);
    await untilDead([number, old.number], later);
    expect(await reads(number)).toBe("wrong-caller-number");
    expect(await reads(old.number)).toBe("too-many-caller-numbers");
    expect(await reads((await shown(after)).number)).toBe("too-many-caller-numbers");
    await shown(await comesIn());
  });
});
