import { randomBytes } from "node:crypto";
import { openCheckpoint } from "domain/trail/checkpoint";
import { signerOf } from "domain/trail/note";
import { checkConsistency, checkInclusion } from "domain/trail/proof";
import { leafHash } from "domain/trail/tree";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { holdAgainst, lastCheckpoint, publishCheckpoint } from "./checkpoints";
import { type Db, openWriter } from "./engine";
import { proveConsistency, proveInclusion } from "./proofs";
import { onEveryEngine } from "./testing";
import { tellAll, tellCase } from "./testing-case";
import { disarm, edit, flipped, forge, putBack, type Saved, save } from "./testing-tamper";
import { type Teller, tellerOf } from "./testing-trail";

onEveryEngine("A published head", (place) => {
  const signer = signerOf("countersign/test", 1, randomBytes(32));
  const keys = { signer, known: [signer] };
  let db: Db;
  let teller: Teller;
  let whole: Saved;
  const publish = () => publishCheckpoint(db, keys, teller.now);

  beforeAll(async () => {
    db = openWriter(place().url);
    teller = tellerOf(db);
    expect(await publish()).toBeNull();
    await tellAll(teller);
    expect((await publish())?.size).toBeGreaterThan(40);
    await tellCase(teller, "ida", "t2");
    whole = await save(db);
    await disarm(db);
  });
  afterEach(() => putBack(db, whole));
  afterAll(() => db.close());

  it("is a note signed with the trail's key, once for each size", async () => {
    const first = await lastCheckpoint(db.sql);
    const opened = openCheckpoint(first?.note ?? "", signer, "countersign/test");
    expect(opened).toMatchObject({ checkpoint: { size: first?.size, root: first?.root } });
    const second = await publish();
    expect(second?.size).toBeGreaterThan(first?.size ?? 0);
    expect(await publish()).toBeNull();
    const proof = await proveConsistency(db.sql, first?.size ?? 0, second?.size ?? 0);
    if (!first || !second) throw new Error("nothing was published");
    const claim = { older: first.size, size: second.size, olderRoot: first.root, root: second.root, proof };
    expect(checkConsistency(claim)).toBe(true);
    await db.sql.deleteFrom("checkpoint").where("size", "=", second.size).execute();
  });

  it("has a proof for every entry before it, of about as many hashes as the tree is deep", async () => {
    const last = await lastCheckpoint(db.sql);
    const { root, size } = last ?? { root: Buffer.alloc(0), size: 0 };
    const rows = await db.sql.selectFrom("entry").select(["seq", "bytes"]).where("seq", "<", size).execute();
    for (const row of rows) {
      const proof = await proveInclusion(db.sql, row.seq, size);
      expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
      expect(checkInclusion({ index: row.seq, size, leaf: leafHash(row.bytes), root, proof })).toBe(true);
    }
  });

  it("is not signed where an entry since the last one was changed, taken out, or forged with its leaf hash", async () => {
    const seq = (await lastCheckpoint(db.sql))?.size ?? 0;
    const { bytes } = await db.sql
      .selectFrom("entry")
      .select("bytes")
      .where("seq", "=", seq + 2)
      .executeTakeFirstOrThrow();
    await edit(db, seq + 2, { bytes: flipped(bytes, 40) });
    await expect(publish()).rejects.toThrow(`The bytes of entry ${seq + 2} are not those that were hashed.`);
    await putBack(db, whole);
    await db.sql
      .deleteFrom("entry")
      .where("seq", "=", seq + 1)
      .execute();
    await expect(publish()).rejects.toThrow(`Entry ${seq + 1} is missing.`);
    await putBack(db, whole);
    await forge(db, seq + 2, flipped(bytes, 40));
    await expect(publish()).rejects.toThrow("is not that of the entries before it");
  });

  it("is not signed on top of stored hashes or a checkpoint that somebody put there", async () => {
    const last = await lastCheckpoint(db.sql);
    const node = await db.sql
      .selectFrom("node")
      .selectAll()
      .where("level", "=", 5)
      .where("idx", "=", 0)
      .executeTakeFirst();
    await db.sql
      .updateTable("node")
      .set({ hash: flipped(node?.hash ?? Buffer.alloc(32), 3) })
      .where("level", "=", 5)
      .where("idx", "=", 0)
      .execute();
    await db.sql
      .updateTable("node")
      .set({ hash: flipped(node?.hash ?? Buffer.alloc(32), 3) })
      .where("level", "=", 6)
      .where("idx", "=", 0)
      .execute();
    await expect(publish()).rejects.toThrow("do not continue the checkpoint");
    await putBack(db, whole);
    const thief = signerOf("countersign/test", 1, randomBytes(32));
    await expect(publishCheckpoint(db, { signer: thief, known: [thief] }, teller.now)).rejects.toThrow(
      "is not signed by a key of this trail",
    );
    expect((await lastCheckpoint(db.sql))?.note).toBe(last?.note);
  });

  it("is what the trail is held against: not one cut off behind it, another one, or one of another origin", async () => {
    const last = await lastCheckpoint(db.sql);
    if (!last) throw new Error("nothing was published");
    const published = { origin: "countersign/test", size: last.size, root: last.root };
    await expect(holdAgainst(db.sql, published)).resolves.toBeUndefined();
    await expect(holdAgainst(db.sql, { ...published, root: leafHash(last.root) })).rejects.toThrow(
      "not those that were",
    );
    await expect(holdAgainst(db.sql, { ...published, size: 10_000 })).rejects.toThrow("entries were cut off");
    await expect(holdAgainst(db.sql, { ...published, origin: "elsewhere" })).rejects.toThrow("is of elsewhere");
  });

  it("is never changed or taken away, nor is a witness's word on it", async () => {
    const fresh = await import("./place").then(({ migratedPlace }) => migratedPlace(db.kind));
    const own = openWriter(fresh.url);
    await own.sql
      .insertInto("checkpoint")
      .values({ size: 1, root: Buffer.alloc(32), note: "n", at: "a" })
      .execute();
    await own.sql.insertInto("cosignature").values({ size: 1, witness: "w", line: "l", at: "a" }).execute();
    await expect(own.sql.updateTable("checkpoint").set({ note: "x" }).execute()).rejects.toThrow(/never changed/);
    await expect(own.sql.deleteFrom("checkpoint").execute()).rejects.toThrow(/never changed/);
    await expect(own.sql.updateTable("cosignature").set({ line: "x" }).execute()).rejects.toThrow(/never changed/);
    await expect(own.sql.deleteFrom("cosignature").execute()).rejects.toThrow(/never changed/);
    await own.close();
    await fresh.drop();
  });
});
