import { cleanEmail } from "domain/email";
import type { ContactKind } from "domain/loss";
import { exactPhone } from "./phone.server";
import { timeCell } from "./time-cell";

export interface ContactRow {
  kind: ContactKind;
  /** Cleaned: the address in lower case and NFC, or the number in E.164. */
  value: string;
  verifiedAt: string;
}

/** A row of contacts.csv as it is kept, or the reason why it is refused. */
export function checkContact(cells: readonly string[]): ContactRow | string {
  const [, kind = "", cell = "", verified = ""] = cells;
  if (kind !== "email" && kind !== "phone") return "kind is not email or phone";
  const value = kind === "email" ? cleanEmail(cell) : exactPhone(cell);
  if (value === null) return kind === "email" ? "not an address" : "not a phone number";
  const verifiedAt = timeCell(verified);
  return verifiedAt === null ? "verified_at is not a time" : { kind, value, verifiedAt };
}
