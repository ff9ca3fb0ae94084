import { days, isoOf, minutes } from "domain/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Db, openReader, openWriter } from "../engine";
import { handleOf } from "../handle";
import type { Tables } from "../schema";
import { onEveryEngine } from "../testing";
import { channelHealth, countFailed, failedPage, longWaitingPage, type OutboxPage } from "./deliveries";

const now = Date.parse("2026-03-02T09:00:00.000Z");

onEveryEngine("The list of messages", (place) => {
  let db: Db;
  let reader: Db;
  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    await db.sql.insertInto("outbox").values(many()).execute();
  });
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  const every = async (page: (cursor: string | null) => Promise<OutboxPage>): Promise<string[]> => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const { rows, next } = await page(cursor);
      expect(rows.length).toBeLessThanOrEqual(25);
      ids.push(...rows.map((row) => row.id));
      cursor = next;
    } while (cursor !== null);
    return ids;
  };

  it("has every one that failed for good once, the newest failure first, however many failed at the same time", async () => {
    const ids = await every((cursor) => failedPage(reader, cursor));
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
    expect(ids.slice(0, 2)).toEqual(["failed-59", "failed-58"]);
    expect(await countFailed(reader)).toEqual({ n: 60, capped: false });
  });

  it("has every one that waits long once, the longest waiting first, and none that was asked for just now", async () => {
    const ids = await every((cursor) => longWaitingPage(reader, cursor, now));
    expect(ids).toHaveLength(30);
    expect(ids[0]).toBe("waiting-29");
    expect(ids).not.toContain("fresh");
  });

  it("leaves out what is none of a list's cursors", async () => {
    const first = await failedPage(reader, null);
    for (const cursor of ["x", "~", "2026~", "~failed-3"]) expect(await failedPage(reader, cursor)).toEqual(first);
  });

  it("says of each channel what it last took and refused, and what waits for it", async () => {
    expect(await channelHealth(reader, "phone")).toEqual({
      kind: "phone",
      lastAccepted: null,
      lastFailure: now - minutes(2),
      waiting: { n: 30, capped: false },
      oldestDue: now - minutes(49),
    });
    expect(await channelHealth(reader, "email")).toEqual({
      kind: "email",
      lastAccepted: now - minutes(5),
      lastFailure: now - minutes(1),
      waiting: { n: 1, capped: false },
      oldestDue: now,
    });
  });
});

/** Sixty that failed, thirty that wait, one that was asked for just now, one that went out, one of an account that was erased. */
function many(): Tables["outbox"][] {
  const failed = Array.from({ length: 60 }, (_, n) => {
    const at = isoOf(now - minutes(1 + Math.floor((59 - n) / 20)));
    return row(`failed-${String(n).padStart(2, "0")}`, {
      kind: "email",
      failed_at: at,
      erred_at: at,
      error: "refused",
    });
  });
  const waiting = Array.from({ length: 30 }, (_, n) => {
    const at = isoOf(now - minutes(20 + n));
    const erred = n === 7 ? { erred_at: isoOf(now - minutes(2)), error: "busy" } : {};
    return row(`waiting-${String(n).padStart(2, "0")}`, { kind: "phone", created_at: at, due_at: at, ...erred });
  });
  return [
    ...failed,
    ...waiting,
    row("fresh", { kind: "email", created_at: isoOf(now), due_at: isoOf(now) }),
    row("sent", { kind: "email", done_at: isoOf(now - minutes(5)) }),
    row("erased", { kind: "email", failed_at: isoOf(now - days(1)) }),
  ];
}

const row = (id: string, more: Partial<Tables["outbox"]>): Tables["outbox"] => ({
  id,
  template: "notice-opened",
  ticket_id: "t",
  account_id: "a",
  contact_id: "c",
  kind: "email",
  doc: '{"generation":0}',
  created_at: isoOf(now - days(2)),
  due_at: isoOf(now - days(2)),
  leased_until: null,
  attempts: 1,
  done_at: null,
  failed_at: null,
  error: null,
  handle: handleOf(id),
  reference: null,
  delivered_at: null,
  erred_at: null,
  retries: 0,
  unheard: 0,
  ...more,
});
