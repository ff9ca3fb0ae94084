import type { Row } from "~/directory/tables";
import { accountsOnFile } from "~/import-door.server";
import type { ImportRun } from "./import-run.server";

/** A row whose account is on file, with that account's id and key. */
export interface OwnedRow {
  row: Row;
  account: string;
  /** The account came with an earlier import. */
  known: boolean;
}
export interface Owned {
  rows: OwnedRow[];
  keys: Map<string, Buffer>;
  refused: { line: number; reason: string }[];
}

/** Splits rows by whether the account in their first cell is on file; `sealed` fetches the accounts' keys too. */
export async function ownedRows(run: ImportRun, rows: readonly Row[], sealed: boolean): Promise<Owned> {
  const { door } = run.house;
  const names = [...new Set(rows.map((row) => row.cells[0] ?? ""))];
  const digests = names.map((name) => door.secrets.lookup("external", name));
  const onFile = await accountsOnFile(door.reader, digests);
  const ids = new Map(names.map((name, i) => [name, onFile.get(digests[i]?.toString("hex") ?? "")]));
  const owned: Owned = { rows: [], keys: new Map(), refused: [] };
  for (const row of rows) {
    const account = ids.get(row.cells[0] ?? "");
    if (account) owned.rows.push({ row, account: account.id, known: account.set !== run.set });
    else owned.refused.push({ line: row.line, reason: "unknown account" });
  }
  if (sealed) owned.keys = await door.vault.keysFor([...new Set(owned.rows.map((o) => o.account))]);
  return owned;
}

/** The box of one personal value, as a row of the vault. */
export function sealedIn(
  run: ImportRun,
  keys: Map<string, Buffer>,
  at: { owner: string; id: string },
  values: Record<string, string>,
): { id: string; owner: string; field: string; box: Buffer }[] {
  const key = keys.get(at.owner);
  if (!key) throw new Error("the key store did not keep an account's key");
  return Object.entries(values).map(([field, value]) => ({
    ...at,
    field,
    box: run.house.door.vault.sealWith(key, at.owner, at.id, field, value).box,
  }));
}
