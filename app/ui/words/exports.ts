import type { Rendering } from "domain/export";
import type { BundleKind } from "domain/trail/bundle";
import type { ExportView, TrailFilter } from "domain/view";
import { bytesWords, countOf } from "./amounts";
import { eventLabels } from "./event-labels";
import { outcomeWords, ticketName } from "./labels";

/** What a filter asks for, in words: "everything", or what narrows it. */
export function filterWords(filter: TrailFilter): string {
  const { ticket, type, actor, account, outcome, from, to } = filter;
  const label = type === null ? null : ((eventLabels as Record<string, string>)[type] ?? type);
  const parts = [
    ticket === null ? null : `ticket ${ticketName(ticket)}`,
    label && `"${label}"`,
    actor && `by ${actor}`,
    account && `account ${account}`,
    outcome && outcomeWords[outcome].toLowerCase(),
    from || to ? [from && `from ${from}`, to && `up to ${to}`].filter(Boolean).join(" ") : null,
  ].filter(Boolean);
  return parts.length === 0 ? "everything" : parts.join(", ");
}

export const exportStates: Record<ExportView["state"], string> = {
  waiting: "Waiting",
  running: "Under way",
  done: "Done",
  failed: "Failed",
  removed: "File removed",
};

/** What each state means and what comes next. */
export const exportTold: Record<ExportView["state"], string> = {
  waiting: "The worker makes the bundle. It begins in a moment.",
  running: "The bundle is being made. Nothing of it can be taken before it is whole.",
  done: "The bundle is made.",
  failed: "No bundle was made.",
  removed: "The bundle was made, and its file has been removed since. Export again to get another.",
};

export const exportKinds: Record<BundleKind, string> = {
  full: "Whole trail",
  filtered: "Filtered, every entry accounted for",
  ticket: "One ticket, with proofs",
};

const failures: Record<string, string> = {
  "no-room": "There was no room left on the disk. Make some, then export again.",
  "folder-not-writable": "The folder for exports cannot be written to. Whoever runs the desk can put that right.",
  "broken-off": "The process that made it ended on the way. Export again.",
  stopped: "It was stopped on the way.",
};

/** Why no bundle was made, as a sentence. */
export const exportFailure = (why: string): string =>
  failures[why] ?? "Something went wrong on the way. What it was is in the worker's log.";

/** How far a bundle is. */
export function progressWords({ done, size }: Pick<ExportView, "done" | "size">): string {
  if (size === 0) return "starting";
  if (done >= size) return "packing the file";
  return `${done.toLocaleString("en")} of ${countOf(size, "entry", "entries")}`;
}

export const renderingWords: Record<Rendering, { label: string; hint: string; file: string }> = {
  csv: { label: "CSV", hint: "for a spreadsheet", file: "entries.csv" },
  ocsf: { label: "OCSF", hint: "for security data lakes", file: "entries.ocsf.jsonl" },
  ecs: { label: "ECS", hint: "for Elastic", file: "entries.ecs.jsonl" },
  cef: { label: "CEF", hint: "for ArcSight and others", file: "entries.cef" },
};

export const exportsWords = {
  title: "Exports",
  verify: "Verify a bundle",
  verifyHere: "Or verify it in this browser",
  one: (id: string): string => `Export ${id.slice(0, 8)}`,
  caption: "Bundles, newest first",
  columns: {
    asked: "Asked",
    who: "Who",
    what: "What",
    reason: "Reason",
    entries: "Entries",
    size: "Size",
    manifest: "Manifest",
    state: "State",
  },
  emptyTitle: "No bundle was made yet",
  emptyText: "An auditor makes one from the trail.",
  toTrail: "Export the trail",
  older: "Older",
  newer: "Newer",
  lines: "CSV and JSONL files that were downloaded at once are not listed here; each is an entry on the trail.",
  linesLink: "Show those entries",
  kept: "Files are kept for 7 days.",
  download: "Download",
  downloadBundle: (bytes: number): string => `Download the bundle (${bytesWords(bytes)})`,
  auditorsOnly: "Auditors download it.",
  elsewhere: "made at the command line, which kept the file",
  noReason: "not kept",
  progress: "Entries",
  live: "This page loads itself again until it is done. You can leave it and come back.",
  facts: {
    asked: "Asked",
    by: "By",
    reason: "Reason",
    what: "What",
    kind: "Bundle",
    also: "Also in it",
    older: "Proof from",
    checkpoint: "Up to",
    entries: "Shows",
    size: "Size",
    manifest: "Manifest",
    kept: "Kept until",
  },
  olderOf: (size: number): string => `your checkpoint of ${countOf(size, "entry", "entries")}`,
  checkpointOf: (size: number): string => `the checkpoint of ${countOf(size, "entry", "entries")}`,
  entriesOf: (n: number): string => countOf(n, "entry", "entries"),
  sizeOf: bytesWords,
  nothingElse: "nothing",
  manifestLabel: "manifest digest",
  manifestText: "SHA-256 of manifest.json; it stands on the trail too",
  check: "To check it, on another machine",
};

/** What each choice puts into the file. */
export const choiceWords = {
  bundle: {
    label: "Bundle that proves itself (zip)",
    hint: "Exact bytes, signed checkpoint and all it takes to check them elsewhere. It is made in the background.",
  },
  filteredBundle: {
    label: "Filtered bundle, accounting for every entry (zip)",
    hint: "What fits the search in full, every other entry by its hash: nobody can leave one out unnoticed.",
  },
  ticket: {
    label: "This ticket with proofs (a small zip)",
    hint: "The ticket's entries alone, each with a proof that it is on the trail.",
  },
  jsonl: { label: "JSONL, the exact bytes", hint: "Just the lines, at once; nothing in it proves them." },
  csv: { label: "CSV, for a spreadsheet", hint: "Just the lines, at once, made from the bytes for reading." },
};

/** What the file will hold, and of how much. */
export const holdsWords = (filter: TrailFilter, size: number): string => {
  const all = countOf(size, "entry", "entries");
  const asked = filterWords(filter);
  return asked === "everything"
    ? `The file will hold every entry of the trail: ${all} now.`
    : `The file will hold ${asked}: every entry that fits, not only this page. The trail has ${all} now.`;
};

/** What is typed on another machine to check a bundle; one asked for with an older checkpoint is held against it. */
export function checkCommand(
  { id, elsewhere, older }: Pick<ExportView, "id" | "elsewhere" | "older">,
  manifest: string,
) {
  const file = elsewhere ? "BUNDLE" : `trail-${id.slice(0, 8)}.zip`;
  const kept = older === null ? "" : " --checkpoint kept.txt";
  return `node verify.mjs --vkey KEY${kept} --manifest ${manifest} ${file}`;
}
