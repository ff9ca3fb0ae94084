import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { Db, Store } from "./engine";
import type { Keep } from "./keep";
import { freshBytes } from "./random";
import type { KeyTables, Tables } from "./schema";

/** The one place of personal data: AES-256-GCM under a key per owner, wrapped by a key that is in neither store. */
export interface Vault {
  /** Encrypts a value for its owner (an account id, or `staff:<id>`); the result is written by the ledger or an import. */
  seal(owner: string, id: string, field: string, value: string | Buffer): Promise<Extract<Keep, { keep: "vault" }>>;
  /** The value of a field, or null when it, or its owner's key, is gone. */
  open(id: string, field: string): Promise<Buffer | null>;
  /** Several rows at once, by `id/field`; absent ones are left out. */
  openMany(ids: readonly string[]): Promise<Map<string, Buffer>>;
  /** Keys for many owners at once, made where missing: what an import uses. */
  keysFor(owners: readonly string[]): Promise<Map<string, Buffer>>;
  /** Encrypts with a key already at hand. */
  sealWith(
    key: Buffer,
    owner: string,
    id: string,
    field: string,
    value: string | Buffer,
  ): Extract<Keep, { keep: "vault" }>;
}

export interface WrappingKey {
  version: number;
  key: Buffer;
}

/** Opens the vault over a reading connection and the separate key store. */
export function openVault(reader: Db, keys: Store<KeyTables>, wrapping: WrappingKey): Vault {
  const keysFor = (owners: readonly string[]) => keysOf(keys.sql, wrapping, owners, true);
  const openMany = (ids: readonly string[]) => openAll(reader.sql, keys.sql, wrapping, ids);
  return {
    keysFor,
    openMany,
    sealWith,
    seal: async (owner, id, field, value) => sealWith(keyIn(await keysFor([owner]), owner), owner, id, field, value),
    open: async (id, field) => (await openMany([id])).get(`${id}/${field}`) ?? null,
  };
}

/** Field values are bound to their row: the additional data is `id/field`. */
const sealWith: Vault["sealWith"] = (key, owner, id, field, value) => ({
  keep: "vault",
  id,
  owner,
  field,
  box: seal(key, `${id}/${field}`, value),
});

/** A box is nonce (12 bytes) || ciphertext || tag (16 bytes). */
export function seal(key: Buffer, boundTo: string, value: string | Buffer): Buffer {
  const nonce = freshBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(boundTo, "utf8"));
  const body = Buffer.concat([cipher.update(value), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

/** The inverse of seal; throws when a byte, the key or the binding is another. */
export function unseal(key: Buffer, boundTo: string, box: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, box.subarray(0, 12)).setAAD(Buffer.from(boundTo, "utf8"));
  decipher.setAuthTag(box.subarray(-16));
  return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]);
}

type Sql = Kysely<Tables> | Transaction<Tables>;

async function openAll(
  sql: Sql,
  keySql: Kysely<KeyTables>,
  wrapping: WrappingKey,
  ids: readonly string[],
): Promise<Map<string, Buffer>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.selectFrom("vault").selectAll().where("id", "in", ids).execute();
  const keys = await keysOf(keySql, wrapping, [...new Set(rows.map((r) => r.owner))], false);
  const opened = new Map<string, Buffer>();
  for (const row of rows) {
    const key = keys.get(row.owner);
    if (key) opened.set(`${row.id}/${row.field}`, unseal(key, `${row.id}/${row.field}`, row.box));
  }
  return opened;
}

async function keysOf(
  sql: Kysely<KeyTables>,
  wrapping: WrappingKey,
  owners: readonly string[],
  make: boolean,
): Promise<Map<string, Buffer>> {
  if (owners.length === 0) return new Map();
  const found = await read(sql, wrapping, owners);
  const missing = make ? owners.filter((o) => !found.has(o)) : [];
  if (missing.length === 0) return found;
  const rows = missing.map((owner) => ({
    owner,
    wrapped: seal(wrapping.key, owner, freshBytes(32)),
    wrapping: wrapping.version,
  }));
  await sql
    .insertInto("owner_key")
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute();
  // Two makers of one key: the first row stands, so it is read back rather than believed.
  return new Map([...found, ...(await read(sql, wrapping, missing))]);
}

async function read(
  sql: Kysely<KeyTables>,
  wrapping: WrappingKey,
  owners: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await sql.selectFrom("owner_key").select(["owner", "wrapped"]).where("owner", "in", owners).execute();
  return new Map(rows.map((r) => [r.owner, unseal(wrapping.key, r.owner, r.wrapped)]));
}

function keyIn(keys: Map<string, Buffer>, owner: string): Buffer {
  const key = keys.get(owner);
  if (!key) throw new Error("The key store did not keep a new key.");
  return key;
}
