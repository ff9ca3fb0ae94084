import type { ImportedRows } from "domain/event";
import type { Kysely, Transaction } from "kysely";
import { columnsOf, hashOfRow, importedTables, openDigest, type Rows } from "./import-digest";
import { recordedIn } from "./recorded-in";
import type { Tables } from "./schema";

type Tx = Transaction<Tables>;
type Sql = Kysely<Tables> | Tx;

/**
 * Takes everything away that is known of an account, in the transaction of the entry that says so, and leaves the hashes of
 * its imported rows; throws, and with it the entry is undone, when no entry erased the account.
 */
export async function eraseAccount(tx: Tx, account: string): Promise<void> {
  const state = await tx
    .selectFrom("account_state")
    .select("erased_at")
    .where("account_id", "=", account)
    .executeTakeFirst();
  if (!state?.erased_at) throw new Error("no entry erased this account");
  await leaveHashes(tx, account);
  const asked = await tx.selectFrom("answer").select("question_id").where("account_id", "=", account).execute();
  await removeRows(tx, account);
  await removeNamesOf(tx, account);
  await removeUnasked(
    tx,
    asked.map((a) => a.question_id),
  );
  await settleMessages(tx, account, state.erased_at);
}

/** How many rows the account's erasure leaves the hashes of, by table, with the SHA-256 over them in the order of their ids. */
export async function rowsLeftBy(sql: Sql, account: string): Promise<ImportedRows[]> {
  return totalsOf(await hashesOf(sql, account));
}

/** The same of hashes that are at hand, in the order of their ids. */
export function totalsOf(left: readonly Pick<Tables["erased_row"], "name" | "hash">[]): ImportedRows[] {
  return importedTables.map((table) => {
    const digest = openDigest(table);
    for (const row of left) if (row.name === table) digest.addHash(row.hash);
    return digest.total();
  });
}

/** Of imports that became visible: no entry vouches for the rows of others. */
async function hashesOf(sql: Sql, account: string): Promise<Tables["erased_row"][]> {
  const left: Tables["erased_row"][] = [];
  for (const table of importedTables) {
    const rows = await rowsOf(sql, table, account);
    left.push(
      ...rows.map((row) => ({
        set_id: row.set_id,
        name: table,
        id: row.id,
        account_id: account,
        hash: hashOfRow(table as "contact", row),
      })),
    );
  }
  return left;
}

type Row = Rows["contact"] & { set_id: number };

async function rowsOf(sql: Sql, table: ImportedRows["table"], account: string): Promise<Row[]> {
  const rows = await sql
    .selectFrom(table as "contact")
    .select([...columnsOf[table as "contact"], "set_id"])
    .where((table === "account" ? "id" : "account_id") as "account_id", "=", account)
    .where("set_id", "in", sql.selectFrom("directory_set").select("id").where("visible_at", "is not", null))
    .where("set_id", "!=", 0)
    .orderBy("id")
    .execute();
  return rows as Row[];
}

const atOnce = 500;

async function leaveHashes(tx: Tx, account: string): Promise<void> {
  const left = await hashesOf(tx, account);
  for (let i = 0; i < left.length; i += atOnce)
    await tx
      .insertInto("erased_row")
      .values(left.slice(i, i + atOnce))
      .execute();
}

/** Where values of an account stand, and the column that names it: after its erasure, no row does. */
export const valuesOf = [
  ["vault", "owner"],
  ["lookup", "account_id"],
  ["contact", "account_id"],
  ["device", "account_id"],
  ["answer", "account_id"],
  ["own_device", "account_id"],
  ["own_answer", "account_id"],
  ["provided_name", "account_id"],
  ["account", "id"],
  ["new_contact", "account_id"],
  ["holder_secret", "account_id"],
  ["saved_code", "account_id"],
  ["factor_seed", "account_id"],
  ["guess", "account_id"],
] as const;

async function removeRows(tx: Tx, account: string): Promise<void> {
  const tickets = tx.selectFrom("ticket").select("id").where("account_id", "=", account);
  await tx.deleteFrom("tried").where("ticket_id", "in", tickets).execute();
  await tx.deleteFrom("holder_session").where("account_id", "=", account).execute();
  for (const [table, column] of valuesOf)
    await tx
      .deleteFrom(table as "contact")
      .where(column as "account_id", "=", account)
      .execute();
}

/** Those who invited this account to vouch for them have its address, masked, beside the link. */
async function removeNamesOf(tx: Tx, account: string): Promise<void> {
  const received = await tx
    .selectFrom("entry")
    .select("bytes")
    .where("subject", "=", account)
    .where("type", "=", "link.received")
    .execute();
  const links = received.flatMap(({ bytes }) => {
    const e = recordedIn(bytes);
    return e.type === "link.received" ? [e.data.link] : [];
  });
  if (links.length > 0)
    await tx.deleteFrom("vault").where("id", "in", links).where("field", "=", invitedField).execute();
}

/** The vault's field of the masked address that a link was offered to. */
export const invitedField = "invited";

/** A question that only this account had answered may be one of its own making. */
async function removeUnasked(tx: Tx, questions: string[]): Promise<void> {
  if (questions.length === 0) return;
  await tx
    .deleteFrom("question")
    .where("id", "in", questions)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("answer").select("answer.id").whereRef("answer.question_id", "=", "question.id"))),
    )
    .execute();
}

/** Messages that were not sent have nowhere to go; what servers said of addresses goes too. */
async function settleMessages(tx: Tx, account: string, at: string): Promise<void> {
  await tx
    .updateTable("outbox")
    .set({ failed_at: at, leased_until: null })
    .where("account_id", "=", account)
    .where("done_at", "is", null)
    .where("failed_at", "is", null)
    .execute();
  await tx.updateTable("outbox").set({ error: null }).where("account_id", "=", account).execute();
  await tx
    .updateTable("directory_job")
    .set({ ended_at: at, leased_until: null })
    .where("account_id", "=", account)
    .where("ended_at", "is", null)
    .execute();
}
