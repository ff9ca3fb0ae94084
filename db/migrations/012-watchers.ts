import type { EngineKind } from "../engine";

/**
 * When the first of a ticket's approvals that wait for a second look was drawn, for the list of them; and a way from a ticket to
 * who submitted it and who opened its packet, for the report on who approves whose work.
 */
export function watchers(kind: EngineKind): string[] {
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `alter table ticket add column sampled_at ${text}`,
    "create index ticket_sampled on ticket (sampled_at, number) where sampled_at is not null",
    "create index entry_review on entry (object, type, seq) where type = 'ticket.submitted' or type = 'packet.opened'",
  ];
}
