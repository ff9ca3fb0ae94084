import type { EngineKind } from "../engine";

/**
 * Published heads, the words witnesses gave on them, and how far each place outside has got; `head.halted` says why nothing
 * may be written any more. A published head and a witness's word are never changed.
 */
export function checkpoints(kind: EngineKind): string[] {
  const int = kind === "sqlite" ? "integer" : "bigint";
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table checkpoint (size ${int} primary key, root ${blob} not null, note ${text} not null, at ${text} not null)`,
    `create table cosignature (size ${int} not null, witness ${text} not null, line ${text} not null, at ${text} not null, primary key (size, witness))`,
    `create table outside (target ${text} primary key, size ${int} not null, at ${text}, failing_since ${text}, late_at ${text}, problem ${text})`,
    `alter table head add column halted ${text}`,
    ...["checkpoint", "cosignature"].flatMap((table) => never(kind, table)),
  ];
}

function never(kind: EngineKind, table: string): string[] {
  if (kind === "sqlite")
    return ["update", "delete"].map(
      (what) =>
        `create trigger ${table}_${what} before ${what} on ${table} begin select raise(abort, 'a ${table} is never changed'); end`,
    );
  return [
    ...["update", "delete"].map(
      (what) =>
        `create trigger ${table}_${what} before ${what} on ${table} for each row execute function refuse_change('${table} rows are never changed')`,
    ),
    `create trigger ${table}_truncate before truncate on ${table} for each statement execute function refuse_change('${table} is never truncated')`,
  ];
}
