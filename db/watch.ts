import { type Instant, isoOf, type Millis } from "domain/time";
import type { Kysely } from "kysely";
import { splitRange } from "./append";
import type { Db } from "./engine";
import type { Tables } from "./schema";
import type { Verdict } from "./verify";
import type { Growing } from "./verify/tree";
import { newTree } from "./verify/tree";
import type { Problem } from "./verify/verdict";

/** How far the desk's own check of its trail is, as it is kept between processes. */
export type Watch = Tables["watch"];

/** A worker that was not seen for this long has left the check to whichever asks next. */
const leftAfterMs: Millis = 60_000;

export const watchNow = (sql: Kysely<Tables>): Promise<Watch> =>
  sql.selectFrom("watch").selectAll().where("id", "=", 1).executeTakeFirstOrThrow();

/** Takes or keeps the check for one process; false where another one has it. */
export async function takeWatch(db: Db, process: string, now: Instant): Promise<boolean> {
  const left = isoOf(now - leftAfterMs);
  const taken = await db.sql
    .updateTable("watch")
    .set({ process, seen_at: isoOf(now) })
    .where("id", "=", 1)
    .where((eb) =>
      eb.or([
        eb("process", "is", null),
        eb("process", "=", process),
        eb("seen_at", "<", left),
        eb("seen_at", ">", isoOf(now)),
      ]),
    )
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/** Where a check is: up to which size, with the compact range of its tree. */
export interface Standing {
  front: Growing;
  again: Growing | null;
  againBeganAt: Instant | null;
}

/** The two places a kept check goes on from. */
export function standingOf(watch: Watch): Standing {
  const again = watch.again_began_at === null ? null : treeAt(watch.again_size, watch.again_range);
  const againBeganAt = watch.again_began_at === null ? null : Date.parse(watch.again_began_at);
  return { front: treeAt(watch.size, watch.range), again, againBeganAt };
}

const treeAt = (size: number, range: Buffer): Growing => ({
  ...newTree(),
  size,
  compared: size,
  range: splitRange(range),
});

/** Keeps how far the check is, by the process that has it. */
export async function keepStanding(db: Db, process: string, standing: Standing, now: Instant): Promise<void> {
  const { front, again, againBeganAt } = standing;
  await db.sql
    .updateTable("watch")
    .set({
      seen_at: isoOf(now),
      size: front.size,
      range: Buffer.concat(front.range),
      at: isoOf(now),
      again_size: again?.size ?? 0,
      again_range: Buffer.concat(again?.range ?? []),
      again_began_at: again && againBeganAt !== null ? isoOf(againBeganAt) : null,
    })
    .where("id", "=", 1)
    .where("process", "=", process)
    .execute();
}

/** The whole trail was gone over and found as it was. */
export const keepGoneOver = (db: Db, size: number, now: Instant) =>
  set(db, {
    gone_over_at: isoOf(now),
    gone_over_size: size,
    problem: null,
    problem_what: null,
    problem_seq: null,
    problem_at: null,
  });

/** The first bad thing that going over found. */
export const keepProblem = (db: Db, { what, seq, sentence }: Problem, now: Instant) =>
  set(db, { problem: sentence, problem_what: what, problem_seq: seq, problem_at: isoOf(now) });

/** What the last full verification came to. */
export const keepVerdict = (
  db: Db,
  { verdict, size, problem }: Pick<Verdict, "verdict" | "size" | "problem">,
  now: Instant,
) =>
  set(db, {
    full_at: isoOf(now),
    full_size: size,
    full_verdict: verdict,
    full_problem: problem?.sentence ?? null,
    full_seq: problem?.seq ?? null,
  });

const set = (db: Db, change: Partial<Watch>) => db.sql.updateTable("watch").set(change).where("id", "=", 1).execute();
