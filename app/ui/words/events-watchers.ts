import type { FigureId, ReportSpan } from "domain/figures";
import { figureWords, spanWords } from "./reports";
import { type Facts, numberOf, type Teller, tell } from "./telling";

const approval = (f: Facts): string => `the approval of entry ${numberOf(f, "approval")}`;
const spanOf = (f: Facts): string => (spanWords[f.span as ReportSpan] ?? "a span").toLowerCase();

/** How second looks and reports are told. */
export const watcherEvents = {
  "review.sampled": (f) =>
    tell(
      `The draw took ${approval(f)} for a second look.`,
      `One in ${numberOf(f, "oneIn")} like it is drawn; a supervisor without a hand in it looks again.`,
    ),
  "review.sampled-judged": (f, who) =>
    f.looks === "wrong"
      ? tell(`${who} found that ${approval(f)} looks wrong.`, "Auditors and admins are warned.")
      : tell(`${who} found that ${approval(f)} looks right.`),
  "reviews.viewed": (f, who) =>
    tell(
      typeof f.approval === "number" ? `${who} opened ${approval(f)} again.` : `${who} looked at the drawn approvals.`,
    ),
  "report.viewed": (f, who) => tell(`${who} looked at the report.`, `Span: ${spanOf(f)}.`),
  "report.downloaded": (f, who) =>
    tell(
      `${who} downloaded a figure of the report.`,
      `${figureWords[f.figure as FigureId]?.title ?? "Not named"}, as ${String(f.format ?? "a file").toUpperCase()}; span: ${spanOf(f)}.`,
    ),
} satisfies Record<string, Teller>;
