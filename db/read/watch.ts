import { instantOf } from "domain/time";
import type { DeskAlarm, WatchView } from "domain/view";
import type { Db } from "../engine";
import type { Watch } from "../watch";
import { watchNow } from "../watch";

/** How far the desk's own check is, as screens show it. */
export async function watchView(reader: Db, size: number): Promise<WatchView> {
  const w = await watchNow(reader.sql);
  const at = (iso: string | null) => (iso === null ? null : instantOf(iso));
  const [verifiedAt, goneAt, beganAt, fullAt] = [at(w.at), at(w.gone_over_at), at(w.again_began_at), at(w.full_at)];
  return {
    verified: verifiedAt === null ? null : { size: w.size, at: verifiedAt },
    goneOver: goneAt === null ? null : { size: w.gone_over_size ?? 0, at: goneAt },
    round: beganAt === null ? null : { size: w.again_size, beganAt },
    full: fullAt === null ? null : { size: w.full_size ?? 0, at: fullAt, valid: w.full_verdict === "valid" },
    problem: problemOf(w),
    process: w.process,
    seenAt: at(w.seen_at),
    size,
  };
}

function problemOf(w: Watch): WatchView["problem"] {
  if (w.problem !== null && w.problem_at !== null)
    return { check: "going-over", seq: w.problem_seq, sentence: w.problem, at: instantOf(w.problem_at) };
  if (w.full_problem !== null && w.full_at !== null)
    return { check: "verification", seq: w.full_seq, sentence: w.full_problem, at: instantOf(w.full_at) };
  return null;
}

/** What every page warns of: a doubt about the trail, and places outside that are late. */
export async function alarmsNow(reader: Db): Promise<DeskAlarm[]> {
  const problem = problemOf(await watchNow(reader.sql));
  const late = await reader.sql
    .selectFrom("outside")
    .select(["target", "failing_since", "late_at"])
    .where("late_at", "is not", null)
    .orderBy("target")
    .execute();
  const doubts: DeskAlarm[] = problem ? [{ alarm: "doubt", seq: problem.seq, since: problem.at }] : [];
  const places = late.map(
    (o): DeskAlarm => ({ alarm: "late", place: o.target, since: instantOf(o.failing_since ?? o.late_at ?? "") }),
  );
  return [...doubts, ...places];
}
