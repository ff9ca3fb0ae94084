import type { SignedApproval } from "./approval-pace";
import type { Tier } from "./loss";
import { days, hours, type Instant, minutes, seconds } from "./time";

/** Support for tests of watching: a desk whose people have shifts, days off, habits and easier or harder tickets, told by a seed. */

export const agents = ["ada", "bob", "cai", "dee", "eli", "fay"];
export const supervisors = ["sam", "max", "lou", "kim", "joe"];
export interface Planted {
  agent: string;
  supervisor: string;
}
interface Telling {
  tickets?: number;
  /** Over how many days they are spread. */
  over?: number;
  /** A pair that colludes: most of the agent's tickets are kept for that supervisor, who hardly reads them. */
  planted?: Planted | null;
}
const begin: Instant = Date.parse("2026-01-05T00:00:00.000Z");

/** The approvals of so many tickets: one for T1 to T3, two for T4. */
export function simulated(seed: number, { tickets = 300, over = 30, planted = null }: Telling = {}): SignedApproval[] {
  const random = randomFrom(seed);
  const people = {
    agents: agents.map((_, i) => personOf(random, i)),
    supervisors: supervisors.map((_, i) => personOf(random, i)),
  };
  return Array.from({ length: tickets }, (_, n) => {
    const at = begin + Math.floor(random() * over) * days(1) + hours(6) + Math.floor(random() * hours(16));
    const agent = agents[onDuty(random, people.agents, at)] ?? "";
    return approvalsOf(random, { ticket: `t${n}`, agent, at }, people.supervisors, planted);
  }).flat();
}

interface Person {
  off: [number, number];
  late: boolean;
  /** How eager they are, and how long they take over a packet. */
  weight: number;
  ms: number;
}

function personOf(random: () => number, i: number): Person {
  const off = Math.floor(random() * 7);
  const ms = minutes(2) + Math.floor(random() * minutes(4));
  return { off: [off, (off + 1) % 7], late: i % 2 === 1, weight: 0.6 + random(), ms };
}

const tierOf = (random: () => number): Tier => {
  const x = random();
  return x < 0.35 ? "T1" : x < 0.5 ? "T2" : x < 0.85 ? "T3" : "T4";
};
const harder: Record<Tier, number> = { T1: 0.5, T2: 0.8, T3: 1, T4: 1.8 };

function approvalsOf(
  random: () => number,
  { ticket, agent, at: submittedAt }: { ticket: string; agent: string; at: Instant },
  people: readonly Person[],
  planted: Planted | null,
): SignedApproval[] {
  const tier = tierOf(random);
  const easy = agent === "fay" ? 0.6 : 1;
  const picked: number[] = [];
  return Array.from({ length: tier === "T4" ? 2 : 1 }, () => {
    const kept = planted?.agent === agent && random() < 0.6 ? supervisors.indexOf(planted.supervisor) : -1;
    const colluding = kept >= 0 && !picked.includes(kept);
    const openedAt = whenOpened(random, submittedAt, colluding ? people[kept] : undefined);
    const who = colluding ? kept : onDuty(random, people, openedAt, picked);
    picked.push(who);
    const usual = (people[who]?.ms ?? minutes(3)) * harder[tier] * easy;
    const ms = colluding ? seconds(25) * spread(random, 0.5) : usual * spread(random, 0.7);
    return { ticket, agent, supervisor: supervisors[who] ?? "", openedAt, at: openedAt + Math.round(ms), tier };
  });
}

/** Within some hours; a colluding supervisor gets to it in the first hour they are at work. */
function whenOpened(random: () => number, submittedAt: Instant, waitsFor: Person | undefined): Instant {
  let at = submittedAt + minutes(5) + Math.floor(random() * hours(3));
  while (waitsFor && !isOn(waitsFor, at)) at += hours(1);
  return at;
}

const weekday = (at: Instant): number => new Date(at).getUTCDay();
const hourOf = (at: Instant): number => new Date(at).getUTCHours();
/** Early from six to two, late from two to ten; what is over at ten waits for nobody in particular. */
const isOn = (p: Person, at: Instant): boolean => !p.off.includes(weekday(at)) && p.late === hourOf(at) >= 14;

function onDuty(random: () => number, people: readonly Person[], at: Instant, not: readonly number[] = []): number {
  const free = people.flatMap((p, i) => (not.includes(i) ? [] : [{ p, i }]));
  const on = free.filter(({ p }) => isOn(p, at));
  const from = on.length > 0 ? on : free;
  let x = random() * from.reduce((sum, { p }) => sum + p.weight, 0);
  for (const { p, i } of from) {
    x -= p.weight;
    if (x <= 0) return i;
  }
  return from[0]?.i ?? 0;
}

/** A log-normal factor around one. */
function spread(random: () => number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(sigma * normal);
}

/** A seeded generator (mulberry32): the same numbers for the same seed, everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
