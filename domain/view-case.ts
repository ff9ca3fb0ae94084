import type { Account } from "./account";
import type { CaseFacts } from "./case";
import type { Recorded } from "./event";
import { staffIdOf } from "./staff";
import type { Ticket } from "./ticket";
import type { Instant } from "./time";

/** Masks, made when their values were written, by the id of the contact; one that was erased has none. */
export type Masks = Readonly<Record<string, string>>;

/** Everything that the screens of one ticket are made of, as one reader's request found it. */
export interface CaseReading {
  ticket: Ticket;
  account: Account | null;
  /** The facts a decision by this reader would rest on; their actor and member are the reader. */
  facts: CaseFacts;
  /** Masks made when they were written. */
  holder: string;
  region: string;
  /** Masks of contacts by id: those on file and those that tickets of the account named. */
  masks: Masks;
  /** When each device of the account was bound, by device id. */
  bound: Record<string, Instant>;
  /** The questions on file in words, by question id. */
  questions: Record<string, string>;
  /** How many answers on file were among the commonest when they were imported. */
  weakAnswers: number;
  /** Entries of this ticket, oldest first; of a very long one the newest few hundred. */
  entries: readonly Recorded[];
  /** Names of staff, by staff id. */
  names: ReadonlyMap<string, string>;
  /** Who an actor is in words: a member by name, anyone else by what kind of actor they are. */
  say(actor: string, name: string | null): string;
  /** Free texts of this ticket, by vault id. */
  texts: ReadonlyMap<string, string>;
  /** The six digits of the newest request for a vouch, or null where none was made. */
  vouchNumber: string | null;
  now: Instant;
}

/** The name of a member of staff, or the id when there is no name any more. */
export const nameOf = (r: Pick<CaseReading, "names">, staff: string): string => r.names.get(staff) ?? staff;

/** Who an actor is to a reader, in words. */
export function whoOf(r: Pick<CaseReading, "names" | "say">, actor: string): string {
  const staff = staffIdOf(actor);
  return r.say(actor, staff === null ? null : (r.names.get(staff) ?? null));
}

/** The mask of a contact, or null where there is none any more. */
export const maskOf = (r: { masks: Masks }, contact: string | null): string | null =>
  contact === null ? null : (r.masks[contact] ?? null);

/** What stands in place of a mask that went with its account. */
export const noMask = "erased";

/** The year a device was bound in, UTC, or null for one that is no longer on file. */
export function boundYear(r: Pick<CaseReading, "bound">, device: string | null): number | null {
  const at = device === null ? undefined : r.bound[device];
  return at === undefined ? null : new Date(at).getUTCFullYear();
}

/** The time evidence is judged as of: submission while a packet stands, else now. */
export const judgedAt = (r: Pick<CaseReading, "ticket" | "now">): Instant => r.ticket.packet?.at ?? r.now;
