import { endedStates, type TicketState, ticketStates } from "domain/ticket";
import { hours, type Instant, instantOf, isoOf } from "domain/time";
import type { QueuePage, QueueView } from "domain/view";
import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "../engine";
import type { Tables } from "../schema";
import { type Direction, type From, numberKey, scanOf } from "./cursor";
import type { QueueQuery } from "./queue";

/** A ticket by its key in the view: its number, after the end of its hold where the view is ordered by that. */
export interface Candidate {
  number: number;
  ends: string;
}
/** One look into a view: where from, which way, how far, through which filter. */
export interface Look {
  states: readonly TicketState[];
  agent: string | null;
  /** Only holds that end by then, in the order of their ends. */
  endsBy: string | null;
  from: From<Candidate> | null;
  scan: Direction;
  /** The order the page is shown in. */
  shown: Direction;
  filter: QueuePage["filter"];
  filtered: boolean;
  atMost: number;
  /** How many tickets a filter looks at before the page ends. */
  looks: number;
  cursorOf(key: Candidate): string;
}

export const liveStates: readonly TicketState[] = ticketStates.filter((s) => !endedStates.includes(s));
/** The states each view shows. */
export const statesOf: Record<QueueView, readonly TicketState[]> = {
  all: liveStates,
  mine: liveStates,
  unclaimed: ["open"],
  waiting: ["reset_sent"],
  "in-review": ["in_review"],
  "hold-ending": ["on_hold"],
  disputed: ["disputed"],
  ended: endedStates,
};
/** A hold is ending when it is over within a day. */
export const holdEndsBy = (now: Instant): string => isoOf(now + hours(24));

const filteredLooks = 1000;

export function lookIn(query: QueueQuery, viewer: string, now: Instant, atMost: number): Look {
  const byEnd = query.view === "hold-ending";
  const shown = query.view === "ended" ? "desc" : "asc";
  const from = fromOf(query, byEnd);
  const filtered = query.tier !== null || query.loss !== null || query.region !== null;
  return {
    states: statesOf[query.view],
    agent: query.view === "mine" ? viewer : null,
    endsBy: byEnd ? holdEndsBy(now) : null,
    from,
    scan: scanOf(from, shown),
    shown,
    filter: { tier: query.tier, loss: query.loss, region: query.region },
    filtered,
    atMost,
    looks: filtered ? filteredLooks : atMost,
    cursorOf: (key) => (byEnd ? `${key.ends}~${key.number}` : String(key.number)),
  };
}

function fromOf({ from }: QueueQuery, byEnd: boolean): From<Candidate> | null {
  if (!from) return null;
  const [ends = "", rest = ""] = byEnd ? from.cursor.split("~") : ["", from.cursor];
  const number = numberKey(rest);
  if (number === null || (byEnd && Number.isNaN(instantOf(ends)))) return null;
  return { side: from.side, key: { number, ends } };
}

/** The numbers a look finds, in scan order: each state's index is read from the cursor on, and no further than needed. */
export function candidates(reader: Db, look: Look): SelectQueryBuilder<Tables, never, Candidate> {
  const [first, ...others] = look.states.map((state) =>
    reader.sql.selectFrom(branch(reader, look, state).as("one")).select(["number", "ends"]),
  );
  if (!first) throw new Error("A view has at least one state.");
  const union = others.reduce((all, one) => all.unionAll(one), first);
  const nearest = reader.sql
    .selectFrom(union.as("every"))
    .select(["number", "ends"])
    .orderBy("ends", look.scan)
    .orderBy("number", look.scan)
    .limit(look.looks);
  const through = reader.sql.selectFrom(nearest.as("near")).select(["near.number", "near.ends"]);
  const kept = look.filtered ? through.where(({ exists }) => exists(fitting(reader, look))) : through;
  return kept
    .orderBy("near.ends", look.scan)
    .orderBy("near.number", look.scan)
    .limit(look.atMost) as unknown as SelectQueryBuilder<Tables, never, Candidate>;
}

function branch(reader: Db, look: Look, state: TicketState) {
  const order = look.endsBy === null ? sql<string>`''` : sql<string>`coalesce(hold_ends_at, '')`;
  let rows = reader.sql
    .selectFrom("ticket")
    .select(["number", order.as("ends")])
    .where("state", "=", state);
  if (look.agent !== null) rows = rows.where("agent", "=", look.agent);
  if (look.endsBy !== null) rows = rows.where("hold_ends_at", "<=", look.endsBy);
  if (look.from) rows = rows.where((eb) => beyond(eb, look, look.from as From<Candidate>));
  const ordered = look.endsBy === null ? rows : rows.orderBy("hold_ends_at", look.scan);
  return ordered.orderBy("number", look.scan).limit(look.looks);
}

function beyond(
  eb: ExpressionBuilder<Tables, "ticket">,
  look: Look,
  { side, key }: From<Candidate>,
): Expression<SqlBool> {
  const way = side === "newer" ? ">" : "<";
  if (look.endsBy === null) return eb("number", way, key.number);
  return eb(eb.refTuple("hold_ends_at", "number"), way, eb.tuple(key.ends, key.number));
}

/** Whether a candidate's ticket fits the filter. */
function fitting(reader: Db, { filter }: Look) {
  let rows = reader.sql
    .selectFrom("ticket as t")
    .innerJoin("account as a", "a.id", "t.account_id")
    .select("t.number")
    .where(({ eb, ref }) => eb("t.number", "=", ref("near.number" as never)));
  if (filter.tier !== null) rows = rows.where("t.tier", "=", filter.tier);
  // A flagged account has no region that a search could tell.
  if (filter.region !== null)
    rows = rows
      .where("a.region", "=", filter.region)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("account_state as s")
              .select("s.account_id")
              .whereRef("s.account_id", "=", "t.account_id")
              .where("s.safety_at", "is not", null),
          ),
        ),
      );
  if (filter.loss !== null) rows = rows.where(sql<string>`'+' || t.loss || '+'`, "like", `%+${filter.loss}+%`);
  return rows;
}
