import { staffNames } from "db/read/names";
import { reportRows } from "db/read/report";
import { mostRows, type ReportSpan, reportSpans } from "domain/figures";
import { figuresOf } from "domain/report";
import { days, isoOf } from "domain/time";
import type { ReportPage } from "domain/view-report";
import { watchPairs } from "domain/watchers";
import type { Door } from "./door.server";
import { glassLines } from "./read-glass.server";

/** The report over a span of UTC days, today included; all of its pairs. */
export async function readReport(door: Door, span: ReportSpan): Promise<ReportPage> {
  const now = door.clock.now();
  const [from, to] = [dayOf(now - days(reportSpans[span] - 1)), dayOf(now)];
  const [rows, glass] = await Promise.all([
    reportRows(door.reader, Date.parse(from)),
    glassLines(door, Date.parse(from), Date.parse(to) + days(1)),
  ]);
  const approvals = rows.approvals.slice(0, mostRows);
  const pairs = watchPairs(approvals);
  const ids = [...new Set(pairs.flatMap((p) => [p.agent, p.supervisor]))];
  const names = await staffNames(door.vault, ids, now);
  const name = (id: string) => names.get(id) ?? id;
  return {
    span,
    from,
    to,
    figures: figuresOf(rows, now),
    pairs: pairs.map((p) => ({ ...p, agentName: name(p.agent), supervisorName: name(p.supervisor) })),
    approvals: approvals.length,
    pairsCut: rows.approvals.length > mostRows,
    glass,
    now,
  };
}

const dayOf = (at: number): string => isoOf(at).slice(0, 10);
