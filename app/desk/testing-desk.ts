import type { Place } from "db/place";
import { granted, staffed, tellStaff } from "db/testing-trail";
import type { Actor } from "domain/staff";
import type { Door, House } from "~/door.server";
import type { CaseRef, Who } from "./case.server";
import { claimTicket } from "./claim-ticket.server";
import { nameNewContact } from "./new-contact.server";
import { openTicket } from "./open-ticket.server";
import { houseIn } from "./testing-import";

const since = "2020-01-01T00:00:00.000Z";
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
  const digest = door.secrets.lookup("serial", serialOfHal);
  const of = { account_id: "hal", set_id: 0 };
  await sql
    .insertInto("account")
    .values({
      id: "hal",
      set_id: 0,
      external: Buffer.from("hal"),
      region: "eu",
      created_at: since,
      status: "active",
      second_factor: "none",
      locale: "en",
      name_mask: "H•••",
      contact_mask: "h•••",
    })
    .execute();
  for (const kind of ["email", "phone"])
    await sql
      .insertInto("contact")
      .values({ ...of, id: kind, kind, mask: "•••• 42", digest: Buffer.from(kind), verified_at: since })
      .execute();
  await sql
    .insertInto("device")
    .values({ ...of, id: "d1", short: digest, whole: null, near: digest, bound_at: since })
    .execute();
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
