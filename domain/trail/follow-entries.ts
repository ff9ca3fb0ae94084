import type { Case } from "./check-bundle";
import { fitsFilter } from "./fits-filter";
import { newEntryReader } from "./read-entry";
import { newReplay } from "./replay";
import { type Found, malformed, tampered } from "./verdict";

/** Takes the entries of a bundle one after another and says what is wrong with one: its form, its place, or what it claims to follow from. */
export interface Follower {
  take(line: Buffer | null, place: number | null): Found | null;
}

/** Follows a bundle's entries; the story is told only where none is withheld. */
export function newFollower({ manifest, checkpoint }: Pick<Case, "manifest" | "checkpoint">): Follower {
  const replay = manifest.kind === "full" ? newReplay() : null;
  const reader = newEntryReader(dataProblem);
  const unfit = fitsFilter(manifest);
  let last = { seq: -1, at: "" };
  return {
    take(line, place) {
      if (line?.[0] !== 0x7b) return null;
      const read = reader(line);
      const seq = place ?? last.seq + 1;
      if ("malformed" in read)
        return malformed("entry-malformed", seq, `The bytes of entry ${seq} are no entry: ${read.malformed}.`);
      const { entry } = read;
      if (place !== null && entry.seq !== place) return displaced(entry.seq, place);
      if (place === null && entry.seq <= last.seq)
        return malformed("entry-order", entry.seq, `Entry ${entry.seq} stands after entry ${last.seq}.`);
      if (entry.origin !== checkpoint.origin)
        return tampered("entry-origin", entry.seq, `Entry ${entry.seq} is of another trail.`);
      if (entry.at < last.at)
        return tampered("entry-time", entry.seq, `Entry ${entry.seq} is dated before the one it follows.`);
      last = { seq: entry.seq, at: entry.at };
      const asked = unfit(entry);
      if (asked)
        return tampered(
          "entry-unasked",
          entry.seq,
          `Entry ${entry.seq} is not what was asked for: its ${asked} differs.`,
        );
      const strange = replay && told(() => replay.follow(entry));
      return strange
        ? tampered("story", entry.seq, `Entry ${entry.seq} does not follow from those before it: ${strange}.`)
        : null;
    },
  };
}

const displaced = (seq: number, place: number): Found =>
  seq > place
    ? tampered("entry-missing", place, `Entry ${place} is missing: entry ${seq} stands in its place.`)
    : tampered("entry-inserted", place, `Entry ${seq} stands where entry ${place} belongs: a line was slipped in.`);

/** Data that its own type does not fit cannot be followed. */
function told(follow: () => string | null): string | null {
  try {
    return follow();
  } catch {
    return "its data is not of its type";
  }
}

/** `data` is an object of texts, truth values, whole numbers, lists and objects of these, as every type's is. */
function dataProblem(_type: string, data: unknown): string | null {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return "their data is no object";
  return isPlain(data) ? null : "their data holds a number that is not whole";
}

function isPlain(value: unknown): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isPlain);
}
