import type { SignedApproval } from "./approval-pace";
import { median, quantile } from "./chance";
import type { EventType, FactorKind } from "./event";
import { type FigureId, mostRows } from "./figures";
import { type Tier, tiers } from "./loss";
import { isLive, type TicketState, ticketStates } from "./ticket";
import { days, type Instant, type Millis } from "./time";

export interface LiveRow {
  state: TicketState;
  openedAt: Instant;
}
export interface EndedRow {
  how: "grant.redeemed" | "ticket.rejected" | "ticket.cancelled" | "ticket.expired";
  tier: Tier;
  openedAt: Instant;
  at: Instant;
}
export interface RefusalRow {
  reason: string;
  n: number;
}
export interface CheckRow {
  type: keyof typeof factorOf;
  passed: boolean;
  n: number;
}
/** What the read side brings of a span; of each kind at most `mostRows`, and one more where there is more. */
export interface ReportRows {
  live: LiveRow[];
  ended: EndedRow[];
  refusals: RefusalRow[];
  checks: CheckRow[];
  approvals: SignedApproval[];
}

/** One figure: a name for each column of numbers, and rows; words are made of the names. */
export interface Figure {
  id: FigureId;
  series: readonly string[];
  rows: { name: string; values: number[] }[];
  /** There was more than is counted: these are the newest. */
  cut: boolean;
}

/** The figures about tickets, in the order they are shown. */
export const figuresOf = (rows: ReportRows, now: Instant): Figure[] => [
  backlog(rows.live, now),
  outcomes(rows.ended),
  timeToRecover(rows.ended),
  refusals(rows.refusals),
  factors(rows.checks),
];

const ages = [
  { name: "under-a-day", ms: days(1) },
  { name: "under-3-days", ms: days(3) },
  { name: "under-a-week", ms: days(7) },
  { name: "older", ms: Number.POSITIVE_INFINITY },
] as const;

function backlog(live: readonly LiveRow[], now: Instant): Figure {
  const ageOf = (r: LiveRow): number => ages.findIndex(({ ms }) => now - r.openedAt < ms);
  const rows = ticketStates.filter(isLive).map((state) => {
    const own = live.filter((r) => r.state === state).map(ageOf);
    return { name: state, values: ages.map((_, i) => own.filter((age) => age === i).length) };
  });
  const cut = rows.some((r) => r.values.reduce((sum, n) => sum + n, 0) > mostRows);
  return { id: "backlog", series: ages.map((a) => a.name), rows, cut };
}

const endings = ["grant.redeemed", "ticket.rejected", "ticket.cancelled", "ticket.expired"] as const;

function outcomes(ended: readonly EndedRow[]): Figure {
  const count = (tier: Tier, how: EndedRow["how"]) => ended.filter((r) => r.tier === tier && r.how === how).length;
  const rows = tiers.map((tier) => ({ name: tier, values: endings.map((how) => count(tier, how)) }));
  return { id: "outcomes", series: endings, rows, cut: isCutByKind(ended) };
}

const isCutByKind = (ended: readonly EndedRow[]): boolean =>
  endings.some((how) => ended.filter((r) => r.how === how).length > mostRows);

function timeToRecover(ended: readonly EndedRow[]): Figure {
  const recovered = ended.filter((r) => r.how === "grant.redeemed");
  const rowOf = (name: string, some: readonly EndedRow[]) => {
    const took: Millis[] = some.map((r) => r.at - r.openedAt);
    return { name, values: [median(took), quantile(took, 0.9), took.length] };
  };
  const rows = tiers.map((tier) =>
    rowOf(
      tier,
      recovered.filter((r) => r.tier === tier),
    ),
  );
  const cut = recovered.length > mostRows;
  return {
    id: "time-to-recover",
    series: ["median", "p90", "recovered"],
    rows: [...rows, rowOf("all", recovered)],
    cut,
  };
}

function refusals(said: readonly RefusalRow[]): Figure {
  const rows = [...said].sort((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1));
  return {
    id: "refusals",
    series: ["refused"],
    rows: rows.map((r) => ({ name: r.reason, values: [r.n] })),
    cut: said.reduce((sum, r) => sum + r.n, 0) > mostRows,
  };
}

/** Which factor an entry of each of these types is a result of. */
const factorOf = {
  "serial.checked": "serial",
  "answers.checked": "answers",
  "photo.judged": "photo",
  "photo.declined": "photo",
  "possession.confirmed": "contact-code",
  "contact.code-refused": "contact-code",
  "saved-code.checked": "saved-code",
  "vouch.given": "vouch",
  "vouch.refused": "vouch",
  "purchase.judged": "purchase",
  "purchase.declined": "purchase",
} as const satisfies Partial<Record<EventType, FactorKind>>;

function factors(checks: readonly CheckRow[]): Figure {
  const sum = (some: readonly CheckRow[]) => some.reduce((n, r) => n + r.n, 0);
  const rows = [...new Set(Object.values(factorOf))].map((name) => {
    const own = checks.filter((r) => factorOf[r.type] === name);
    return { name, values: [sum(own.filter((r) => r.passed)), sum(own.filter((r) => !r.passed))] };
  });
  const byType = (type: string) => sum(checks.filter((r) => r.type === type));
  return {
    id: "factors",
    series: ["passed", "not-passed"],
    rows,
    cut: Object.keys(factorOf).some((type) => byType(type) > mostRows),
  };
}
