import type { ImportedRows } from "domain/event";
import { days, instantOf, type Millis } from "domain/time";
import type { Db } from "../engine";
import { digestOfSet } from "../import-digest";
import type { Imported } from "./desk";
import { findProvidedByNone } from "./provided-rows";
import { type Checked, tampered } from "./verdict";

/** The clock may have been put right between the row and its entry: a day is little beside the month that joined rows wait. */
const mostApartMs: Millis = days(1);

/** Compares the imported reference rows with the counts and digests their entries give; throws Found at the first difference. */
export async function compareDirectory(db: Db, imports: Imported[], checked: Checked): Promise<void> {
  const sets = await db.sql.selectFrom("directory_set").selectAll().orderBy("id").execute();
  for (const { seq, at, data } of imports) {
    const set = sets.find((s) => s.import_id === data.set);
    if (!set || set.visible_at === null)
      throw tampered(
        "row-missing",
        seq,
        `The rows of import ${data.set}, which entry ${seq} made visible, are not there.`,
      );
    // From that moment on what it added to accounts on file is waited for; its row is written just before its entry.
    if (!(Math.abs(instantOf(set.visible_at) - at) <= mostApartMs))
      throw tampered(
        "row-differs",
        seq,
        `Import ${data.set} became visible at another time than entry ${seq}, which made it so, says.`,
      );
    compareSet(data.rows, await digestOfSet(db, data.set), seq, data.set);
    checked.imports += 1;
  }
  const known = new Set(imports.map((i) => i.data.set));
  const extra = sets.find((s) => s.id !== 0 && s.visible_at !== null && !known.has(s.import_id));
  if (extra) throw tampered("row-unfounded", null, `No entry made the rows of import ${extra.import_id} visible.`);
  await refuseOwnRows(db);
}

function compareSet(entered: ImportedRows[], actual: ImportedRows[], seq: number, set: string): void {
  const tables = new Set([...entered, ...actual].map((r) => r.table));
  for (const table of tables) {
    const [was, is] = [entered, actual].map((rows) => rows.find((r) => r.table === table));
    if ((was?.count ?? 0) === 0 && (is?.count ?? 0) === 0) continue;
    if (was?.count !== is?.count)
      throw tampered(
        "row-missing",
        seq,
        `Import ${set} added ${was?.count ?? 0} ${table} rows and ${is?.count ?? 0} are there.`,
      );
    if (was?.digest !== is?.digest)
      throw tampered(
        "row-differs",
        seq,
        `The ${table} rows of import ${set} were changed: the digest over them is not that of entry ${seq}.`,
      );
  }
}

/** Set 0 is what Countersign itself adds, and to these tables it adds nothing but accounts of an identity provider, which are compared with its entries. */
async function refuseOwnRows(db: Db): Promise<void> {
  await findProvidedByNone(db.sql);
  for (const table of ["contact", "device", "answer"] as const) {
    const row = await db.sql.selectFrom(table).select("id").where("set_id", "=", 0).limit(1).executeTakeFirst();
    if (row) throw tampered("row-unfounded", null, `No import made the ${table} row ${row.id}.`);
  }
}
