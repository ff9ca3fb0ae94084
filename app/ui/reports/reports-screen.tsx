import { type ReportSpan, reportSpans } from "domain/figures";
import type { ReportPage } from "domain/view-report";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { RedLines } from "../glass/red-lines";
import { Notice } from "../notice";
import { PageTop } from "../page";
import { DeskShell } from "../shell";
import type { Desk } from "../shell/desk";
import { pairName, spanWords, reportWords as words } from "../words/reports";
import { FigurePart } from "./figure-part";
import { PairsPart } from "./pairs-part";

interface ReportsScreenProps {
  desk: Desk;
  page: ReportPage;
  demo?: ReactNode;
}

/** What the desk did over a span, and whether anyone approves whose work more or quicker than chance has it. */
export function ReportsScreen({ desk, page, demo }: ReportsScreenProps) {
  return (
    <DeskShell desk={desk} place="reports" demo={demo}>
      <PageTop title={words.title} after={words.between(page.from, page.to)} />
      <Spans span={page.span} />
      <RedLines lines={page.glass} desk={desk} />
      <div className="px-4 py-5 lg:px-6">
        <div className="mb-8 flex flex-col gap-3 empty:hidden">
          <Odd page={page} />
        </div>
        <div className="mb-10 gap-x-12 xl:columns-2">
          {page.figures.map((figure) => (
            <FigurePart key={figure.id} figure={figure} page={page} />
          ))}
        </div>
        <PairsPart page={page} />
        <p className="max-w-doc text-ink-3">{words.bound}</p>
      </div>
    </DeskShell>
  );
}

function Odd({ page }: { page: ReportPage }) {
  const odd = page.pairs.filter((p) => p.standsOut);
  if (odd.length === 0) return null;
  return (
    <Notice tone="warn" title={words.odd(odd.length)}>
      <p>
        <bdi>{odd.slice(0, 3).map(pairName).join("; ")}</bdi>. {words.oddMeans}{" "}
        <a href="#figure-pairs" className="font-medium underline">
          {words.oddLink}
        </a>
      </p>
    </Notice>
  );
}

function Spans({ span }: { span: ReportSpan }) {
  return (
    <nav aria-label={words.spansTitle} className="flex gap-1 border-b border-line px-3 lg:px-5">
      {(Object.keys(reportSpans) as ReportSpan[]).map((one) => (
        <a
          key={one}
          href={`/reports?span=${one}`}
          aria-current={one === span ? "page" : undefined}
          className={cx(
            "-mb-px border-b-2 border-transparent px-2 py-2.5 text-ink-2 hover:text-ink",
            one === span && "border-accent font-medium text-ink",
          )}
        >
          {spanWords[one]}
        </a>
      ))}
    </nav>
  );
}
