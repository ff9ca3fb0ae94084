import { createHash } from "node:crypto";
import { parseArgs } from "node:util";
import Sqlite from "better-sqlite3";
import { openReader, openWriter, sqliteFile } from "db/engine";
import { openLedger } from "db/ledger";
import { makePlace } from "db/place";
import { exportEntries } from "db/read/export-trail";
import { trailPage } from "db/read/trail";
import { verifyDatabase } from "db/verify";
import { record } from "domain/desk";
import { event } from "domain/event";
import { share } from "./desk";

/** Append, verify, export and a filtered page at some size of the trail, each with what the machine allows, measured in the same run. */
const { values } = parseArgs({
  options: { entries: { type: "string", default: "200000" }, engine: { type: "string", default: "sqlite" } },
});
const kind = values.engine === "postgres" ? "postgres" : "sqlite";
const wanted = Number(values.entries);
const atOnce = 200;
const system = { id: "system", role: "system", auth: "none", session: null } as const;
const noFilter = { actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null };

const place = await makePlace(kind);
const db = openWriter(place.url);
const reader = openReader(place.url);
const ledger = openLedger(db, { now: () => Date.now() });
const figures: Record<string, unknown> = { engine: kind, entries: wanted };
try {
  figures.appendBatches = await rate(wanted, async () => {
    for (let n = 0; n < wanted; n += atOnce) await append(Math.min(atOnce, wanted - n));
  });
  figures.appendSingle = await rate(500, async () => {
    for (let n = 0; n < 500; n += 1) await append(1);
  });
  if (kind === "sqlite") figures.iterateAndHash = await rate(wanted, async () => hashAll());
  figures.verify = await rate(wanted, async () => {
    const verdict = await verifyDatabase(reader);
    if (verdict.exit !== 0) throw new Error(verdict.report);
  });
  for (const format of ["jsonl", "csv"] as const)
    figures[`export ${format}`] = await rate(wanted, async () => {
      for await (const part of exportEntries(place.url, noFilter, format)) void part.length;
    });
  figures.pageMs = await pageTimes();
  figures.peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await db.close();
  await reader.close();
  await place.drop();
}

function append(count: number) {
  const events = Array.from({ length: count }, (_, n) => event("answers.hardened", { count: n, left: n }));
  const [first, ...rest] = events;
  if (!first) throw new Error("nothing to append");
  return ledger.enact({ stream: "desk", actor: system, request: "bench", decide: record(first, ...rest) });
}

/** What the engine and SHA-256 allow: every entry's stored bytes read in order and hashed, nothing else. */
function hashAll(): void {
  const raw = new Sqlite(sqliteFile(place.url), { readonly: true });
  for (const row of raw.prepare("select bytes from entry order by seq").iterate())
    createHash("sha256")
      .update((row as { bytes: Buffer }).bytes)
      .digest();
  raw.close();
}

async function pageTimes() {
  const times: number[] = [];
  for (let n = 0; n < 50; n += 1) {
    const started = performance.now();
    const cursor = `before.${Math.floor((wanted * (n + 1)) / 51)}`;
    await trailPage(reader, { ...noFilter, actor: "system", type: "answers.hardened" }, cursor, 50);
    times.push(performance.now() - started);
  }
  return { p50: share(times, 0.5), p99: share(times, 0.99) };
}

async function rate(count: number, work: () => Promise<void>) {
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  return { seconds: Math.round(seconds * 100) / 100, perSecond: Math.round(count / seconds) };
}
