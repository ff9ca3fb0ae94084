import { type Store, squeeze } from "./engine";
import { valuesOf } from "./erase";
import type { KeyTables, Tables } from "./schema";

/** Destroys the keys of owners that were erased; those already gone are none to miss. */
export async function destroyKeys(keys: Store<KeyTables>, owners: readonly string[]): Promise<void> {
  if (owners.length > 0) await keys.sql.deleteFrom("owner_key").where("owner", "in", owners).execute();
}

/** Accounts that were erased, the longest erased first, after one of them. */
export async function erasedAfter(
  reader: Store<Tables>,
  after: { at: string; account: string },
  most: number,
): Promise<{ at: string; account: string }[]> {
  const rows = await reader.sql
    .selectFrom("account_state")
    .select(["erased_at", "account_id"])
    .where("erased_at", "is not", null)
    .where((eb) => eb(eb.refTuple("erased_at", "account_id"), ">", eb.tuple(after.at, after.account)))
    .orderBy("erased_at")
    .orderBy("account_id")
    .limit(most)
    .execute();
  return rows.map((row) => ({ at: row.erased_at ?? "", account: row.account_id }));
}

/** The tables an erasure takes rows from. */
const emptied = [...valuesOf.map(([table]) => table), "question", "tried", "holder_session", "outbox"].join(", ");

/**
 * Makes both stores let go of what was deleted in them: SQLite writes zeros over it and empties its log, PostgreSQL gives the
 * room of dead rows away. Tells whether it was done; where someone is reading, SQLite keeps its log and is asked again later.
 */
export async function letGo(db: Store<Tables>, keys: Store<KeyTables>): Promise<boolean> {
  const done = await Promise.all([squeeze(db, emptied), squeeze(keys, "owner_key")]);
  return done.every((one) => one);
}
