import type { CaseFacts } from "domain/case";
import type { Actor } from "domain/staff";
import type { Ticket } from "domain/ticket";
import type { Instant } from "domain/time";
import type { AccountReading } from "domain/view-account";
import type { Db } from "../engine";
import { loadCaseFacts } from "../load";
import { readAccounts } from "./account";

/** What a holder's own page rests on, before the vault gives the user name. */
export interface StoredHolder {
  reading: AccountReading & { tickets: Ticket[] };
  facts: CaseFacts;
}

const mostTickets = 20;

/** A holder's account with its newest tickets, newest first; throws for an account that does not exist. */
export async function readHolderAccount(
  reader: Db,
  account: string,
  holder: Actor,
  now: Instant,
): Promise<StoredHolder> {
  const [one] = await readAccounts(reader, [account]);
  if (!one) throw new Error("There is no such account.");
  const rows = await reader.sql
    .selectFrom("ticket")
    .select("doc")
    .where("account_id", "=", account)
    .orderBy("number", "desc")
    .limit(mostTickets)
    .execute();
  const facts = await loadCaseFacts(reader.sql, { ticket: null, account: one.account }, account, holder, now);
  return { reading: { ...one, tickets: rows.map((r) => JSON.parse(r.doc) as Ticket) }, facts };
}
