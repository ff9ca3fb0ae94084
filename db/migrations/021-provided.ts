import type { EngineKind } from "../engine";

/** The names of accounts as an identity provider gave them, beside the row that an import or the provider made. */
export function providedNames(kind: EngineKind): string[] {
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table provided_name (account_id ${text} primary key, username ${blob} not null, external ${blob}, name_mask ${text} not null, salt ${blob} not null)`,
    "create index provided_name_external on provided_name (external) where external is not null",
  ];
}
