import type { EngineKind } from "../engine";

/** Beside the fold, what supervisors find without a search: tickets whose agent was pressed, accounts under a safety flag. */
export function care(kind: EngineKind): string[] {
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `alter table ticket add column pressed_at ${text}`,
    "create index ticket_pressed_at on ticket (pressed_at, number) where pressed_at is not null",
    `alter table account_state add column safety_at ${text}`,
    "create index account_state_safety_at on account_state (safety_at, account_id) where safety_at is not null",
  ];
}
