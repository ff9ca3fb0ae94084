import { adoptLogKey } from "domain/desk";
import type { Actor } from "domain/staff";
import { seconds } from "domain/time";
import { type Checkpoint, parseCheckpoint } from "domain/trail/checkpoint";
import { formatVkey, judgeNote, parseNote, parseVkey, signerOf } from "domain/trail/note";
import {
  haltTrail,
  holdAgainst,
  type LogKeys,
  lastCheckpoint,
  type Published,
  publishCheckpoint,
  TrailBroken,
  whyHalted,
} from "~/checkpoint-door.server";
import { type CheckpointPlace, newestInFile } from "~/delivery/checkpoint-places.server";
import type { Door, House } from "~/door.server";
import { deskOf } from "~/facts.server";
import { trailHead } from "~/read-trail.server";
import { carryOutside } from "./carry-outside.server";

/** A checkpoint is due when the trail grew and this long passed, or when it grew by this many entries. */
export const dueAfterMs = seconds(60);
export const dueEntries = 256;
const system: Actor = { id: "system", role: "system", auth: "none", session: null };
const who = { actor: system, request: "checkpoint" } as const;

/** The keys of this desk's trail; a new signing key is entered before it signs for the first time. */
export async function logKeysOf(door: Door): Promise<LogKeys> {
  const keys = await keysOf(door);
  const own = formatVkey(keys.signer);
  if (keys.newest !== own) {
    const outcome = await door.ledger.enact({ ...who, stream: "desk", decide: adoptLogKey(own) });
    if (outcome.refused === "key-was-retired")
      throw new Error("The checkpoint key in use was retired. Put the newest one in its place.");
  }
  return keys;
}

async function keysOf(door: Door): Promise<LogKeys & { newest: string | undefined }> {
  const signer = signerOf((await trailHead(door)).origin, 1, door.secrets.checkpoint);
  const { logKeys } = await deskOf(door);
  return { signer, known: [signer, ...logKeys.flatMap((key) => parseVkey(key) ?? [])], newest: logKeys.at(-1) };
}

/** Publishes the head now, if it grew; a trail that is not what was published is halted, and the error says why. */
export async function publishNow(house: House): Promise<Published | null> {
  try {
    const published = await publishCheckpoint(house.writer, await logKeysOf(house.door), house.door.clock.now());
    if (published) console.log(`checkpoint ${published.size} ${published.root.toString("base64")}`);
    return published;
  } catch (error) {
    if (error instanceof TrailBroken) await haltTrail(house.writer, error.message);
    throw error;
  }
}

/**
 * Enters that another key signs from now on, and has the key in use so far publish the head that covers this; gives the new
 * verifier key. Told the same again after it was broken off, it goes on where it was.
 */
export async function rotateLogKey(house: House, seed: Buffer): Promise<string> {
  const keys = await keysOf(house.door);
  const next = formatVkey(signerOf(keys.signer.name, 1, seed));
  if (keys.newest !== next) {
    await logKeysOf(house.door);
    await house.door.ledger.enact({ ...who, stream: "desk", decide: adoptLogKey(next) });
  }
  await publishCheckpoint(house.writer, keys, house.door.clock.now());
  return next;
}

/** Whether a checkpoint is due: counted in entries and in the machine's own time. */
export function checkpointClock(door: Door): () => Promise<boolean> {
  let lookedAt = performance.now();
  return async () => {
    const { size } = await trailHead(door);
    const last = (await lastCheckpoint(door.reader.sql))?.size ?? 0;
    const due = size > last && (size - last >= dueEntries || performance.now() - lookedAt >= dueAfterMs);
    if (due || size === last) lookedAt = performance.now();
    return due;
  };
}

/** One turn of the worker: publishes when it is due, and carries outside what is not there yet. */
export function checkpointing(house: House, places: readonly CheckpointPlace[]): () => Promise<number> {
  const isDue = checkpointClock(house.door);
  return async () => {
    const published = (await isDue()) ? await publishNow(house) : null;
    return (await carryOutside(house, places)) + (published ? 1 : 0);
  };
}

/**
 * Holds the trail against the newest checkpoint in the database and, where there is a file outside, the newest there that a
 * key of this trail signed: lines that someone else put after it halt nobody, as long as it is within the end that is read. A
 * trail that does not continue both is halted. Gives the reason why nothing may be written, or null.
 */
export async function holdAtStart(house: House): Promise<string | null> {
  try {
    const { sql } = house.door.reader;
    const last = await lastCheckpoint(sql);
    const note = last ? parseNote(last.note) : null;
    const checkpoint = note && parseCheckpoint(note.text);
    if (last && !checkpoint) throw new TrailBroken("The newest published checkpoint cannot be read.");
    for (const one of [checkpoint, await newestOutside(house.door)]) if (one) await holdAgainst(sql, one);
  } catch (error) {
    if (!(error instanceof TrailBroken)) throw error;
    await haltTrail(house.writer, error.message);
  }
  return whyHalted(house.door.reader.sql);
}

/**
 * The newest checkpoint in the file outside that this trail's own keys vouch for; lines that others put after it are passed
 * over. Null for a file without any; throws where none is by a key of this trail, for then the trail was written anew.
 */
async function newestOutside(door: Door): Promise<Checkpoint | null> {
  const path = door.config.checkpointFile;
  const notes = path ? newestInFile(path) : [];
  const { known } = await keysOf(door);
  for (const text of notes) {
    const note = parseNote(text);
    const checkpoint = note && parseCheckpoint(note.text);
    if (note && checkpoint && known.some((key) => judgeNote(note, key) === "signed")) return checkpoint;
  }
  if (notes.length > 0)
    throw new TrailBroken("No checkpoint at the end of the file outside is signed by a key of this trail.");
  return null;
}
