import type { EngineKind } from "../engine";

/**
 * Members' own addresses and numbers by look-up digest, and accounts that are theirs, beside the fold of staff; and until when
 * a ticket may be read by break-glass, for the worker that ends it.
 */
export function needToKnow(kind: EngineKind): string[] {
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table staff_contact (id ${text} primary key, staff_id ${text} not null, kind ${text} not null, digest ${blob} not null, unique (staff_id, digest))`,
    "create index staff_contact_digest on staff_contact (digest)",
    `create table staff_account (account_id ${text} not null, staff_id ${text} not null, primary key (account_id, staff_id))`,
    "create index staff_account_staff on staff_account (staff_id)",
    `alter table ticket add column glass_until ${text}`,
    "create index ticket_glass on ticket (glass_until) where glass_until is not null",
  ];
}
