import type { EngineKind } from "../engine";

/** Bundles that were asked for, made and removed: beside the fold, with a narrow writer of their own; what happened is on the trail. */
export function exportJobs(kind: EngineKind): string[] {
  const int = kind === "sqlite" ? "integer" : "bigint";
  const text = kind === "sqlite" ? "text" : 'text collate "C"';
  const asked = `id ${text} primary key, state ${text} not null, asked_at ${text} not null, actor ${text} not null, request ${text} not null, reason ${text} not null, place ${text} not null`;
  const what = `kind ${text} not null, filter ${text} not null, renderings ${text} not null, older ${int}`;
  const work = `token ${text}, process ${text}, seen_at ${text}, attempts ${int} not null, done ${int} not null, size ${int} not null`;
  const made = `entries ${int}, bytes ${int}, manifest ${text}, why ${text}, ended_at ${text}`;
  return [
    `create table export_job (${asked}, ${what}, ${work}, ${made})`,
    "create index export_job_asked on export_job (asked_at, id)",
    "create index export_job_state on export_job (state, asked_at, id)",
  ];
}
