import { type Read, readEntry } from "domain/trail/read-entry";
import { dataProblem, isEventType } from "../entry-data";

/** Reads the bytes of an entry strictly, its data by the schema of its type; never throws. */
export const strictEntry = (bytes: unknown): Read =>
  Buffer.isBuffer(bytes) ? readEntry(bytes, problemOf) : { malformed: "they are not stored as bytes" };

const problemOf = (type: string, data: unknown): string | null =>
  isEventType(type) ? dataProblem(type, data) : "their type is not in the catalogue";
