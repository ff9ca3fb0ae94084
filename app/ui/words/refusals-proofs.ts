import type { Refused } from "./refusals";

const goOn = "We can go on another way, or you can call back when you have more at hand.";
const byHolder = (staff: string): Refused => ({ staff, say: null });

const noNumber: Refused = {
  staff: "That number opens nothing: it is wrong, too old, used, or the ticket does not take a vouch any more.",
  say: "That number doesn't work. I can give you a new one to read to them.",
};

/** Refusals about saved recovery codes, linked people and vouches. */
export const proofRefusals: Record<string, Refused> = {
  "not-a-saved-code": {
    staff: "That is no saved code: it is sixteen letters and digits in four groups. No try was used.",
    say: "That isn't the whole code yet. It has four groups of four; please read it to me letter by letter.",
  },
  "saved-code-did-not-work": {
    staff:
      "That saved code does not work. It used one try of the account. Have another one read, or use another proof.",
    say: `That one doesn't work. Is there another on your list? ${goOn}`,
  },
  "too-many-saved-code-tries": {
    staff: "No tries for saved codes are left for this account now; they come back with time. Use another proof.",
    say: `I can't take another saved code today. ${goOn}`,
  },
  "nobody-may-vouch": {
    staff: "Nobody is linked to this account who may vouch now. Use another proof.",
    say: `Nobody can vouch for this account at the moment. ${goOn}`,
  },
  "already-vouched": {
    staff: "A vouch was given in this ticket already, and a second one proves no more. Go on with another proof.",
    say: "They have vouched for you, thank you. Let's go on with the next thing.",
  },
  "number-just-given": {
    staff: "A number was made less than two minutes ago and still works. Wait before you make another.",
    say: "The number I gave you still works. Please read them that one.",
  },
  "too-many-numbers": {
    staff: "This ticket had five numbers to vouch with, and makes no more. Use another proof.",
    say: `I can't give you another number. ${goOn}`,
  },
  "no-such-number": noNumber,
  "wrong-number": noNumber,
  "not-linked": byHolder("The two accounts are not linked, so one cannot vouch for the other."),
  "link-too-young": byHolder("The link is less than 90 days old, so it carries no vouch yet."),
  "installer-may-not-vouch": byHolder("The holder said that this is their installer, who may never vouch."),
  "staff-may-not-vouch": byHolder("That account is one of a member of staff, who vouches for nobody."),
  "vouched-lately": byHolder("That person vouched for somebody within the last 30 days."),
  "own-request": byHolder("That person made this request, or its link would go to them, so they cannot vouch for it."),
  "too-many-passwords": byHolder(
    "The password was typed too often in a short time. A quarter of an hour later it goes on.",
  ),
  "in-quarantine": {
    staff:
      "The account was recovered less than 30 days ago. Until that is over its contacts are moved only by a ticket of tier T4, and its holder makes no new ways to prove.",
    say: "The account was recovered a short while ago, so its contacts can't be changed this way yet.",
  },
  "own-address": byHolder("That address is the holder's own. They need another person to vouch."),
  "too-many-links": byHolder("The holder has linked or invited five people already. One of them has to go first."),
  "too-many-invitations": byHolder("Too many invitations were sent or are waiting. More can be sent tomorrow."),
  "already-invited": byHolder("That holder has an invitation of this one already."),
  "already-linked": byHolder("The two accounts are linked already."),
  "no-such-contact": byHolder("No contact in force is there for that."),
  "no-such-invitation": byHolder("That invitation does not wait any more: it was answered, taken back, or lapsed."),
  "no-such-link": byHolder("The two accounts are not linked any more."),
};
