import type { EventData, Recorded } from "domain/event";
import type { Ticket } from "domain/ticket";
import { type Instant, isoOf, lifetime } from "domain/time";
import type { Db } from "../engine";
import { recordedIn } from "../recorded-in";

type Of<T extends Recorded["type"]> = Extract<Recorded, { type: T }>;

/** A ticket that two supervisors opened by break-glass. */
export interface GlassBroken {
  seq: number;
  at: Instant;
  ticket: string;
  number: number;
  glass: EventData["glass.broken"];
  /** Nobody ended it: the two may still read the ticket until its time is over. */
  isOpen: boolean;
}

const mostAtOnce = 200;

/** Tickets opened by break-glass from one time on and before another, the newest 200 of them: what each report shows in red. */
export async function glassBroken(reader: Db, from: Instant, to: Instant): Promise<GlassBroken[]> {
  const rows = await reader.sql
    .selectFrom("entry as e")
    .innerJoin("ticket as t", "t.id", "e.object")
    .select(["e.bytes", "t.number", "t.doc"])
    .where("e.type", "=", "glass.broken")
    .where("e.at", ">=", isoOf(from))
    .where("e.at", "<", isoOf(to))
    .orderBy("e.seq", "desc")
    .limit(mostAtOnce)
    .execute();
  return rows.flatMap(({ bytes, number, doc }) => {
    const e = recordedIn(bytes);
    if (e.type !== "glass.broken") return [];
    const isOpen = (JSON.parse(doc) as Ticket).glass?.open?.id === e.data.glass;
    return [{ seq: e.seq, at: e.at, ticket: e.object ?? "", number, glass: e.data, isOpen }];
  });
}

/** The ids of what this admin has seen of late. */
export async function acknowledgedBy(reader: Db, actor: string, now: Instant): Promise<Set<string>> {
  const rows = await reader.sql
    .selectFrom("entry")
    .select("bytes")
    .where("actor", "=", actor)
    .where("type", "=", "glass.acknowledged")
    .where("at", ">=", isoOf(now - lifetime.glassBannerMs))
    .orderBy("seq", "desc")
    .limit(mostAtOnce)
    .execute();
  return new Set(
    rows.flatMap(({ bytes }) => {
      const e = recordedIn(bytes);
      return e.type === "glass.acknowledged" ? [e.data.glass] : [];
    }),
  );
}

/** Asks within the hour, newest first, with their tickets as they are now: one that was confirmed since waits no more. */
export async function glassAsked(reader: Db, now: Instant): Promise<{ entry: Of<"glass.asked">; ticket: Ticket }[]> {
  const rows = await reader.sql
    .selectFrom("entry as e")
    .innerJoin("ticket as t", "t.id", "e.object")
    .select(["e.bytes", "t.doc"])
    .where("e.type", "=", "glass.asked")
    .where("e.at", ">", isoOf(now - lifetime.glassAskMs))
    .orderBy("e.seq", "desc")
    .limit(mostAtOnce)
    .execute();
  return rows.flatMap(({ bytes, doc }) => {
    const entry = recordedIn(bytes);
    return entry.type === "glass.asked" ? [{ entry, ticket: JSON.parse(doc) as Ticket }] : [];
  });
}

/** Tickets whose time of being read by break-glass is over, and that no entry says so of yet. */
export async function glassOver(
  reader: Db,
  now: Instant,
  most: number,
): Promise<{ account: string; ticket: string; glass: string }[]> {
  const rows = await reader.sql
    .selectFrom("ticket as t")
    .leftJoin("account_state as s", "s.account_id", "t.account_id")
    .select(["t.id", "t.account_id", "t.doc"])
    .where("t.glass_until", "<=", isoOf(now))
    // Of an account that is gone nothing is decided any more.
    .where("s.erased_at", "is", null)
    .orderBy("t.glass_until")
    .limit(most)
    .execute();
  return rows.flatMap(({ id, account_id, doc }) => {
    const open = (JSON.parse(doc) as Ticket).glass?.open;
    return open ? [{ account: account_id, ticket: id, glass: open.id }] : [];
  });
}
