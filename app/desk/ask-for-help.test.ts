import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Outgoing } from "~/delivery/port.server";
import type { House } from "~/door.server";
import { refByReference } from "~/facts.server";
import { askForHelp, type CallForHelp } from "./ask-for-help.server";
import { caseNow } from "./case.server";
import { deliverMessages } from "./deliver-messages.server";
import { enterRequest } from "./enter-portal.server";
import { countedDoor } from "./testing-counted";
import { who } from "./testing-desk";
import { deskOf, mailOf } from "./testing-holders";

const anyone = { id: "anyone", role: "anyone", auth: "none", session: null } as const;
const call = (name: string, value = `${name.replaceAll(/\W/g, "")}@new.example`): CallForHelp => ({
  name,
  contact: { kind: "email", value },
  secondFactor: false,
  hand: ["label"],
  language: "en",
});

onEveryEngine("Asking for help", (place) => {
  let house: House;
  let ids: Record<string, string>;
  beforeAll(async () => {
    ({ house, ids } = await deskOf(place(), ["hal", "vera"]));
  });
  afterAll(() => house.close());

  const ticketOf = async (reference: string) => {
    const ref = await refByReference(house.door, reference);
    return ref && (await caseNow(house.door, ref)).ticket;
  };

  it("costs the same queries and hashes, whoever's the name is and whether their account takes it", async () => {
    const { door, costOf } = countedDoor(house);
    await askForHelp(door, who(anyone), call("the first"));
    const costs = [];
    for (const [name, contact] of [
      [mailOf("hal")],
      ["nobody@nowhere.example"],
      ["nobody"],
      [mailOf("vera"), mailOf("hal")],
      [mailOf("vera"), mailOf("vera")],
    ] as const)
      costs.push(await costOf(() => askForHelp(door, who(anyone), call(name, contact))));
    expect(costs[0]?.queries).toBeGreaterThan(20);
    for (const cost of costs) expect(cost).toEqual(costs[0]);
  });

  it("opens a ticket where there is an account, and else on what stands in for one, with a code to the new contact either way", async () => {
    const there = await ticketOf(await askForHelp(house.door, who(anyone), call(mailOf("vera").toUpperCase())));
    expect(there).toMatchObject({ account: ids.vera, tier: "T4", asked: { hand: ["label"] } });
    const nowhere = await ticketOf(await askForHelp(house.door, who(anyone), call("nobody")));
    expect(nowhere?.standIn).toBe(true);
    expect(nowhere?.account).toMatch(/^[0-9a-f]{32}$/);
    for (const ticket of [there, nowhere]) expect(Object.values(ticket?.codes ?? {})).toHaveLength(1);
    const again = await ticketOf(await askForHelp(house.door, who(anyone), call(" NOBODY ", "other@new.example")));
    expect(again?.account).toBe(nowhere?.account);
  });

  it("gives the same reference for a form that comes twice", async () => {
    const twice = {
      name: "twice",
      contact: call("twice").contact,
      secondFactor: false,
      hand: [],
      language: "ar" as const,
    };
    const first = await askForHelp(house.door, who(anyone, "k"), twice);
    expect(await askForHelp(house.door, who(anyone, "k"), twice)).toBe(first);
  });

  it("tells whoever reads the code that an account goes by their address, whatever name they gave, and nobody else", async () => {
    const letters = new Map<string, string>();
    const deliver = async ({ to, text }: Outgoing) => void letters.set(to, `${letters.get(to) ?? ""}${text}`);
    await askForHelp(house.door, who(anyone), call(mailOf("hal"), mailOf("hal")));
    await askForHelp(house.door, who(anyone), call("nobody at all", mailOf("vera")));
    await askForHelp(house.door, who(anyone), call(mailOf("vera"), "vera@elsewhere.example"));
    await askForHelp(house.door, who(anyone), call("no one", "no.one@elsewhere.example"));
    while ((await deliverMessages(house, { email: deliver, phone: deliver })) > 0);
    const told = (to: string) => letters.get(to)?.includes("choose a new password at http");
    for (const to of [mailOf("hal"), mailOf("vera")]) expect(told(to), to).toBe(true);
    for (const to of ["vera@elsewhere.example", "no.one@elsewhere.example"]) expect(told(to), to).toBe(false);
  });

  it("lets nobody in by a code that was not sent for it, and the one it was sent to once", async () => {
    const reference = await askForHelp(house.door, who(anyone), call("hurried"));
    const ticket = await ticketOf(reference);
    const contact = ticket?.newContact?.id ?? "";
    const code = house.door.secrets.code(contact, ticket?.id ?? "", 1);
    const wrong = code === "000000" ? "111111" : "000000";
    expect(await enterRequest(house.door, who(anyone), { reference, code: wrong })).toBeNull();
    expect(await enterRequest(house.door, who(anyone), { reference, code })).toMatchObject({ contact, turn: 1 });
    expect(await enterRequest(house.door, who(anyone), { reference, code })).toBeNull();
    expect((await ticketOf(reference))?.newContact?.confirmedAt).not.toBeNull();
  });
});
