import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });
const readAgain: Refused = {
  staff: "That is not the number on the requester's page. Have it read once more; after three it takes a new code.",
  say: "Could you read me the four digits on your request's page once more? They change every few minutes.",
};

/** Refusals of finding out who is on the line, of pressure, and of safety flags. */
export const careRefusals: Record<string, Refused> = {
  "wrong-caller-number": readAgain,
  "not-a-caller-number": {
    staff: "The number on the requester's page has four digits. No try was used.",
    say: "The number on your page has four digits. Could you read me those?",
  },
  "caller-not-entered": {
    staff:
      "The requester has no request page open, so who is calling cannot be matched. That is no proof against them; go on.",
    say: "If you can, open your request's page with your reference and a code. If not, we go on without it.",
  },
  "caller-entered-again": {
    staff: "The requester opened their page anew meanwhile, so its earlier numbers are dead. Have the new one read.",
    say: "Please load your request's page again and read me the four digits it shows now.",
  },
  "too-many-caller-numbers": {
    staff:
      "Three wrong numbers were read, so no more count until the requester opens their page anew with a fresh code.",
    say: "Let us leave that number for now. If you open your request's page anew with a fresh code, we can try again.",
  },
  "already-matched": {
    staff: "You have the requester on the line; that holds for an hour.",
    say: "I have that already, thank you. Let's go on with the next thing.",
  },
  "already-reported": { staff: "That is known already.", say: "Let us go on." },
  "routine-check": {
    staff: "This ticket went to a colleague for a routine check. A supervisor hands it on.",
    say: "A colleague goes on with your request. You need do nothing; we write to you.",
  },
  "agent-was-pressed": staffOnly(
    "That agent was pressed on this ticket. Hand it to somebody else, who is another person.",
  ),
  "already-flagged": {
    staff: "That flag is on the account already.",
    say: "That is noted already. You need not say it again.",
  },
  "address-hidden": staffOnly(
    "A safety flag is on the account, so no contact of it is shown to anyone at the desk. Two supervisors can lift it.",
  ),
  "questions-closed": {
    staff:
      "A safety flag is on the account: who shares a home knows the answers, so the questions prove nothing. Use another proof.",
    say: "I can't use the security questions for this. Let us go on with something else.",
  },
  "not-flagged": staffOnly("No safety flag is on the account, so there is nothing of that kind to decide."),
  "second-person-needed": staffOnly(
    "Your word is on it already. The second one is another supervisor's, who is another person.",
  ),
  "no-such-contact-to-tell": staffOnly("That contact is told nothing of this ticket anyway. Look at the list again."),
  "already-withheld": staffOnly("This ticket's notices are kept from that contact already."),
  "no-dynamic-proof": staffOnly(
    "Nothing here yet proves the requester by what changes with every use: a saved code, someone who vouches, or a code to a registered contact. Until it does, every contact is told.",
  ),
};

const few = staffOnly("Say why, in at least five characters.");

/** Words for a reason that means something else in these commands. */
export const careRefusalsByCommand: Record<string, Refused> = {
  "safety.lift/reason-missing": few,
  "notices.withhold/reason-missing": few,
};
