import type { Refused } from "./refusals";

const staffOnly = (staff: string): Refused => ({ staff, say: null });
const deadLink: Refused = {
  staff: "That link no longer works: it was used, replaced, stopped or ran out. The ticket says what comes next.",
  say: "That link no longer works. Please open your request's page; it says what to do now.",
};
const taken: Refused = {
  staff: "That link was used, and the directory where the account lives is being asked to change it.",
  say: "Your link was used, and it is being set. Please open the link again in a minute.",
};
const waits: Refused = {
  staff:
    "The account is frozen, so nothing on it goes forward. Two supervisors look at it; tell the caller no more than that.",
  say: "I can't do anything on this account at the moment. It is being looked at, and we write as soon as that is done.",
};

/** Refusals of claiming, review, holds, grants and endings. */
export const reviewRefusals: Record<string, Refused> = {
  "account-frozen": waits,
  "note-missing": staffOnly("Say in a sentence what speaks against it. It stays with the ticket."),
  "contacts-changed": {
    staff:
      "Another recovery, or the identity provider, changed this account's contacts since this ticket was opened. End it and open a new one.",
    say: "Something about the account has changed since you asked, so I have to begin a new request.",
  },
  "already-claimed": {
    staff: "Someone has this ticket already. Look at the queue for another.",
    say: "A colleague is with your request already. They go on with it.",
  },
  "not-open": {
    staff: "This ticket is not open any more, so it cannot be claimed. Look at it again.",
    say: "Give me a moment; I have to look at your request again.",
  },
  "account-has-claimed-ticket": {
    staff: "Another ticket of this account is being worked on. One at a time: find that one.",
    say: "There is another request for this account, and a colleague is with it. One goes at a time.",
  },
  "not-your-ticket": {
    staff: "You do not hold this ticket. Claim it, or leave it to the one who does.",
    say: "A colleague is with your request. They go on with it.",
  },
  "not-verifying": {
    staff: "This ticket is not being verified now, so its checks are closed. Look at it again.",
    say: "Give me a moment; I have to look at your request again.",
  },
  "ticket-ended": {
    staff: "This ticket has ended, and ended tickets never reopen. A new one links to it.",
    say: "That request is closed. I can open a new one for you.",
  },
  "too-many-tickets-waiting": {
    staff:
      "Three tickets of this account wait for an agent already. Claim one of them; no more are opened beside those.",
    say: "There are requests for this account already. I can go on with one of those, so I don't open another.",
  },
  "nothing-said": {
    staff: "There were no words in it.",
    say: "Please tell us in a sentence or two.",
  },
  "nothing-to-appeal": {
    staff: "Only a rejection of the last 30 days that no owner asked for can be looked at again.",
    say: "There is nothing that could be looked at again. I can open a new request for you.",
  },
  "already-appealed": {
    staff: "Its requester asked for another look already.",
    say: "Someone looks at it already. You will see the answer on your page.",
  },
  "too-late-to-appeal": {
    staff: "The rejection is more than 30 days old.",
    say: "That is too long ago. I can open a new request for you.",
  },
  "no-such-appeal": {
    staff: "There is no appeal in this ticket.",
    say: "Give me a moment; I have to look at your request again.",
  },
  "answer-the-appeal": {
    staff: "An appeal is answered, not only looked at: say whether the rejection stands.",
    say: "Give me a moment; I have to look at your request again.",
  },
  "no-recovery-to-follow": {
    staff: "There is no recovery of the last 30 days that this could follow.",
    say: "That recovery is too long ago. I can open a new request for you.",
  },
  "ticket-exists": {
    staff: "This ticket was opened already. Look at it in the queue.",
    say: "Give me a moment; I have to look at your request again.",
  },
  "not-a-ticket-number": {
    staff: "That is not a ticket number. It looks like CS-1042.",
    say: "Could you read me the number of your request again? It begins with C S.",
  },
  "no-such-ticket": {
    staff: "There is no such ticket.",
    say: "I can't find a request of that number. Could you read it to me again?",
  },
  "no-such-agent": staffOnly("That person is not an active agent. Choose another."),
  "policy-not-met": {
    staff: "The proof is not enough yet. The list of what is still needed says what to ask for next.",
    say: "I don't have enough to go on yet. Let me tell you what else would help. I can't go past this, for anyone.",
  },
  "not-at-this-desk": {
    staff: "This cannot be completed at the desk, whatever is proven. End the ticket; a supervisor sees why.",
    say: "I can't complete this from here, and nobody at this desk can. The desk will write to the account's own contacts.",
  },
  "needs-someone-new": staffOnly(
    "This account was recovered lately, so one signature has to come from a supervisor who approved none of its tickets before. Pass it on.",
  ),
  "no-such-flag": staffOnly("There is no such flag. It may have been erased with its account."),
  "already-looked-at": staffOnly("Another supervisor looked at this flag already."),
  "own-flag": staffOnly("This flag is about you, so someone else looks at it."),
  "not-in-review": staffOnly("This ticket is not in review now. Look at it again."),
  "own-case": staffOnly(
    "You had a hand in this ticket, or in one of this account within 90 days. Someone without one has to decide.",
  ),
  "own-evidence": {
    staff: "You had a hand in this ticket, so you cannot judge what was sent for it. A second person does.",
    say: "A colleague has to look at that. Give me a moment.",
  },
  "already-approved": staffOnly("You approved this already. The second approval is another person's."),
  "already-rejected": staffOnly("You said reject already. The second word is another person's."),
  "packet-changed": staffOnly(
    "The case changed since you opened it, so your approval would sign something else. Read it again.",
  ),
  "packet-not-opened": staffOnly("Open the case and read it before you decide."),
  "step-up-needed": staffOnly(
    "This takes a fresh code from your authenticator. Type the one it shows now; each works once.",
  ),
  "not-on-hold": staffOnly("This ticket is not on hold now. Look at it again."),
  "hold-running": {
    staff: "The hold is still running. Nobody can end it early; it is the holder's time to object.",
    say: "The waiting time is still running. Nobody can shorten it; it gives the owner time to stop a thief.",
  },
  "approver-no-supervisor": staffOnly("One who approved is no longer an active supervisor, so the approvals are void."),
  "clock-jump": staffOnly("The clock jumped. No reset starts until an admin has acknowledged it."),
  "supervisors-end-it": {
    staff: "From review on, only supervisors end a ticket. Ask one.",
    say: "I can't close it from here any more. I'll pass that on to a supervisor.",
  },
  "nothing-due": staffOnly("Nothing is due on this ticket."),
  "already-disputed": staffOnly("This ticket is disputed already. Two supervisors look at it."),
  "not-the-holder": {
    staff: "The objection did not come from a contact or a session of this account, so nothing was stopped.",
    say: "To stop a request, use the link in the message that went to the account's old e-mail or phone.",
  },
  "too-late-to-object": {
    staff: "It is too late to object to this ticket here: 30 days are over, or it ended without a recovery.",
    say: "That request can no longer be stopped. If you can't get into your account, I can open a new one.",
  },
  "no-grant": {
    staff: "No link is out for this ticket, so there is none to send again.",
    say: "There is no link to send again at this point.",
  },
  "grant-still-good": {
    staff: "The link that was sent still works. It can be sent again once it has run out.",
    say: "The link we sent still works. Please look for it in the spam folder too.",
  },
  "grant-not-renewable": {
    staff: "The link was sent twice, or its seven days are over. A new ticket is needed.",
    say: "I can't send that link again. I can open a new request for you.",
  },
  "grant-superseded": deadLink,
  "grant-used": deadLink,
  "grant-revoked": deadLink,
  "grant-expired": deadLink,
  "already-so": staffOnly("It is so already. Nothing was changed."),
  "link-used": deadLink,
  "grant-taken": taken,
  "link-taken": taken,
  "job-over": staffOnly("What the directory was asked for is over already. Nothing more was changed."),
  "link-expired": deadLink,
  "link-superseded": deadLink,
  "no-tries-left": deadLink,
  "safety-flag": staffOnly(
    "The account is under a safety flag, so its password is changed at the desk alone, by two supervisors.",
  ),
};
