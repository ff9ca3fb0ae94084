import type { Account } from "domain/account";
import { endedStates, ticketStates } from "domain/ticket";
import type { AccountReading } from "domain/view-account";
import type { Db } from "../engine";
import { readAccounts } from "./account";
import { listedAccounts } from "./listed-accounts";

export type ErasureColumn = "proposed_at" | "held_at" | "erased_at";

/** A page of the accounts that have something in this column, the newest first, from a cursor on; `since` leaves older ones out. */
export const erasurePage = (reader: Db, column: ErasureColumn, from: { cursor: string | null; since?: string }) =>
  listedAccounts(reader, [column, "desc"], from);

const liveStates = ticketStates.filter((state) => !endedStates.includes(state));
const mostTickets = 20;

/** What there is of an account: its masks, if it is not erased, its state, and the numbers of its live tickets; null for none at all. */
export async function readStanding(
  reader: Db,
  id: string,
): Promise<{ reading: AccountReading | null; state: Account | null; tickets: number[] } | null> {
  const [[reading], row, tickets] = await Promise.all([
    readAccounts(reader, [id]),
    reader.sql.selectFrom("account_state").select("doc").where("account_id", "=", id).executeTakeFirst(),
    reader.sql
      .selectFrom("ticket")
      .select("number")
      .where("account_id", "=", id)
      .where("state", "in", liveStates)
      .orderBy("number", "desc")
      .limit(mostTickets)
      .execute(),
  ]);
  const state = row ? (JSON.parse(row.doc) as Account) : null;
  if (!reading && !state?.erased) return null;
  return { reading: reading ?? null, state, tickets: tickets.map((t) => t.number) };
}

/** Whether there is an account of this id that its erasure or anything else can be decided on. */
export async function isAccountId(reader: Db, id: string): Promise<boolean> {
  return (await readStanding(reader, id)) !== null;
}
