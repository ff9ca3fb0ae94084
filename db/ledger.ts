import type { Case, Decide } from "domain/case";
import type { DecideDesk } from "domain/desk";
import type { PolicyRef, Recorded, Verdict } from "domain/event";
import type { DecideStaff } from "domain/member";
import type { DecideRead } from "domain/reading";
import { type Actor, type Member, staffIdOf } from "domain/staff";
import { type Instant, instantOf } from "domain/time";
import type { Transaction } from "kysely";
import { appendEntries, type Head, takeHead } from "./append";
import type { Clock } from "./clock";
import { followJobs } from "./directory-job";
import type { Db, EngineKind } from "./engine";
import { openCommits } from "./group-commit";
import { type Keyed, remember, replay } from "./idempotency";
import { type Keep, keepIn } from "./keep";
import { type CaseQuery, loadCase, loadCaseFacts, loadDesk, loadMember, memberBehind } from "./load";
import { loadReadFacts, type ReadQuery } from "./load-reads";
import type { Outcome } from "./outcome";
import { queueMessages, saveCase, saveDesk, saveMember } from "./save";
import type { Tables } from "./schema";

interface Common {
  actor: Actor;
  /** The id of the request this is part of. */
  request: string;
  /** The form's idempotency key with a keyed digest of what was sent. */
  key?: Keyed;
  /** Written in the same transaction unless the decision refuses; where that hangs on what was decided, of its entries. */
  keep?: readonly Keep[] | ((entries: readonly Recorded[]) => readonly Keep[]);
}
export type Command = Common &
  (
    | { stream: "case"; account: string; ticket: string | null; query?: CaseQuery; decide: Decide }
    | { stream: "staff"; id: string; decide: DecideStaff }
    | { stream: "desk"; object?: string; decide: DecideDesk }
    | { stream: "reads"; subject: string | null; object: string | null; query?: ReadQuery; decide: DecideRead }
  );
/** Thrown by every command while the trail is not what was published of it: nothing is written any more, not even a refusal. */
export class TrailHalted extends Error {
  constructor(why: string) {
    super(`Nothing may be written: ${why} Run "countersign verify", then "countersign resume".`);
  }
}

/** The one door: nothing in the database that follows from entries changes any other way. */
export interface Ledger {
  enact(command: Command): Promise<Outcome>;
}

/** Opens the door over a writing connection; commands that wait together are committed together. */
export function openLedger(db: Db, clock: Clock): Ledger {
  const commit = openCommits(db);
  return { enact: (command) => commit((tx) => enactIn(tx, db.kind, command, clock)) };
}

async function enactIn(tx: Transaction<Tables>, kind: EngineKind, command: Command, clock: Clock): Promise<Outcome> {
  const head = await takeHead(tx, kind);
  if (head.halted !== null) throw new TrailHalted(head.halted);
  const before = command.key ? await replay(tx, command.actor.id, command.key) : null;
  if (before) return before;
  const now = Math.max(clock.now(), instantOf(head.at));
  const outcome = await decided(tx, head, command, now);
  if (outcome.refused === null) for (const k of kept(command, outcome)) await keepIn(tx, k);
  if (command.key) await remember(tx, command.actor.id, command.key, outcome, now);
  return outcome;
}

const kept = ({ keep = [] }: Command, { events }: Outcome): readonly Keep[] =>
  typeof keep === "function" ? keep(events) : keep;

function decided(tx: Transaction<Tables>, head: Head, command: Command, now: Instant): Promise<Outcome> {
  switch (command.stream) {
    case "case":
      return onCase(tx, head, command, now);
    case "staff":
      return onStaff(tx, head, command, now);
    case "desk":
      return onDesk(tx, head, command, now);
    case "reads":
      return onReads(tx, head, command, now);
  }
}

type On<S extends Command["stream"]> = Extract<Command, { stream: S }>;

async function onCase(tx: Transaction<Tables>, head: Head, c: On<"case">, now: Instant): Promise<Outcome> {
  const state: Case = await loadCase(tx, c.account, c.ticket);
  const facts = await loadCaseFacts(tx, state, c.account, c.actor, now, c.query);
  const verdict = c.decide(state, facts, now);
  const policy: PolicyRef = state.ticket?.policy ?? facts.policy;
  const entries = await enter(tx, head, c, verdict, {
    subject: c.account,
    object: c.ticket,
    policy,
    now,
    member: facts.member,
  });
  await saveCase(tx, state, entries);
  await queueMessages(tx, entries);
  await followJobs(tx, entries);
  return outcomeOf(entries);
}

async function onStaff(tx: Transaction<Tables>, head: Head, c: On<"staff">, now: Instant): Promise<Outcome> {
  const row = await tx.selectFrom("staff").select("doc").where("id", "=", c.id).executeTakeFirst();
  const target = row ? (JSON.parse(row.doc) as Member) : null;
  const { member } = await loadMember(tx, c.actor);
  const verdict = c.decide(target, { actor: c.actor, member }, now);
  const entries = await enter(tx, head, c, verdict, { subject: null, object: c.id, policy: null, now, member });
  await saveMember(tx, target, entries);
  return outcomeOf(entries);
}

async function onDesk(tx: Transaction<Tables>, head: Head, c: On<"desk">, now: Instant): Promise<Outcome> {
  const desk = await loadDesk(tx);
  const { member, samePerson } = await loadMember(tx, c.actor);
  const drafter = desk.draft ? await memberBehind(tx, desk.draft.by) : null;
  const verdict = c.decide(desk, { actor: c.actor, member, samePerson, drafter }, now);
  const entries = await enter(tx, head, c, verdict, {
    subject: null,
    object: c.object ?? null,
    policy: null,
    now,
    member,
  });
  await saveDesk(tx, desk, entries);
  return outcomeOf(entries);
}

async function onReads(tx: Transaction<Tables>, head: Head, c: On<"reads">, now: Instant): Promise<Outcome> {
  const who = { actor: c.actor, ...(await loadMember(tx, c.actor)) };
  const facts = await loadReadFacts(tx, who, now, c.query);
  const entries = await enter(tx, head, c, c.decide(facts, now), {
    subject: c.subject,
    object: c.object,
    policy: null,
    now,
    member: who.member,
  });
  return outcomeOf(entries);
}

interface Where {
  subject: string | null;
  object: string | null;
  policy: PolicyRef | null;
  now: Instant;
  member: Member | null;
}

/** Appends a verdict; a member of staff stands in the entry with the role held at this moment, not the one signed in with. */
function enter(tx: Transaction<Tables>, head: Head, c: Common, verdict: Verdict, at: Where): Promise<Recorded[]> {
  const { member, ...where } = at;
  const actor = member && staffIdOf(c.actor.id) === member.id ? { ...c.actor, role: member.role } : c.actor;
  return appendEntries(tx, head, verdict, { actor, request: c.request, ...where });
}

function outcomeOf(events: Recorded[]): Outcome {
  const first = events[0];
  return { refused: first?.type === "refused" ? first.data.reason : null, events, replayed: false };
}
