import type { EngineKind } from "../engine";

/** Seeds of holders' authenticators, each sealed with its account's key; and how a holder's session was signed in. */
export function secondFactor(kind: EngineKind): string[] {
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    `create table factor_seed (id ${text} primary key, account_id ${text} not null, seed ${blob} not null, confirmed_at ${text})`,
    "create index factor_seed_account on factor_seed (account_id)",
    `alter table holder_session add column auth ${text}`,
  ];
}
