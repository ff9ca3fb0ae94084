import { maskContact } from "domain/mask";
import { isoOf } from "domain/time";
import { type ContactRow, checkContact } from "~/directory/check-contact.server";
import type { Row } from "~/directory/tables";
import { addContacts, freshBytes, type ReadyContact } from "~/import-door.server";
import { ownedRows, sealedIn } from "./import-owners.server";
import { type ImportRun, land } from "./import-run.server";

/** Loads rows of contacts.csv in one transaction, and tells how long that took in milliseconds. */
export async function loadContacts(run: ImportRun, rows: readonly Row[]): Promise<number> {
  const owned = await ownedRows(run, rows, true);
  const ready: ReadyContact[] = [];
  for (const { row, account, known } of owned.rows) {
    const contact = checkContact(row.cells);
    if (typeof contact === "string") owned.refused.push({ line: row.line, reason: contact });
    else ready.push(readyContact(run, owned.keys, account, known ? sinceNow(run, contact) : contact));
  }
  return land(run, "contact", await addContacts(run.house.writer, run, ready, owned.refused));
}

/** A contact that joins an account on file counts from today, whatever the file says: an old date must not make it old. */
function sinceNow(run: ImportRun, contact: ContactRow): ContactRow {
  const now = isoOf(run.house.door.clock.now());
  return contact.verifiedAt > now ? contact : { ...contact, verifiedAt: now };
}

function readyContact(run: ImportRun, keys: Map<string, Buffer>, account: string, contact: ContactRow): ReadyContact {
  const id = run.newId();
  const { kind, value } = contact;
  const digest = run.house.door.secrets.lookup(kind, value);
  return {
    row: {
      id,
      account_id: account,
      set_id: run.set,
      kind,
      mask: maskContact(kind, value),
      digest,
      verified_at: contact.verifiedAt,
      salt: freshBytes(16),
    },
    lookup: { kind, digest, account_id: account, set_id: run.set, contact_id: id },
    vault: sealedIn(run, keys, { owner: account, id }, { value }),
  };
}
