import { spawn } from "node:child_process";
import * as crypto from "node:crypto";
import Sqlite from "better-sqlite3";
import { sqliteFile } from "db/engine";
import pg from "pg";

/** What a step of the trail is held against: what the engine and Node can do with the same rows, and nothing else. */
export type Limit = "iterate and hash" | "iterate to CSV" | "stored JSON to JSONL" | "COPY";

/** Goes through all entries of a database the way the limit says; the rows come as the engine's own driver gives them. */
export async function reachLimit(limit: Limit, url: string): Promise<void> {
  if (limit === "COPY") return copyOut(url);
  const take = takers[limit];
  const columns = limit === "iterate to CSV" ? "*" : "bytes";
  const query = `select ${columns} from entry order by seq`;
  if (url.startsWith("sqlite:")) return iterate(sqliteFile(url), query, take);
  await fetchAll(url, query, take);
}

type Row = Record<string, unknown> & { bytes: Buffer };
type Take = (row: Row) => void;

/** What came out, so that it is not for nothing. */
export const written = { characters: 0 };
const takers: Record<Exclude<Limit, "COPY">, Take> = {
  "iterate and hash": (row) => void crypto.hash("sha256", row.bytes, "buffer"),
  "iterate to CSV": (row) => {
    written.characters += `${Object.values(row).map(cellOf).join(",")}\r\n`.length;
  },
  "stored JSON to JSONL": (row) => {
    written.characters += `${row.bytes.toString("utf8")}\n`.length;
  },
};

function cellOf(value: unknown): string {
  const text = Buffer.isBuffer(value) ? value.toString(value.length === 32 ? "hex" : "utf8") : String(value ?? "");
  return `"${text.replaceAll('"', '""')}"`;
}

function iterate(file: string, query: string, take: Take): void {
  const raw = new Sqlite(file, { readonly: true });
  for (const row of raw.prepare(query).iterate()) take(row as Row);
  raw.close();
}

const atOnce = 1000;

async function fetchAll(url: string, query: string, take: Take): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`begin; declare all_entries no scroll cursor for ${query}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${atOnce} from all_entries`);
    for (const row of rows) take(row as Row);
    if (rows.length < atOnce) break;
  }
  await client.end();
}

/** PostgreSQL's own way out, by its own client. */
function copyOut(url: string): Promise<void> {
  const statement = "copy (select * from entry order by seq) to stdout with (format csv)";
  const child = spawn("psql", ["-X", "-q", "-c", statement, url], { stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`psql ended with ${code}.`))));
  });
}
