import type { Event, PolicyRef, Recorded } from "domain/event";
import type { Actor } from "domain/staff";
import { type Instant, isoOf } from "domain/time";
import { bytesOf, type Entry, entryVersion, outcomeOf, recordedOf } from "domain/trail/entry";
import { append, leafHash, type Subtree } from "domain/trail/tree";
import { CompiledQuery, sql, type Transaction } from "kysely";
import type { EngineKind } from "./engine";
import { checkedData } from "./entry-data";
import { newEntryId } from "./entry-id";
import { insertRows } from "./insert-rows";
import { countReadings } from "./readings";
import type { Tables } from "./schema";

export interface Head {
  origin: string;
  size: number;
  range: Buffer[];
  at: string;
  halted: string | null;
  /** Of how many entries the readings are counted. */
  counted: number;
  /** The engine it stands in. */
  kind: EngineKind;
}
/** What every entry of one append has in common. */
export interface Heading {
  actor: Actor;
  request: string;
  subject: string | null;
  object: string | null;
  policy: PolicyRef | null;
  now: Instant;
}

/** Takes the head row by a write: PostgreSQL queues on its lock and sees the newest head, SQLite takes the write lock. */
export async function takeHead(tx: Transaction<Tables>, kind: EngineKind): Promise<Head> {
  const { rows } = await tx.executeQuery<Tables["head"]>(taking);
  const [row] = rows;
  if (!row) throw new Error("The trail has no head.");
  return { ...row, range: splitRange(row.range), kind };
}

// Every command begins with this one: it is not put together anew each time.
const taking = CompiledQuery.raw(
  "update head set size = size where id = 1 returning origin, size, range, at, halted, counted",
);

/** The one writer of entries: appends them as one, stores finished subtree hashes, moves the head. */
export async function appendEntries(
  tx: Transaction<Tables>,
  head: Head,
  events: readonly Event[],
  heading: Heading,
): Promise<Recorded[]> {
  const entries = events.map((event, i) => entryOf(head, event, heading, i));
  const grown = grow(head, entries);
  const rows = entries.map((entry, i) => rowOf(entry, grown.leaves[i] as Grown));
  await insertRows(tx, head.kind, "entry", rows);
  const nodes = grown.nodes.map((n) => ({ level: n.level, idx: n.index, hash: n.hash }));
  await insertRows(tx, head.kind, "node", nodes);
  const recorded = entries.map(recordedOf);
  const size = head.size + entries.length;
  // Behind a trail that is still being gone through, the worker counts these in their turn.
  const inTurn = head.counted === head.size;
  if (inTurn) await countReadings(tx, recorded);
  const counted = inTurn ? size : head.counted;
  const [range, at] = [Buffer.concat(grown.range), isoOf(heading.now)];
  await sql`update head set size = ${size}, range = ${range}, at = ${at}, counted = ${counted} where id = 1`.execute(
    tx,
  );
  return recorded;
}

interface Grown {
  bytes: Buffer;
  leaf: Buffer;
}

function entryOf(head: Head, event: Event, heading: Heading, i: number): Entry {
  return {
    v: entryVersion,
    origin: head.origin,
    seq: head.size + i,
    id: newEntryId(heading.now),
    at: isoOf(heading.now),
    type: event.type,
    actor: heading.actor,
    subject: heading.subject,
    object: heading.object,
    request: heading.request,
    policy: heading.policy,
    ...outcomeOf(event),
    data: checkedData(event.type, event.data),
    pii: event.pii ?? {},
  };
}

function grow(head: Head, entries: Entry[]): { leaves: Grown[]; nodes: Subtree[]; range: Buffer[] } {
  let range = head.range;
  const nodes: Subtree[] = [];
  const leaves = entries.map((entry, i) => {
    const bytes = bytesOf(entry);
    const leaf = leafHash(bytes);
    const step = append(range, head.size + i, leaf);
    range = step.range;
    nodes.push(...step.completed);
    return { bytes, leaf };
  });
  return { leaves, nodes, range };
}

function rowOf(e: Entry, g: Grown): Tables["entry"] {
  const { seq, id, at, type, subject, object, outcome, reason } = e;
  return { seq, id, at, type, actor: e.actor.id, subject, object, outcome, reason, leaf: g.leaf, bytes: g.bytes };
}

/** The compact range is stored as its hashes in a row, largest subtree first. */
export const splitRange = (range: Buffer): Buffer[] =>
  Array.from({ length: range.length / 32 }, (_, i) => range.subarray(i * 32, i * 32 + 32));
