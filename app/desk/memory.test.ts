import { onEveryEngine } from "db/testing";
import { putOnFile } from "db/testing-account";
import { staffed } from "db/testing-trail";
import { verifyDatabase } from "db/verify";
import { unreviewed } from "domain/risk";
import type { Viewer } from "domain/view";
import { afterAll, beforeEach, expect, it } from "vitest";
import type { House } from "~/door.server";
import { readFlags } from "~/read-flags.server";
import { type CaseRef, caseNow } from "./case.server";
import { checkSerial } from "./check-serial.server";
import { claimTicket } from "./claim-ticket.server";
import { cancelTicket } from "./end-ticket.server";
import { nameNewContact } from "./new-contact.server";
import { openTicket } from "./open-ticket.server";
import { lookAtFlag } from "./review-flag.server";
import { ada, bob, deskIn, who } from "./testing-desk";

const sam = staffed("sam", "supervisor");
const asSam: Viewer = { id: "sam", name: "Sam", role: "supervisor" };
const password = { password: true, secondFactor: false, email: false, phone: false };
const mail = { password: false, secondFactor: false, email: true, phone: false };

let accounts = 0;

onEveryEngine("An account remembers what was tried on it", (place) => {
  let house: House | null = null;
  let account = "";
  const open = (): House => house ?? fail();
  beforeEach(async () => {
    house ??= await deskIn(place());
    account = `guessed-${accounts++}`;
    // A near one is found by the key of its look-alikes: B for 8, 0 for O.
    const near = open().door.secrets.lookup("near", "L38239360");
    await putOnFile(open().writer.sql, account, {
      contacts: [
        { id: `${account}-mail`, kind: "email" },
        { id: `${account}-phone`, kind: "phone" },
      ],
      devices: [{ id: `${account}-d`, short: Buffer.from(account), near }],
    });
  });
  afterAll(() => house?.close());

  /** A ticket of the account in this agent's hands. */
  async function ticketOf(agent = ada, loss = password, of = account): Promise<CaseRef> {
    const opened = await openTicket(open().door, who(agent), of, loss);
    const ref = { account: of, ticket: opened.ticket ?? "" };
    expect((await claimTicket(open().door, who(agent), ref)).refused).toBeNull();
    return ref;
  }
  const flagsNow = async (ref: CaseRef) => unreviewed((await caseNow(open().door, ref)).account).map((f) => f.flag);
  const tries = (ref: CaseRef, serial: string, agent = ada) => checkSerial(open().door, who(agent), ref, serial);

  it("over its tickets: the same wrong serial with another agent is a flag, and in the same ticket it is not", async () => {
    const first = await ticketOf();
    await tries(first, "L11111111");
    await tries(first, "L11111111");
    expect(await flagsNow(first)).toEqual([]);
    await cancelTicket(open().door, who(ada), first, "mistake");
    const second = await ticketOf(bob);
    await tries(second, "l 1111 1111", bob);
    expect(await flagsNow(second)).toEqual(["same-wrong-again"]);
  });

  it("by numbers next to each other, whichever was first", async () => {
    const ref = await ticketOf();
    await tries(ref, "L20000007");
    await tries(ref, "L20000011");
    expect(await flagsNow(ref)).toEqual([]);
    await tries(ref, "L20000009");
    expect(await flagsNow(ref)).toEqual(["serials-in-sequence"]);
  });

  it("and what it holds of them is no serial", async () => {
    const ref = await ticketOf();
    await tries(ref, "L31313131");
    const rows = await open().writer.sql.selectFrom("guess").selectAll().where("account_id", "=", account).execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/31313131/);
    expect(rows[0]?.digest.includes(Buffer.from("L31313131"))).toBe(false);
  });

  it("A contact that another account's ticket named raises the tier and is flagged on the later account", async () => {
    const other = `${account}-other`;
    await putOnFile(open().writer.sql, other, {
      contacts: [
        { id: `${other}-mail`, kind: "email" },
        { id: `${other}-phone`, kind: "phone" },
      ],
    });
    const value = `${account}@thief.example`;
    const [first, second] = [await ticketOf(ada, mail), await ticketOf(bob, mail, other)];
    await nameNewContact(open().door, who(ada), first, { kind: "email", value });
    expect(await flagsNow(first)).toEqual([]);
    await nameNewContact(open().door, who(bob), second, { kind: "email", value: value.toUpperCase() });
    expect(await flagsNow(second)).toEqual(["contact-elsewhere"]);
    expect((await caseNow(open().door, second)).ticket).toMatchObject({ tier: "T4", raised: ["contact-elsewhere"] });
  });

  it("A supervisor finds the flags in one list, says what was found, and the list is one shorter; rows and entries agree", async () => {
    const ref = await ticketOf();
    await tries(ref, "L40000001");
    await tries(ref, "L40000002");
    const mine = async () =>
      (await readFlags(open().door, asSam, null)).rows.find((row) => row.account === account)?.flags;
    const [flag] = (await mine()) ?? [];
    expect(flag).toMatchObject({ flag: "serials-in-sequence", about: null });
    expect(flag?.ticket?.number).toBeGreaterThan(1000);
    const at = { account, seq: flag?.seq ?? 0 };
    expect((await lookAtFlag(open().door, who(sam), at, " ")).refused).toBe("note-missing");
    expect((await lookAtFlag(open().door, who(ada), at, "Seen.")).refused).toBe("not-your-role");
    expect((await lookAtFlag(open().door, who(sam), at, "Read off a blurred photo.")).refused).toBeNull();
    expect((await lookAtFlag(open().door, who(sam), at, "Again.")).refused).toBe("already-looked-at");
    expect(await mine()).toBeUndefined();
    expect((await readFlags(open().door, { ...asSam, role: "agent" }, null)).rows).toEqual([]);
    // All that follows from entries was compared by then: this test's accounts came by no import.
    expect((await verifyDatabase(open().door.reader)).problem?.what).toBe("row-unfounded");
  });
});

function fail(): never {
  throw new Error("The desk was not opened.");
}
