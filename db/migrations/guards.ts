import type { EngineKind } from "../engine";

/** Tables whose rows follow from entries. */
const foldedTables = ["ticket", "account_state", "staff", "desk_state"] as const;

/** Triggers that make a bug, or a hand at the database, fail loudly: entries only grow, folded rows only follow entries. */
export const guards = (kind: EngineKind): string[] => (kind === "sqlite" ? sqliteGuards() : postgresGuards());

const next = "coalesce((select max(seq) + 1 from entry), 0)";
const unfounded = "not exists (select 1 from entry where seq = new.seq)";

function sqliteGuards(): string[] {
  const trigger = (name: string, when: string, condition: string | null, message: string) =>
    `create trigger ${name} before ${when} ${condition ? `when ${condition} ` : ""}begin select raise(abort, '${message}'); end`;
  return [
    trigger("entry_update", "update on entry", null, "an entry is never changed"),
    trigger("entry_delete", "delete on entry", null, "an entry is never deleted"),
    trigger(
      "entry_insert",
      "insert on entry",
      `new.seq <> ${next} or exists (select 1 from entry where id = new.id)`,
      "an entry takes the next seq and a new id",
    ),
    trigger("head_delete", "delete on head", null, "the head is never deleted"),
    trigger(
      "head_update",
      "update on head",
      `new.size < old.size or new.origin <> old.origin or new.size <> ${next}`,
      "the head follows the entries",
    ),
    trigger("node_update", "update on node", null, "a subtree hash is never changed"),
    trigger("node_delete", "delete on node", null, "a subtree hash is never deleted"),
    trigger("approval_update", "update on approval", null, "an approval is never changed"),
    trigger("approval_delete", "delete on approval", null, "an approval is never deleted"),
    trigger("approval_insert", "insert on approval", unfounded, "an approval follows an entry"),
    ...foldedTables.flatMap((table) => [
      trigger(`${table}_insert`, `insert on ${table}`, unfounded, "a folded row follows an entry"),
      trigger(
        `${table}_update`,
        `update on ${table}`,
        `new.seq <= old.seq or ${unfounded}`,
        "a folded row follows a newer entry",
      ),
      trigger(`${table}_delete`, `delete on ${table}`, null, "a folded row is never deleted"),
    ]),
  ];
}

function postgresGuards(): string[] {
  const never = (table: string, what: string) => [
    `create trigger ${table}_${what} before ${what} on ${table} for each row execute function refuse_change('${table} rows are never changed')`,
  ];
  return [
    `create function refuse_change() returns trigger language plpgsql as $$ begin raise exception '%', tg_argv[0]; end $$`,
    `create function entry_is_next() returns trigger language plpgsql as $$ begin
      if new.seq <> ${next} then raise exception 'an entry takes the next seq and a new id'; end if; return new; end $$`,
    `create function head_follows() returns trigger language plpgsql as $$ begin
      if new.size < old.size or new.origin <> old.origin or new.size <> ${next} then raise exception 'the head follows the entries'; end if; return new; end $$`,
    `create function row_follows() returns trigger language plpgsql as $$ begin
      if ${unfounded} then raise exception 'a folded row follows an entry'; end if;
      if tg_op = 'UPDATE' then if new.seq <= old.seq then raise exception 'a folded row follows a newer entry'; end if; end if;
      return new; end $$`,
    ...never("entry", "update"),
    ...never("entry", "delete"),
    "create trigger entry_insert before insert on entry for each row execute function entry_is_next()",
    ...never("head", "delete"),
    "create trigger head_update before update on head for each row execute function head_follows()",
    ...never("node", "update"),
    ...never("node", "delete"),
    ...never("approval", "update"),
    ...never("approval", "delete"),
    "create trigger approval_insert before insert on approval for each row execute function row_follows()",
    ...foldedTables.flatMap((table) => [
      `create trigger ${table}_write before insert or update on ${table} for each row execute function row_follows()`,
      ...never(table, "delete"),
    ]),
    ...["entry", "head", "node", "approval", ...foldedTables].map(
      (table) =>
        `create trigger ${table}_truncate before truncate on ${table} for each statement execute function refuse_change('${table} is never truncated')`,
    ),
  ];
}
