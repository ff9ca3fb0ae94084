import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openWriter } from "db/engine";
import { openLedger } from "db/ledger";
import { exportEntries } from "db/read/export-trail";
import { record } from "domain/desk";
import { event } from "domain/event";
import { countersign } from "../e2e/processes";
import { asked, openBenchDesk } from "./desk";
import { share } from "./share";

/** What an agent at work notices of a verify beside the desk, and how long one slice of an export keeps a process. */
const { values } = parseArgs({
  options: { entries: { type: "string", default: "200000" }, engine: { type: "string", default: "sqlite" } },
});
const entriesAtOnce = 500;
const system = { id: "system", role: "system", auth: "none", session: null } as const;
const noFilter = { actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null };

const desk = await openBenchDesk(values.engine === "postgres" ? "postgres" : "sqlite");
try {
  await growBy(Number(values.entries));
  // The web process hung up meanwhile: that is seen before the next request is sent.
  await sleep(1_000);
  await asked(desk, sleep(3_000));
  const alone = await asked(desk, sleep(30_000));
  const verifying = countersign(desk.env, ["verify"]);
  const during = await asked(desk, verifying);
  const { code, out, err } = await verifying;
  if (code !== 0) throw new Error(`${out}${err}`);
  const after = await asked(desk, sleep(15_000));
  const figures = {
    engine: values.engine,
    entries: Number(values.entries),
    queueAloneMs: figuresOf([...alone, ...after]),
    queueDuringVerifyMs: figuresOf(during),
    p99Ratio: Math.round((share(during, 0.99) / share([...alone, ...after], 0.99)) * 100) / 100,
    sliceOfExportMs: { jsonl: figuresOf(await slices("jsonl")), csv: figuresOf(await slices("csv")) },
  };
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await desk.close();
}

function figuresOf(times: number[]) {
  return { count: times.length, p50: share(times, 0.5), p99: share(times, 0.99), most: share(times, 1) };
}

/** Entries of the desk itself, many in an append: what they are of makes no difference to who reads all of them. */
async function growBy(count: number): Promise<void> {
  const db = openWriter(desk.place.url);
  const ledger = openLedger(db, { now: () => Date.now() });
  const [first, ...rest] = Array.from({ length: entriesAtOnce }, (_, n) =>
    event("answers.hardened", { count: n, left: n }),
  );
  if (!first) throw new Error("nothing to append");
  const decide = record(first, ...rest);
  for (let n = 0; n < count; n += entriesAtOnce)
    await ledger.enact({ stream: "desk", actor: system, request: randomUUID(), decide });
  await db.close();
}

async function slices(format: "csv" | "jsonl"): Promise<number[]> {
  const taken: number[] = [];
  let since = performance.now();
  for await (const part of exportEntries(desk.place.url, noFilter, format)) {
    if (part.length > 0) taken.push(performance.now() - since);
    since = performance.now();
  }
  return taken;
}
