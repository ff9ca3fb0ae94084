import { type FigureId, mostRows, type ReportSpan } from "domain/figures";
import type { TicketState } from "domain/ticket";
import type { PairRow } from "domain/view-report";
import type { PairReason } from "domain/watchers";
import { capital, countOf } from "./amounts";
import { daysWords } from "./clock";
import { stateWords } from "./labels";

export const spanWords: Record<ReportSpan, string> = {
  today: "Today",
  "7-days": "7 days",
  "30-days": "30 days",
  "90-days": "90 days",
};

const number = (n: number): string => n.toLocaleString("en");
const tenth = (n: number): string => n.toLocaleString("en", { maximumFractionDigits: 1 });

interface FigureWords {
  title: string;
  /** What one row is. */
  row: string;
  /** What the figure says, for who does not see it. */
  desc: string;
  /** More about how it is counted. */
  note: string;
  empty: string;
}
export const figureWords: Record<FigureId, FigureWords> = {
  backlog: {
    title: "Backlog and age",
    row: "State",
    desc: "Live tickets by state, each divided by how long ago they were opened.",
    note: "As of now, whatever the span.",
    empty: "No ticket is live.",
  },
  outcomes: {
    title: "Outcomes by tier",
    row: "Tier",
    desc: "Tickets that ended in the span by tier, each divided by how they ended.",
    note: "Under the tier they ended with.",
    empty: "No ticket ended in this span.",
  },
  "time-to-recover": {
    title: "Time to recover",
    row: "Tier",
    desc: "From opening a ticket to the holder using the link: the median and what nine in ten do not exceed.",
    note: "Recoveries of the span, holds included.",
    empty: "No one recovered an account in this span.",
  },
  refusals: {
    title: "Refusals by reason",
    row: "Reason",
    desc: "How often each reason was given for a refusal in the span, the commonest on top.",
    note: "Every refusal counts, of people and of the worker.",
    empty: "Nothing was refused in this span.",
  },
  factors: {
    title: "Factor yield",
    row: "Factor",
    desc: "How often each factor was checked in the span, divided by whether it passed.",
    note: "What was declined, or a wrong number, did not pass. Codes of new contacts prove nothing and are not counted.",
    empty: "Nothing was checked in this span.",
  },
  pairs: {
    title: "Who approves whose work",
    row: "Agent and supervisor",
    desc: "Approvals of an agent's tickets by a supervisor beside what chance would give, the oddest pair on top.",
    note: "",
    empty: "No ticket was approved in this span.",
  },
};

const seriesNames: Record<string, string> = {
  "under-a-day": "under a day",
  "under-3-days": "1 to 3 days",
  "under-a-week": "3 to 7 days",
  older: "older",
  "grant.redeemed": "completed",
  "ticket.rejected": "rejected",
  "ticket.cancelled": "cancelled",
  "ticket.expired": "expired",
  median: "median",
  p90: "90th percentile",
  recovered: "recoveries",
  refused: "refusals",
  passed: "passed",
  "not-passed": "did not pass",
  approvals: "approvals",
  expected: "by chance",
};
export const seriesWords = (name: string): string => seriesNames[name] ?? name;

const factorNames: Record<string, string> = {
  serial: "Serial",
  answers: "Security answers",
  photo: "Photo of a label",
  "contact-code": "Code to a registered contact",
  "saved-code": "Saved recovery code",
  vouch: "Someone who vouches",
  purchase: "Proof of purchase",
};

/** A row's name in words. */
export function rowWords(figure: FigureId, name: string): string {
  if (figure === "backlog") return stateWords[name as TicketState] ?? name;
  if (figure === "factors") return factorNames[name] ?? name;
  if (figure === "time-to-recover") return name === "all" ? "All tiers" : name;
  return figure === "refusals" ? capital(name.replaceAll("-", " ")) : name;
}

export const pairName = (p: Pick<PairRow, "agentName" | "supervisorName">): string =>
  `${p.agentName} and ${p.supervisorName}`;

