import { randomBytes } from "node:crypto";
import { cleanEmail } from "domain/email";
import { refuse } from "domain/event";
import type { ContactKind } from "domain/loss";
import type { DecideStaff } from "domain/member";
import {
  addOwnContact as add,
  linkAccount as link,
  removeOwnContact as remove,
  unlinkAccount as unlink,
} from "domain/own-contacts";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import { cleanPhone } from "~/directory/phone.server";
import type { Door, Keep, Outcome } from "~/door.server";
import { ownContactId } from "~/staff-secrets.server";
import type { Who } from "./case.server";

export interface OwnContactTyped {
  kind: ContactKind;
  value: string;
}

/** Notes an address or a number that is a member's own: by its look-up digest accounts and new contacts of staff are told. */
export async function addOwnContact(door: Door, who: Who, staff: string, typed: OwnContactTyped): Promise<Outcome> {
  const value = cleaned(typed);
  if (value === null) return enact(door, who, staff, () => refuse("staff.add-contact", notA[typed.kind]));
  const digest = door.secrets.lookup(typed.kind, value);
  const contact = uuidv7().replaceAll("-", "");
  const salt = randomBytes(32);
  const same = await ownContactId(door, staff, digest);
  const owner = `staff:${staff}`;
  const keep: Keep[] = [
    await door.vault.seal(owner, contact, "value", value),
    await door.vault.seal(owner, contact, "value.salt", salt),
    { keep: "staff-contact", row: { id: contact, staff_id: staff, kind: typed.kind, digest } },
  ];
  const decide = add({ contact, kind: typed.kind, commitment: commitmentOf(salt, value), same });
  return enact(door, who, staff, decide, keep);
}

/** Takes a member's own address or number off again. */
export async function removeOwnContact(door: Door, who: Who, staff: string, typed: OwnContactTyped): Promise<Outcome> {
  const value = cleaned(typed);
  const id = value === null ? null : await ownContactId(door, staff, door.secrets.lookup(typed.kind, value));
  return enact(door, who, staff, remove(id), id === null ? [] : [{ keep: "no-staff-contact", id }]);
}

/** Says that an account is a member's own: the desk does not recover it, and they keep away from it. */
export const linkAccount = (door: Door, who: Who, staff: string, account: string): Promise<Outcome> =>
  enact(door, who, staff, link(account), [{ keep: "staff-account", row: { account_id: account, staff_id: staff } }]);

export const unlinkAccount = (door: Door, who: Who, staff: string, account: string): Promise<Outcome> =>
  enact(door, who, staff, unlink(account), [
    { keep: "no-staff-account", row: { account_id: account, staff_id: staff } },
  ]);

const notA: Record<ContactKind, string> = { email: "not-an-address", phone: "not-a-phone-number" };

const cleaned = ({ kind, value }: OwnContactTyped): string | null =>
  kind === "email" ? cleanEmail(value) : cleanPhone(value);

const enact = (door: Door, who: Who, staff: string, decide: DecideStaff, keep: Keep[] = []): Promise<Outcome> =>
  door.ledger.enact({ ...who, stream: "staff", id: staff, decide, keep });
