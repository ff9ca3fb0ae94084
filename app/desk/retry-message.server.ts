import { refuse } from "domain/event";
import { retryMessage } from "domain/report-message";
import { type Door, messageById, type Outcome } from "~/door.server";
import type { Who } from "./case.server";
import { messageIn } from "./deliver-messages.server";

/** Has a message tried again that failed for good; the worker sends it, and nobody else does. Null where there is no such message. */
export async function retryDelivery(door: Door, who: Who, message: string): Promise<Outcome | null> {
  const row = await messageById(door.reader, message);
  if (!row?.account_id) return null;
  const decide =
    row.failed_at === null ? () => refuse("message.retry", "message-not-failed") : retryMessage(messageIn(row));
  return door.ledger.enact({ ...who, stream: "case", account: row.account_id, ticket: row.ticket_id, decide });
}
