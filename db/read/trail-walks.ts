import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { Tables } from "../schema";

type Sql = Kysely<Tables>;
export type Column = "object" | "subject" | "actor" | "type" | "outcome";

/** A filter as the entry table's indexes see it: columns that equal values, between two seqs. */
export interface Scope {
  equal: (readonly [Column, string])[];
  /** Any of these, where a group of types is picked out of one ticket or account. */
  types?: readonly string[];
  /** Only looks outside their reader's tickets. */
  outside?: boolean;
  from: number;
  /** Not included. */
  to: number;
}

export type Direction = "asc" | "desc";
type Query = SelectQueryBuilder<Tables, "entry", { seq: number }>;
/** Up to `limit` seqs in a scope, in order, from the given end, along one index. */
export type Walk = (db: Sql, scope: Scope, direction: Direction, limit: number) => Promise<number[]>;

/** A walk along the index of the most telling of these columns. */
export const walkOf =
  (equal: Scope["equal"], picked: Pick<Scope, "types" | "outside"> = {}): Walk =>
  async (db, scope, direction, limit) => {
    const rows = await narrowed(db.selectFrom("entry").select("seq"), { ...scope, ...picked, equal })
      .orderBy("seq", direction)
      .limit(limit)
      .execute();
    return rows.map((r) => r.seq);
  };

/** Looks outside their readers' tickets, by the narrow table that lists them. */
export const outsideWalk =
  (actor: string | undefined): Walk =>
  async (db, { from, to }, direction, limit) => {
    const rows = await db
      .selectFrom("reading_outside")
      .select("seq")
      .$if(actor !== undefined, (q) => q.where("actor", "=", actor ?? ""))
      .where("seq", ">=", from)
      .where("seq", "<", to)
      .orderBy("seq", direction)
      .limit(limit)
      .execute();
    return rows.map((r) => r.seq);
  };

const order: readonly Column[] = ["object", "subject", "actor", "type", "outcome"];

/** The most telling column drives its index (an actor with a type drives theirs); the rest are kept from tempting the planner to another. */
export function narrowed(query: Query, scope: Scope): Query {
  const sorted = [...scope.equal].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const driver = sorted[0]?.[0];
  const drives = (column: Column) => column === driver || (driver === "actor" && column === "type");
  const bounded = query.where("seq", ">=", scope.from).where("seq", "<", scope.to);
  const picked = bounded
    .$if(scope.types !== undefined, (q) => q.where(sql<string>`type || ''`, "in", scope.types ?? []))
    .$if(scope.outside === true, (q) =>
      q.where((eb) =>
        eb.exists(eb.selectFrom("reading_outside as r").select("r.seq").whereRef("r.seq", "=", "entry.seq")),
      ),
    );
  return sorted.reduce(
    (q, [column, value]) =>
      drives(column) ? q.where(column, "=", value) : q.where(sql<string>`${sql.ref(column)} || ''`, "=", value),
    picked,
  );
}
