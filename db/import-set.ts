import { type Kysely, type SelectQueryBuilder, sql } from "kysely";
import type { Db } from "./engine";
import type { Tables } from "./schema";

/** A set that no import finished: its rows count for nothing. */
export interface HiddenSet {
  id: number;
  importId: string;
}
/** Called between two small transactions, so that others get their turn. */
export type Between = () => Promise<unknown>;

/** The kind of look-up under which an import notes an account that was on file before it. */
export const seenKind = "seen";

/** Makes an invisible set for an import and tells its number, which no row of the directory has yet. */
export async function openSet(db: Db, importId: string): Promise<number> {
  const last = (table: "account" | "contact" | "device" | "answer" | "lookup") =>
    sql`select max(set_id) from ${sql.table(table)}`;
  const used = sql`select max(id) as n from directory_set union all ${last("account")} union all ${last("contact")}
    union all ${last("device")} union all ${last("answer")} union all ${last("lookup")}`;
  const made = await sql<{ id: number }>`insert into directory_set (id, import_id, visible_at)
    select max(n) + 1, cast(${importId} as text), null from (${used}) as used returning id`.execute(db.sql);
  const [row] = made.rows;
  if (!row) throw new Error("The database made no set for this import.");
  return row.id;
}

/** Sets that never became visible. */
export async function hiddenSets(db: Db): Promise<HiddenSet[]> {
  const rows = await db.sql
    .selectFrom("directory_set")
    .select(["id", "import_id"])
    .where("visible_at", "is", null)
    .execute();
  return rows.map((row) => ({ id: row.id, importId: row.import_id }));
}

/** True once the rows of an import count. */
export async function isVisible(db: Db, importId: string): Promise<boolean> {
  const row = await db.sql
    .selectFrom("directory_set")
    .select("visible_at")
    .where("import_id", "=", importId)
    .executeTakeFirst();
  return (row?.visible_at ?? null) !== null;
}

/** Removes an invisible set and all that came with it, in small transactions; broken off, it may be begun again. */
export async function removeSet(db: Db, set: number, between: Between): Promise<void> {
  const hidden = (await hiddenSets(db)).some((s) => s.id === set);
  if (!hidden) return;
  for (const table of ["contact", "device", "answer", "account"] as const)
    await repeat(() => removeRows(db, table, set), between);
  await repeat(() => removeLookups(db, lookups(db.sql).where("set_id", "=", set)), between);
  await repeat(() => removeUnasked(db), between);
  await db.sql.deleteFrom("directory_set").where("id", "=", set).where("visible_at", "is", null).execute();
}

/** Removes what an import noted of accounts it met again. */
export async function removeSeen(db: Db, between: Between): Promise<void> {
  await repeat(() => removeLookups(db, lookups(db.sql).where("kind", "=", seenKind)), between);
}

const mostAtOnce = 500;

async function repeat(step: () => Promise<number>, between: Between): Promise<void> {
  while ((await step()) > 0) await between();
}

async function removeRows(db: Db, table: "account" | "contact" | "device" | "answer", set: number): Promise<number> {
  const rows = await db.sql
    .selectFrom(table)
    .select("id")
    .where("set_id", "=", set)
    .orderBy("id")
    .limit(mostAtOnce)
    .execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return 0;
  await db.sql.transaction().execute(async (tx) => {
    if (table !== "answer") await tx.deleteFrom("vault").where("id", "in", ids).execute();
    await tx.deleteFrom(table).where("id", "in", ids).execute();
  });
  return ids.length;
}

const key = ["kind", "digest", "account_id"] as const;
const lookups = (from: Kysely<Tables>) => from.selectFrom("lookup").select(key).limit(mostAtOnce);

async function removeLookups(
  db: Db,
  some: SelectQueryBuilder<Tables, "lookup", Pick<Tables["lookup"], (typeof key)[number]>>,
): Promise<number> {
  const gone = await db.sql
    .deleteFrom("lookup")
    .where(({ eb, refTuple }) => eb(refTuple(...key), "in", some.$asTuple(...key)))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Questions that nobody answers any more go too. */
async function removeUnasked(db: Db): Promise<number> {
  const asked = db.sql.selectFrom("answer").select("question_id");
  const unasked = db.sql.selectFrom("question").select("id").where("id", "not in", asked).limit(mostAtOnce);
  const gone = await db.sql.deleteFrom("question").where("id", "in", unasked).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
