import { headAt } from "db/head";
import { erasedRecord, recordFrom } from "db/load-record";
import {
  accountByLookup,
  accountRecord,
  type CaseAt,
  caseById,
  caseByNumber,
  caseByReference,
  contactMasks,
  deskNow,
  contactWithDigest as digestContact,
  holderPasswordHash,
  holdsOver,
  importedContacts,
  ticketsIdle,
} from "db/read/cases";
import { contactIds } from "db/read/find-account";
import { ticketsOf } from "db/read/flags";
import { codeWithDigest } from "db/saved-codes";
import type { CaseFacts } from "domain/case";
import type { Desk } from "domain/desk";
import type { PolicyRef } from "domain/event";
import type { ContactKind } from "domain/loss";
import type { KnownOfAccount } from "domain/password";
import { documentOf } from "domain/policies";
import type { Policy } from "domain/policy";
import type { Ticket } from "domain/ticket";
import type { Instant } from "domain/time";
import type { Door } from "./door.server";

/** Tickets by id, those that there are. */
export const ticketsById = (door: Door, ids: readonly string[]): Promise<Map<string, Ticket>> =>
  ticketsOf(door.reader, ids);

/** Facts a desk verb asks the read door for before it goes through the write door. */
export const refByTicket = (door: Door, ticket: string): Promise<CaseAt | null> => caseById(door.reader, ticket);
export const refByNumber = (door: Door, number: number): Promise<CaseAt | null> => caseByNumber(door.reader, number);
export const refByReference = (door: Door, reference: string): Promise<CaseAt | null> =>
  caseByReference(door.reader, reference);
export const endedHolds = (door: Door, now: Instant, most: number): Promise<CaseAt[]> =>
  holdsOver(door.reader, now, most);
export const idleTickets = (door: Door, now: Instant, most: number): Promise<CaseAt[]> =>
  ticketsIdle(door.reader, now, most);
export const deskOf = (door: Door): Promise<Desk> => deskNow(door.reader);
export const isClockJumped = async (door: Door): Promise<boolean> => (await deskNow(door.reader)).clockJump !== null;
/** The time the ledger would decide at: the clock's, and never before the newest entry's. */
export const ledgerNow = async (door: Door): Promise<Instant> => Math.max(door.clock.now(), await headAt(door.reader));

/**
 * The time by which messages are due: the ledger's, and where that stands still because the clock was put back behind
 * the newest entry, the time that has gone by since, so that a message tried again is not tried at once or never.
 */
export async function deliveryNow(door: Door): Promise<Instant> {
  const head = await headAt(door.reader);
  const steady = performance.now();
  const known = heads.get(door) ?? { at: head, steady };
  const gone = known.at + (steady - known.steady);
  heads.set(door, head > gone ? { at: head, steady } : known);
  return Math.max(door.clock.now(), head, Math.floor(gone));
}
const heads = new WeakMap<Door, { at: Instant; steady: number }>();

export const masksOf = (door: Door, contacts: string[]): Promise<Map<string, string>> =>
  contactMasks(door.reader, contacts);
export const contactWithDigest = (door: Door, account: string, digest: Buffer): Promise<string | null> =>
  digestContact(door.reader, account, digest);
export const holderHash = (door: Door, account: string): Promise<string | null> =>
  holderPasswordHash(door.reader, account);
export const accountByUsername = (door: Door, username: string): Promise<string | null> =>
  accountByLookup(door.reader, "username", door.secrets.lookup("username", username));

/** What an account's holder signs in as, or null where nothing is kept of it. */
export const usernameOf = async (door: Door, account: string): Promise<string | null> =>
  (await door.vault.open(account, "username"))?.toString("utf8") || null;

/** The account that is looked up by an e-mail address, and every contact that has it: asked the same way whether there are any. */
export const accountByEmail = (door: Door, address: string): Promise<AccountByContact> =>
  accountByContact(door, "email", address);

export interface AccountByContact {
  account: string | null;
  contacts: string[];
}

/** The account that is looked up by an address or number, none where several have it, and every contact that has it. */
export async function accountByContact(door: Door, kind: ContactKind, value: string): Promise<AccountByContact> {
  const digest = door.secrets.lookup(kind, value);
  const [account, contacts] = await Promise.all([
    accountByLookup(door.reader, kind, digest),
    contactIds(door.reader, digest),
  ]);
  return { account, contacts };
}

/** The id of the account's saved code that has this digest, or null. */
export const savedCodeId = (door: Door, account: string, digest: Buffer): Promise<string | null> =>
  codeWithDigest(door.reader.sql, account, digest);

/** The policy document that a ticket began with. */
export const rulesOf = async (door: Door, ticket: { policy: PolicyRef }): Promise<Policy> =>
  documentOf(ticket.policy, (await deskNow(door.reader)).policies);

/** The reference row of an account, as decisions take it; an account that was erased has none. */
export async function recordOf(door: Door, account: string): Promise<CaseFacts["record"]> {
  const row = await accountRecord(door.reader, account);
  return row ? recordFrom(row) : erasedRecord(account);
}

/** What a new password must not contain: read from the vault for this one question; `added` are contacts that no import brought. */
export async function holderFacts(door: Door, account: string, added: readonly string[]): Promise<KnownOfAccount> {
  const contacts = [...(await importedContacts(door.reader, account)).map((c) => c.id), ...added];
  const opened = await door.vault.openMany([account, ...contacts]);
  const text = (key: string) => opened.get(key)?.toString("utf8") ?? "";
  return {
    username: text(`${account}/username`),
    displayName: text(`${account}/name`),
    contacts: contacts.map((id) => text(`${id}/value`)),
  };
}
