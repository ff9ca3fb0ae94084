import type { FigureId } from "domain/figures";
import type { Figure } from "domain/report";
import type { ReportPage } from "domain/view-report";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Section } from "../page";
import { figureWords, rowWords, seriesWords, reportWords as words } from "../words/reports";
import { BarChart, type Chart } from "./bar-chart";
import { chartOf, mostBars, valueWords } from "./charts";

/** One figure: its chart, the table that is the truth of it, and both as files. */
export function FigurePart({ figure, page }: { figure: Figure; page: ReportPage }) {
  const { id, rows } = figure;
  const isEmpty = rows.every((r) => r.values.every((n) => n === 0));
  const notes = [
    figureWords[id].note,
    figure.cut ? words.cut : "",
    rows.length > mostBars ? words.moreRows(mostBars) : "",
  ];
  return (
    <FigureFrame id={id} page={page} chart={isEmpty ? null : chartOf(figure)} note={notes.join(" ").trim()}>
      <FigureTable figure={figure} />
    </FigureFrame>
  );
}

interface FigureFrameProps {
  id: FigureId;
  page: ReportPage;
  /** Null where there is nothing to draw. */
  chart: Chart | null;
  note: string;
  children: ReactNode;
}

/** The head of a figure with its files, its chart, and what is under it. */
export function FigureFrame({ id, page, chart, note, children }: FigureFrameProps) {
  return (
    <Section
      className="mb-10 break-inside-avoid"
      title={figureWords[id].title}
      id={`figure-${id}`}
      aside={chart ? <Files id={id} span={page.span} /> : null}
    >
      {note === "" ? null : <p className="mb-3 text-ink-2">{note}</p>}
      {chart ? (
        <>
          <BarChart chart={chart} />
          {children}
        </>
      ) : (
        <p className="text-ink-2">{figureWords[id].empty}</p>
      )}
    </Section>
  );
}

function Files({ id, span }: { id: FigureId; span: string }) {
  return (
    <span className="ml-auto flex gap-3 text-sm">
      {(["csv", "svg"] as const).map((format) => (
        <a
          key={format}
          href={`/reports/file?span=${span}&figure=${id}&format=${format}`}
          download
          aria-label={words.download(figureWords[id].title, words[format])}
          className="rounded py-1 font-medium text-accent hover:underline"
        >
          {words[format]}
        </a>
      ))}
    </span>
  );
}

function FigureTable({ figure: { id, series, rows } }: { figure: Figure }) {
  return (
    <table className="mt-3 w-full">
      <caption className="sr-only">{figureWords[id].desc}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-ink-3">
          <Th className="text-left">{figureWords[id].row}</Th>
          {series.map((name) => (
            <Th key={name} className="text-right">
              {seriesWords(name)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} data-row={row.name} className="border-b border-line">
            <th scope="row" className="py-1.5 pr-2 text-left font-normal [overflow-wrap:anywhere]">
              {rowWords(id, row.name)}
            </th>
            {series.map((name, i) => (
              <td key={name} className="py-1.5 pl-2 text-right tabular-nums">
                {valueWords(id, name, row.values[i] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The head of a column. */
export function Th({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={cx("py-1.5 pl-2 font-medium first:pl-0", className)}>
      {children}
    </th>
  );
}
