import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { EngineKind } from "./engine";
import { migrate, migrateKeys } from "./migrate";

/** A place for one database of one engine, its keys and a folder of its own: made for tests, dropped by them. */
export interface Place {
  kind: EngineKind;
  url: string;
  keysUrl: string;
  folder: string;
}
export type Droppable = Place & { drop(): Promise<void> };

/** Makes a place with a migrated database, as a copy where this run of the tests has one to copy; the caller drops it. */
export async function makePlace(kind: EngineKind): Promise<Droppable> {
  const template = templates()[kind];
  return template ? copyPlace(template) : migratedPlace(kind);
}

/** Makes a place with a database migrated for it alone, whose trail is no other's; the caller drops it. */
export async function migratedPlace(kind: EngineKind): Promise<Droppable> {
  const place = await emptyPlace(kind);
  await migrate(place.url, "countersign/test", Date.now());
  await migrateKeys(place.keysUrl);
  return place;
}

/** Makes a place whose database holds nothing yet, not even tables; the caller drops it. */
export const emptyPlace = (kind: EngineKind): Promise<Droppable> => placeIn(kind, newFolder(), null);

/** Copies a place that no process works with: the folder with its files, and the database of a server by its own means. */
export function copyPlace(from: Place): Promise<Droppable> {
  const folder = newFolder();
  cpSync(from.folder, folder, { recursive: true });
  return placeIn(from.kind, folder, from);
}

/** Takes over a place that another process made, to drop it. */
export const droppable = (place: Place): Droppable => ({ ...place, drop: () => drop(place) });

/** Migrated places that a run of the tests made once, and that no process works with, by engine. */
type Templates = Partial<Record<EngineKind, Place>>;
const templates = (): Templates => JSON.parse(process.env.COUNTERSIGN_TEST_TEMPLATES ?? "{}");

/** Makes known what `makePlace` copies, to this process and those it starts. */
export function setTemplates(made: Templates): void {
  process.env.COUNTERSIGN_TEST_TEMPLATES = JSON.stringify(made);
}

const newFolder = (): string => mkdtempSync(join(tmpdir(), "countersign-test-"));

async function placeIn(kind: EngineKind, folder: string, from: Place | null): Promise<Droppable> {
  const keysUrl = `sqlite:${join(folder, "keys.db")}`;
  const url = kind === "sqlite" ? `sqlite:${join(folder, "countersign.db")}` : await createPostgres(from);
  return droppable({ kind, url, keysUrl, folder });
}

async function drop(place: Place): Promise<void> {
  if (place.kind === "postgres") await onServer(`drop database if exists ${databaseOf(place)} with (force)`);
  rmSync(place.folder, { recursive: true, force: true });
}

async function createPostgres(from: Place | null): Promise<string> {
  const name = `countersign_${randomBytes(6).toString("hex")}`;
  const url = new URL(serverUrl());
  await onServer(`create database ${name}${from ? ` template ${databaseOf(from)}` : ""}`);
  url.pathname = `/${name}`;
  return url.href;
}

const databaseOf = (place: Place): string => new URL(place.url).pathname.slice(1);

function serverUrl(): string {
  const url = process.env.COUNTERSIGN_TEST_POSTGRES_URL;
  if (!url) throw new Error("COUNTERSIGN_TEST_POSTGRES_URL names no PostgreSQL; `npm test` starts one.");
  return url;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
