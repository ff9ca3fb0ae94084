import type { EngineKind } from "../engine";

/**
 * The name by which servers speak of a message and the number they gave it, what they reported after they had accepted it, whether one was lost sight of,
 * and the ways to what failed for good, to what waits, and to the newest of each channel.
 */
export function deliveries(kind: EngineKind): string[] {
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  const int = kind === "sqlite" ? "integer" : "bigint";
  return [
    `alter table outbox add column handle ${text}`,
    `alter table outbox add column reference ${text}`,
    `alter table outbox add column delivered_at ${text}`,
    `alter table outbox add column erred_at ${text}`,
    `alter table outbox add column retries ${int} not null default 0`,
    `alter table outbox add column unheard ${int} not null default 0`,
    "update outbox set erred_at = failed_at where failed_at is not null",
    "create index outbox_handle on outbox (handle)",
    "create index outbox_failed on outbox (failed_at, id) where failed_at is not null and error is not null",
    "create index outbox_waiting on outbox (created_at, id) where done_at is null and failed_at is null",
    "create index outbox_channel on outbox (kind, due_at) where done_at is null and failed_at is null",
    "create index outbox_done on outbox (kind, done_at) where done_at is not null",
    "create index outbox_erred on outbox (kind, erred_at) where erred_at is not null",
  ];
}
