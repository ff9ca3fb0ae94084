import type { Instant } from "domain/time";
import { freshBytes } from "./random";

/**
 * A fresh id for an entry of this time: a UUID of version 7 (RFC 9562), 74 bits of it random. Ids of one time stand side by
 * side in their index, so that a hundred entries write two or three pages of it and not a hundred.
 */
export function newEntryId(now: Instant): string {
  const bytes = freshBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
