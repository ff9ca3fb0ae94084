import type { EngineKind } from "../engine";

/** Redemptions on their way to a directory elsewhere, each written and ended with the entry that says so; the worker leases them. */
export function directoryJobs(kind: EngineKind): string[] {
  const int = kind === "sqlite" ? "integer" : "bigint";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table directory_job (id ${text} primary key, account_id ${text} not null, ticket_id ${text}, asked_at ${text} not null, due_at ${text} not null,
      leased_until ${text}, attempts ${int} not null, unsure ${text}, before ${text}, ended_at ${text})`,
    "create index directory_job_due on directory_job (due_at) where ended_at is null",
    "create index directory_job_waiting on directory_job (asked_at, id) where ended_at is null",
    "create index directory_job_account on directory_job (account_id)",
  ];
}
