import { newEntryReader, type Read } from "domain/trail/read-entry";
import { dataProblem, isEventType } from "../entry-data";

/** Reads the bytes of an entry strictly, its data by the schema of its type; never throws. */
export const strictEntry = (bytes: unknown): Read =>
  Buffer.isBuffer(bytes) ? read(bytes) : { malformed: "they are not stored as bytes" };

const read = newEntryReader((type, data) =>
  isEventType(type) ? dataProblem(type, data) : "their type is not in the catalogue",
);
