import { median } from "./chance";
import type { Tier } from "./loss";
import type { Instant } from "./time";

/** One approval as watchers see it: whose work was signed by whom, and how long after its packet was first opened. */
export interface SignedApproval {
  ticket: string;
  agent: string;
  supervisor: string;
  openedAt: Instant;
  at: Instant;
  tier: Tier;
}

/** An approval and how quick it was. */
export interface Marked extends SignedApproval {
  ms: number;
  /** Quicker than the supervisor's own median for that tier. */
  quick: boolean;
  /** Quicker than half of the approvals of that agent's tickets, each measured by what its supervisor takes over those of others. */
  brisk: boolean;
}
/** Approvals with how quick each was, in one order, so that the same ones give the same report to the last digit. */
export function paced(approvals: readonly SignedApproval[]): Marked[] {
  const ordered = [...approvals].sort((a, b) => a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1));
  const timed = ordered.map((a) => ({ ...a, ms: Math.max(0, a.at - a.openedAt) }));
  const medians = new Map([...groupedBy(timed, habitOf)].map(([key, own]) => [key, median(own.map((a) => a.ms))]));
  const quick = timed.map((a) => ({ ...a, quick: a.ms < (medians.get(habitOf(a)) ?? 0) }));
  const bySupervisor = groupedBy(quick, (a) => a.supervisor);
  return [...groupedBy(quick, (a) => a.agent).values()].flatMap((own) => markBrisk(own, bySupervisor));
}

type Timed = Omit<Marked, "brisk">;

function markBrisk(own: readonly Timed[], bySupervisor: ReadonlyMap<string, readonly Timed[]>): Marked[] {
  const measured = [...groupedBy(own, habitOf).values()].flatMap((alike) => {
    const [one] = alike;
    const usual = one ? Math.max(1, usualMs(one, bySupervisor)) : 1;
    return alike.map((a) => ({ a, pace: a.ms / usual }));
  });
  const middle = median(measured.map(({ pace }) => pace));
  return measured.map(({ a, pace }) => ({ ...a, brisk: pace < middle }));
}

/** What a supervisor takes over a ticket of that tier which is another agent's; of any tier where there was none. */
function usualMs({ supervisor, agent, tier }: Timed, bySupervisor: ReadonlyMap<string, readonly Timed[]>): number {
  const others = (bySupervisor.get(supervisor) ?? []).filter((a) => a.agent !== agent);
  const alike = others.filter((a) => a.tier === tier);
  return median((alike.length > 0 ? alike : others).map((a) => a.ms));
}

const keyOf = (a: SignedApproval): string => JSON.stringify([a.ticket, a.supervisor]);
const habitOf = (a: SignedApproval): string => JSON.stringify([a.supervisor, a.tier]);

/** Things by what they have in common, in the order they came. */
export function groupedBy<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups;
}
