import { countOf } from "./amounts";

export const trailWords = {
  title: "Trail",
  head: (size: number): string => countOf(size, "entry", "entries"),
  root: "Root",
  filter: "Find",
  actor: "Who",
  actorHint: "staff:…, holder:…, worker",
  type: "What",
  anyType: "Anything",
  ticket: "Ticket",
  account: "Account",
  outcome: "Outcome",
  anyOutcome: "Any",
  from: "From (UTC)",
  to: "To (UTC)",
  show: "Show",
  clear: "Clear",
  columns: { seq: "Entry", at: "When", who: "Who", what: "What", ticket: "Ticket", outcome: "Outcome" },
  older: "Older",
  newer: "Newer",
  emptyTitle: "No entry is like that",
  emptyText: "Take something out of the search, or look at all of them.",
  all: "Show all entries",
  caption: "Entries, newest first",
  entry: (seq: number): string => `Entry ${seq}`,
};

export const exportWords = {
  title: "Export",
  text: (filtered: boolean): string =>
    filtered
      ? "Every entry that fits the search above, not only this page."
      : "Every entry of the trail, not only this page.",
  proves: "JSONL holds the exact bytes that were hashed; CSV is made from them for reading.",
  format: "Format",
  csv: "CSV, for a spreadsheet",
  jsonl: "JSONL, the exact bytes",
  reason: "Reason",
  reasonHint: "It stays on the trail with the export.",
  code: "Code of your authenticator",
  codeHint: "A fresh one, for this export.",
  send: "Export",
};

export const entryWords = {
  when: "When",
  who: "Who",
  account: "Account",
  object: "Object",
  ticket: "Ticket",
  outcome: "Outcome",
  reason: "Reason",
  none: "none",
  data: "Data",
  noData: "This entry holds no data of its own.",
  exact: "The exact bytes",
  exactText: "This is what was hashed, byte for byte.",
  pretty: "The same, laid out for reading",
  leaf: "Leaf hash",
  leafText: "SHA-256 over 0x00 and the bytes (RFC 6962)",
  before: "Entry before",
  after: "Entry after",
  back: "Trail",
};
