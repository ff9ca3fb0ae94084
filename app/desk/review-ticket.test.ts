import { onEveryEngine } from "db/testing";
import { staffed } from "db/testing-trail";
import type { TrailFilter } from "domain/view";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { readTrail } from "~/read-trail.server";
import type { CaseRef } from "./case.server";
import { approveTicket, rejectTicket, returnTicket } from "./review-ticket.server";
import { askedForCode, deskIn, who } from "./testing-desk";

/** Sam has no authenticator: no code is right. */
const sam = staffed("sam", "supervisor");
const anything: TrailFilter = {
  actor: null,
  type: null,
  ticket: null,
  account: null,
  outcome: null,
  from: null,
  to: null,
};

onEveryEngine("A supervisor's decision", (place) => {
  let house: House;
  let ref: CaseRef;
  beforeAll(async () => {
    house = await deskIn(place());
    ref = await askedForCode(house.door);
  });
  afterAll(() => house.close());

  const refusals = async () => {
    const { rows } = await readTrail(house.door, { ...anything, ticket: 1001, type: "refused" }, null);
    return rows.map((row) => [row.actor, row.subject, row.reason]);
  };

  it("with a wrong code is refused on the ticket's own trail, once however often its form is sent", async () => {
    const form = { reason: "other", note: "It does not fit.", code: "000000" };
    const packet = "ab".repeat(32);
    await approveTicket(house.door, who(sam, "approve"), ref, { ...form, packet });
    for (let sent = 0; sent < 2; sent += 1)
      expect((await returnTicket(house.door, who(sam, "return"), ref, form)).refused).toBe("wrong-code");
    await rejectTicket(house.door, who(sam, "reject"), ref, form);
    expect(await refusals()).toEqual(Array(3).fill(["staff:sam", "hal", "wrong-code"]));
  });
});
