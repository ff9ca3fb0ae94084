import type { Kysely } from "kysely";
import { accountRow, ticketRow } from "../save";
import type { Tables } from "../schema";
import type { CaseFold } from "./cases";
import { compareErased } from "./erased";
import { differingColumn, type Folded } from "./folded";
import { compareAsked } from "./outbox";
import { compareOwn } from "./own-rows";
import { compareProvided } from "./provided-rows";
import { type Checked, tampered } from "./verdict";

/** Compares the rows of some accounts with what their entries fold to, both ways; throws Found at the first difference. */
export async function compareCases(sql: Kysely<Tables>, folds: CaseFold[], checked: Checked): Promise<void> {
  const accounts = folds.map((f) => f.account);
  const tickets = new Map(folds.flatMap((f) => [...f.tickets]));
  const sides = new Map(folds.flatMap((f) => (f.side ? [[f.account, f.side] as const] : [])));
  const ticketRows = await sql
    .selectFrom("ticket")
    .selectAll()
    .where("account_id", "in", accounts)
    .orderBy("id")
    .execute();
  compareRows(
    "ticket",
    tickets,
    ticketRow,
    ticketRows.map((r) => [r.id, r]),
  );
  const sideRows = await sql
    .selectFrom("account_state")
    .selectAll()
    .where("account_id", "in", accounts)
    .orderBy("account_id")
    .execute();
  compareRows(
    "account_state",
    sides,
    accountRow,
    sideRows.map((r) => [r.account_id, r]),
  );
  const approvals = folds.flatMap((f) => f.approvals);
  await compareApprovals(sql, approvals, [...tickets.keys()]);
  await compareErased(sql, folds);
  const standing = folds.filter((f) => !f.erased);
  await compareNamed(sql, standing);
  await compareOwn(sql, standing);
  await compareProvided(sql, standing);
  const asked = folds.flatMap((f) => [...f.asked.values()]);
  await compareAsked(sql, asked);
  checked.accounts += sides.size;
  checked.erasures += folds.filter((f) => f.erased).length;
  checked.tickets += tickets.size;
  checked.approvals += approvals.length;
  checked.messages += asked.length;
}

/** The table that finds and masks new contacts has those that entries named, of the same ticket and kind, and no other. */
async function compareNamed(sql: Kysely<Tables>, folds: CaseFold[]): Promise<void> {
  if (folds.length === 0) return;
  const rows = await sql
    .selectFrom("new_contact")
    .select(["id", "account_id", "ticket_id", "kind"])
    .where(
      "account_id",
      "in",
      folds.map((f) => f.account),
    )
    .execute();
  const stored = new Map(rows.map((r) => [r.id, r]));
  for (const { account, named } of folds) {
    for (const [id, { seq, ticket, kind }] of named) {
      const row = stored.get(id);
      if (!row) throw tampered("row-missing", seq, `The new_contact row ${id}, which entry ${seq} made, is missing.`);
      if (row.account_id !== account || row.ticket_id !== ticket || row.kind !== kind)
        throw tampered("row-differs", seq, `The new_contact row ${id} is not what entry ${seq} says.`);
      stored.delete(id);
    }
  }
  const [extra] = stored.keys();
  if (extra) throw tampered("row-unfounded", null, `No entry made the new_contact row ${extra}.`);
}

type Row = Record<string, unknown>;

function compareRows<T>(
  table: string,
  expected: ReadonlyMap<string, Folded<T>>,
  rowOf: (value: T, seq: number) => Row,
  rows: (readonly [string, Row])[],
): void {
  const stored = new Map(rows);
  for (const [key, row] of stored) {
    const folded = expected.get(key);
    if (!folded) throw tampered("row-unfounded", null, `No entry made the ${table} row ${key}.`);
    const column = differingColumn(folded, rowOf, row);
    if (column)
      throw tampered(
        "row-differs",
        folded.changedAt,
        `The ${table} row ${key} is not what the entries say: its ${column} differs.`,
      );
  }
  for (const [key, folded] of expected)
    if (!stored.has(key))
      throw tampered("row-missing", folded.changedAt, `The ${table} row ${key}, which entries made, is missing.`);
}

async function compareApprovals(sql: Kysely<Tables>, expected: Tables["approval"][], tickets: string[]): Promise<void> {
  const rows =
    tickets.length === 0
      ? []
      : await sql.selectFrom("approval").selectAll().where("ticket_id", "in", tickets).orderBy("seq").execute();
  const stored = new Map(rows.map((r) => [r.seq, r]));
  for (const one of expected) {
    const row = stored.get(one.seq);
    if (!row) throw tampered("row-missing", one.seq, `The approval of entry ${one.seq} is missing from its table.`);
    const column = (Object.keys(one) as (keyof typeof one)[]).find((k) => one[k] !== row[k]);
    if (column)
      throw tampered(
        "row-differs",
        one.seq,
        `The approval of entry ${one.seq} is not what it says: its ${column} differs.`,
      );
    stored.delete(one.seq);
  }
  const [extra] = stored.values();
  if (extra)
    throw tampered(
      "row-unfounded",
      null,
      `No entry made the approval of ticket ${extra.ticket_id} by ${extra.staff_id}.`,
    );
}

/** Throws Found for a row about an account, or a ticket, of which no entry speaks at all. */
export async function findOrphans(sql: Kysely<Tables>): Promise<void> {
  for (const [table, column] of [
    ["ticket", "account_id"],
    ["account_state", "account_id"],
    ["new_contact", "account_id"],
    ["own_device", "account_id"],
    ["own_answer", "account_id"],
    ["provided_name", "account_id"],
  ] as const) {
    const row = await sql
      .selectFrom(table)
      .select(column)
      .where((eb) =>
        eb.not(eb.exists(eb.selectFrom("entry").select("seq").whereRef("entry.subject", "=", `${table}.${column}`))),
      )
      .limit(1)
      .executeTakeFirst();
    if (row) throw tampered("row-unfounded", null, `No entry made the ${table} row of account ${row.account_id}.`);
  }
  const approval = await sql
    .selectFrom("approval")
    .select("ticket_id")
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("ticket").select("id").whereRef("ticket.id", "=", "approval.ticket_id"))),
    )
    .limit(1)
    .executeTakeFirst();
  if (approval) throw tampered("row-unfounded", null, `No entry made the approval of ticket ${approval.ticket_id}.`);
}
