import { randomInt, randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { sampleFolder } from "../e2e/holders";
import { openBenchDesk } from "./desk";
import { share } from "./share";
import { spreadPlot } from "./spread-plot";

/**
 * Whether somebody can tell by the clock or by the page that an address or a number is on file: asking for a new password, and typing a
 * wrong code for one, of known and unknown ones in random order, one request at a time, while a worker answers.
 */
const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "400" },
    engine: { type: "string", default: "sqlite" },
    plot: { type: "string" },
  },
});
const requests = Number(values.requests);
/** The numbers on file of the sample directory. */
const phones = readFileSync(`${sampleFolder}contacts.csv`, "utf8").match(/\+1415555\d{4}/g) ?? [];
const desk = await openBenchDesk(values.engine === "postgres" ? "postgres" : "sqlite", {
  COUNTERSIGN_PROXIES: "127.0.0.1",
});
try {
  const asking = await compared("/forgot", {
    known: () => ({ contact: "hal@example.com" }),
    unknown: () => ({ contact: "lee@example.com" }),
  });
  const typing = await compared("/forgot/code", {
    known: () => ({ contact: phones[randomInt(phones.length)] ?? "", code: "000000" }),
    unknown: () => ({ contact: `+141555577${randomInt(10, 100)}`, code: "000000" }),
  });
  console.log(JSON.stringify({ engine: values.engine, requests, asking: said(asking), typing: said(typing) }, null, 2));
  if (values.plot)
    writeFileSync(
      values.plot,
      spreadPlot([
        ["Asking, known", asking.known],
        ["Asking, unknown", asking.unknown],
        ["Wrong code, known", typing.known],
        ["Wrong code, unknown", typing.unknown],
      ]),
    );
} finally {
  await desk.close();
}

type Form = Record<string, string>;
interface Compared {
  known: number[];
  unknown: number[];
  /** How many different pages there were, once what was typed, when, and the form's keys are taken out. */
  pages: number;
}

async function compared(path: string, typed: Record<"known" | "unknown", () => Form>): Promise<Compared> {
  const pages = new Set<string>();
  const of: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  // The first ones warm the process up and count for nothing.
  const order = [...Array(requests + 40).keys()].map((n) => (n % 2 ? "known" : "unknown") as "known" | "unknown");
  shuffle(order);
  for (const [n, kind] of order.entries()) {
    const { ms, page } = await posted(path, typed[kind]());
    pages.add(page);
    if (n >= 40) of[kind].push(ms);
    await sleep(randomInt(1, 8));
  }
  return { ...of, pages: pages.size };
}

async function posted(path: string, form: Form): Promise<{ ms: number; page: string }> {
  const { COUNTERSIGN_BASE_URL: origin = "" } = desk.env;
  const body = new URLSearchParams({ ...form, key: randomUUID() });
  // Every request comes from another place: no budget of a source is spent.
  const from = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
  const headers = { Origin: origin, "X-Forwarded-For": from, "Content-Type": "application/x-www-form-urlencoded" };
  const begun = performance.now();
  const answer = await fetch(`${origin}${path}`, { method: "POST", headers, body });
  const text = await answer.text();
  const ms = performance.now() - begun;
  const head = [...answer.headers].filter(([name]) => !/^(date|content-security-policy|content-length)$/.test(name));
  // The page and its signed cookie repeat what was typed in this browser, and tell when.
  const page = text
    .replaceAll(/(value|nonce)="[^"]*"/g, "")
    .replaceAll(form.contact ?? "nothing", "")
    .replaceAll(/\b\d\d:\d\d\b/g, "");
  const cookie = head.map(([name, value]) => [name, name === "set-cookie" ? value.replace(/=[^;]*/, "=") : value]);
  return { ms, page: JSON.stringify([answer.status, cookie, page]) };
}

function said({ known, unknown, pages }: Compared) {
  const of = (times: number[]) => ({
    count: times.length,
    p5: share(times, 0.05, 100),
    p25: share(times, 0.25, 100),
    p50: share(times, 0.5, 100),
    p75: share(times, 0.75, 100),
    p95: share(times, 0.95, 100),
  });
  const [k, u] = [of(known), of(unknown)];
  const apart = Math.round(Math.abs(k.p50 - u.p50) * 100) / 100;
  const spread =
    Math.round((share([...known, ...unknown], 0.95, 100) - share([...known, ...unknown], 0.05, 100)) * 100) / 100;
  return {
    pages,
    knownMs: k,
    unknownMs: u,
    mediansApartMs: apart,
    spreadMs: spread,
    ofSpread: Math.round((apart / spread) * 1000) / 1000,
  };
}

/** Fisher and Yates. */
function shuffle<T>(list: T[]): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
}
