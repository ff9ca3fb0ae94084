import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });

/** Refusals of erasures and legal holds. */
export const erasureRefusals: Record<string, Refused> = {
  "account-erased": {
    staff: "The account was erased. Nothing of it is left to work with.",
    say: "There is no account of that kind with us any more.",
  },
  "legal-hold": staffOnly("A legal hold is on the account. It is lifted first, with a reason, by an admin."),
  "ticket-live": staffOnly("A ticket of the account is live. It ends first; then the account can be erased."),
  "ticket-disputed": staffOnly("A ticket of the account is disputed. Two supervisors end it first."),
  "already-proposed": staffOnly("Erasing it is proposed already, and waits for a second person."),
  "nothing-proposed": staffOnly("That proposal does not wait any more. Look at the account again."),
  "proposal-lapsed": staffOnly(
    "That proposal lapsed after seven days. Propose it anew, and have it confirmed in time.",
  ),
  "own-proposal": staffOnly("You proposed it, so you cannot confirm it. Ask another admin, who is another person."),
  "both-at-the-command-line": staffOnly(
    "It was proposed at the command line, so a signed-in admin confirms it on the screen: two names there may be typed by one hand.",
  ),
  "already-held": staffOnly("A legal hold is on the account already."),
  "no-legal-hold": staffOnly("No legal hold is on the account."),
};

const frozen = staffOnly("The account is frozen. While it is, a dispute may still need what is known of it.");
const few = staffOnly("Say why, in at least five characters.");

/** Words for a reason that means something else in these commands. */
export const erasureRefusalsByCommand: Record<string, Refused> = {
  "erasure.propose/account-frozen": frozen,
  "erasure.confirm/account-frozen": frozen,
  "erasure.confirm/import-under-way": staffOnly("An import is running. Confirm again when it is done."),
  "erasure.propose/reason-missing": few,
  "legal-hold.place/reason-missing": few,
  "legal-hold.lift/reason-missing": few,
};
