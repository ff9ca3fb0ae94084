import type { Refused } from "./refusals";

const goOn = "We can go on another way, or you can call back when you have more at hand.";

const notProven: Refused = {
  staff: "That is not proven: what was given does not match. It counts as one try. Go on with another proof.",
  say: `I can't go on with that one. ${goOn} I can't skip this step for anyone; it is what keeps the account safe.`,
};
const wrongCode: Refused = {
  staff: "That code does not count. Have it read again from the newest message, or send a new one.",
  say: "Please read me the code from the newest message, or I can send another.",
};
const notOnFile: Refused = {
  staff: "What was lost does not fit what the account has on file. Look at the facts again, and ask what else is gone.",
  say: "What you describe doesn't fit what we have on file. Can you tell me again what you can no longer reach?",
};
const tooNew: Refused = {
  staff: "That contact was registered less than 30 days ago, so a message to it proves nothing. Use another proof.",
  say: `I can't use that contact for this. ${goOn}`,
};
const spent: Refused = {
  staff:
    "There are no security questions to ask here: none are on file, or they were spoken in another ticket within 180 days. Use another proof.",
  say: `I can't use the security questions for this. ${goOn}`,
};
const notSerial: Refused = {
  staff: "That is not a serial number: it is nine characters, or the whole line of the label. No try was used.",
  say: "That isn't the serial number yet. It is on the label, by the QR code; please read it to me letter by letter.",
};
const shortAnswer: Refused = {
  staff: "An answer is empty or too short to be compared. No try was used.",
  say: "I need an answer to each of the questions.",
};

/** Refusals of checks, contacts and codes: no sentence says which stored value was compared, or how close it was. */
export const checkRefusals: Record<string, Refused> = {
  near: notProven,
  miss: notProven,
  wrong: notProven,
  "wrong-code": wrongCode,
  "no-such-code": wrongCode,
  "not-a-code": wrongCode,
  "code-expired": wrongCode,
  "too-many-tries": wrongCode,
  "nothing-lost": {
    staff: "Nothing was marked as lost. Mark what the requester can no longer reach.",
    say: "Which of these can you no longer reach: the password, the second factor, the e-mail, the phone?",
  },
  "no-second-factor-on-file": notOnFile,
  "no-such-contact-on-file": notOnFile,
  "more-contacts-than-one-ticket-takes": {
    staff:
      "The account has more contacts of that kind than one ticket can replace. Ask an admin to tidy them up first.",
    say: "I can't do this for your account from here. I'll pass it on, and you will hear from us.",
  },
  "contact-too-new": tooNew,
  "contact-is-lost": {
    staff: "A code cannot go to that contact: the ticket says it is lost, or it is no longer on the account.",
    say: "You told me that one is lost, so I can't send a code there.",
  },
  "contact-already-registered": {
    staff: "That contact is on the account already. A new contact has to be another one.",
    say: "I need an address or number that is new to us.",
  },
  "no-new-contact": {
    staff: "No new contact is named on this ticket, or another one is by now. Name it first.",
    say: "Which e-mail address or phone number should we use from now on?",
  },
  "no-new-contact-in-this-ticket": {
    staff:
      "This ticket binds no new contact: the link goes to a contact on file. For a lost contact, open a new ticket.",
    say: "For this, the link goes to the contact we have on file. I can't change it in this request.",
  },
  "confirm-new-contact-first": {
    staff: "Confirm the new contact before any proof: send it a code and type the code back.",
    say: "First I'll send a code to your new contact. Please read it to me when it comes.",
  },
  "already-confirmed": {
    staff: "That contact is confirmed already. Go on with the next step.",
    say: "I have that already, thank you. Let us go on with the next thing.",
  },
  "code-just-sent": {
    staff: "A code went out less than two minutes ago. Wait for it, then send another.",
    say: "The code is on its way. Please give it two minutes, and look in the spam folder too.",
  },
  "too-many-codes": {
    staff:
      "Ten codes went to this contact in this ticket; there will be no more. Use another contact or another proof.",
    say: `I can't send any more codes there. ${goOn}`,
  },
  "too-many-codes-today": {
    staff: "Ten codes went there within a day, for this account. Send the next one tomorrow, or use another proof.",
    say: `I can't send another code there today. ${goOn}`,
  },
  locked: {
    staff:
      "No tries are left for this account now. The lock holds for everyone and opens with time; codes and photos still work.",
    say: "I can't take any more tries today, and nobody here can. A code to a contact that still works would do, or call back in a day.",
  },
  "already-answered": {
    staff: "The security questions hold in this ticket already. Asking again proves no more; go on with another proof.",
    say: "I have your answers, thank you. Let's go on with the next thing.",
  },
  "no-answers-on-file": spent,
  "answers-spoken": spent,
  "already-drawn": {
    staff: "The questions are drawn already, and stay the same for 24 hours. Ask those.",
    say: "Let me read you the questions.",
  },
  "not-drawn": {
    staff: "The questions are older than 24 hours, or were not drawn yet. Draw them, then ask them together.",
    say: "Let me get the questions first.",
  },
  "no-such-attempt": {
    staff: "That try is over already. Look at what the ticket says before you try again.",
    say: "Give me a moment; I have to look at your request again.",
  },
  "not-a-serial": notSerial,
  "not-an-address": {
    staff: "That is not an e-mail address. It looks like name@example.org.",
    say: "Could you spell the address for me, with the part after the @?",
  },
  "not-a-phone-number": {
    staff: "That is not a phone number. Write it with its country code, like +351 912 345 678.",
    say: "Could you give me the number with its country code?",
  },
  "nothing-typed": shortAnswer,
  "empty-or-short": shortAnswer,
  "equals-question": shortAnswer,
  "too-many-photos": {
    staff: "This ticket has five photos, and takes no more.",
    say: "I have enough photos for this request.",
  },
  "too-many-photo-tries": {
    staff:
      "Too many photos of this account did not match, so no more are compared for now. Set this one aside, or judge it tomorrow.",
    say: `I can't take another photo for this now. ${goOn}`,
  },
  "ticket-number-unseen": {
    staff:
      "A photo counts only with the ticket's number in it, written by hand. Tick that you see it, or set the photo aside.",
    say: "A colleague has to look at that once more. Give me a moment.",
  },
  "no-such-photo": {
    staff: "There is no such photo on this ticket.",
    say: "Give me a moment; I have to look at your request again.",
  },
  "photo-already-judged": {
    staff: "That photo is judged already.",
    say: "That photo has been looked at already. Let us go on.",
  },
};
