import { randomBytes } from "node:crypto";
import { minutes } from "domain/time";
import { signerOf, type VerifierKey } from "domain/trail/note";
import { openTlogProof, parseTlogProof } from "domain/trail/tlog-proof";
import { leafHash } from "domain/trail/tree";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishCheckpoint } from "../checkpoints";
import { type Db, openReader, openWriter } from "../engine";
import { markFailing, markLate, markTaken } from "../outside";
import { onEveryEngine } from "../testing";
import { tellAll } from "../testing-case";
import { disarm, edit } from "../testing-tamper";
import { type Teller, tellerOf } from "../testing-trail";
import { keepProblem } from "../watch";
import { checkpointsPage, noteOf, placesOutside } from "./checkpoints";
import { tlogProofAt } from "./proof";
import { countingNow, readingsBetween } from "./readers";
import { entryAt } from "./trail";
import { alarmsNow, watchView } from "./watch";

const origin = "countersign/test";

onEveryEngine("What auditors watch the trail by", (place) => {
  let db: Db;
  let reader: Db;
  let teller: Teller;
  const signer = signerOf(origin, 1, randomBytes(32));
  const keys: VerifierKey[] = [signer];
  const sizes: number[] = [];

  beforeAll(async () => {
    db = openWriter(place().url);
    reader = openReader(place().url);
    teller = tellerOf(db);
    await tellAll(teller);
    for (let n = 0; n < 5; n += 1) {
      await teller.ledger.enact({
        stream: "desk",
        actor: { id: "worker", role: "worker", auth: "none", session: null },
        request: "r",
        decide: () => [{ type: "desk.stopped", data: { process: "worker" } }],
      });
      const published = await publishCheckpoint(db, { signer, known: [signer] }, teller.now);
      sizes.unshift(published?.size ?? 0);
    }
  });
  afterAll(async () => {
    await db.close();
    await reader.close();
  });

  it("has the published heads by keyset, both ways, each with its signer and the words of witnesses", async () => {
    await markTaken(db, { target: "w.example/1", size: sizes[1] ?? 0, line: "— w.example/1 AAAA\n" }, teller.now);
    const first = await checkpointsPage(reader, keys, null, 2);
    expect(first.rows.map((r) => r.size)).toEqual(sizes.slice(0, 2));
    expect(first.rows[0]).toMatchObject({ signedBy: `${origin}+${signer.id.toString("hex")}`, words: [] });
    expect(first.rows[1]?.words).toEqual([{ witness: "w.example/1", at: teller.now }]);
    expect(first.newer).toBeNull();
    const second = await checkpointsPage(reader, keys, { side: "older", cursor: first.older ?? "" }, 2);
    expect(second.rows.map((r) => r.size)).toEqual(sizes.slice(2, 4));
    const back = await checkpointsPage(reader, keys, { side: "newer", cursor: second.newer ?? "" }, 2);
    expect(back.rows).toEqual(first.rows);
    const third = await checkpointsPage(reader, keys, { side: "older", cursor: second.older ?? "" }, 2);
    expect([third.rows.map((r) => r.size), third.older]).toEqual([sizes.slice(4), null]);
    expect((await checkpointsPage(reader, keys, { side: "older", cursor: "x" }, 2)).rows).toEqual(first.rows);
    const thief = signerOf(origin, 1, randomBytes(32));
    expect((await checkpointsPage(reader, [thief], null, 1)).rows[0]?.signedBy).toBeNull();
    expect(await noteOf(reader, sizes[1] ?? 0)).toMatch(/\n— countersign\/test \S+\n— w\.example\/1 AAAA\n$/);
    expect(await noteOf(reader, 3)).toBeNull();
  });

  it("proves every entry that is covered, to whoever has the key", async () => {
    const bytes = await reader.sql.selectFrom("entry").select(["seq", "bytes"]).orderBy("seq").execute();
    for (const row of bytes.filter((r) => r.seq % 9 === 0 || r.seq === (sizes[0] ?? 0) - 1)) {
      const file = (await tlogProofAt(reader.sql, row.seq)) ?? "";
      const given = { leaf: leafHash(row.bytes), key: signer, origin };
      expect(openTlogProof(file, given)).toMatchObject({ checkpoint: { size: sizes[0] } });
      expect((await entryAt(reader, row.seq))?.proof).toMatchObject({
        size: sizes[0],
        holds: true,
        hashes: parseTlogProof(file)?.hashes.map((h) => h.toString("hex")),
      });
    }
  });

  it("says of a doubt and of a late place, and until when a place was reached", async () => {
    expect(await alarmsNow(reader)).toEqual([]);
    const failed = { target: "file", size: 3, problem: "ENOSPC" };
    await markFailing(db, failed, teller.now);
    expect(await alarmsNow(reader)).toEqual([]);
    await markLate(db, "file", teller.now + minutes(5));
    const found = { verdict: "tampered", what: "entry-changed", seq: 7, sentence: "Entry 7 was changed." } as const;
    await keepProblem(db, found, teller.now);
    expect(await alarmsNow(reader)).toEqual([
      { alarm: "doubt", seq: 7, since: teller.now },
      { alarm: "late", place: "file", since: teller.now },
    ]);
    expect(await watchView(reader, 9)).toMatchObject({
      verified: null,
      problem: { check: "going-over", seq: 7, sentence: "Entry 7 was changed." },
      size: 9,
    });
    expect(await placesOutside(reader)).toEqual([
      { name: "file", size: 3, takenAt: null, failingSince: teller.now, late: true, problem: "ENOSPC" },
      { name: "w.example/1", size: sizes[1], takenAt: teller.now, failingSince: null, late: false, problem: null },
    ]);
  });

  it("sums up what was looked at between two days", async () => {
    expect(await readingsBetween(reader, "2026-03-02", "2026-03-02")).toEqual([
      { actor: "staff:bob", kind: "ticket", n: 1, outside: 1 },
      { actor: "staff:max", kind: "packet", n: 1, outside: 1 },
      { actor: "staff:sam", kind: "packet", n: 1, outside: 1 },
    ]);
    expect(await readingsBetween(reader, "2026-03-03", "2026-04-02")).toEqual([]);
    expect(await countingNow(reader)).toBeNull();
  });

  it("proves nothing of an entry that was changed, and says so instead of failing", async () => {
    await disarm(db);
    await edit(db, 9, { bytes: Buffer.from("{}") });
    expect((await entryAt(reader, 9))?.proof).toMatchObject({ holds: false });
    expect(await tlogProofAt(reader.sql, 9)).toBeNull();
    await db.sql.deleteFrom("node").where("level", "=", 1).execute();
    expect((await entryAt(reader, 20))?.proof).toMatchObject({ holds: false, hashes: [] });
  });
});
