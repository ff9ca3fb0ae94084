import { onEveryEngine } from "db/testing";
import { staffed, tellStaff } from "db/testing-trail";
import { days, isoOf } from "domain/time";
import { expect, it } from "vitest";
import type { House } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { type CaseRef, caseNow } from "./case.server";
import { drawQuestions } from "./check-answers.server";
import { checkSerial } from "./check-serial.server";
import { claimTicket } from "./claim-ticket.server";
import { importDirectory } from "./import-directory.server";
import { openTicket } from "./open-ticket.server";
import { atTheDesk, inFreshHouse, writtenDirectory } from "./testing-import";

const ada = { actor: staffed("ada", "agent"), request: "test" };
const since = "2020-01-01T00:00:00Z";
const account = {
  accounts: [`A1,mia,Mia,eu,${since},active,none,en`],
  contacts: [`A1,email,mia@home.example,${since}`],
};
const later = {
  devices: [`A1,L38239367,DS-1,${since},`],
  answers: [1, 2, 3].map((n) => `A1,q${n},Question number ${n}?,answer number ${n}`),
};

onEveryEngine("What an import adds to an account", (place) => {
  const fresh = (body: Parameters<typeof inFreshHouse>[1]) => inFreshHouse(place().kind, body);

  it("that is on file proves nothing for 30 days, whatever the files say", () =>
    fresh(async (house, at) => {
      for (const rows of [account, later])
        await importDirectory(house, atTheDesk, { folder: writtenDirectory(at, rows), strict: true });
      const ref = await claimed(house);
      expect((await drawQuestions(house.door, ada, ref)).refused).toBe("no-answers-on-file");
      expect(await checkSerial(house.door, ada, ref, "L38239367")).toEqual({ refused: null, checked: "too-new" });
      expect((await caseNow(house.door, ref)).ticket?.evidence).toEqual([]);
      const visible_at = isoOf(Date.now() - days(31));
      await house.writer.sql.updateTable("directory_set").set({ visible_at }).execute();
      expect((await drawQuestions(house.door, ada, ref)).refused).toBeNull();
      expect(await checkSerial(house.door, ada, ref, "L38239367")).toEqual({ refused: null, checked: "match" });
      expect((await caseNow(house.door, ref)).ticket?.evidence).toMatchObject([{ factor: "serial" }]);
    }));

  it("that came with it proves what it proves at once", () =>
    fresh(async (house, at) => {
      await importDirectory(house, atTheDesk, { folder: writtenDirectory(at, { ...account, ...later }), strict: true });
      const ref = await claimed(house);
      expect((await drawQuestions(house.door, ada, ref)).refused).toBeNull();
      expect(await checkSerial(house.door, ada, ref, "L38239367")).toEqual({ refused: null, checked: "match" });
    }));
});

/** A ticket of Mia's about her password, in Ada's hands. */
async function claimed(house: House): Promise<CaseRef> {
  await tellStaff({ now: 0, ledger: house.door.ledger, db: house.writer });
  const id = (await accountByUsername(house.door, "mia")) ?? "";
  const loss = { password: true, secondFactor: false, email: false, phone: false };
  const opened = await openTicket(house.door, ada, id, loss);
  const ref = { account: id, ticket: opened.ticket ?? "" };
  expect((await claimTicket(house.door, ada, ref)).refused).toBeNull();
  return ref;
}
