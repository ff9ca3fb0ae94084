import type { Holder } from "./holders";

/** A character and one that looks like it: together they are two devices. */
const alike: Record<string, string> = {
  "0": "O",
  "1": "I",
  "2": "Z",
  "5": "S",
  "6": "G",
  "8": "B",
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  Z: "2",
  S: "5",
  G: "6",
  B: "8",
};

/** A serial that only looks like one of the holder's, and some that are none of theirs. */
export function wrongSerials(holder: Holder): { near: string; misses: string[] } {
  const short = holder.serials.map(shortOf).find((s) => alike[s[0] ?? ""]);
  if (!short) throw new Error(`No serial of ${holder.username} begins with a character that looks like another.`);
  const near = `${alike[short[0] ?? ""]}${short.slice(1)}`;
  return { near, misses: ["900000017", "900000025", "900000033", "900000041"] };
}

/** The nine characters after the region in a whole label, or the serial itself when it is only those. */
export const shortOf = (serial: string): string =>
  /\d{8}(?:[A-Z]{2})?(?:CH|TW|JP|EU|WR|RR)([A-Z0-9]{9})/.exec(serial)?.[1] ?? serial.slice(-9);
