import { sql } from "kysely";
import type { Db } from "./engine";
import { inBatch, type Refused, type Run, type Sealed, type Timed, type Tx } from "./import-batch";
import type { Tables } from "./schema";

export interface ReadyContact extends Sealed<Tables["contact"]> {
  lookup: Tables["lookup"];
}

/** Adds contacts their accounts do not have yet, those of a recovery included. */
export function addContacts(
  db: Db,
  run: Run,
  ready: readonly ReadyContact[],
  refused: readonly Refused[],
): Promise<Timed<Tables["contact"]>> {
  return inBatch(db, run, async (tx) => {
    const taken = await newLookups(
      tx,
      ready.map((c) => c.lookup),
    );
    const fresh = ready.filter((c) => taken.has(c.row.id));
    await tx.insert(
      "contact",
      fresh.map((c) => c.row),
    );
    await tx.insert(
      "vault",
      fresh.flatMap((c) => c.vault),
    );
    await showMasks(
      tx,
      run.set,
      fresh.map((c) => c.row),
    );
    return { added: fresh.map((c) => c.row), same: ready.length - fresh.length, refused: [...refused] };
  });
}

const newOf = "on conflict (kind, digest, account_id) do nothing returning contact_id";

/** The contacts whose look-up was not there: one row an account and value, whoever added it. */
async function newLookups(tx: Tx, rows: Tables["lookup"][]): Promise<Set<string>> {
  const made = await tx.insert<"lookup", Pick<Tables["lookup"], "contact_id">>("lookup", rows, newOf);
  return new Set(made.map((row) => row.contact_id ?? ""));
}

/** An account of this set shows the mask of its first contact. */
async function showMasks(tx: Tx, set: number, rows: readonly Tables["contact"][]): Promise<void> {
  const first = new Map<string, string>();
  for (const row of rows) if (!first.has(row.account_id)) first.set(row.account_id, row.mask);
  if (first.size === 0) return;
  const values = sql.join([...first].map(([id, mask]) => sql`(${id}, ${mask})`));
  // The plus keeps SQLite from going through the whole set for every batch.
  await sql`with shown(id, mask) as (values ${values})
    update account set contact_mask = shown.mask from shown
    where account.id = shown.id and + account.set_id = ${set} and account.contact_mask = ''`.execute(tx.sql);
}
