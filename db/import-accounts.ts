import type { Db } from "./engine";
import { inBatch, type Refused, type Run, type Sealed, type Timed, type Tx } from "./import-batch";
import { seenKind } from "./import-set";
import type { Tables } from "./schema";

export interface ReadyAccount extends Sealed<Tables["account"]> {
  lookups: Tables["lookup"][];
}
/** An account of an earlier import that this one names again. */
export interface Met {
  line: number;
  account: string;
  external: Buffer;
}
export interface AccountBatch {
  ready: readonly ReadyAccount[];
  met: readonly Met[];
  refused: readonly Refused[];
}
/** An account on file by the keyed digest (hex) of its external id. */
export type OnFile = Map<string, { id: string; set: number }>;

/** The accounts on file among these external ids. */
export async function accountsOnFile(db: Db, externals: readonly Buffer[]): Promise<OnFile> {
  const rows =
    externals.length === 0
      ? []
      : await db.sql
          .selectFrom("account")
          .select(["id", "set_id", "external"])
          .where("external", "in", externals)
          .execute();
  return new Map(rows.map((row) => [row.external.toString("hex"), { id: row.id, set: row.set_id }]));
}

/** Adds accounts that are new to the directory; of one on file that is named twice, the second row is refused. */
export function addAccounts(db: Db, run: Run, batch: AccountBatch): Promise<Timed<Tables["account"]>> {
  return inBatch(db, run, async (tx) => {
    await tx.insert(
      "account",
      batch.ready.map((a) => a.row),
    );
    await tx.insert(
      "lookup",
      batch.ready.flatMap((a) => a.lookups),
      "on conflict (kind, digest, account_id) do nothing",
    );
    await tx.insert(
      "vault",
      batch.ready.flatMap((a) => a.vault),
    );
    const first = await noteMet(tx, run.set, batch.met);
    const twice = batch.met
      .filter((m) => !first.has(String(m.line)))
      .map((m) => ({ line: m.line, reason: "duplicate account_id" }));
    return { added: batch.ready.map((a) => a.row), same: first.size, refused: [...batch.refused, ...twice] };
  });
}

const newOf = "on conflict (kind, digest, account_id) do nothing returning contact_id";

/** Notes accounts met again, and tells the lines that named them first; no list of a whole file is held in memory. */
async function noteMet(tx: Tx, set: number, met: readonly Met[]): Promise<Set<string>> {
  if (met.length === 0) return new Set();
  const rows = met.map((m) => ({
    kind: seenKind,
    digest: m.external,
    account_id: m.account,
    set_id: set,
    contact_id: String(m.line),
  }));
  const first = await tx.insert<"lookup", Pick<Tables["lookup"], "contact_id">>("lookup", rows, newOf);
  return new Set(first.map((row) => row.contact_id ?? ""));
}
