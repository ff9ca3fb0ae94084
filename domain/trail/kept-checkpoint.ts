import { parseNote } from "./note";

/** More than a note can be: so much from its end is read of a kept file, however long it grew. */
export const mostKeptBytes = 200_000;

/**
 * The note in what was kept of a trail: a signed note as it is, or the last line of a file that a desk carries its
 * checkpoints to, one `{"size":…,"note":…}` a line; null where there is neither.
 */
export function keptNote(kept: string): string | null {
  return parseNote(kept) ? kept : lastNote(kept);
}

/** The note in the last line of such a file, or null where that line holds none. */
export const lastNote = (lines: string): string | null => noteOf(lines.trimEnd().split("\n").at(-1) ?? "");

/** The note in one line of such a file, or null where it holds none. */
export function noteOf(line: string): string | null {
  try {
    const { note } = JSON.parse(line) as { note?: unknown };
    return typeof note === "string" ? note : null;
  } catch {
    return null;
  }
}
