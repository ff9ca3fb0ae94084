import { csvLine } from "db/read/csv";
import type { FigureId } from "domain/figures";
import type { Figure } from "domain/report";
import type { PairRow, ReportPage } from "domain/view-report";
import { renderToStaticMarkup } from "react-dom/server";
import { BarChart } from "./ui/reports/bar-chart";
import { chartOf, pairsChart } from "./ui/reports/charts";
import { figureWords, pairCsvHeader, pairReason, rowWords, seriesWords } from "./ui/words/reports";

/** A figure of a report as a file: its table as CSV that no spreadsheet takes for formulas, or its chart as SVG. */
export function figureFile(page: ReportPage, id: FigureId, format: "csv" | "svg"): { type: string; text: string } {
  const figure = page.figures.find((f) => f.id === id);
  if (format === "csv") {
    const lines = figure ? figureCsv(figure) : pairsCsv(page.pairs);
    return { type: "text/csv; charset=utf-8", text: lines.join("") };
  }
  const chart = figure ? chartOf(figure) : pairsChart(page);
  return { type: "image/svg+xml", text: renderToStaticMarkup(<BarChart chart={chart} asFile />) };
}

/** Lengths of time are in whole seconds, so that a program can work with them. */
function figureCsv({ id, series, rows }: Figure): string[] {
  const isLength = (name: string) => id === "time-to-recover" && name !== "recovered";
  const header = series.map((name) => (isLength(name) ? `${seriesWords(name)} in seconds` : seriesWords(name)));
  const cells = (values: readonly number[]) =>
    values.map((n, i) => String(isLength(series[i] ?? "") ? Math.round(n / 1000) : n));
  return [
    csvLine([figureWords[id].row, ...header]),
    ...rows.map((r) => csvLine([rowWords(id, r.name), ...cells(r.values)])),
  ];
}

const pairsCsv = (pairs: readonly PairRow[]): string[] => [
  csvLine(pairCsvHeader),
  ...pairs.map((p) => csvLine(pairCells(p))),
];

const pairCells = (p: PairRow): string[] => [
  p.agentName,
  p.supervisorName,
  String(p.approvals),
  p.expected.toFixed(2),
  String(p.signed),
  String(p.tickets),
  String(p.medianSeconds),
  String(p.ownSeconds),
  String(p.underMinute),
  String(p.quick),
  String(p.mostInADay),
  ...[p.chance.many, p.chance.quick, p.chance.both, p.chance.corrected].map((chance) => chance.toPrecision(3)),
  p.standsOut ? "yes" : "no",
  p.reasons.map(pairReason).join(" "),
];
