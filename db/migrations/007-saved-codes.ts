import type { EngineKind } from "../engine";

/** Saved recovery codes, each as its keyed digest under the id that entries name it by; beside the fold, with its narrow writer. */
export function savedCodes(kind: EngineKind): string[] {
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table saved_code (id ${text} primary key, account_id ${text} not null, digest ${blob} not null)`,
    "create index saved_code_account on saved_code (account_id, digest)",
  ];
}
