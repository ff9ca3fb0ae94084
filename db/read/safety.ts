import type { ListedTicket } from "domain/view-rows";
import type { Db } from "../engine";
import { listedAccounts } from "./listed-accounts";
import { listTickets } from "./queue";
import { type Count, capped, countCap } from "./queue-counts";

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

/** A page of the accounts under a safety flag, the newest flag first, from a cursor on. */
export const flaggedPage = (reader: Db, cursor: string | null) =>
  listedAccounts(reader, ["safety_at", "desc"], { cursor });
