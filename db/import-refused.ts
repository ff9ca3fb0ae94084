import type { Db } from "./engine";
import type { Tables } from "./schema";

const page = 1000;

/** The rows an import refused, in the order of the files and their lines, read a page at a time. */
export async function* refusedRows(db: Db, importId: string): AsyncGenerator<Tables["refused_row"]> {
  for (let after = 0; ; ) {
    const rows = await db.sql
      .selectFrom("refused_row")
      .selectAll()
      .where("import_id", "=", importId)
      .where("n", ">", after)
      .orderBy("n")
      .limit(page)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last.n;
  }
}
