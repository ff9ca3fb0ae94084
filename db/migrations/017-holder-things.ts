import type { EngineKind } from "../engine";

/** Devices and answers that holders add themselves, beside those that imports brought. */
export function holderThings(kind: EngineKind): string[] {
  const int = kind === "sqlite" ? "integer" : "bigint";
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table own_device (id ${text} primary key, account_id ${text} not null, short ${blob} not null, whole ${blob}, near ${blob} not null, added_at ${text} not null, salt ${blob} not null)`,
    "create index own_device_account on own_device (account_id)",
    "create index own_device_short on own_device (short)",
    `create table own_answer (id ${text} primary key, account_id ${text} not null, algorithm ${int} not null, hash ${text} not null)`,
    "create index own_answer_account on own_answer (account_id)",
    "create index lookup_contact on lookup (contact_id) where contact_id is not null",
  ];
}
