import { type Account, evolveAccount } from "./account";
import { type Case, type CaseFacts, type Decide, resemblesNothing } from "./case";
import { type Event, type EventType, event, type Recorded, type Verdict } from "./event";
import type { Contact } from "./loss";
import { evolveMember } from "./member";
import { documentOf, policyRef, standard } from "./policies";
import type { RiskFacts } from "./risk";
import { type Actor, type Member, type Role, staffIdOf } from "./staff";
import { fail, holds, type Wanted } from "./testing-match";
import { evolveTicket, type Ticket, type TicketState } from "./ticket";
import { days, type Instant, type Millis } from "./time";

/** Support for the domain's tests: cases told as stories, folded from entries exactly as the ledger folds them. */

export const monday: Instant = Date.parse("2026-03-02T09:00:00.000Z");
export const account = "acc-hal";

const staffActor = (id: string, role: Role): Actor => ({ id: `staff:${id}`, role, auth: "password+totp", session: id });
export const ada = staffActor("ada", "agent");
export const bob = staffActor("bob", "agent");
export const sam = staffActor("sam", "supervisor");
export const max = staffActor("max", "supervisor");
export const lou = staffActor("lou", "supervisor");
export const ivy = staffActor("ivy", "auditor");
export const rob = staffActor("rob", "admin");
export const hal: Actor = { id: `holder:${account}`, role: "holder", auth: "password+totp", session: "hal" };
export const anyone: Actor = { id: "anyone", role: "anyone", auth: "link", session: null };
export const worker: Actor = { id: "worker", role: "worker", auth: "none", session: null };
export const requesterOf = (ticket: string): Actor => ({
  id: `requester:${ticket}`,
  role: "requester",
  auth: "code",
  session: "portal",
});

export const longAgo: Instant = monday - days(2000);
export const mail: Contact = { id: "c-mail", kind: "email", since: longAgo, endedAt: null };
export const phone: Contact = { id: "c-phone", kind: "phone", since: longAgo, endedAt: null };

type World = Pick<
  CaseFacts,
  | "record"
  | "imported"
  | "devices"
  | "questions"
  | "joined"
  | "policy"
  | "rules"
  | "nextNumber"
  | "tried"
  | "clockJump"
  | "ownAccount"
  | "resembles"
  | "openedLately"
  | keyof RiskFacts
>;
/** Nothing is known against the request. */
export const noRisk: RiskFacts = {
  history: [],
  elsewhere: [],
  knockedOut: false,
  staffAccount: false,
  staffContact: false,
  approvedBefore: [],
};
const world: World = {
  record: { id: account, createdAt: longAgo, status: "active", secondFactor: "none" },
  imported: [mail, phone],
  devices: 3,
  questions: ["q1", "q2", "q3", "q4"],
  joined: { device: null, questions: {} },
  policy: policyRef("standard"),
  rules: standard,
  resembles: resemblesNothing,
  openedLately: 0,
  ...noRisk,
  nextNumber: 1001,
  tried: false,
  clockJump: false,
  ownAccount: false,
};

/** A member as folded from the staff stream; `person` joins the accounts of one human. */
export const memberOf = (id: string, role: Role, person = id): Member => ({
  id,
  person,
  role,
  since: longAgo,
  disabledAt: null,
  enrolledAt: longAgo,
  lastStep: 0,
  failures: [],
  stepUpFailures: [],
  stepUps: [],
});
const castOf = [
  memberOf("ada", "agent"),
  memberOf("bob", "agent"),
  memberOf("sam", "supervisor"),
  memberOf("max", "supervisor"),
  memberOf("ivy", "auditor"),
  memberOf("rob", "admin"),
];

interface Told {
  tickets: Record<string, Ticket | null>;
  account: Account | null;
  /** The ticket that what comes next is about. */
  about: string;
  now: Instant;
  world: World;
  staff: Record<string, Member>;
  entries: readonly Recorded[];
  verdict: Verdict | null;
  doings: readonly Done[];
}

/** One decision of a story, or what happened to a member of staff, so that the same can be told to a real ledger. */
export type Done =
  | { about: string; actor: Actor; now: Instant; decide: Decide; verdict: Verdict }
  | { member: string; now: Instant; events: readonly Event[] };

/** What someone does: who, when (else at the story's own time), and what the desk found before the lock. */
export interface Doing {
  actor: Actor;
  now?: Instant;
  facts?: Partial<CaseFacts>;
}

/** A case as it stands after some entries; every step gives a new story and leaves the old one as it was. */
export class Story {
  constructor(private readonly told: Told) {}

  /** Decides and folds the verdict. */
  when(decide: Decide, doing: Doing): Story {
    const now = doing.now ?? this.told.now;
    const verdict = decide(this.case, { ...this.factsFor(doing.actor), ...doing.facts }, now);
    const done = { about: this.told.about, actor: doing.actor, now, decide, verdict };
    return new Story({ ...this.told, now, verdict, doings: [...this.told.doings, done] }).recorded(
      doing.actor,
      ...verdict,
    );
  }

  /** The last verdict is exactly these events, each named by its type or by some of its data. */
  gives(...expected: (EventType | Wanted)[]): Story {
    const actual = this.told.verdict ?? [];
    const wanted = expected.map((e) => (typeof e === "string" ? { type: e } : e));
    const same = wanted.length === actual.length && wanted.every((w, i) => holds(actual[i], w));
    return same ? this : fail(wanted, actual);
  }

  refused(reason: string): Story {
    return this.gives({ type: "refused", data: { reason } });
  }

  /** The ticket is in this state. */
  in(state: TicketState): Story {
    return this.ticket.state === state ? this : fail(state, this.ticket.state);
  }

