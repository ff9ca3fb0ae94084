import type { Ticket } from "domain/ticket";
import type { Db } from "../engine";
import { listedAccounts } from "./listed-accounts";
import { type Count, capped, countCap } from "./queue-counts";

/** Accounts with flags that nobody looked at, the longest waiting first, from a cursor on. */
export const flaggedPage = (reader: Db, cursor: string | null) =>
  listedAccounts(reader, ["flagged_at", "asc"], { cursor }, 25);

/** Tickets by id. */
export async function ticketsOf(reader: Db, ids: readonly string[]): Promise<Map<string, Ticket>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.sql.selectFrom("ticket").select(["id", "doc"]).where("id", "in", ids).execute();
  return new Map(rows.map((r) => [r.id, JSON.parse(r.doc) as Ticket]));
}

/** How many accounts wait with flags. */
export async function countFlagged(reader: Db): Promise<Count> {
  const rows = await reader.sql
    .selectFrom("account_state")
    .select("account_id")
    .where("flagged_at", "is not", null)
    .limit(countCap + 1)
    .execute();
  return capped(rows.length);
}
