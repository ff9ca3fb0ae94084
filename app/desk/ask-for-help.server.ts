import { randomBytes } from "node:crypto";
import { ask, type Hand } from "domain/ask";
import { cleanEmail } from "domain/email";
import type { Language } from "domain/language";
import { cleanUsername } from "domain/look-up";
import type { ContactKind } from "domain/loss";
import { maskContact } from "domain/mask";
import { commitmentOf } from "domain/trail/entry";
import { uuidv7 } from "uuidv7";
import { cleanPhone } from "~/directory/phone.server";
import { type Door, type Keep, loadCaseFacts, type Outcome } from "~/door.server";
import { accountByContact, accountByUsername, contactWithDigest, ledgerNow } from "~/facts.server";
import { type CaseRef, caseNow, enactCase, found, partOf, type Who } from "./case.server";
import { newReference } from "./open-ticket.server";

/** An address or a number in the one form that it is kept and looked up in. */
export interface CleanContact {
  kind: ContactKind;
  value: string;
}
/** What somebody says who cannot get into an account any more. */
export interface CallForHelp {
  /** Their user name, or the address or number that the account was registered with. */
  name: string;
  /** Where they can be reached now. */
  contact: CleanContact;
  secondFactor: boolean;
  hand: Hand[];
  /** What the code is written in. */
  language: Language;
}

/** An address or a number as somebody types one, or null for what is neither. */
export function contactTyped(typed: string): CleanContact | null {
  const email = cleanEmail(typed);
  if (email !== null) return { kind: "email", value: email };
  const phone = cleanPhone(typed);
  return phone === null ? null : { kind: "phone", value: phone };
}

/** The one form of what somebody calls their account by, whether there is such an account or not. */
export const nameOf = (typed: string): string => contactTyped(typed)?.value ?? cleanUsername(typed);

/**
 * Takes a request for help and sends a code to the new contact; gives its reference. The same is read, sealed and committed whether an account has the
 * name or not, and whether it takes a request or not: what cannot be opened on an account is opened on its stand-in (docs/decisions/032).
 */
export async function askForHelp(door: Door, who: Who, call: CallForHelp): Promise<string> {
  const standIn = standInOf(door, call.name);
  const account = (await accountNamed(door, call.name)) ?? standIn;
  await door.vault.keysFor([standIn, account]);
  const asking = await askingOn(door, account, call, account === standIn);
  const instead = await askingOn(door, standIn, call, true);
  const first = await enter(door, who, (await takesNow(door, who, asking)) ? asking : instead);
  // It was taken a moment ago: another request came in between.
  const done = first.refused ? await enter(door, partOf(who, "again"), instead) : first;
  return found(done, "ticket.opened")?.data.reference ?? newReference();
}

/** The id of what stands in for an account of this name: looks like any account's, and is the same each time. */
const standInOf = (door: Door, name: string): string =>
  door.secrets.lookup("stand-in", nameOf(name)).toString("hex").slice(0, 32);

/** The account that has this user name, address or number; all of them are asked for. */
async function accountNamed(door: Door, typed: string): Promise<string | null> {
  const contact = contactTyped(typed) ?? { kind: "email", value: "" };
  const [byContact, byName] = await Promise.all([
    accountByContact(door, contact.kind, contact.value),
    accountByUsername(door, cleanUsername(typed)),
  ]);
  return byContact.account ?? byName;
}

interface AskingOn {
  ref: CaseRef;
  contact: string;
  call: CallForHelp;
  digest: Buffer;
  salt: Buffer;
  decide: ReturnType<typeof ask>;
  standIn: boolean;
}

/** A request as it would be made on an account, or on a stand-in. */
async function askingOn(door: Door, account: string, call: CallForHelp, standIn: boolean): Promise<AskingOn> {
  const [ticket, id] = [uuidv7().replaceAll("-", ""), uuidv7().replaceAll("-", "")];
  const { kind, value } = call.contact;
  const [digest, salt] = [door.secrets.lookup(kind, value), randomBytes(32)];
  const same = await contactWithDigest(door, account, digest);
  const contact = { id, kind, commitment: commitmentOf(salt, value), same };
  const { secondFactor, hand, language } = call;
  const decide = ask({ ticket, reference: newReference(), secondFactor, hand, language, contact, standIn });
  return { ref: { account, ticket }, contact: id, call, digest, salt, decide, standIn };
}

/** Whether the account would take it at this moment. */
async function takesNow(door: Door, who: Who, { ref, decide, digest, standIn }: AskingOn): Promise<boolean> {
  const state = await caseNow(door, ref);
  const now = await ledgerNow(door);
  const query = { newContact: digest, standIn };
  const facts = await loadCaseFacts(door.reader.sql, state, ref.account, who.actor, now, query);
  return decide(state, facts, now)[0].type !== "refused";
}

async function enter(
  door: Door,
  who: Who,
  { ref, contact, call, digest, salt, decide, standIn }: AskingOn,
): Promise<Outcome> {
  const { kind, value } = call.contact;
  const named = {
    id: contact,
    ticket_id: ref.ticket,
    account_id: ref.account,
    kind,
    mask: maskContact(kind, value),
    digest,
  };
  const keep: Keep[] = [
    await door.vault.seal(ref.account, contact, "value", value),
    await door.vault.seal(ref.account, contact, "value.salt", salt),
    { keep: "new-contact", row: named },
  ];
  return enactCase(door, who, ref, decide, { keep, query: { newContact: digest, standIn } });
}
