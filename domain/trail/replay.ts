import { type Account, evolveAccount } from "../account";
import { type Desk, evolveDesk, newDesk } from "../desk";
import { evolveMember } from "../member";
import type { PolicyDraft } from "../policy-draft";
import type { Member } from "../staff";
import { evolveTicket, type Ticket } from "../ticket";
import { type Entry, recordedOf } from "./entry";
import { policyProblem } from "./policy-story";
import { stepUpProblem, storyProblem } from "./story";

/** Tells the story of a trail again, entry by entry in order; it remembers the state of every case and member it came by. */
export interface Replay {
  /** Why this entry could not have followed from those before it, or null. */
  follow(entry: Entry): string | null;
}

/** A story with nothing told yet. */
export function newReplay(): Replay {
  const members = new Map<string, Member>();
  const tickets = new Map<string, Ticket>();
  const accounts = new Map<string, Account>();
  const policies: { desk: Desk; confirmed: PolicyDraft | null } = { desk: newDesk(), confirmed: null };
  const personOf = (staff: string): string => members.get(staff)?.person ?? staff;
  return {
    follow(entry) {
      const e = recordedOf(entry);
      const skipped = stepUpProblem(e, (id) => members.get(id) ?? null);
      if (skipped) return skipped;
      if (e.type.startsWith("policy.")) {
        const forged = policyProblem(e, { ...policies, memberOf: (id) => members.get(id) ?? null });
        if (forged) return forged;
        policies.confirmed = e.type === "policy.draft-confirmed" ? (policies.desk.draft ?? null) : null;
        policies.desk = evolveDesk(policies.desk, e);
      }
      if (e.type.startsWith("staff.")) keep(members, e.object, (before) => evolveMember(before, e));
      if (e.type === "refused") return null;
      // What is told of an account cannot be told of none: such an entry would be followed by nobody.
      if (e.subject === null) return storyProblem(e, null, null, personOf);
      const ticket = tickets.get(e.object ?? "") ?? null;
      const problem = storyProblem(e, ticket, accounts.get(e.subject) ?? null, personOf);
      if (problem) return problem;
      keep(tickets, e.object, (before) => evolveTicket(before, e));
      keep(accounts, e.subject, (before) => evolveAccount(before, e));
      return null;
    },
  };
}

function keep<T>(all: Map<string, T>, id: string | null, evolve: (before: T | null) => T | null): void {
  if (id === null) return;
  const after = evolve(all.get(id) ?? null);
  if (after !== null) all.set(id, after);
}
