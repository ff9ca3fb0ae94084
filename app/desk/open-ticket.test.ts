import { onEveryEngine } from "db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { House } from "~/door.server";
import { openTicket } from "./open-ticket.server";
import { ada, deskIn, who } from "./testing-desk";

onEveryEngine("Opening a ticket", (place) => {
  let house: House;
  beforeAll(async () => {
    house = await deskIn(place());
    const rows = Array.from({ length: 298 }, (_, i) => ({
      id: `0123456789abcdef0123456789${String(i).padStart(6, "0")}`,
      account_id: "hal",
      set_id: 0,
      kind: "email",
      mask: "h•••",
      digest: Buffer.from(`mail-${i}`),
      verified_at: "2020-01-01T00:00:00.000Z",
    }));
    await house.writer.sql.insertInto("contact").values(rows).execute();
  });
  afterAll(() => house.close());

  it("tells every contact of an account that has hundreds, and replaces all that were lost", async () => {
    const loss = { password: false, secondFactor: false, email: true, phone: true };
    const opened = await openTicket(house.door, who(ada), "hal", loss);
    expect(opened.refused).toBeNull();
    const told = await house.door.reader.sql.selectFrom("outbox").select("contact_id").execute();
    expect(new Set(told.map((row) => row.contact_id)).size).toBe(300);
    expect(opened.events.filter((e) => e.type === "holder.notified")).toHaveLength(6);
  });
});
