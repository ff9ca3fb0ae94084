import { whyHalted } from "~/checkpoint-door.server";
import type { Door } from "~/door.server";
import { failedMessages } from "~/read-deliveries.server";
import { readWatch } from "~/read-trail.server";
import { placesNow } from "~/read-watch.server";
import { type ListedMember, staffRoll } from "~/staff-secrets.server";

/** One thing that was looked at. */
export interface Finding {
  what: string;
  /** Null when all is well, otherwise what to do about it. */
  todo: string | null;
  /** A desk can be run as it is. */
  isAdvice?: boolean;
}

/** What a desk that can be opened lacks: its trail, its own check of it, the places outside, the people it takes, and messages that went nowhere. */
export async function deskFindings(door: Door): Promise<Finding[]> {
  const members = (await staffRoll(door)).filter((m) => !m.isDisabled);
  const checks = [await trail(door), await ownCheck(door), ...(await outside(door))];
  return [...checks, supervisors(members), admin(members), await undelivered(door)];
}

async function trail(door: Door): Promise<Finding> {
  const why = await whyHalted(door.reader.sql);
  const todo = why && `it is halted: ${why} Run "countersign verify", then "countersign resume"`;
  return { what: "trail", todo };
}

async function ownCheck(door: Door): Promise<Finding> {
  const what = "the desk's own check of the trail";
  const { problem, verified } = await readWatch(door);
  if (problem)
    return {
      what,
      todo: `${problem.sentence} Run "countersign verify" on another machine, with a checkpoint kept there`,
    };
  return { what, todo: verified ? null : "nothing was verified yet; the worker does it", isAdvice: true };
}

async function outside(door: Door): Promise<Finding[]> {
  const places = await placesNow(door);
  if (places.length === 0)
    return [
      {
        what: "checkpoints",
        todo: "they are carried nowhere; set COUNTERSIGN_CHECKPOINT_FILE or COUNTERSIGN_WITNESSES",
        isAdvice: true,
      },
    ];
  return places.map(({ name, late, failingSince, problem }) => {
    const what = name === "file" ? "checkpoints to the file outside" : `checkpoints to ${name}`;
    if (failingSince === null) return { what, todo: null };
    const since = `they have not arrived since ${new Date(failingSince).toISOString()} (${problem})`;
    return { what, todo: since, isAdvice: !late };
  });
}

async function undelivered(door: Door): Promise<Finding> {
  const { n, capped } = await failedMessages(door);
  const todo = n === 0 ? null : `${n}${capped ? " or more" : ""} failed for good; an admin finds them at /deliveries`;
  return { what: "messages", todo, isAdvice: true };
}

/** The hardest tickets take approvals by two humans. */
function supervisors(members: readonly ListedMember[]): Finding {
  const people = new Set(members.flatMap((m) => (m.role === "supervisor" ? [m.person] : [])));
  const add = 'add them with "countersign staff add NAME --role supervisor"';
  return {
    what: "supervisors",
    todo: people.size >= 2 ? null : `there are ${people.size} of the two people it takes; ${add}`,
  };
}

/** A desk runs with one admin; a policy of its own, or an erasure at the desk, takes two humans. */
function admin(members: readonly ListedMember[]): Finding {
  const people = new Set(members.flatMap((m) => (m.role === "admin" ? [m.person] : [])));
  const add = 'with "countersign staff add NAME --role admin"';
  if (people.size === 0) return { what: "admin", todo: `there is none; add one ${add}` };
  if (people.size > 1) return { what: "admin", todo: null };
  const alone = `there is one alone, who can confirm no policy and no erasure of their own; add another ${add}`;
  return { what: "admin", todo: alone, isAdvice: true };
}
