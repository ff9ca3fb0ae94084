import { share } from "./share";

/** A name and its times in milliseconds. */
export type Series = readonly [name: string, times: readonly number[]];

const [width, row, left, right] = [720, 56, 170, 24];

/** Every time as a dot, a row for each series, with the middle half as a bar and the median as a line; an SVG. */
export function spreadPlot(series: readonly Series[]): string {
  const all = series.flatMap(([, times]) => times);
  const [from, to] = [share(all, 0) * 0.95, share(all, 0.99) * 1.05];
  const x = (ms: number) => left + ((Math.min(ms, to) - from) / (to - from)) * (width - left - right);
  const height = series.length * row + 48;
  const rows = series.map(([name, times], n) => rowOf(name, times, { x, y: 16 + n * row }));
  const ticks = ticksOf(from, to).map(
    (ms) =>
      `<line x1="${at(x(ms))}" x2="${at(x(ms))}" y1="8" y2="${height - 32}" stroke="#d4d4d8"/><text x="${at(x(ms))}" y="${height - 12}" text-anchor="middle">${ms} ms</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="13" fill="#27272a"><rect width="100%" height="100%" fill="#fff"/>${ticks.join("")}${rows.join("")}</svg>\n`;
}

function rowOf(name: string, times: readonly number[], { x, y }: { x(ms: number): number; y: number }): string {
  const dots = times.map((ms, n) => `<circle cx="${at(x(ms))}" cy="${at(y + 4 + ((n * 7) % 29))}" r="1.6"/>`);
  const [low, mid, high] = [0.25, 0.5, 0.75].map((of) => x(share(times, of, 100))) as [number, number, number];
  return [
    `<text x="${left - 12}" y="${y + 22}" text-anchor="end">${name}</text>`,
    `<g fill="#0f766e" fill-opacity="0.35">${dots.join("")}</g>`,
    `<rect x="${at(low)}" y="${y + 2}" width="${at(high - low)}" height="34" fill="#0f766e" fill-opacity="0.12" stroke="#0f766e"/>`,
    `<line x1="${at(mid)}" x2="${at(mid)}" y1="${y - 2}" y2="${y + 40}" stroke="#b91c1c" stroke-width="2"/>`,
  ].join("");
}

function ticksOf(from: number, to: number): number[] {
  const step = [0.5, 1, 2, 5, 10, 20, 50].find((s) => (to - from) / s <= 8) ?? 100;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, n) => first + n * step);
}

const at = (value: number): string => value.toFixed(1);
