import type { EngineKind } from "../engine";

/** What is asked for at the public door by nobody known: what was typed is in the vault until a worker has looked whose it is. */
export function asked(kind: EngineKind): string[] {
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table asked (id ${text} primary key, kind ${text} not null, digest ${blob} not null, at ${text} not null, due_at ${text} not null, settled_at ${text})`,
    "create index asked_digest on asked (digest, kind, at)",
    "create index asked_due on asked (due_at, id) where settled_at is null",
    "create index asked_at on asked (at)",
  ];
}
