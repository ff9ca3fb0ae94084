import type { EngineKind } from "../engine";

/**
 * Erasures and legal holds beside the fold of an account, what an erased account's imported rows leave behind, and the salts
 * that keep those hashes from being guessed back.
 */
export function erasures(kind: EngineKind): string[] {
  const int = kind === "sqlite" ? "integer" : "bigint";
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  return [
    ...["proposed_at", "held_at", "erased_at"].flatMap((column) => [
      `alter table account_state add column ${column} ${text}`,
      `create index account_state_${column} on account_state (${column}, account_id) where ${column} is not null`,
    ]),
    ...["account", "contact", "device"].map((table) => `alter table ${table} add column salt ${blob}`),
    `create table erased_row (set_id ${int} not null, name ${text} not null, id ${text} not null, account_id ${text} not null, hash ${blob} not null, primary key (set_id, name, id))`,
    "create index erased_row_account on erased_row (account_id)",
    "create index lookup_account on lookup (account_id)",
    "create index outbox_account on outbox (account_id)",
    ...guarded(kind),
  ];
}

const unfounded =
  "not exists (select 1 from account_state where account_id = new.account_id and erased_at is not null)";

/** A hash is left by an account that was erased, and never changed. */
function guarded(kind: EngineKind): string[] {
  if (kind === "sqlite")
    return [
      ...["update", "delete"].map(
        (what) =>
          `create trigger erased_row_${what} before ${what} on erased_row begin select raise(abort, 'what an erased account left is never changed'); end`,
      ),
      `create trigger erased_row_insert before insert on erased_row when ${unfounded} begin select raise(abort, 'only an erased account leaves hashes'); end`,
    ];
  return [
    `create function account_is_erased() returns trigger language plpgsql as $$ begin
      if ${unfounded} then raise exception 'only an erased account leaves hashes'; end if; return new; end $$`,
    "create trigger erased_row_insert before insert on erased_row for each row execute function account_is_erased()",
    ...["update", "delete"].map(
      (what) =>
        `create trigger erased_row_${what} before ${what} on erased_row for each row execute function refuse_change('what an erased account left is never changed')`,
    ),
    "create trigger erased_row_truncate before truncate on erased_row for each statement execute function refuse_change('erased_row is never truncated')",
  ];
}
