import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });

/** Refusals of drafting a policy and putting it in force. */
export const policyRefusals: Record<string, Refused> = {
  "already-drafted": staffOnly("A draft waits already. Confirm it or take it back, then begin another."),
  "policy-not-valid": staffOnly("This is not a policy that can be drafted. Check it: every place to mend is listed."),
  "nothing-changed": staffOnly("This says the same as the policy in force. Change something, or leave it as it is."),
  "version-not-next": staffOnly(
    "The version is not the next one of this name. Begin with what the draft's page gives; a new name begins with 1.",
  ),
  "draft-stale": staffOnly(
    "Another policy was put in force since this was drafted. Take it back, and draft anew against what is in force now.",
  ),
  "nothing-drafted": staffOnly("That draft does not wait any more: it was taken back or put in force."),
  "own-draft": staffOnly("You drafted it. Another admin, who is another person, puts it in force."),
  "drafter-left": staffOnly("Who drafted it is no active admin any more. Take it back; an admin may draft it anew."),
  "decided-by-two": staffOnly(
    "Two admins decided on the policy in force, so that one operator changes it no more. Draft another at the desk.",
  ),
};

/** Words for a reason that means something else in one command. */
export const policyRefusalsByCommand: Record<string, Refused> = {
  "policy.draft/reason-missing": staffOnly("Say why, in five characters or more. It goes with the draft."),
};
