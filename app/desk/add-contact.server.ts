import { randomBytes } from "node:crypto";
import { cleanEmail } from "domain/email";
import { refuse } from "domain/event";
import type { GivenAnew } from "domain/holder-change";
import { askContact, askContactAgain, confirmContactOfHolder } from "domain/holder-contacts";
import { cleanCode } from "domain/look-up";
import type { ContactKind } from "domain/loss";
import { maskContact } from "domain/mask";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import { cleanPhone } from "~/directory/phone.server";
import type { Door, Outcome } from "~/door.server";
import { contactWithDigest } from "~/facts.server";
import { accountNow, found, type Who } from "./case.server";
import { type GivenPassword, ownCase, withPassword } from "./holder-password.server";
import { ownContactCode } from "./links.server";
import { sameText } from "./secret-compare.server";

type Typed = GivenPassword & { value: string };

/** Sends a code to an e-mail or phone that its holder wants to add; whoever else has it as a contact is not asked for. */
export async function addContact(door: Door, who: Who, account: string, typed: Typed): Promise<Outcome> {
  const named = cleaned(typed.value);
  const command = "own-contact.ask";
  if ("refused" in named)
    return door.ledger.enact({ ...ownCase(who, account), decide: () => refuse(command, named.refused) });
  return withPassword(door, who, { account, command }, typed, (anew) =>
    sendFirst(door, who, account, { ...named, ...anew }),
  );
}

interface Named {
  kind: ContactKind;
  value: string;
}

async function sendFirst(
  door: Door,
  who: Who,
  account: string,
  { kind, value, ...anew }: Named & GivenAnew,
): Promise<Outcome> {
  const contact = uuidv7().replaceAll("-", "");
  const digest = door.secrets.lookup(kind, value);
  const salt = randomBytes(32);
  const flooded = anew.passwordRight && isFlooded(door, digest);
  const same = await contactWithDigest(door, account, digest);
  return door.ledger.enact({
    ...ownCase(who, account),
    query: { newContact: digest },
    decide: askContact({ contact, kind, commitment: commitmentOf(salt, value), same, flooded, ...anew }),
    keep: [
      await door.vault.seal(account, contact, "value", value),
      await door.vault.seal(account, contact, "value.salt", salt),
      {
        keep: "new-contact",
        row: { id: contact, ticket_id: "", account_id: account, kind, mask: maskContact(kind, value), digest },
      },
    ],
  });
}

/** Sends another code to the one that was asked last. */
export async function sendAnotherCode(door: Door, who: Who, account: string): Promise<Outcome> {
  const contact = (await accountNow(door, account))?.asked?.contact ?? "";
  const value = (await door.vault.open(contact, "value"))?.toString("utf8") ?? "";
  const kind = value.includes("@") ? "email" : "phone";
  const flooded = value !== "" && isFlooded(door, door.secrets.lookup(kind, value));
  return door.ledger.enact({ ...ownCase(who, account), decide: askContactAgain(flooded) });
}

/** Takes the code that reached it: from then on it is a contact of the account, and finds it. */
export async function confirmContact(door: Door, who: Who, account: string, code: string): Promise<string | null> {
  const typed = cleanCode(code);
  const own = ownCase(who, account);
  if (typed === null)
    return (await door.ledger.enact({ ...own, decide: () => refuse("own-contact.confirm", "not-a-code") })).refused;
  const asked = (await accountNow(door, account))?.asked;
  const { contact, generation } = asked ?? { contact: "nobody", generation: 0 };
  const right = sameText(ownContactCode(door, account, contact, generation), typed);
  const outcome = await door.ledger.enact({
    ...own,
    decide: confirmContactOfHolder({ generation, right }),
    keep: right ? [{ keep: "contact-lookup", contact, account }] : [],
  });
  return found(outcome, "own-contact.code-refused") ? "wrong-code" : outcome.refused;
}

const isFlooded = (door: Door, digest: Buffer): boolean =>
  !door.strangers.take(digest.toString("hex"), door.clock.now());

function cleaned(typed: string): Named | { refused: string } {
  const kind = typed.includes("@") ? "email" : "phone";
  const value = kind === "email" ? cleanEmail(typed) : cleanPhone(typed);
  if (value !== null) return { kind, value };
  return { refused: kind === "email" ? "not-an-address" : "not-a-phone-number" };
}
