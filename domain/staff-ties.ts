/** One way in which an account, or a contact named for it, is tied to a member of staff. */
export interface StaffTie {
  staff: string;
  active: boolean;
  /** The account is theirs; or one of its contacts is; or that contact is also on an account of theirs. */
  how: "linked" | "own-contact" | "shared-contact";
  /** The account's contact, or one that a ticket of it names; null where the account itself is tied. */
  contact: string | null;
}
/** The contacts of an account that count. */
export interface Counting {
  /** Those in force. */
  live: ReadonlySet<string>;
  /** The one that the ticket would bind. */
  named: string | null;
}

/** Whether an account is a member's own, by any of these staff ids of one human: linked, or by a contact that they share. */
export const isTiedTo = (ties: readonly StaffTie[], staff: readonly string[], k: Counting): boolean =>
  ties.some((t) => staff.includes(t.staff) && (t.contact === null || t.contact === k.named || k.live.has(t.contact)));

/** Whether an account belongs to an active member of staff. */
export const isStaffAccount = (ties: readonly StaffTie[], k: Counting): boolean =>
  ties.some((t) => t.active && (t.how === "linked" || isOwnContact(t, (id) => k.live.has(id))));

/** Whether the contact that a ticket would bind is an active member's own. */
export const isStaffContact = (ties: readonly StaffTie[], k: Counting): boolean =>
  ties.some((t) => t.active && isOwnContact(t, (id) => id === k.named));

const isOwnContact = (t: StaffTie, counts: (contact: string) => boolean): boolean =>
  t.how === "own-contact" && t.contact !== null && counts(t.contact);
