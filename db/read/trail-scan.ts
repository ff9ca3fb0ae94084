import type { EventType } from "domain/event";
import { isoOf } from "domain/time";
import type { TrailFilter } from "domain/view";
import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { Tables } from "../schema";

type Sql = Kysely<Tables>;
type Column = "object" | "subject" | "actor" | "type" | "outcome";

/** A filter as the entry table's indexes see it: columns that equal values, between two seqs. */
export interface Scope {
  equal: (readonly [Column, string])[];
  from: number;
  /** Not included. */
  to: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Turns a filter into what indexes answer: a ticket's number into its id, and times into seqs, for `at` never goes backwards.
 * `from` is included, `to` is not; a `to` that is a mere date includes that day (UTC). Null when nothing can match; throws RangeError for what is no time.
 */
export async function scopeOf(db: Sql, filter: TrailFilter): Promise<Scope | null> {
  const ticket = filter.ticket === null ? null : await ticketId(db, filter.ticket);
  if (filter.ticket !== null && ticket === null) return null;
  const wanted = {
    object: ticket,
    subject: filter.account,
    actor: filter.actor,
    type: filter.type,
    outcome: filter.outcome,
  };
  const equal = (Object.keys(wanted) as Column[]).flatMap((column) =>
    wanted[column] === null ? [] : [[column, wanted[column]] as const],
  );
  const from = filter.from === null ? 0 : await firstAt(db, timeOf(filter.from));
  const to =
    filter.to === null
      ? null
      : await firstAt(db, isMereDate(filter.to) ? timeOf(filter.to) + dayMs : timeOf(filter.to));
  return { equal, from: from ?? Number.MAX_SAFE_INTEGER, to: to ?? Number.MAX_SAFE_INTEGER };
}

const isMereDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

function timeOf(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new RangeError("This is no time: say 2026-01-31 or 2026-01-31T12:00:00Z.");
  return at;
}

async function ticketId(db: Sql, number: number): Promise<string | null> {
  const row = await db.selectFrom("ticket").select("id").where("number", "=", number).executeTakeFirst();
  return row?.id ?? null;
}

async function firstAt(db: Sql, at: number): Promise<number | null> {
  const row = await db
    .selectFrom("entry")
    .select("seq")
    .where("at", ">=", isoOf(at))
    .orderBy("at")
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? null;
}

/**
 * Which types come with which outcome (domain/trail/entry.ts, outcomeOf): a rare one is looked up type by type, and what never
 * comes together is not looked for. `ok` lists the types that are never that.
 */
export const typesWith = {
  denied: [
    "refused",
    "staff.sign-in-failed",
    "holder.sign-in-failed",
    "serial.checked",
    "photo.judged",
    "answers.checked",
    "contact.code-refused",
  ],
  error: ["message.failed", "directory.import-failed", "trail.export-failed"],
  neverOk: [
    "refused",
    "staff.sign-in-failed",
    "holder.sign-in-failed",
    "contact.code-refused",
    "message.failed",
    "directory.import-failed",
    "trail.export-failed",
  ],
} as const satisfies Record<string, readonly EventType[]>;

export type Direction = "asc" | "desc";
type Query = SelectQueryBuilder<Tables, "entry", { seq: number }>;

/** Up to `limit` seqs in a scope, in order, from the given end: one walk along one index, or a short one for each rare type. */
export async function seqsIn(db: Sql, scope: Scope, direction: Direction, limit: number): Promise<number[]> {
  const walks = walksOf(scope);
  const found = await Promise.all(walks.map((equal) => walk(db, { ...scope, equal }, direction, limit)));
  const seqs = found.flat().sort((a, b) => (direction === "asc" ? a - b : b - a));
  return seqs.slice(0, limit);
}

/** Several walks only where one would pass over an actor's many entries in search of a few that failed. */
function walksOf({ equal }: Scope): Scope["equal"][] {
  const has = new Map(equal);
  const [type, outcome] = [has.get("type"), has.get("outcome")];
  if (type !== undefined && outcome !== undefined && !comesWith(type, outcome)) return [];
  if (type !== undefined || !has.has("actor") || has.has("object") || has.has("subject")) return [equal];
  return outcome === "denied" || outcome === "error"
    ? typesWith[outcome].map((one) => [...equal, ["type", one] as const])
    : [equal];
}

function comesWith(type: string, outcome: string): boolean {
  const among = (types: readonly string[]) => types.includes(type);
  return outcome === "ok"
    ? !among(typesWith.neverOk)
    : outcome === "denied"
      ? among(typesWith.denied)
      : among(typesWith.error);
}

async function walk(db: Sql, scope: Scope, direction: Direction, limit: number): Promise<number[]> {
  const rows = await narrowed(db.selectFrom("entry").select("seq"), scope)
    .orderBy("seq", direction)
    .limit(limit)
    .execute();
  return rows.map((r) => r.seq);
}

const order: readonly Column[] = ["object", "subject", "actor", "type", "outcome"];

/** The most telling column drives its index (an actor with a type drives theirs); the rest are kept from tempting the planner to another. */
export function narrowed(query: Query, scope: Scope): Query {
  const sorted = [...scope.equal].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const driver = sorted[0]?.[0];
  const drives = (column: Column) => column === driver || (driver === "actor" && column === "type");
  const bounded = query.where("seq", ">=", scope.from).where("seq", "<", scope.to);
  return sorted.reduce(
    (q, [column, value]) =>
      drives(column) ? q.where(column, "=", value) : q.where(sql<string>`${sql.ref(column)} || ''`, "=", value),
    bounded,
  );
}
