import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });

/** Refusals of break-glass, of reveals, and of who is kept apart from an account. */
export const needRefusals: Record<string, Refused> = {
  "own-account": staffOnly(
    "That account is a member of staff's own here, or shares a contact with theirs. Another member works on it.",
  ),
  "already-yours": staffOnly("That ticket waits for supervisors: you can open it as it is."),
  "already-open": staffOnly("That ticket is open by break-glass already."),
  "already-asked": staffOnly("Someone asked for that ticket already. A second supervisor confirms it."),
  "nothing-asked": staffOnly("That request does not wait any more. Look at the list again."),
  "nothing-open": staffOnly("That ticket is not open by break-glass any more."),
  "not-your-glass": staffOnly("Only one of the two who opened it can close it."),
  "too-many-reveals": staffOnly("Ten values were shown to you within twelve hours. That is all for this shift."),
  "already-revealed": staffOnly("That form was answered before, and a value is shown once. Ask anew, with a reason."),
  "nothing-to-reveal": staffOnly("That value is not on file any more."),
  "no-such-contact-of-theirs": staffOnly("That is none of their addresses or numbers."),
  "too-many-contacts": staffOnly("Twenty addresses and numbers of one member are enough."),
};

const few = staffOnly("Say why, in at least five characters.");

/** Words for a reason that means something else in these commands. */
export const needRefusalsByCommand: Record<string, Refused> = {
  "glass.ask/reason-missing": few,
  "glass.ask/no-such-ticket": staffOnly("There is no ticket of that number."),
  "glass.confirm/own-request": staffOnly(
    "You asked for it, so you cannot confirm it. Ask another supervisor, who is another person.",
  ),
  "value.reveal/reason-missing": few,
  "value.reveal/no-new-contact": staffOnly("No new contact is named in this ticket."),
  "staff.add-contact/already-added": staffOnly("That is noted as theirs already."),
  "staff.link/already-linked": staffOnly("That account is noted as theirs already."),
  "staff.unlink/not-linked": staffOnly("That account is not noted as theirs."),
};
