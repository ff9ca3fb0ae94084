import type { Loss, Tier } from "domain/loss";
import { documentOf } from "domain/policies";
import { safeRules } from "domain/safe-rules";
import type { Ticket } from "domain/ticket";
import type { Instant } from "domain/time";
import type { QueuePage, QueueView } from "domain/view";
import { noMask } from "domain/view-case";
import { hiddenMask, hiddenRegion } from "domain/view-hidden";
import type { ListedTicket } from "domain/view-rows";
import type { Db } from "../engine";
import { loadDesk } from "../load";
import { endsOf } from "./cursor";
import { countViews } from "./queue-counts";
import { type Candidate, candidates, type Look, lookIn } from "./queue-views";
import { queueRegions } from "./regions";

export interface QueueQuery {
  view: QueueView;
  tier: Tier | null;
  loss: keyof Loss | null;
  region: string | null;
  /** A page's `older` or `newer`, as it was given out; anything else is the first page. */
  from: { side: "older" | "newer"; cursor: string } | null;
  /** The views' counts, where this request has counted them already. */
  counts?: QueuePage["counts"];
}
/** A page of the queue before agents have names. */
export type StoredQueuePage = Pick<QueuePage, "view" | "counts" | "older" | "newer" | "filter" | "regions"> & {
  listed: ListedTicket[];
};

const pageSize = 50;

/** One page of a view, oldest first (ended tickets: newest first), by keyset: what it costs depends on no other page. */
export async function queuePage(reader: Db, viewer: string, query: QueueQuery, now: Instant): Promise<StoredQueuePage> {
  const look = lookIn(query, viewer, now, pageSize + 1);
  const [found, counts, regions] = await Promise.all([
    candidates(reader, look).execute(),
    query.counts ?? countViews(reader, viewer, now),
    queueRegions(reader, now),
  ]);
  const page = found.slice(0, pageSize);
  const more = found.length > pageSize ? (page.at(-1) ?? null) : await lastLookedAt(reader, look);
  const ends = endsOf(page, { scan: look.scan, from: look.from, more });
  const listed = await listTickets(
    reader,
    page.map((c) => c.number),
  );
  const shown = look.scan === look.shown ? page : [...page].reverse();
  return {
    view: query.view,
    listed: shown.flatMap((c) => listed.get(c.number) ?? []),
    counts,
    older: ends.older && look.cursorOf(ends.older),
    newer: ends.newer && look.cursorOf(ends.newer),
    filter: { tier: query.tier, loss: query.loss, region: query.region },
    regions: [...new Set([...regions, ...(query.region ? [query.region] : [])])].sort(),
  };
}

/** A filter looks at so many tickets and no more: where it stopped, the next page goes on. */
async function lastLookedAt(reader: Db, look: Look): Promise<Candidate | null> {
  if (!look.filtered) return null;
  const all = await candidates(reader, { ...look, filtered: false, atMost: look.looks }).execute();
  return all.length === look.looks ? (all.at(-1) ?? null) : null;
}

/** Tickets with the masks that lists show beside them, by number. */
export async function listTickets(reader: Db, numbers: readonly number[]): Promise<Map<number, ListedTicket>> {
  if (numbers.length === 0) return new Map();
  const { policies } = await loadDesk(reader.sql);
  const rows = await reader.sql
    .selectFrom("ticket as t")
    .leftJoin("account as a", "a.id", "t.account_id")
    .leftJoin("account_state as s", "s.account_id", "t.account_id")
    .leftJoin("provided_name as p", "p.account_id", "t.account_id")
    .select(["t.number", "t.doc", "a.contact_mask", "a.region", "s.safety_at"])
    .select((eb) => eb.fn.coalesce("p.name_mask", "a.name_mask").as("name_mask"))
    .where("t.number", "in", numbers)
    .execute();
  return new Map(
    rows.map((r) => {
      const ticket = JSON.parse(r.doc) as Ticket;
      const hidden = r.safety_at !== null;
      const contact = r.contact_mask ?? noMask;
      const masks = {
        holder: r.name_mask ?? noMask,
        contact: hidden ? hiddenMask(contact) : contact,
        region: hidden ? hiddenRegion : (r.region ?? noMask),
      };
      const rules = documentOf(ticket.policy, policies);
      return [r.number, { ticket, rules: hidden ? safeRules(rules) : rules, ...masks }];
    }),
  );
}
