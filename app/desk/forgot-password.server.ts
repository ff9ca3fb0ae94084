import { cleanEmail } from "domain/email";
import { refuse } from "domain/event";
import { sendForgotten, typeForgottenCode } from "domain/forgot";
import type { Language } from "domain/language";
import { cleanCode } from "domain/look-up";
import { cleanPhone } from "~/directory/phone.server";
import type { Door } from "~/door.server";
import { type AccountByContact, accountByContact } from "~/facts.server";
import { accountNow, type Who } from "./case.server";
import { forgottenCode, newPasswordPath } from "./links.server";
import { sameText } from "./secret-compare.server";

/**
 * Sends a way to a new password to an address or number, where it is a contact of one account. Whoever asks learns nothing of
 * that: for any other one the same is read, one command is entered, and the page says the same.
 */
export async function forgetPassword(door: Door, who: Who, typed: string, language: Language): Promise<void> {
  const { account, contacts } = await onFile(door, typed);
  if (account === null) await nobodys(door, who, "forgotten.send");
  else {
    const decide = sendForgotten(contacts, language);
    await door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide });
  }
}

/** Compares a code from a text; gives the path of the page that sets the new password, or null for whatever is not right. */
export async function typeCode(door: Door, who: Who, typed: { contact: string; code: string }): Promise<string | null> {
  const { account, contacts } = await onFile(door, typed.contact);
  const sent = (await accountNow(door, account ?? nobody))?.forgotten;
  const { generation, contact } = sent ?? { generation: 0, contact: nobody };
  const expected = forgottenCode(door, account ?? nobody, contact, generation);
  const right = sameText(expected, cleanCode(typed.code) ?? "");
  if (account === null || sent?.kind !== "phone" || !contacts.includes(contact)) {
    await nobodys(door, who, "forgotten.type-code");
    return null;
  }
  const decide = typeForgottenCode({ generation, right });
  const outcome = await door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide });
  return outcome.refused === null && right ? newPasswordPath(door, account, generation) : null;
}

/** No account and no contact has this id; it is looked up like any other. */
const nobody = "nobody";

/** The account that has an address or number on file; none for what is neither, which is looked for all the same. */
function onFile(door: Door, typed: string): Promise<AccountByContact> {
  const email = cleanEmail(typed);
  const phone = email === null ? cleanPhone(typed) : null;
  return phone === null ? accountByContact(door, "email", email ?? "") : accountByContact(door, "phone", phone);
}

/** What is nobody's costs a commit and leaves an entry, too. */
const nobodys = (door: Door, who: Who, command: string) =>
  door.ledger.enact({
    ...who,
    stream: "reads",
    subject: null,
    object: null,
    decide: () => refuse(command, "no-such-contact"),
  });
