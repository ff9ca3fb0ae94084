import type { Account } from "domain/account";
import { noMask } from "domain/view-case";
import type { Db } from "../engine";
import { timeKey } from "./cursor";
import { type Count, capped, countCap } from "./queue-counts";

export interface StoredFlagged {
  account: Account;
  holder: string;
}

const pageSize = 25;

/** Accounts with flags that nobody looked at, the longest waiting first, from a cursor on. */
export async function flaggedPage(
  reader: Db,
  cursor: string | null,
): Promise<{ rows: StoredFlagged[]; next: string | null }> {
  const after = timeKey(cursor);
  const rows = await reader.sql
    .selectFrom("account_state as s")
    .leftJoin("account as a", "a.id", "s.account_id")
    .select(["s.doc", "s.flagged_at", "s.account_id", "a.name_mask"])
    .where("s.flagged_at", "is not", null)
    .$if(after !== null, (q) =>
      q.where((eb) => eb(eb.refTuple("s.flagged_at", "s.account_id"), ">", eb.tuple(after?.at ?? "", after?.id ?? ""))),
    )
    .orderBy("s.flagged_at")
    .orderBy("s.account_id")
    .limit(pageSize + 1)
    .execute();
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map((r) => ({ account: JSON.parse(r.doc) as Account, holder: r.name_mask ?? noMask })),
    next: last ? `${last.flagged_at}~${last.account_id}` : null,
  };
}

/** Numbers of tickets, by id. */
export async function ticketNumbers(reader: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.sql.selectFrom("ticket").select(["id", "number"]).where("id", "in", ids).execute();
  return new Map(rows.map((r) => [r.id, r.number]));
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
