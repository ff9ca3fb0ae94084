import { stopAccount, stopRefusal } from "domain/stop-account";
import type { Instant } from "domain/time";
import { type Door, loadCaseFacts, type Outcome } from "~/door.server";
import { ledgerNow } from "~/facts.server";
import { caseNow, type Who } from "./case.server";
import { readStopLink } from "./stop-link.server";

export interface StopPage {
  /** Why nothing can be stopped by this link, or null where it can; `already-stopped` once it is. */
  refused: string | null;
  /** When the notice was sent. */
  sentAt: Instant;
}

/** What the link in a notice shows when it is opened, or null for one that was never made; opening it changes nothing. */
export async function readStop(door: Door, who: Who, token: string): Promise<StopPage | null> {
  const link = readStopLink(door, token);
  if (!link) return null;
  const c = await caseNow(door, { account: link.account, ticket: null });
  const now = await ledgerNow(door);
  const facts = await loadCaseFacts(door.reader.sql, c, link.account, who.actor, now);
  return { refused: stopRefusal(c, facts, link, now), sentAt: link.sentAt };
}

/** Stops the account by the link in a notice, by POST alone; null for a link that was never made. */
export async function stopByLink(door: Door, who: Who, token: string): Promise<Outcome | null> {
  const link = readStopLink(door, token);
  if (!link) return null;
  const { account } = link;
  const keep = [{ keep: "end-holder-sessions", account } as const];
  return door.ledger.enact({ ...who, stream: "case", account, ticket: null, decide: stopAccount(link), keep });
}
