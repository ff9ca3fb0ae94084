import type { Account } from "domain/account";
import { instantOf } from "domain/time";
import type { ListedTicket } from "domain/view-rows";
import type { Db } from "../engine";
import { listTickets } from "./queue";
import { type Count, capped, countCap } from "./queue-counts";

const pageSize = 20;
const mostPressed = 50;

/** Live tickets whose agent was pressed and that no other agent has yet, the longest wait first. */
export async function pressedTickets(reader: Db): Promise<ListedTicket[]> {
  const rows = await reader.sql
    .selectFrom("ticket")
    .select("number")
    .where("pressed_at", "is not", null)
    .orderBy("pressed_at")
    .orderBy("number")
    .limit(mostPressed)
    .execute();
  const numbers = rows.map((r) => r.number);
  const listed = await listTickets(reader, numbers);
  return numbers.flatMap((n) => listed.get(n) ?? []);
}

/** How many of them there are. */
export async function countPressed(reader: Db): Promise<Count> {
  const pressed = reader.sql
    .selectFrom("ticket")
    .select("number")
    .where("pressed_at", "is not", null)
    .limit(countCap + 1)
    .as("pressed");
  const row = await reader.sql
    .selectFrom(pressed)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return capped(Number(row.n));
}

export interface FlaggedAccount {
  account: Account;
  /** The holder's mask, or null where the account is gone. */
  mask: string | null;
}

/** A page of the accounts under a safety flag, the newest flag first, from a cursor on. */
export async function flaggedPage(
  reader: Db,
  cursor: string | null,
): Promise<{ lines: FlaggedAccount[]; next: string | null }> {
  const after = keyOf(cursor);
  const rows = await reader.sql
    .selectFrom("account_state as s")
    .leftJoin("account as a", "a.id", "s.account_id")
    .select(["s.doc", "s.safety_at", "s.account_id", "a.name_mask"])
    .where("s.safety_at", "is not", null)
    .$if(after !== null, (q) =>
      q.where((eb) => eb(eb.refTuple("s.safety_at", "s.account_id"), "<", eb.tuple(after?.at ?? "", after?.id ?? ""))),
    )
    .orderBy("s.safety_at", "desc")
    .orderBy("s.account_id", "desc")
    .limit(pageSize + 1)
    .execute();
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    lines: shown.map((r) => ({ account: JSON.parse(r.doc) as Account, mask: r.name_mask })),
    next: last ? `${last.safety_at}~${last.account_id}` : null,
  };
}

function keyOf(cursor: string | null): { at: string; id: string } | null {
  const [at = "", id = ""] = cursor?.split("~") ?? [];
  return Number.isNaN(instantOf(at)) || id === "" ? null : { at, id };
}