  /** Folds events that happened, by this actor, at the story's time. */
  recorded(actor: Actor, ...events: readonly Event[]): Story {
    const object = this.told.about;
    const subject = this.told.world.record.id;
    const entries = events.map(
      (e, i): Recorded => ({
        ...e,
        seq: this.told.entries.length + i,
        at: this.told.now,
        actor,
        subject,
        object: object === "" ? null : object,
      }),
    );
    const ticket = entries.reduce(evolveTicket, this.told.tickets[object] ?? null);
    return new Story({
      ...this.told,
      tickets: { ...this.told.tickets, [object]: ticket },
      account: entries.reduce(evolveAccount, this.told.account),
      entries: [...this.told.entries, ...entries],
    });
  }

  after(ms: Millis): Story {
    return new Story({ ...this.told, now: this.told.now + ms });
  }
  /** What comes next is about another ticket of the same account, or, with an empty name, about none. */
  on(ticket: string): Story {
    return new Story({ ...this.told, about: ticket });
  }
  /** The world beside the case: the account's record, its contacts, the policy in force … */
  knowing(change: Partial<World>): Story {
    return new Story({ ...this.told, world: { ...this.told.world, ...change } });
  }
  /** The account's record is otherwise. */
  record(change: Partial<CaseFacts["record"]>): Story {
    return this.knowing({ record: { ...this.told.world.record, ...change } });
  }
  /** A member of staff joins, or is as they are now. */
  staffed(...members: Member[]): Story {
    const staff = Object.fromEntries(members.map((m) => [m.id, m]));
    return new Story({ ...this.told, staff: { ...this.told.staff, ...staff } });
  }
  /** A member changes: an entry of the staff stream. */
  member(id: string, ...events: Event[]): Story {
    const entry = { seq: 0, at: this.told.now, actor: rob, subject: null, object: id };
    const after = events.map((e): Recorded => ({ ...e, ...entry })).reduce(evolveMember, this.told.staff[id] ?? null);
    const done = { member: id, now: this.told.now, events };
    return after ? new Story({ ...this.staffed(after).told, doings: [...this.told.doings, done] }) : this;
  }
  stepsUp(id: string, stepUp: string, object: string, act = "approve"): Story {
    return this.member(id, event("staff.stepped-up", { stepUp, act, object, step: 1 }));
  }

  get case(): Case {
    return { ticket: this.told.tickets[this.told.about] ?? null, account: this.told.account };
  }
  get ticket(): Ticket {
    return this.case.ticket ?? fail("a ticket", this.told.verdict);
  }
  get account(): Account {
    return this.told.account ?? fail("an account with entries", "none");
  }
  get tickets(): Ticket[] {
    return Object.values(this.told.tickets).filter((t) => t !== null);
  }
  get about(): string {
    return this.told.about;
  }
  get now(): Instant {
    return this.told.now;
  }
  get entries(): readonly Recorded[] {
    return this.told.entries;
  }
  get doings(): readonly Done[] {
    return this.told.doings;
  }
  get verdict(): Verdict {
    return this.told.verdict ?? fail("a decision", "none");
  }
  get last(): Event {
    return this.verdict[this.verdict.length - 1] ?? fail("an event", "none");
  }

  /** What the loader would read for this actor. */
  factsFor(actor: Actor): CaseFacts {
    const id = staffIdOf(actor.id);
    const member = id === null ? null : (this.told.staff[id] ?? null);
    const same = Object.values(this.told.staff).filter((m) => m.person === member?.person);
    const signers = this.told.entries.flatMap((e) =>
      e.type === "ticket.approved" && e.object === this.told.about ? [e.data.by] : [],
    );
    const { world, staff: members } = this.told;
    const rules = documentOf(this.case.ticket?.policy ?? world.policy, undefined);
    const nextNumber = world.nextNumber + this.tickets.length;
    return {
      ...world,
      ...this.past,
      rules,
      nextNumber,
      actor,
      member,
      samePerson: same.map((m) => m.id),
      members,
      signers,
    };
  }

  /** The contact that the ticket would bind is out after an earlier one. */
  private get isKnockedOut(): boolean {
    const { newContact } = this.case.ticket ?? { newContact: null };
    return this.told.entries.some(
      (e) => e.type === "requester.knocked-out" && e.data.contact === newContact?.id && this.told.now < e.data.until,
    );
  }

  /** The account's other tickets, and who signed them. */
  private get past(): Pick<CaseFacts, "history" | "approvedBefore" | "knockedOut"> {
    const others = this.tickets.filter((t) => t.id !== this.told.about);
    const signed = this.told.entries.flatMap((e) =>
      e.type === "ticket.approved" && e.object !== this.told.about ? [this.told.staff[e.data.by]?.person] : [],
    );
    const who = Object.values(this.told.staff).filter((m) => signed.includes(m.person));
    return {
      history: [
        ...this.told.world.history,
        ...others.map(({ state, openedAt, touchedAt }) => ({ state, openedAt, touchedAt })),
      ],
      approvedBefore: [...this.told.world.approvedBefore, ...who.map((m) => m.id)],
      knockedOut: this.told.world.knockedOut || this.isKnockedOut,
    };
  }
}

/** A story that begins with these events, all by the worker at the story's beginning; with none, with nothing. */
export function given(...events: Event[]): Story {
  const staff = Object.fromEntries(castOf.map((m) => [m.id, m]));
  const told: Told = {
    tickets: {},
    account: null,
    about: "t1",
    now: monday,
    world,
    staff,
    entries: [],
    verdict: null,
    doings: [],
  };
  return new Story(told).recorded(worker, ...events);
}
