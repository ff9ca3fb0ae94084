import { days, minutes } from "domain/time";
import type { EvidenceLine } from "domain/view";
import { expect, it } from "vitest";
import { needItems } from "./needs";
import { now, sampleTicket } from "./sample";

const fresh: EvidenceLine = { factor: "serial", whole: true, boundYear: 2019, at: now - minutes(4), fresh: true };
const stale: EvidenceLine = { ...fresh, at: now - days(4), fresh: false };

it("lists what is proven before what is missing, in words and without a number of points", () => {
  const items = needItems(sampleTicket({ evidence: [fresh] }));
  expect(items.map((item) => item.done)).toEqual([true, true, false, false, false]);
  expect(items.map((item) => `${item.what} ${item.how}`).join(" ")).not.toMatch(/points?\b/i);
});
it("asks for the new contact first, and only where one is to be bound", () => {
  expect(needItems(sampleTicket({ newContact: null }))[0]).toMatchObject({ done: false });
  expect(needItems(sampleTicket({ needsNewContact: false, newContact: null, needs: [] }))).toEqual([]);
});
it("asks again for what expired, until enough is proven without it", () => {
  expect(needItems(sampleTicket({ evidence: [stale] }))[1]).toMatchObject({ done: false });
  expect(needItems(sampleTicket({ evidence: [stale], satisfied: true, needs: [] }))).toHaveLength(1);
});

it("says two devices in one line, and of a second kind only what is not there yet", () => {
  const other: EvidenceLine = { ...fresh, whole: false, boundYear: 2021 };
  const items = needItems(sampleTicket({ evidence: [fresh, other], needs: ["second-kind-of-proof"] }));
  expect(items.map((item) => item.what)).toEqual([
    "A new address, confirmed",
    "Two devices, by their serials",
    "A second kind of proof",
  ]);
  expect(items[1]?.how).toBe("whole label, bound in 2019; short form, bound in 2021");
  expect(items[2]?.how).toMatch(/^the security questions or a code .*same kind again$/);
});
it("names a saved code and a vouch only where the account has them, and never a vouch in place of a code", () => {
  const needs = ["code-to-surviving-contact", "dynamic-proof"] as const;
  const how = (t: ReturnType<typeof sampleTicket>) => needItems(t).map((item) => item.how);
  const plain = sampleTicket({ needs: [...needs], needsNewContact: false });
  expect(how(plain).join()).not.toMatch(/saved|vouch/);
  const both = { ...plain, savedCodesOnFile: true, may: { ...plain.may, "ask-vouch": true } };
  expect(how(both)[0]).toMatch(/or a saved recovery code$/);
  expect(how(both)[1]).toMatch(/a saved recovery code or someone who vouches$/);
});
