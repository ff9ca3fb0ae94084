import { onEveryEngine } from "db/testing";
import { tellStaff } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { pdf } from "domain/files/testing-files";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { House } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { type CaseRef, caseNow } from "./case.server";
import { claimTicket } from "./claim-ticket.server";
import { importDirectory } from "./import-directory.server";
import { openTicket } from "./open-ticket.server";
import { decline, judge, takePurchase } from "./purchase.server";
import { ada, bob, who } from "./testing-desk";
import { atTheDesk, houseIn, writtenDirectory } from "./testing-import";

const lost = { password: true, secondFactor: false, email: false, phone: false };

onEveryEngine("A proof of purchase", (place) => {
  let house: House;
  let ref: CaseRef;
  beforeAll(async () => {
    house = houseIn(place());
    await tellStaff({ now: 0, ledger: house.door.ledger, db: house.writer });
    const numbers = [1, 2, 3, 4, 5, 6, 7];
    const folder = writtenDirectory(place(), {
      accounts: numbers.map((i) => `A${i},user${i},Mia,eu,2020-01-01T00:00:00Z,active,none,en`),
      contacts: numbers.map((i) => `A${i},email,mia${i}@home.example,2020-01-01T00:00:00Z`),
      devices: numbers.map((i) => `A${i},L0000000${i},DS-1,2021-07-22T15:00:00Z,`),
    });
    await importDirectory(house, atTheDesk, { folder, strict: true });
  });
  afterAll(() => house.close());
  let n = 0;
  beforeEach(async () => {
    n += 1;
    const account = (await accountByUsername(house.door, `user${n}`)) ?? "";
    const opened = await openTicket(house.door, who(ada), account, lost);
    ref = { account, ticket: opened.ticket ?? "" };
    await claimTicket(house.door, who(ada), ref);
  });
  const added = async (): Promise<string> => {
    expect((await takePurchase(house.door, who(ada), ref, pdf())).refused).toBeNull();
    return (await purchases()).at(-1)?.id ?? "";
  };
  const ticket = async () => (await caseNow(house.door, ref)).ticket;
  const purchases = async () => (await ticket())?.purchases ?? [];
  const read = async (said: { serial?: string; date?: string; namesHolder?: boolean }) => {
    const right = { serial: `s/n: l0000000${n}`, date: "2021-07-22", namesHolder: true };
    return judge(house.door, who(bob), ref, { purchase: await added(), ...right, ...said });
  };

  it("read by a second person proves the device, up to the day on which it was bound", async () => {
    expect((await read({})).refused).toBeNull();
    expect(await ticket()).toMatchObject({ evidence: [{ factor: "purchase", device: expect.any(String) }] });
    expect(await purchases()).toMatchObject([{ form: "document", result: "match" }]);
  });

  it("of the day after, or with another serial, proves nothing, and is entered as denied", async () => {
    await read({ date: "2021-07-24" });
    await read({ serial: "X99999999" });
    expect(await ticket()).toMatchObject({ evidence: [], odd: [{ result: "late" }, { result: "miss" }] });
    expect((await purchases()).map((p) => p.result)).toEqual(["late", "miss"]);
  });

  it("is not judged on what cannot be read as a serial, a date or a name", async () => {
    const refused = [
      await read({ serial: "no serial" }),
      await read({ date: "22.07.2021" }),
      await read({ namesHolder: false }),
    ];
    expect(refused.map((one) => one.refused)).toEqual(["not-a-serial", "not-a-date", "holder-not-named"]);
    expect((await purchases()).map((p) => p.result)).toEqual([null, null, null]);
  });

  it("is set aside with a reason", async () => {
    expect((await decline(house.door, who(bob), ref, await added(), "other-holder")).refused).toBeNull();
    expect(await purchases()).toMatchObject([{ result: "declined" }]);
  });

  it("sent twice is taken once", async () => {
    for (let i = 0; i < 2; i += 1)
      expect((await takePurchase(house.door, who(ada, "same"), ref, pdf())).refused).toBeNull();
    expect(await purchases()).toHaveLength(1);
  });

  it("is in the vault and nowhere else, and goes with its account's key", async () => {
    await added();
    const [purchase] = await purchases();
    expect(await house.door.vault.open(purchase?.upload ?? "", "purchase")).toEqual(pdf());
    const rows = await house.door.reader.sql.selectFrom("vault").select(["owner", "box"]).execute();
    const own = rows.filter((row) => row.owner === ref.account);
    expect(own.length).toBeGreaterThan(1);
    expect(rows.some((row) => row.box.includes("Receipt"))).toBe(false);
  });

  it("leaves a trail that folds to the tables, and nothing of what was read in it", async () => {
    expect((await verifyDatabase(house.door.reader)).problem).toBeNull();
    const entries = await house.door.reader.sql.selectFrom("entry").select("bytes").execute();
    const trail = entries.map((e) => e.bytes.toString("utf8")).join("\n");
    expect(trail).toContain("purchase.judged");
    expect(trail).not.toMatch(/2021-07-2|L0000000|X9999999/i);
  });
});
