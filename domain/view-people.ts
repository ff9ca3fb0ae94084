import { isLook, type Recorded } from "./event";
import { staffIdOf } from "./staff";
import type { PacketView } from "./view";
import { type CaseReading, whoOf } from "./view-case";

type Person = PacketView["people"][number];

/** Who did what on a ticket: one line a person, their acts as types of entries in the order they first did each. */
export function peopleOf(r: Pick<CaseReading, "ticket" | "entries" | "names" | "say">): Person[] {
  const people = new Map<string, Person>();
  for (const e of r.entries.filter((one) => isAct(one) && !isPresentSignature(one, r.ticket.round))) {
    const known = people.get(e.actor.id);
    const role = staffIdOf(e.actor.id) === null ? "" : e.actor.role;
    const person = known ?? { name: whoOf(r, e.actor.id), role, acts: [], from: e.at, to: e.at };
    const acts = person.acts.includes(e.type) ? person.acts : [...person.acts, e.type];
    people.set(e.actor.id, { ...person, role, acts, to: e.at });
  }
  return [...people.values()];
}

/** The packet lists the signatures of its own round by themselves. */
const isPresentSignature = (e: Recorded, round: number): boolean =>
  e.type === "ticket.approved" && e.data.round === round;

// Looking, being refused, a try whose result follows, and what an act brings about by itself are no acts of a person.
const noAct: ReadonlySet<string> = new Set([
  "refused",
  "packet.opened",
  "serial.attempted",
  "answers.attempted",
  "holder.notified",
  "account.notified",
  "vouch.refused",
  "vouch.opened",
  "tier.raised",
  "flag.raised",
  "hold.begun",
  "hold.started",
  "account.recovered",
  "account.frozen",
  "grant.revoked",
]);

const isAct = (e: Recorded): boolean =>
  e.actor.role !== "worker" && e.actor.role !== "system" && !noAct.has(e.type) && !isLook(e.type);
