import { outsideReads, typesIn } from "domain/trail-groups";
import type { TrailFilter } from "domain/view";
import type { Kysely } from "kysely";
import { firstSince } from "../first-since";
import type { Tables } from "../schema";
import { comesWith, typesWith } from "./trail-outcomes";
import { type Column, type Direction, outsideWalk, type Scope, type Walk, walkOf } from "./trail-walks";

export type { Direction, Scope } from "./trail-walks";

type Sql = Kysely<Tables>;

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

const firstAt = async (db: Sql, at: number): Promise<number | null> =>
  (await firstSince(db, at).executeTakeFirst())?.seq ?? null;

/** Up to `limit` seqs in a scope, in order, from the given end: one walk along one index, or a short one for each of some types. */
export async function seqsIn(db: Sql, scope: Scope, direction: Direction, limit: number): Promise<number[]> {
  const walks = walksOf(scope);
  const found = await Promise.all(walks.map((one) => one(db, scope, direction, limit)));
  const seqs = found.flat().sort((a, b) => (direction === "asc" ? a - b : b - a));
  return seqs.slice(0, limit);
}

/**
 * Several walks, merged, for a group of types, and where one walk would pass over an actor's many entries in search of a few that
 * failed. What happened to one ticket or account is little: there the types are picked out along the way.
 */
function walksOf({ equal }: Scope): Walk[] {
  const has = new Map(equal);
  const [type, outcome] = [has.get("type"), has.get("outcome")];
  const isOfOneCase = has.has("object") || has.has("subject");
  const rest = equal.filter(([column]) => column !== "type");
  if (type === outsideReads) {
    if (outcome !== undefined && outcome !== "ok") return [];
    return [isOfOneCase ? walkOf(rest, { outside: true }) : outsideWalk(has.get("actor"))];
  }
  const types = type === undefined ? rareTypes(has) : typesIn(type);
  if (types === null || (types.length > 1 && isOfOneCase)) return [walkOf(rest, types ? { types } : {})];
  return types
    .filter((one) => outcome === undefined || comesWith(one, outcome))
    .map((one) => walkOf([...rest, ["type", one] as const]));
}

/** The types an actor's few failures are looked for in; null where one walk finds them. */
function rareTypes(has: ReadonlyMap<Column, string>): readonly string[] | null {
  const outcome = has.get("outcome");
  return has.has("actor") && (outcome === "denied" || outcome === "error") ? typesWith[outcome] : null;
}
