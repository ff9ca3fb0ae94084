import type { Transaction } from "kysely";
import type { Db } from "./engine";
import { beat, type ImportJob } from "./import-job";
import { type Ending, insertRows } from "./insert-rows";
import type { Tables } from "./schema";

/** The transaction of a batch: what it asks, and how it inserts many rows. */
export interface Tx {
  sql: Transaction<Tables>;
  /** Inserts rows of one table, if there are any, and gives what the ending returns. */
  insert<T extends keyof Tables, R = never>(table: T, rows: readonly Tables[T][], ending?: Ending): Promise<R[]>;
}
export interface Beat extends Pick<ImportJob, "id" | "state" | "seenAt"> {
  /** The progress to note, or null to leave that for a later batch. */
  doc: ImportJob["doc"] | null;
}
/** A refused row before it has its number in the report. */
export type Refused = Pick<Tables["refused_row"], "line" | "reason">;
/** What became of a batch: the rows added, in the order of their ids; how many were on file already; the refused. */
export interface Landed<Row> {
  added: Row[];
  same: number;
  refused: Refused[];
}
/** The same with how long the transaction took, in milliseconds. */
export interface Timed<Row> extends Landed<Row> {
  tookMs: number;
}
/** A row and the boxes of its personal data. */
export interface Sealed<Row> {
  row: Row;
  vault: Tables["vault"][];
}
/** Where a batch belongs: the invisible set, the running job, and how refused rows are numbered. */
export interface Run {
  set: number;
  live(): Beat;
  report(refused: readonly Refused[]): Tables["refused_row"][];
}

/** One small transaction of an import; its first statement is a write that says the import lives. */
export async function inBatch<Row>(db: Db, run: Run, body: (tx: Tx) => Promise<Landed<Row>>): Promise<Timed<Row>> {
  let begun = 0;
  const landed = await db.sql.transaction().execute(async (sql) => {
    await beat(sql, run.live());
    begun = performance.now();
    const insert: Tx["insert"] = (table, rows, ending) => insertRows(sql, db.kind, table, rows, ending);
    const done = await body({ sql, insert });
    const refused = [...done.refused].sort((a, b) => a.line - b.line);
    await insert("refused_row", run.report(refused));
    return { ...done, refused };
  });
  return { ...landed, tookMs: performance.now() - begun };
}
