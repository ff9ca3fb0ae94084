import type { Account } from "domain/account";
import { endedStates, ticketStates } from "domain/ticket";
import { instantOf } from "domain/time";
import type { AccountReading } from "domain/view-account";
import type { Db } from "../engine";
import { readAccounts } from "./account";

export type ErasureColumn = "proposed_at" | "held_at" | "erased_at";
export interface StoredLine {
  account: Account;
  /** The holder's mask, or null where the account is gone. */
  mask: string | null;
}

const pageSize = 20;

/** A page of the accounts that have something in this column, the newest first, from a cursor on; `since` leaves older ones out. */
export async function erasurePage(
  reader: Db,
  column: ErasureColumn,
  from: { cursor: string | null; since?: string },
): Promise<{ lines: StoredLine[]; next: string | null }> {
  const after = keyOf(from.cursor);
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

function keyOf(cursor: string | null): { at: string; id: string } | null {
  const [at = "", id = ""] = cursor?.split("~") ?? [];
  return Number.isNaN(instantOf(at)) || id === "" ? null : { at, id };
}

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
