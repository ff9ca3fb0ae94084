import { event } from "domain/event";
import type { FigureId, ReportSpan } from "domain/figures";
import { read } from "domain/reading";
import type { Door, Outcome } from "~/door.server";
import type { CaseRef, Who } from "./case.server";

const overseers = ["supervisor", "auditor", "admin"] as const;

/** Enters that someone looked at the report over a span; agents are refused, and that is an entry too. */
export function viewReport(door: Door, who: Who, span: ReportSpan): Promise<Outcome> {
  const decide = read("report.view", overseers, event("report.viewed", { span }));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}

/** Enters that someone took a figure of the report along. */
export function takeFigure(
  door: Door,
  who: Who,
  what: { span: ReportSpan; figure: FigureId; format: "csv" | "svg" },
): Promise<Outcome> {
  const decide = read("report.download", overseers, event("report.downloaded", what));
  return door.ledger.enact({ ...who, stream: "reads", subject: null, object: null, decide });
}

/** Enters that someone looked at the drawn approvals, or at one of them. */
export function viewSecondReviews(
  door: Door,
  who: Who,
  one: (CaseRef & { approval: number }) | null = null,
): Promise<Outcome> {
  const decide = read("reviews.view", overseers, event("reviews.viewed", { approval: one?.approval ?? null }));
  const about = { subject: one?.account ?? null, object: one?.ticket ?? null };
  return door.ledger.enact({ ...who, stream: "reads", ...about, decide });
}
