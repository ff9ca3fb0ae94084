import { type Case, type CaseFacts, isActive } from "./case";
import { staffIdOf } from "./staff";

/** The word of the first of two supervisors, as long as who gave it is one: it counts no longer once they left or changed roles. */
export const ifStillSupervisor = <T extends { by: string }>(
  first: T | null,
  { members }: Pick<CaseFacts, "members">,
): T | null => (first && isActive(members[speaker(first.by)], "supervisor") ? first : null);

/** Staff ids of those whose first word about a case waits for a second one. */
export function firstSpeakers({ ticket, account }: Case): string[] {
  const words = [
    account?.safety?.lift,
    ticket?.dispute?.wish,
    ticket?.rejection,
    ticket?.reversal,
    ticket?.glass?.asked,
    ...(ticket?.withheld ?? []).flatMap((w) => (w.second ? [] : [w.first])),
  ];
  return words.flatMap((word) => (word ? [speaker(word.by)] : []));
}

/** Some entries name the actor, others the staff id. */
const speaker = (by: string): string => staffIdOf(by) ?? by;
