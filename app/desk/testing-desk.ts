import type { Place } from "db/place";
import { putOnFile } from "db/testing-account";
import { granted, staffed, tellStaff } from "db/testing-trail";
import type { Actor } from "domain/staff";
import type { Door, House } from "~/door.server";
import type { CaseRef, Who } from "./case.server";
import { claimTicket } from "./claim-ticket.server";
import { nameNewContact } from "./new-contact.server";
import { openTicket } from "./open-ticket.server";
import { houseIn } from "./testing-import";

export const serialOfHal = "L38239367";

/** Support for tests of what people do: a desk with its staff, and Hal's account with a mail, a phone, a device and no answers. */
export async function deskIn(place: Place): Promise<House> {
  const house = houseIn(place);
  await tellStaff({ now: 0, ledger: house.door.ledger, db: house.writer });
  await insertHal(house);
  return house;
}

export const who = (actor: Actor, key?: string): Who => ({
  actor,
  request: "test",
  ...(key === undefined ? {} : { key: { key, digest: key } }),
});
export const ada = staffed("ada", "agent");
export const bob = staffed("bob", "agent");

async function insertHal({ writer: { sql }, door }: House): Promise<void> {
  await putOnFile(sql, "hal", {
    contacts: [
      { id: "email", kind: "email" },
      { id: "phone", kind: "phone" },
    ],
    devices: [{ id: "d1", short: door.secrets.lookup("serial", serialOfHal) }],
  });
}

/** A ticket of Hal's about a lost mail address, claimed by Ada, with a code on its way to the new one. */
export async function askedForCode(door: Door): Promise<CaseRef> {
  const loss = { password: false, secondFactor: false, email: true, phone: false };
  const opened = await openTicket(door, who(ada), "hal", loss);
  const ref = { account: "hal", ticket: opened.ticket ?? "" };
  await granted(claimTicket(door, who(ada), ref));
  await granted(nameNewContact(door, who(ada), ref, { kind: "email", value: "hal.new@harbour.example" }));
  return ref;
}
