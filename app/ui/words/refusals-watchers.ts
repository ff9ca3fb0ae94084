import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });

/** Refusals of second looks. */
export const watcherRefusals: Record<string, Refused> = {
  "no-such-sample": staffOnly("That approval was not drawn for a second look."),
  "already-sampled": staffOnly("That approval was drawn before."),
  "already-judged": staffOnly("Someone has looked at it again already. What they said stands on the trail."),
  "own-review": staffOnly(
    "You signed this ticket or had a hand in its account in the last 90 days. Another supervisor looks again.",
  ),
};

/** Words for a reason that means something else in these commands. */
export const watcherRefusalsByCommand: Record<string, Refused> = {
  "review.judge/reason-missing": staffOnly("Say what you found, in at least ten characters."),
};
