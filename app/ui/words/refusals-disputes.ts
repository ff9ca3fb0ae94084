import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });
const prove =
  "To stop a request, open the link in our message to the old e-mail or phone. The page says what to show us.";

/** Refusals of objections that need proof, of the proof, of what two supervisors decide, and of a thaw. */
export const disputeRefusals: Record<string, Refused> = {
  "proof-needed": {
    staff: "An earlier objection by this contact was not proved, so this one stops nothing until it is.",
    say: prove,
  },
  "nothing-to-prove": staffOnly("Nothing is in dispute here, so there is nothing to prove."),
  "already-proved": staffOnly("Whoever objected proved ownership already. Two supervisors decide now."),
  "too-late-to-prove": {
    staff: "The seven days to prove ownership are over. Two supervisors decide.",
    say: "The time to show that the account is yours is over. Two people decide now, and we write to you then.",
  },
  "code-first": { staff: "The code to the contact that objects comes first.", say: prove },
  "not-disputed": staffOnly("This ticket is not disputed now. Look at it again."),
  "not-proved": staffOnly(
    "Whoever objected did not prove ownership. They have seven days for it; after those, two supervisors decide what becomes of it.",
  ),
  "time-to-prove": staffOnly(
    "Whoever objected still has time to prove ownership. Until that is over it stays as it is.",
  ),
  "recovered-already": staffOnly("The account was recovered already: undo the recovery, or let it stand."),
  "nothing-to-undo": staffOnly("Nothing was recovered by this ticket, so there is nothing to undo."),
  "too-late-to-reverse": staffOnly("A recovery can be undone for 30 days, and those are over."),
  "not-new-to-case": staffOnly("You approved this ticket before. Two supervisors new to the case decide on this one."),
  "not-frozen": staffOnly("This account is not frozen, so there is nothing to thaw."),
};

/** Those whose reason means something else elsewhere, by command and reason. */
export const disputeRefusalsByCommand: Record<string, Refused> = {
  "dispute.settle/already-proposed": staffOnly("You said so already. The second word is another person's."),
  "objection.prove/second-factor-needed": staffOnly(
    "A password alone proves nothing here: it takes a sign-in with a second factor.",
  ),
  "ticket.open/ticket-disputed": {
    staff: "A ticket of this account is disputed. Two supervisors decide on that first.",
    say: "I can't do anything on this account at the moment. It is being looked at.",
  },
};
