import type { Role } from "domain/staff";
import type { ReadersSpan } from "domain/view";
import { countOf } from "./amounts";
import { daysWords } from "./clock";

export const readersWords = {
  title: "Readers",
  spans: { today: "Today", "7-days": "7 days", "30-days": "30 days" } satisfies Record<ReadersSpan, string>,
  spansTitle: "Span",
  between: (from: string, to: string): string => `${daysWords(from, to)}, UTC`,
  caption: "Members of staff by what they looked at, the furthest above their role's median on top",
  columns: {
    who: "Who",
    compared: "Beside their role",
    search: "Searches",
    ticket: "Tickets",
    packet: "Packets",
    photo: "Photos",
    purchase: "Receipts",
    reveal: "Reveals",
    account: "Accounts",
    trail: "Trail",
    entry: "Entries",
    export: "Exports",
    download: "Downloads",
    import: "Imports",
    readers: "Readers",
  },
  /** The same in a sentence, for a phone. */
  counted: {
    search: ["search", "searches"],
    ticket: ["ticket", "tickets"],
    packet: ["packet", "packets"],
    photo: ["photo", "photos"],
    purchase: ["proof of purchase", "proofs of purchase"],
    reveal: ["value in clear", "values in clear"],
    account: ["account", "accounts"],
    trail: ["trail search", "trail searches"],
    entry: ["entry", "entries"],
    export: ["export", "exports"],
    download: ["download", "downloads"],
    import: ["import", "imports"],
    readers: ["look at this page", "looks at this page"],
  } as const,
  missed: (n: number): string => `${n.toLocaleString("en")} found nothing`,
  of: (n: number): string => `of ${n.toLocaleString("en")}`,
  outside: (n: number): string => `${n.toLocaleString("en")} outside`,
  none: "none outside",
  times: (n: number): string => `${n.toLocaleString("en", { maximumFractionDigits: 1 })} times the median`,
  median: (n: number, role: Role): string => `median of the other ${plural[role]} ${n.toLocaleString("en")}`,
  alone: (role: Role): string => `no other of the ${plural[role]} looked at anything`,
  looks: (n: number): string => countOf(n, "look in all", "looks in all"),
  left: "no longer here",
  emptyTitle: "Nobody looked at anything",
  emptyText: "Choose a longer span.",
  how: "How this is counted",
  howText: [
    "Every search, every ticket, packet, photo, proof of purchase and account that was opened, every value that was shown in clear, every export and its download, every look at the trail, at an import and at this page is an entry; each is counted on its UTC day, in the same step that enters it. A full verification counts them again.",
    "A look is outside when its reader had no part in that ticket by then: had done nothing on it but look, and was not handed it. A search is outside when its reader had no part in any ticket of the account that was found; one that finds nothing is outside too. So the search before a ticket is opened counts as outside: compare with the median, not with none.",
    "Agents and supervisors are compared by what was outside, auditors and admins, who have no tickets, by all they looked at; each with the median of the others of their role who looked at anything in the span.",
  ],
  counting: (counted: number, size: number): string =>
    `Earlier entries are still being counted: ${counted.toLocaleString("en")} of ${size.toLocaleString("en")}.`,
  next: "Next",
  previous: "Previous",
};

const plural: Record<Role, string> = {
  agent: "agents",
  supervisor: "supervisors",
  auditor: "auditors",
  admin: "admins",
};
