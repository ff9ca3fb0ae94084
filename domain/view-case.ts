import type { Account } from "./account";
import { type CaseFacts, contactsNow } from "./case";
import type { Recorded } from "./event";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** Everything that the screens of one ticket are made of, as one reader's request found it. */
export interface CaseReading {
  ticket: Ticket;
  account: Account | null;
  /** The facts a decision by this reader would rest on; their actor and member are the reader. */
  facts: CaseFacts;
  /** Masks made when they were written. */
  holder: string;
  region: string;
  /** When each device of the account was bound, by device id. */
  bound: Record<string, Instant>;
  /** The questions on file in words, by question id. */
  questions: Record<string, string>;
  /** Entries of this ticket, oldest first; of a very long one the newest few hundred. */
  entries: readonly Recorded[];
  /** Names of staff, by staff id. */
  names: ReadonlyMap<string, string>;
  /** Who an actor is in words: a member by name, anyone else by what kind of actor they are. */
  say(actor: string, name: string | null): string;
  /** Free texts of this ticket, by vault id. */
  texts: ReadonlyMap<string, string>;
  now: Instant;
}

/** The name of a member of staff, or the id when there is no name any more. */
export const nameOf = (r: Pick<CaseReading, "names">, staff: string): string => r.names.get(staff) ?? staff;

/** Who an actor is to a reader, in words. */
export function whoOf(r: Pick<CaseReading, "names" | "say">, actor: string): string {
  const staff = staffIdOf(actor);
  return r.say(actor, staff === null ? null : (r.names.get(staff) ?? null));
}

/** The mask of a contact of the account or of the one this ticket binds, or null. */
export function maskOf(r: CaseReading, contact: string | null): string | null {
  if (contact === null) return null;
  if (r.ticket.newContact?.id === contact) return r.ticket.newContact.mask;
  return contactsNow(r, r.facts).find((k) => k.id === contact)?.mask ?? proposedMask(r, contact);
}

/** A contact that was named in this ticket and then replaced by another one. */
function proposedMask(r: CaseReading, contact: string): string | null {
  for (const e of r.entries) if (e.type === "contact.proposed" && e.data.contact === contact) return e.data.mask;
  return null;
}

/** The year a device was bound in, UTC, or null for one that is no longer on file. */
export function boundYear(r: Pick<CaseReading, "bound">, device: string | null): number | null {
  const at = device === null ? undefined : r.bound[device];
  return at === undefined ? null : new Date(at).getUTCFullYear();
}

/** The time evidence is judged as of: submission while a packet stands, else now. */
export const judgedAt = (r: Pick<CaseReading, "ticket" | "now">): Instant => r.ticket.packet?.at ?? r.now;
