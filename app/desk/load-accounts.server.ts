import { cleanName, cleanUsername } from "domain/look-up";
import { maskName } from "domain/mask";
import { type AccountRow, checkAccount } from "~/directory/check-account";
import type { Row } from "~/directory/tables";
import {
  accountsOnFile,
  addAccounts,
  freshBytes,
  type Met,
  type OnFile,
  type ReadyAccount,
  type Refused,
  type Tables,
} from "~/import-door.server";
import { sealedIn } from "./import-owners.server";
import { type ImportRun, land } from "./import-run.server";

/** Loads rows of accounts.csv in one transaction, and tells how long that took in milliseconds. */
export async function loadAccounts(run: ImportRun, rows: readonly Row[]): Promise<number> {
  const { reader, secrets } = run.house.door;
  const named = rows.map((row) => ({ row, external: secrets.lookup("external", row.cells[0] ?? "") }));
  const onFile = await accountsOnFile(
    reader,
    named.map((n) => n.external),
  );
  const sorted = sortOut(run, named, onFile);
  const keys = await run.house.door.vault.keysFor(sorted.fresh.map((f) => f.id));
  const ready = sorted.fresh.map((f) => readyAccount(run, keys, f));
  return land(
    run,
    "account",
    await addAccounts(run.house.writer, run, { ready, met: sorted.met, refused: sorted.refused }),
  );
}

interface Named {
  row: Row;
  external: Buffer;
}
interface Fresh extends Named {
  id: string;
  account: AccountRow;
}

interface Sorted {
  fresh: Fresh[];
  met: Met[];
  refused: Refused[];
}

/** New accounts, those of earlier imports, and refused rows; of two rows with one id the earlier stands. */
function sortOut(run: ImportRun, named: readonly Named[], onFile: OnFile): Sorted {
  const sorted: Sorted = { fresh: [], met: [], refused: [] };
  for (const { row, external } of named) {
    const known = onFile.get(external.toString("hex"));
    const account = known?.set === run.set ? "duplicate account_id" : checkAccount(row.cells);
    if (typeof account === "string") sorted.refused.push({ line: row.line, reason: account });
    else if (known) sorted.met.push({ line: row.line, account: known.id, external });
    else {
      const id = run.newId();
      sorted.fresh.push({ row, external, id, account });
      onFile.set(external.toString("hex"), { id, set: run.set });
    }
  }
  return sorted;
}

function readyAccount(run: ImportRun, keys: Map<string, Buffer>, { id, row, external, account }: Fresh): ReadyAccount {
  const { username, name } = account;
  return {
    row: {
      id,
      set_id: run.set,
      external,
      region: account.region,
      created_at: account.createdAt,
      status: account.status,
      second_factor: account.secondFactor,
      locale: account.locale,
      name_mask: maskName(name),
      contact_mask: "",
      salt: freshBytes(16),
    },
    lookups: [
      lookupOf(run, id, "username", cleanUsername(username)),
      lookupOf(run, id, "name", cleanName(name)),
    ].flat(),
    vault: sealedIn(run, keys, { owner: id, id }, { external: row.cells[0] ?? "", username, name }),
  };
}

function lookupOf(run: ImportRun, account: string, kind: "username" | "name", cleaned: string): Tables["lookup"][] {
  if (cleaned === "") return [];
  return [
    {
      kind,
      digest: run.house.door.secrets.lookup(kind, cleaned),
      account_id: account,
      set_id: run.set,
      contact_id: null,
    },
  ];
}
