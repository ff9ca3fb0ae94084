import type { EngineKind } from "../engine";

/** What was tried on an account over all its tickets, and the time ranges that risk is counted over. */
export function memory(kind: EngineKind): string[] {
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table guess (account_id ${text} not null, kind ${text} not null, digest ${blob} not null, ticket_id ${text} not null, at ${text} not null,
      primary key (account_id, kind, digest, ticket_id))`,
    "create index entry_subject_type on entry (subject, type, seq)",
    `alter table account_state add column flagged_at ${text}`,
    "create index account_state_flagged_at on account_state (flagged_at, account_id) where flagged_at is not null",
  ];
}
