import type { FigureId } from "domain/figures";
import type { Figure } from "domain/report";
import type { ReportPage } from "domain/view-report";
import { shortLength } from "../words/clock";
import { figureWords, pairName, rowWords, seriesWords } from "../words/reports";
import type { Chart, ChartTone } from "./bar-chart";

/** A chart shows at most so many rows; its table shows them all. */
export const mostBars = 15;
export const mostPairBars = 8;

const tones: Record<FigureId, readonly ChartTone[]> = {
  backlog: ["good", "accent", "wait", "bad"],
  outcomes: ["good", "bad", "edge", "wait"],
  "time-to-recover": ["accent", "edge"],
  refusals: ["accent"],
  factors: ["good", "edge"],
  pairs: ["accent", "edge"],
};

const plain = (n: number): string => n.toLocaleString("en", { maximumFractionDigits: 1 });

/** A number of a figure in words: lengths of time as such. */
export const valueWords = (figure: FigureId, series: string, n: number): string =>
  figure === "time-to-recover" && series !== "recovered" ? (n === 0 ? "–" : shortLength(n)) : plain(n);

/** The chart of a figure about tickets. */
export function chartOf(figure: Figure): Chart {
  const { id } = figure;
  const { title, desc } = figureWords[id];
  // How many recoveries there were is in the table: it is no length of time.
  const series = figure.series.slice(0, tones[id].length);
  return {
    id,
    title,
    desc,
    series: series.map((name, i) => ({ name: seriesWords(name), tone: tones[id][i] ?? "edge" })),
    rows: figure.rows
      .slice(0, mostBars)
      .map((r) => ({ label: rowWords(id, r.name), values: r.values.slice(0, series.length) })),
    stacked: id !== "time-to-recover",
    valueWords: (n) => valueWords(id, series[0] ?? "", n),
  };
}

/** The chart of the oddest pairs: their approvals, and beside them what chance would give. */
export function pairsChart({ pairs }: Pick<ReportPage, "pairs">): Chart {
  const { title, desc } = figureWords.pairs;
  return {
    id: "pairs",
    title,
    desc,
    series: ["approvals", "expected"].map((name, i) => ({ name: seriesWords(name), tone: tones.pairs[i] ?? "edge" })),
    rows: pairs.slice(0, mostPairBars).map((p) => ({ label: pairName(p), values: [p.approvals, p.expected] })),
    stacked: false,
    valueWords: plain,
  };
}
