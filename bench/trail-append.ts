import { createHash, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { openWriter, sqliteFile } from "db/engine";
import { openLedger } from "db/ledger";
import { record } from "domain/desk";
import { event } from "domain/event";
import { share } from "./share";

/** One commit with one entry or with a hundred, by the ledger, or eight writers at once; and bare rows of the same size, as durable, beside it. */
export type Append = "append one" | "append a hundred" | "append by eight" | "raw one" | "raw a hundred";

export const writers = 8;

const commits = 200;
/** Committed before the clock runs, for a desk's process is not young: by single entries so many, by hundreds a hundredth. */
const warmUp = 1000;
const system = { id: "system", role: "system", auth: "none", session: null } as const;

/** Commits so many times, one after the other (by eight: each waits for all of them); gives the times of a commit. */
export async function appendStep(step: Append, url: string): Promise<{ p50: number; p99: number }> {
  const rows = step.endsWith("hundred") ? 100 : 1;
  const { commit, close } = step.startsWith("raw")
    ? openRaw(url, rows)
    : openLedgered(url, rows, step === "append by eight" ? writers : 1);
  const taken: number[] = [];
  for (let n = -warmUp / rows; n < commits; n += 1) {
    const started = performance.now();
    await commit();
    if (n >= 0) taken.push(performance.now() - started);
  }
  await close();
  return { p50: share(taken, 0.5, 1000), p99: share(taken, 0.99, 1000) };
}

interface Committing {
  commit(): Promise<unknown>;
  close(): Promise<void>;
}

function openLedgered(url: string, rows: number, atOnce: number): Committing {
  const db = openWriter(url);
  const ledger = openLedger(db, { now: () => Date.now() });
  const [first, ...rest] = Array.from({ length: rows }, (_, n) => event("answers.hardened", { count: n, left: n }));
  if (!first) throw new Error("nothing to append");
  const decide = record(first, ...rest);
  const enact = () => ledger.enact({ stream: "desk", actor: system, request: randomUUID(), decide });
  return { commit: () => Promise.all(Array.from({ length: atOnce }, enact)), close: () => db.close() };
}

/** A table of its own beside the database: a number, a text and a hash of it, `synchronous` FULL. */
function openRaw(url: string, rows: number): Committing {
  const file = `${sqliteFile(url)}.raw`;
  const raw = new Sqlite(file);
  raw.pragma("journal_mode = WAL");
  raw.pragma("synchronous = FULL");
  raw.exec("create table if not exists line (n integer primary key, hash blob not null, bytes blob not null)");
  const insert = raw.prepare("insert into line (hash, bytes) values (?, ?)");
  const bytes = Buffer.alloc(420, "x");
  const all = raw.transaction(() => {
    for (let n = 0; n < rows; n += 1) insert.run(createHash("sha256").update(bytes).digest(), bytes);
  });
  return {
    commit: async () => all(),
    close: async () => {
      raw.close();
      for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
    },
  };
}
