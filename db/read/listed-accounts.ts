import type { Account } from "domain/account";
import { instantOf } from "domain/time";
import type { Db } from "../engine";
import type { Direction } from "./cursor";

/** The columns of an account's state that say since when it stands in a list. */
type ListedSince = "proposed_at" | "held_at" | "erased_at" | "safety_at" | "flagged_at";

export interface ListedAccount {
  account: Account;
  /** The holder's mask, or null where the account is gone. */
  mask: string | null;
}
interface From {
  cursor: string | null;
  /** Leaves out what is older. */
  since?: string;
}

/** A page of the accounts that have something in this column, in the order of its times, from a cursor on. */
export async function listedAccounts(
  reader: Db,
  [column, order]: readonly [ListedSince, Direction],
  { cursor, since }: From,
  most = 20,
): Promise<{ lines: ListedAccount[]; next: string | null }> {
  const after = keyOf(cursor);
  const rows = await reader.sql
    .selectFrom("account_state as s")
    .leftJoin("account as a", "a.id", "s.account_id")
    .leftJoin("provided_name as p", "p.account_id", "s.account_id")
    .select(["s.doc", `s.${column} as at`, "s.account_id"])
    .select((eb) => eb.fn.coalesce("p.name_mask", "a.name_mask").as("name_mask"))
    .where(`s.${column}`, "is not", null)
    .$if(since !== undefined, (q) => q.where(`s.${column}`, ">", since ?? ""))
    .$if(after !== null, (q) => {
      const { at = "", id = "" } = after ?? {};
      const beyond = order === "asc" ? ">" : "<";
      return q.where((eb) => eb(eb.refTuple(`s.${column}`, "s.account_id"), beyond, eb.tuple(at, id)));
    })
    .orderBy(`s.${column}`, order)
    .orderBy("s.account_id", order)
    .limit(most + 1)
    .execute();
  const shown = rows.slice(0, most);
  const last = rows.length > most ? shown.at(-1) : undefined;
  return {
    lines: shown.map((r) => ({ account: JSON.parse(r.doc) as Account, mask: r.name_mask })),
    next: last ? `${last.at}~${last.account_id}` : null,
  };
}

function keyOf(cursor: string | null): { at: string; id: string } | null {
  const [at = "", id = ""] = cursor?.split("~") ?? [];
  return Number.isNaN(instantOf(at)) || id === "" ? null : { at, id };
}
