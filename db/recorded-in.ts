import type { Recorded } from "domain/event";
import { type Entry, recordedOf } from "domain/trail/entry";

/** The event of an entry's stored bytes, as evolve() folds it. */
export const recordedIn = (bytes: Buffer): Recorded => recordedOf(JSON.parse(bytes.toString("utf8")) as Entry);
