import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { type CaseRef, caseNow } from "./case.server";
import { checkPossession } from "./check-possession.server";
import { confirmNewContact, sendCode } from "./new-contact.server";
import { ada, askedForCode, deskIn, who } from "./testing-desk";

onEveryEngine("A code typed at the desk", (place) => {
  let house: House;
  let ref: CaseRef;
  const codeTo = async (contact: string) => {
    const generation = (await caseNow(house.door, ref)).ticket?.codes[contact]?.generation ?? 0;
    return house.door.secrets.code(contact, ref.ticket, generation);
  };
  const not = (code: string): string => (code === "000000" ? "000001" : "000000");
  const newContact = async () => (await caseNow(house.door, ref)).ticket?.newContact?.id ?? "";

  beforeAll(async () => {
    house = await deskIn(place());
    ref = await askedForCode(house.door);
  });
  afterAll(() => house.close());

  it("is refused as wrong when it is, and confirms no new contact", async () => {
    const code = await codeTo(await newContact());
    const wrong = await confirmNewContact(house.door, who(ada, "k1"), ref, not(code));
    expect(wrong.refused).toBe("wrong-code");
    const again = await confirmNewContact(house.door, who(ada, "k1"), ref, not(code));
    expect(again).toMatchObject({ refused: "wrong-code", replayed: true });
    expect((await caseNow(house.door, ref)).ticket?.newContact?.confirmedAt).toBeNull();
    expect((await confirmNewContact(house.door, who(ada), ref, code)).refused).toBeNull();
  });

  it("is refused as wrong when it came from a registered contact, and the fifth time as tried too often", async () => {
    await sendCode(house.door, who(ada), ref, "phone");
    const typed = { contact: "phone", code: not(await codeTo("phone")) };
    const reasons: (string | null)[] = [];
    for (let i = 0; i < 6; i += 1) reasons.push((await checkPossession(house.door, who(ada), ref, typed)).refused);
    const wrong = Array(4).fill("wrong-code");
    expect(reasons).toEqual([...wrong, "too-many-tries", "too-many-tries"]);
    expect((await caseNow(house.door, ref)).ticket?.evidence).toEqual([]);
  });
});
