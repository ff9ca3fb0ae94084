import { type DecideDesk, type Desk, evolveDesk, newDesk } from "./desk";
import type { EventType, Recorded, Verdict } from "./event";
import { type Actor, type Member, type Role, staffIdOf } from "./staff";
import { memberOf, monday } from "./testing";
import { fail, holds, type Wanted } from "./testing-match";
import type { Instant, Millis } from "./time";

/** Support for tests of what is in force for everyone: the desk's stream told as a story, folded as the ledger folds it. */

interface Told {
  desk: Desk;
  now: Instant;
  staff: Readonly<Record<string, Member>>;
  entries: readonly Recorded[];
  verdict: Verdict | null;
}

/** The desk as it stands after some entries; every step gives a new story and leaves the old one as it was. */
export class DeskStory {
  constructor(private readonly told: Told) {}

  /** Decides with what the loader would read, and folds the verdict. */
  when(decide: DecideDesk, actor: Actor): DeskStory {
    const { desk, staff, now, entries } = this.told;
    const member = staff[staffIdOf(actor.id) ?? ""] ?? null;
    const samePerson = Object.values(staff).flatMap((m) => (m.person === member?.person ? [m.id] : []));
    const drafter = staff[staffIdOf(desk.draft?.by ?? "") ?? ""] ?? null;
    const verdict = decide(desk, { actor, member, samePerson, drafter }, now);
    const made = verdict.map(
      (e, i): Recorded => ({ ...e, seq: entries.length + i, at: now, actor, subject: null, object: null }),
    );
    return new DeskStory({
      ...this.told,
      verdict,
      desk: made.reduce(evolveDesk, desk),
      entries: [...entries, ...made],
    });
  }

  /** The last verdict is exactly these events, each named by its type or by some of its data. */
  gives(...expected: (EventType | Wanted)[]): DeskStory {
    const actual = this.told.verdict ?? [];
    const wanted = expected.map((e) => (typeof e === "string" ? { type: e } : e));
    const same = wanted.length === actual.length && wanted.every((w, i) => holds(actual[i], w));
    return same ? this : fail(wanted, actual);
  }

  refused(reason: string): DeskStory {
    return this.gives({ type: "refused", data: { reason } });
  }

  after(ms: Millis): DeskStory {
    return new DeskStory({ ...this.told, now: this.told.now + ms });
  }
  /** A member joins, or is as they are now; `person` joins the accounts of one human. */
  staffed(id: string, role: Role, change: Partial<Member> = {}): DeskStory {
    const before = this.told.staff[id] ?? memberOf(id, role);
    return new DeskStory({ ...this.told, staff: { ...this.told.staff, [id]: { ...before, role, ...change } } });
  }
  /** A fresh code for an act on an object, by this member, now. */
  stepsUp(id: string, stepUp: string, object: string, act: string): DeskStory {
    const member = this.told.staff[id] ?? fail("a member", id);
    const made = { id: stepUp, at: this.told.now, act, object };
    return this.staffed(id, member.role, { stepUps: [...member.stepUps, made] });
  }

  get desk(): Desk {
    return this.told.desk;
  }
  get entries(): readonly Recorded[] {
    return this.told.entries;
  }
}

/** A new desk with nobody at it. */
export const aDesk = (): DeskStory =>
  new DeskStory({ desk: newDesk(), now: monday, staff: {}, entries: [], verdict: null });
