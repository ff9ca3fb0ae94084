import type { EngineKind } from "../engine";

/**
 * What the staff looked at, counted by day, member and kind, with the parts members have in tickets and the readings outside of
 * them; and how far the desk's own check of its trail is. All of it beside the fold, each with its narrow writer. `head.counted`
 * says how many entries the counts cover: all of them, but while the worker goes through a trail that was there before.
 */
export function watching(kind: EngineKind): string[] {
  const int = kind === "sqlite" ? "integer" : "bigint";
  const blob = kind === "sqlite" ? "blob" : "bytea";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  const empty = kind === "sqlite" ? "x''" : "'\\x'";
  return [
    `alter table head add column counted ${int} not null default 0`,
    `create table part (account ${text} not null, actor ${text} not null, ticket ${text} not null, seq ${int} not null, primary key (account, actor, ticket))`,
    `create table reading_count (day ${text} not null, actor ${text} not null, kind ${text} not null, n ${int} not null, outside ${int} not null, primary key (day, actor, kind))`,
    `create table reading_outside (seq ${int} primary key, actor ${text} not null)`,
    "create index reading_outside_actor on reading_outside (actor, seq)",
    `create table watch (id ${int} primary key check (id = 1), process ${text}, seen_at ${text}, size ${int} not null, range ${blob} not null, at ${text},
      again_size ${int} not null, again_range ${blob} not null, again_began_at ${text}, gone_over_at ${text}, gone_over_size ${int},
      problem ${text}, problem_what ${text}, problem_seq ${int}, problem_at ${text},
      full_at ${text}, full_size ${int}, full_verdict ${text}, full_problem ${text}, full_seq ${int})`,
    `insert into watch (id, size, range, again_size, again_range) values (1, 0, ${empty}, 0, ${empty})`,
    ...countedFollows(kind),
  ];
}

/** The counts of readings only go forward, and never beyond the entries. */
function countedFollows(kind: EngineKind): string[] {
  const wrong = "new.size >= old.size and (new.counted < old.counted or new.counted > new.size)";
  const message = "the counts follow the entries";
  if (kind === "sqlite")
    return [
      `create trigger head_counted before update on head when ${wrong} begin select raise(abort, '${message}'); end`,
    ];
  return [
    `create function counted_follows() returns trigger language plpgsql as $$ begin
      if ${wrong} then raise exception '${message}'; end if; return new; end $$`,
    "create trigger head_counted before update on head for each row execute function counted_follows()",
  ];
}
