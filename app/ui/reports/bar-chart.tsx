import { light, type Token } from "../tokens";

export interface Chart {
  /** Unique on the page. */
  id: string;
  title: string;
  desc: string;
  series: readonly { name: string; tone: ChartTone }[];
  rows: readonly { label: string; values: readonly number[] }[];
  /** The parts of a row behind one another, or each on a line of its own. */
  stacked: boolean;
  valueWords(n: number): string;
}
export type ChartTone = "accent" | "good" | "wait" | "bad" | "edge";

/** On a page classes colour it in both themes; in a file, where there are none, its attributes do. */
const fills: Record<ChartTone | "ink" | "ink-2", string> = {
  accent: "fill-accent",
  good: "fill-good",
  wait: "fill-wait",
  bad: "fill-bad",
  edge: "fill-edge",
  ink: "fill-ink",
  "ink-2": "fill-ink-2",
};
const filled = (tone: keyof typeof fills) => ({ className: fills[tone], fill: light[tone satisfies Token] });

const legendHeight = 26;
const labelHeight = 17;
const barHeight = 13;
const gap = 9;
/** Of the width; the rest is for the number behind the bar. */
const longestBar = 80;
/** The width of a file, in pixels. */
const fileWidth = 720;

/** Horizontal bars: lengths are shares of whatever width there is, so that words stay as large as they are. */
export function BarChart({ chart, asFile = false }: { chart: Chart; asFile?: boolean }) {
  const { id, title, desc, series, rows, stacked } = chart;
  const top = series.length > 1 ? legendHeight : 4;
  const rowHeight = labelHeight + gap + (stacked ? barHeight : barHeight * series.length);
  const longest = Math.max(1, ...rows.map((r) => (stacked ? sum(r.values) : Math.max(...r.values))));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width={asFile ? fileWidth : "100%"}
      height={top + rows.length * rowHeight}
      fontSize="12"
      fontFamily={asFile ? "system-ui, sans-serif" : undefined}
      className="block tabular-nums"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      {asFile ? <rect width="100%" height="100%" fill={light.paper} /> : null}
      {series.length > 1 ? <Legend series={series} /> : null}
      {rows.map((row, i) => (
        <Bars key={row.label} row={row} y={top + i * rowHeight} chart={chart} longest={longest} />
      ))}
    </svg>
  );
}

function Legend({ series }: Pick<Chart, "series">) {
  return (
    <>
      {series.map(({ name, tone }, i) => {
        const x = `${(i * 100) / series.length}%`;
        return (
          <g key={name}>
            <rect x={x} y={5} width={10} height={10} {...filled(tone)} />
            <text x={x} dx={15} y={14} {...filled("ink-2")}>
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}

interface BarsProps {
  row: Chart["rows"][number];
  y: number;
  chart: Chart;
  longest: number;
}

function Bars({ row, y, chart, longest }: BarsProps) {
  const share = (n: number) => (n / longest) * longestBar;
  const under = y + labelHeight;
  return (
    <g>
      <text x={0} y={y + 12} {...filled("ink")}>
        {row.label}
      </text>
      {chart.series.map(({ name, tone }, i) => {
        const value = row.values[i] ?? 0;
        const x = chart.stacked ? share(sum(row.values.slice(0, i))) : 0;
        const top = chart.stacked ? under : under + i * barHeight;
        return (
          <g key={name}>
            <rect x={`${x}%`} y={top} width={`${share(value)}%`} height={barHeight - 2} {...filled(tone)} />
            {chart.stacked ? null : <Value at={share(value)} y={top} words={chart.valueWords(value)} />}
          </g>
        );
      })}
      {chart.stacked ? <Value at={share(sum(row.values))} y={under} words={chart.valueWords(sum(row.values))} /> : null}
    </g>
  );
}

function Value({ at, y, words }: { at: number; y: number; words: string }) {
  return (
    <text x={`${at}%`} dx={6} y={y + 10} {...filled("ink-2")}>
      {words}
    </text>
  );
}

const sum = (values: readonly number[]): number => values.reduce((all, n) => all + n, 0);
