import { randomUUID } from "node:crypto";
import { triesLeft } from "domain/budget";
import { searchSerial } from "domain/check-serial";
import { cleanEmail } from "domain/email";
import { type EventData, refuse } from "domain/event";
import { cleanName, cleanUsername } from "domain/look-up";
import { searched } from "domain/reading";
import { parseSerial } from "domain/serial";
import { staffIdOf } from "domain/staff";
import type { AccountHit } from "domain/view";
import { cleanPhone } from "~/directory/phone.server";
import type { Door } from "~/door.server";
import { accountHits, withoutOwn } from "~/read.server";
import { accountNow, found, partOf, type Who } from "./case.server";

export type FindBy = Exclude<EventData["account.searched"]["kind"], "id">;
export interface Found {
  refused: string | null;
  hits: AccountHit[];
  /** More than five accounts have it: none is shown. */
  tooMany: boolean;
}

/**
 * Searches for an account by one exact value; every search is an entry, and a serial that finds one uses an attempt.
 * Where none is left for it, the account is not found: the search is a miss like any other. Nor is one of the searcher's own,
 * though the entry names it.
 */
export async function findAccount(door: Door, who: Who, by: FindBy, typed: string): Promise<Found> {
  const nothing = { hits: [], tooMany: false };
  const cleaned = cleanedOf(by, typed);
  if (cleaned === null) return { refused: await refuseSearch(door, who, notA[by]), ...nothing };
  const { hits: there, tooMany } = await accountHits(door, by, cleaned);
  const hits = await withoutOwn(door, staffIdOf(who.actor.id), there);
  const open = by === "serial" ? await unlocked(door, hits) : hits;
  const outcome = await door.ledger.enact({
    ...who,
    stream: "reads",
    subject: there.length === 1 && there[0] ? there[0].id : null,
    object: null,
    query: { count: "misses" },
    decide: searched({ kind: by, hits: open.length }),
  });
  if (outcome.refused) return { refused: outcome.refused, ...nothing };
  if (by !== "serial") return { refused: null, hits, tooMany };
  // The form sent twice finds what it found before, also where that took the last attempt.
  const counted = found(outcome, "account.searched")?.data.hits ?? 0;
  const payable = outcome.replayed && counted > 0 ? hits : open;
  return { refused: null, hits: await paidFor(door, who, payable), tooMany };
}

/** Of these accounts, those that a serial may still be tried on. */
async function unlocked(door: Door, hits: AccountHit[]): Promise<AccountHit[]> {
  const now = door.clock.now();
  const left = await Promise.all(
    hits.map(async ({ id }) => triesLeft(await accountNow(door, id), "serial", "desk", now)),
  );
  return hits.filter((_, i) => (left[i] ?? 0) > 0);
}

/** Of these accounts, those that had an attempt left for the find when it was spent. */
async function paidFor(door: Door, who: Who, hits: AccountHit[]): Promise<AccountHit[]> {
  const paid = await Promise.all(hits.map((hit) => spendAttempt(door, who, hit.id)));
  return hits.filter((_, i) => paid[i] === null);
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

async function spendAttempt(door: Door, who: Who, account: string): Promise<string | null> {
  const outcome = await door.ledger.enact({
    stream: "case",
    account,
    ticket: null,
    ...partOf(who, account),
    decide: searchSerial(randomUUID()),
  });
  return outcome.refused;
}

async function refuseSearch(door: Door, who: Who, reason: string): Promise<string> {
  const decide = () => refuse("account.search", reason);
  await door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
  return reason;
}
