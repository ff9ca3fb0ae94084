import { type Instant, minutes } from "domain/time";
import { countOf } from "./amounts";
import { shortLength } from "./clock";

/** How long ago something was: "just now", "a minute ago", "3 h ago". */
export function agoWords(at: Instant, now: Instant): string {
  const gone = now - at;
  if (gone < minutes(1)) return "just now";
  return gone < minutes(2) ? "a minute ago" : `${shortLength(gone)} ago`;
}

const number = (n: number): string => n.toLocaleString("en");

export const watchWords = {
  verified: (size: number): string => `Verified up to entry ${number(size - 1)}`,
  by: "by the desk's own check",
  behind: (n: number): string => `${countOf(n, "newer entry is", "newer entries are")} next`,
  none: "Nothing was verified yet; the worker begins with the first entry.",
  goneOver: "whole trail gone over",
  notGoneOver: "whole trail not gone over yet",
  full: "tables held against entries",
  noFull: "tables not held against entries yet",
  stale: (ago: string): string => `The worker that checks was last seen ${ago}: nothing is being checked.`,
  bad: {
    "going-over": "The desk's own check does not find the trail as it was",
    verification: "The tables are not what the entries say",
  },
  badEntry: (seq: number): string => `Open entry ${number(seq)}`,
  badMeans:
    "Nothing here counts as verified until someone has run countersign verify on another machine; trust no decision that hangs on it.",
  found: "Found",
  limit: "The desk checking itself is not enough:",
  limitLink: "verify the bundle on another machine",
  limitRest: ", with a checkpoint that was kept there.",
};

export const alarmWords = {
  title: "Warnings",
  late: (place: string): string =>
    `Checkpoints have not reached ${place === "file" ? "the file outside" : place} since`,
  lateMeans: "A change to the trail since then could not be told outside.",
  doubt: "The desk's own check does not find the trail as it was, since",
  doubtEntry: (seq: number): string => `The first bad entry is ${number(seq)}.`,
  doubtMeans: "Trust no decision that hangs on it until that is looked into, and",
  doubtLink: "verify the bundle on another machine",
  wrong: "An approval looked wrong to a second supervisor,",
  wrongMeans: "What they found is on its page; while its hold runs, any supervisor can still stop it.",
  look: "Look",
};
