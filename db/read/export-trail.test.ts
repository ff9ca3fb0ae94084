import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { parse } from "csv-parse/sync";
import { event } from "domain/event";
import { leafHash } from "domain/trail/tree";
import type { TrailFilter } from "domain/view";
import { afterAll, beforeAll, expect, it } from "vitest";
import { appendEntries, takeHead } from "../append";
import { type Db, openWriter } from "../engine";
import type { Tables } from "../schema";
import { onEveryEngine } from "../testing";
import { tellAll } from "../testing-case";
import { cli, type Teller, tellerOf } from "../testing-trail";
import { csvColumns, exportEntries } from "./export-trail";

const all: TrailFilter = { actor: null, type: null, ticket: null, account: null, outcome: null, from: null, to: null };

onEveryEngine("An export", (place) => {
  let db: Db;
  let teller: Teller;
  let entries: Tables["entry"][];
  const whole = async (filter: TrailFilter, format: "csv" | "jsonl", size?: number) => {
    const parts: Buffer[] = [];
    for await (const part of exportEntries(place().url, filter, format, size)) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  };

  beforeAll(async () => {
    db = openWriter(place().url);
    teller = tellerOf(db);
    await tellAll(teller);
    await growBy(db, 1200, teller.now);
    entries = await db.sql.selectFrom("entry").selectAll().orderBy("seq").execute();
  });
  afterAll(() => db.close());

  it("as JSONL is each entry's exact bytes and a line feed, oldest first", async () => {
    const expected = Buffer.concat(entries.flatMap((e) => [e.bytes, Buffer.from("\n")]));
    expect((await whole(all, "jsonl")).equals(expected)).toBe(true);
  });

  it("as CSV is RFC 4180 with every entry, its data, leaf hash and the digest of its bytes", async () => {
    const text = (await whole(all, "csv")).toString("utf8");
    const [header, ...lines] = parse(text, { record_delimiter: "\r\n" }) as string[][];
    expect(header).toEqual([...csvColumns]);
    expect(lines).toHaveLength(entries.length);
    for (const [i, line] of lines.entries()) {
      const e = entries[i] as Tables["entry"];
      const entry = JSON.parse(e.bytes.toString("utf8"));
      expect(line.slice(0, 9)).toEqual([
        String(e.seq),
        e.at,
        e.type,
        e.actor,
        entry.actor.role,
        e.subject ?? "",
        e.object ?? "",
        e.outcome,
        e.reason ?? "",
      ]);
      expect(JSON.parse(line[9] ?? "")).toEqual(entry.data);
      expect(line.slice(10)).toEqual([
        leafHash(e.bytes).toString("hex"),
        createHash("sha256").update(e.bytes).digest("hex"),
      ]);
    }
  });

  it("holds what its filter asks for, and only the header where that is nothing", async () => {
    const refused = (await whole({ ...all, actor: "staff:bob", outcome: "denied" }, "jsonl"))
      .toString("utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(refused.map((e) => e.seq)).toEqual(
      entries.filter((e) => e.actor === "staff:bob" && e.outcome === "denied").map((e) => e.seq),
    );
    expect((await whole({ ...all, ticket: 9 }, "csv")).toString("utf8").split("\r\n")).toHaveLength(2);
    const some = (await whole({ ...all, type: "holder.signed-in" }, "jsonl")).toString("utf8").trim().split("\n");
    expect(some).toHaveLength(1200);
  });

  it("ends where the trail ended when it began, and at the size it is told", async () => {
    const stream = exportEntries(place().url, all, "jsonl")[Symbol.asyncIterator]();
    const first = Buffer.from((await stream.next()).value ?? "");
    await growBy(db, 3, teller.now);
    let lines = lineCount(first);
    for (let next = await stream.next(); !next.done; next = await stream.next())
      lines += lineCount(Buffer.from(next.value));
    expect(lines).toBe(entries.length);
    expect(lineCount(await whole(all, "jsonl", 17))).toBe(17);
  });

  it("reads no further ahead than it is read, and leaves no connection open when its reader goes away", async () => {
    const stream = exportEntries(place().url, all, "jsonl");
    const readable = Readable.from(stream, { highWaterMark: 1 });
    for await (const _part of readable) break;
    await expect(stream.next()).resolves.toMatchObject({ done: true });
  });
});

const lineCount = (part: Buffer): number => part.filter((byte) => byte === 10).length;

/** Sign-ins without number: enough for a few pages. */
async function growBy(db: Db, count: number, now: number): Promise<void> {
  await db.sql.transaction().execute(async (tx) => {
    const events = Array.from({ length: count }, () => event("holder.signed-in", { secondFactor: "none" }));
    await appendEntries(tx, await takeHead(tx, db.kind), events, {
      actor: cli,
      request: "many",
      subject: "ida",
      object: null,
      policy: null,
      now,
    });
  });
}
