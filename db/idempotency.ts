import type { Recorded } from "domain/event";
import { days, type Instant, isoOf } from "domain/time";
import type { Transaction } from "kysely";
import { KeyReused, type Outcome } from "./outcome";
import { recordedIn } from "./recorded-in";
import type { Tables } from "./schema";

/** A form's key, unique for its actor, and a keyed digest of what the form held. */
export interface Keyed {
  key: string;
  digest: string;
}
const keptMs = days(1);
const sweptAtOnce = 50;

/** The outcome of the same command made before, or null; throws KeyReused when the key came with something else. */
export async function replay(tx: Transaction<Tables>, actor: string, key: Keyed): Promise<Outcome | null> {
  const row = await tx
    .selectFrom("idempotency")
    .selectAll()
    .where("actor", "=", actor)
    .where("key", "=", key.key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.digest !== key.digest) throw new KeyReused("This form was sent before with something else in it.");
  const { refused, from, to } = JSON.parse(row.outcome) as { refused: string | null; from: number; to: number };
  const entries = await tx
    .selectFrom("entry")
    .select("bytes")
    .where("seq", ">=", from)
    .where("seq", "<=", to)
    .orderBy("seq")
    .execute();
  return {
    refused,
    events: entries.map((e) => recordedIn(e.bytes)),
    replayed: true,
  };
}

/** Remembers an outcome under its key for 24 h, and forgets a few that are older. */
export async function remember(
  tx: Transaction<Tables>,
  actor: string,
  key: Keyed,
  outcome: Outcome,
  now: Instant,
): Promise<void> {
  const seqs = outcome.events.map((e: Recorded) => e.seq);
  const kept = JSON.stringify({ refused: outcome.refused, from: Math.min(...seqs), to: Math.max(...seqs) });
  await tx
    .insertInto("idempotency")
    .values({ actor, key: key.key, digest: key.digest, outcome: kept, at: isoOf(now) })
    .execute();
  const old = tx
    .selectFrom("idempotency")
    .select("at")
    .where("at", "<", isoOf(now - keptMs))
    .orderBy("at")
    .limit(sweptAtOnce);
  await tx.deleteFrom("idempotency").where("at", "in", old).execute();
}
