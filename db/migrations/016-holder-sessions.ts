import type { EngineKind } from "../engine";

/** Where a holder's session was last seen, and with what; null of one that began before this was kept. */
export function holderSessions(kind: EngineKind): string[] {
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    ...["seen_at", "browser", "system", "place"].map(
      (column) => `alter table holder_session add column ${column} ${text}`,
    ),
    "create index holder_session_expires on holder_session (expires_at)",
  ];
}