/** Why a pair stands where it does, in a sentence. */
export function pairReason(r: PairReason): string {
  switch (r.why) {
    case "more-than-chance":
      return `${countOf(r.approvals, "approval", "approvals")} where chance would give ${tenth(r.expected)}.`;
    case "quicker":
      return `${number(r.quick)} of ${number(r.of)} quicker than this supervisor's own median; ${seconds(r.seconds)} after opening, where others' tickets take ${seconds(r.ownSeconds)}.`;
    case "under-a-minute":
      return `${number(r.n)} of ${number(r.of)} within a minute of opening the packet.`;
    case "share-of-agent":
      return `${number(r.signed)} of this agent's ${countOf(r.tickets, "approved ticket", "approved tickets")} signed by this one supervisor.`;
  }
}

/** Seconds as people say them: "45 s", "4 min 10 s". */
export function seconds(n: number): string {
  if (n < 120) return `${number(n)} s`;
  const [minutes, rest] = [Math.floor(n / 60), n % 60];
  return n < 600 && rest > 0 ? `${minutes} min ${rest} s` : `${number(minutes)} min`;
}

/** A small chance: "1 in 20,000". */
export function chanceWords(p: number): string {
  if (p >= 0.5) return "likely";
  return p < 1e-9 ? "under 1 in 1,000,000,000" : `1 in ${number(Math.round(1 / p))}`;
}

export const reportWords = {
  title: "Reports",
  spansTitle: "Span",
  between: (from: string, to: string): string => `${daysWords(from, to)}, UTC`,
  odd: (n: number): string =>
    n === 1
      ? "One pair stands out in who approves whose work"
      : `${number(n)} pairs stand out in who approves whose work`,
  oddMeans: "A number is no proof. Read their tickets, and ask someone who had no hand in them to look again.",
  oddLink: "See the figures",
  csv: "CSV",
  svg: "SVG",
  download: (figure: string, format: string): string => `Download "${figure}" as ${format}`,
  cut: `There is more: only the newest ${number(mostRows)} of each kind are counted.`,
  bound: `Each figure counts at most the newest ${number(mostRows)} of each kind in the span, and says so where that leaves any out. Reports hold no personal data of holders; a look at them and each download is an entry.`,
  moreRows: (n: number): string => `The chart shows the first ${number(n)}; the table has them all.`,
  morePairs: (n: number, of: number): string => `The first ${number(n)} of ${number(of)} pairs; the CSV has them all.`,
  approvals: (n: number): string => `Of ${countOf(n, "approval", "approvals")}.`,
  standsOut: "Stands out",
  pairColumns: {
    pair: "Pair",
    approvals: "Approvals",
    expected: "By chance",
    share: "Of the agent's",
    median: "Median after opening",
    own: "With others",
    minute: "Within a minute",
    day: "Most in a day",
    chance: "Chance",
  },
  how: "How pairs are compared",
  howText: [
    "People who work the same hours meet more often. So chance is asked shift by shift (eight hours, UTC): with as many approvals of each agent's tickets, and as many by each supervisor, as there were in the shift, how often would these two meet so often or more? That is Fisher's exact test, over all shifts.",
    "The same is asked of time: of a supervisor's approvals half are quicker than their own median for that tier. How often would so many quick ones fall to one agent? It counts only as far as it is odd for that agent too, whose packets may simply be easy to read. The time runs from a supervisor's first look at the packet to the approval.",
    "Both chances are put together (Fisher), and corrected for how many pairs there are (Holm): a pair stands out below 1 in 100, from five approvals on. So chance alone makes anyone stand out in at most one report of a hundred.",
    "It knows no rotas, teams or hand-overs by name. Who are alone in a shift cannot meet more often than they must, and only their time can tell.",
  ],
};

/** The columns of the file of pairs. */
export const pairCsvHeader = [
  "agent",
  "supervisor",
  "approvals",
  "expected by chance",
  "tickets signed",
  "tickets of the agent",
  "median seconds after opening",
  "median seconds with other agents",
  "within a minute",
  "quicker than own median",
  "most in a day",
  "chance of as many",
  "chance of as quick",
  "chance of both",
  "corrected for all pairs",
  "stands out",
  "reasons",
] as const;
