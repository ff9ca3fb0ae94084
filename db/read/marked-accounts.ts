import type { Account } from "domain/account";
import type { Db } from "../engine";
import { timeKey } from "./cursor";

/** A column of accounts that holds when something was said of one, and null of the others. */
export type Mark = "proposed_at" | "held_at" | "erased_at" | "safety_at";
export interface MarkedAccount {
  account: Account;
  /** The holder's mask, or null where the account is gone. */
  mask: string | null;
}

const pageSize = 20;

/** A page of the accounts that have something in this column, the newest first, from a cursor on; `since` leaves older ones out. */
export async function markedPage(
  reader: Db,
  column: Mark,
  from: { cursor: string | null; since?: string },
): Promise<{ lines: MarkedAccount[]; next: string | null }> {
  const after = timeKey(from.cursor);
  const rows = await reader.sql
    .selectFrom("account_state as s")
    .leftJoin("account as a", "a.id", "s.account_id")
    .select(["s.doc", `s.${column} as at`, "s.account_id", "a.name_mask"])
    .where(`s.${column}`, "is not", null)
    .$if(from.since !== undefined, (q) => q.where(`s.${column}`, ">", from.since ?? ""))
    .$if(after !== null, (q) =>
      q.where((eb) => eb(eb.refTuple(`s.${column}`, "s.account_id"), "<", eb.tuple(after?.at ?? "", after?.id ?? ""))),
    )
    .orderBy(`s.${column}`, "desc")
    .orderBy("s.account_id", "desc")
    .limit(pageSize + 1)
    .execute();
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    lines: shown.map((r) => ({ account: JSON.parse(r.doc) as Account, mask: r.name_mask })),
    next: last ? `${last.at}~${last.account_id}` : null,
  };
}
