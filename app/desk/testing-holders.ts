import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "db/place";
import { staffed, tellStaff } from "db/testing-trail";
import type { Loss } from "domain/loss";
import type { Actor } from "domain/staff";
import type { Millis } from "domain/time";
import { configOf } from "~/config.server";
import { type House, openHouse } from "~/door.server";
import { accountByUsername } from "~/facts.server";
import { hashPassword } from "~/passwords.server";
import { makeKeys } from "~/secrets.server";
import { type CaseRef, caseNow } from "./case.server";
import { claimTicket } from "./claim-ticket.server";
import { importDirectory } from "./import-directory.server";
import { confirmNewContact, nameNewContact } from "./new-contact.server";
import { openTicket } from "./open-ticket.server";
import { who } from "./testing-desk";
import { atTheDesk, settingsOf, writtenDirectory } from "./testing-import";

/** Support for tests of what signed-in holders do: Hal and Vera with a mail, a phone and a password each, and a clock that is moved. */

const agent = staffed("ada", "agent");
export const password = "correct horse of a holder";
export const holder = (account: string): Actor => ({
  id: `holder:${account}`,
  role: "holder",
  auth: "password",
  session: "00112233aabbccdd",
});
export const mailOf = (name: string): string => `${name}@harbour.example`;
const since = "2020-01-01T00:00:00Z";

/** A desk with its staff and these holders, who came by an import; gives their accounts by user name. */
export async function deskOf<N extends string>(
  place: Place,
  names: readonly N[],
  more: { devices?: string[]; answers?: string[] } = {},
): Promise<{ house: House; ids: Record<N, string> }> {
  const config = configOf({ ...settingsOf(place), COUNTERSIGN_CLOCK_FILE: clockFile(place) });
  makeKeys(config.secretsDir);
  const house = openHouse(config, {});
  await tellStaff({ now: 0, ledger: house.door.ledger, db: house.writer });
  const folder = writtenDirectory(place, {
    accounts: names.map((name, n) => `A${n},${name},${nameOf(name)},eu,${since},active,none,en`),
    contacts: names.flatMap((name, n) => [
      `A${n},email,${mailOf(name)},${since}`,
      `A${n},phone,+1415555010${n},${since}`,
    ]),
    devices: more.devices ?? [],
    answers: more.answers ?? [],
  });
  await importDirectory(house, atTheDesk, { folder, strict: false });
  const found = names.map(async (name) => [name, (await accountByUsername(house.door, name)) ?? ""] as const);
  const ids = Object.fromEntries(await Promise.all(found)) as Record<N, string>;
  const hash = await hashPassword(password, "holder");
  for (const id of Object.values<string>(ids)) await giveSecret(house, id, hash);
  return { house, ids };
}

/** A holder's name as the directory has it: Hal Gray. */
export const nameOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)} Gray`;

const clockFile = (place: Place): string => join(place.folder, "clock.json");

/** The desk's clock from now on: so far ahead of the machine's. */
export const setAhead = (place: Place, aheadMs: Millis): void =>
  writeFileSync(clockFile(place), JSON.stringify({ aheadMs }));

async function giveSecret({ writer: { sql } }: House, account: string, passwordHash: string): Promise<void> {
  const secret = { account_id: account, password_hash: passwordHash, set_at: "2020-01-01T00:00:00.000Z" };
  await sql.insertInto("holder_secret").values(secret).execute();
}

/** A total loss of an account, or the loss named, claimed by Ada, its new contact confirmed: ready for evidence. */
export async function readyTicket(
  { door }: House,
  account: string,
  to = "somebody.new@harbour.example",
  loss: Loss = { password: false, secondFactor: false, email: true, phone: true },
): Promise<CaseRef> {
  const opened = await openTicket(door, who(agent), account, loss);
  const ref = { account, ticket: opened.ticket ?? "" };
  await claimTicket(door, who(agent), ref);
  await nameNewContact(door, who(agent), ref, { kind: "email", value: to });
  const { ticket } = await caseNow(door, ref);
  const contact = ticket?.newContact?.id ?? "";
  const generation = ticket?.codes[contact]?.generation ?? 0;
  await confirmNewContact(door, who(agent), ref, door.secrets.code(contact, ref.ticket, generation));
  return ref;
}
