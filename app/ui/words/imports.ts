import type { ImportView } from "domain/view";
import { bytesWords, countOf } from "./amounts";

export type ImportFile = "accounts" | "contacts" | "devices" | "answers";

export const importsWords = {
  title: "Imports",
  newTitle: "Import a directory",
  text: "Four CSV files, as an identity team exports them: UTF-8, a comma between cells, the header first. The good rows come in together in one step, or none of them. Importing the same files again changes nothing.",
  send: "Check and import",
  kept: "Your four files are here still, for an hour: they need not be chosen again.",
  others: "Choose other files",
  reason: "Reason",
  reasonHint: "Why this directory is imported. It stays with the import.",
  code: "Code of your authenticator",
  codeHint: "A fresh one, for these files.",
  once: "This starts at once. Refused rows are listed, with reasons, when it is done.",
  pastTitle: "Imports so far",
  none: "Nothing was imported yet.",
  started: "Started",
  by: (id: string): string => `Import ${id.slice(0, 8)}`,
};

/** What each file must hold: its columns, and which rows of it are refused. */
export const fileWords: Record<ImportFile, { label: string; columns: string; refused: string }> = {
  accounts: {
    label: "Accounts",
    columns: "account_id, username, display_name, region, created_at, status, second_factor, locale",
    refused: "Refused: an account_id twice, a created_at that is no time.",
  },
  contacts: {
    label: "Contacts",
    columns: "account_id, kind, value, verified_at",
    refused: "Refused: an unknown account, a value that is no address or phone number.",
  },
  devices: {
    label: "Devices",
    columns: "account_id, serial, model, bound_at, parent_serial",
    refused: "Refused: an unknown account, no serial, a serial of another account.",
  },
  answers: {
    label: "Answers",
    columns: "account_id, question_id, question, answer",
    refused:
      "Refused: an unknown account, an answer too short or equal to its question. Answers are never kept in clear.",
  },
};

export const importStates: Record<ImportView["state"], string> = {
  waiting: "Waiting",
  checking: "Checking",
  loading: "Loading",
  hardening: "Hardening",
  done: "Done",
  failed: "Failed",
};

/** What each state means and what comes next. */
export const importTold: Record<ImportView["state"], string> = {
  waiting: "The files are here. Checking starts in a moment.",
  checking: "Every row is read and checked. Nothing has changed yet.",
  loading: "The good rows are on their way in. They appear all at once.",
  hardening:
    "Everything is in and works. The answers are being hardened in the background; that may take hours, and needs nobody.",
  done: "Everything is in, and every answer is hardened.",
  failed: "Nothing was imported. The accounts are as they were.",
};

/** The same where some rows were refused. */
export const importToldSome = {
  hardening:
    "Everything that was not refused is in and works. The answers are being hardened in the background; that may take hours, and needs nobody.",
  done: "Everything that was not refused is in, and every answer is hardened.",
};

export const progressWords = {
  by: (who: string): string => `by ${who}`,
  hardenedHow:
    "Hardened: each answer's keyed hash is hashed once more, slowly (argon2id), so that guessing from a stolen copy stays dear.",
  read: "Read",
  notBegun: "not begun yet",
  of: (done: number, total: number): string => `${bytesWords(done)} of ${bytesWords(total)}`,
  hardened: "Answers hardened",
  left: (n: number): string => `${n.toLocaleString("en")} left`,
  added: "Added",
  same: "Unchanged",
  refused: "Refused",
  weak: "Weak answers",
  weakOf: (n: number): string =>
    `${countOf(n, "answer", "answers")} among the commonest; supervisors see it on a packet`,
  download: "Download the refused rows",
  downloadText: (n: number): string => `${countOf(n, "row", "rows")}, each with its file, line and reason`,
  failure: "What went wrong",
  live: "This page loads itself again while it runs. You can leave it and come back.",
};

export const addedWords: Record<keyof ImportView["added"], [one: string, many: string]> = {
  account: ["account", "accounts"],
  contact: ["contact", "contacts"],
  device: ["device", "devices"],
  answer: ["answer", "answers"],
};
