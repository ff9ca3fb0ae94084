import { randomUUID } from "node:crypto";
import { searchSerial } from "domain/check-serial";
import { cleanEmail } from "domain/email";
import { type EventData, refuse } from "domain/event";
import { cleanName, cleanUsername } from "domain/look-up";
import { searched } from "domain/reading";
import { parseSerial } from "domain/serial";
import type { AccountHit } from "domain/view";
import { cleanPhone } from "~/directory/phone.server";
import type { Door } from "~/door.server";
import { accountHits } from "~/read.server";
import type { Who } from "./case.server";

export type FindBy = EventData["account.searched"]["kind"];
export interface Found {
  refused: string | null;
  hits: AccountHit[];
  /** More than five accounts have it: none is shown. */
  tooMany: boolean;
}

/** Searches for an account by one exact value; every search is an entry, and a serial that finds one uses an attempt. */
export async function findAccount(door: Door, who: Who, by: FindBy, typed: string): Promise<Found> {
  const nothing = { hits: [], tooMany: false };
  const cleaned = cleanedOf(by, typed);
  if (cleaned === null) return { refused: await refuseSearch(door, who, notA[by]), ...nothing };
  const { hits, tooMany } = await accountHits(door, by, cleaned);
  const one = hits[0];
  const outcome = await door.ledger.enact({
    ...who,
    stream: "reads",
    subject: hits.length === 1 && one ? one.id : null,
    object: null,
    query: { countMisses: true },
    decide: searched({ kind: by, hits: hits.length }),
  });
  if (outcome.refused) return { refused: outcome.refused, ...nothing };
  const locked = by === "serial" && one ? await spendAttempt(door, who, one.id) : null;
  return locked ? { refused: locked, ...nothing } : { refused: null, hits, tooMany };
}

const notA: Record<FindBy, string> = {
  serial: "not-a-serial",
  email: "not-an-address",
  phone: "not-a-phone-number",
  ticket: "not-a-ticket-number",
  username: "nothing-typed",
  name: "nothing-typed",
};

/** The value as look-ups know it, or null when it cannot be one. */
function cleanedOf(by: FindBy, typed: string): string | null {
  switch (by) {
    case "serial":
      return parseSerial(typed)?.short ?? null;
    case "email":
      return cleanEmail(typed);
    case "phone":
      return cleanPhone(typed);
    case "ticket":
      return /^(?:CS-?)?(\d{1,12})$/i.exec(typed.trim())?.[1] ?? null;
    case "username":
      return cleanUsername(typed) || null;
    case "name":
      return cleanName(typed) || null;
  }
}

async function spendAttempt(door: Door, { actor, request }: Who, account: string): Promise<string | null> {
  const outcome = await door.ledger.enact({
    stream: "case",
    account,
    ticket: null,
    actor,
    request,
    decide: searchSerial(randomUUID()),
  });
  return outcome.refused;
}

async function refuseSearch(door: Door, who: Who, reason: string): Promise<string> {
  const decide = () => refuse("account.search", reason);
  await door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
  return reason;
}
