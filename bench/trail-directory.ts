import { createHash, randomUUID } from "node:crypto";
import { type Db, openWriter } from "db/engine";
import { digestOfSet } from "db/import-digest";
import { insertRows } from "db/insert-rows";
import { cli, granted, type Teller } from "db/testing-trail";
import { beginImport, finishImport } from "domain/import";
import { isoOf } from "domain/time";

/** An account as tickets need it: two contacts, two devices, three answers. */
export interface BenchAccount {
  id: string;
  devices: [string, string];
}

const at = "2020-01-01T00:00:00.000Z";
const set = "bench";
const atOnce = 500;

/** Brings in so many accounts by one import, entries and digests and all; the rows go in directly. */
export async function importAccounts(t: Teller, url: string, count: number): Promise<BenchAccount[]> {
  const files = [{ file: "accounts.csv", sha256: "ab".repeat(32) }];
  const command = { stream: "desk", object: set, actor: cli, request: randomUUID() } as const;
  await granted(t.ledger.enact({ ...command, decide: beginImport({ set, files }) }));
  const accounts = Array.from({ length: count }, newAccount);
  const db = openWriter(url);
  await db.sql.insertInto("directory_set").values({ id: 1, import_id: set, visible_at: null }).execute();
  for (let n = 0; n < count; n += atOnce) await insertAccounts(db, accounts.slice(n, n + atOnce));
  const rows = await digestOfSet(db, set);
  await db.close();
  const keep = [{ keep: "import-visible", set: 1, at: isoOf(t.now) }] as const;
  await granted(t.ledger.enact({ ...command, decide: finishImport({ set, files, rows, refused: 0 }), keep }));
  return accounts;
}

const newAccount = (): BenchAccount => ({ id: randomUUID(), devices: [randomUUID(), randomUUID()] });

function insertAccounts(db: Db, accounts: BenchAccount[]): Promise<void> {
  const of = (a: BenchAccount) => ({ account_id: a.id, set_id: 1 });
  return db.sql.transaction().execute(async (tx) => {
    await insertRows(tx, db.kind, "account", accounts.map(accountRow));
    const contacts = accounts.flatMap((a) =>
      (["email", "phone"] as const).map((kind) => ({
        ...of(a),
        id: randomUUID(),
        kind,
        mask: "•••• 42",
        digest: digest(kind + a.id),
        verified_at: at,
      })),
    );
    await insertRows(tx, db.kind, "contact", contacts);
    const devices = accounts.flatMap((a) =>
      a.devices.map((id) => ({ ...of(a), id, short: digest(id), whole: null, near: digest(id), bound_at: at })),
    );
    await insertRows(tx, db.kind, "device", devices);
    const answers = accounts.flatMap((a) =>
      ["pet", "street", "school"].map((question_id) => ({
        ...of(a),
        id: randomUUID(),
        question_id,
        algorithm: 1,
        hash: "x",
        hardened_at: at,
        weak: 0,
      })),
    );
    await insertRows(tx, db.kind, "answer", answers);
  });
}

const accountRow = ({ id }: BenchAccount) => ({
  id,
  set_id: 1,
  external: digest(id),
  region: "eu",
  created_at: at,
  status: "active",
  second_factor: "none",
  locale: "en",
  name_mask: "H•••",
  contact_mask: "h•••",
});

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
