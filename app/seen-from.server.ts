import type { SeenFrom } from "db/holder-sessions";

/** With what and from where a browser comes, in names that a person knows: never the whole of what it sent. */
export const seenFrom = (agent: string | null, source: string): SeenFrom => ({
  browser: named(browsers, agent),
  system: named(systems, agent),
  place: placeOf(source),
});

/** In this order: most browsers also call themselves by the names of those below them. */
const browsers = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\b(OPR|OPT|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS|HeadlessChrome|Chromium)\//],
  ["Safari", /\bSafari\//],
] as const;
const systems = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Windows", /\bWindows\b/],
  ["Mac", /\bMac OS X\b|\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
] as const;

const named = (names: readonly (readonly [name: string, pattern: RegExp])[], agent: string | null): string | null =>
  names.find(([, pattern]) => pattern.test((agent ?? "").slice(0, 500)))?.[0] ?? null;

/** The coarse half of an address: a town's worth of neighbours share it. Of IPv6 it is the provider's part alone, since the first half is one household's. */
function placeOf(source: string): string | null {
  const [, a, b] = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(source) ?? [];
  if (a && b) return `${a}.${b}`;
  const [, c, d] = /^([0-9a-f]{1,4}):([0-9a-f]{1,4}):/i.exec(source) ?? [];
  return c && d ? `${c}:${d}`.toLowerCase() : null;
}
