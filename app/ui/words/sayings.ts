import type { Need } from "domain/policy";
import { refusedOf } from "./refusals";

/** What is read aloud, and what the caller can do instead. */
export interface Saying {
  say: string;
  instead: string;
}

/** Sentences an agent reads aloud when a caller pushes: no blame, no detail of what is on file, a way on. */
export const pressings: readonly { when: string; say: string }[] = [
  {
    when: "“Can't you just skip that?”",
    say: "“I can't skip it for anyone, and no one here can. That is what stops someone else from calling about your account.”",
  },
  {
    when: "“What do you have on file?”",
    say: "“I only see whether what you tell me fits. I don't see the answer, so I can't read it out.”",
  },
  {
    when: "“It is urgent.”",
    say: "“I understand. The quickest way is the next step on my screen; let us do it together now. The waiting time at the end is the same for everyone.”",
  },
  {
    when: "They cannot find anything more",
    say: "“That's all right. Your request stays open for seven days. Call back when you are at the device, or go on yourself on the request page with your reference.”",
  },
];

/** What is read aloud when a ticket is ended, by the reason it is ended for; a change of owner is written to `owners`. */
export const endSayings = (owners: string): Record<string, string> => ({
  "caller-withdrew":
    "“I have closed the request, and nothing on the account has changed. You can ask again at any time.”",
  "not-proven":
    "“What I have is not enough to show that the account is yours, so I have to close this request. It is no judgement of you; if you find the device or its box, please ask again.”",
  "change-of-owner": `“I can't move an account to another person. Please write to ${owners} with the name on the account and what happened; they answer within two working days.”`,
  duplicate:
    "“There is already a request for this. I am closing this one, so that the other can go on; nothing is lost.”",
  other: "“I have to close this request. Nothing on the account has changed, and you can ask again.”",
});

const openSevenDays = "“Your request stays open for seven days. Call back, or go on yourself on the request page.”";

const colleague = "“You need do nothing. We write to you as soon as there is something to say.”";
/** What is read aloud while something is missing: what would help, and never what did not. */
export const needSayings: Record<Need, Saying> = {
  "someone-else": {
    say: "“I can't go on with this from here. A colleague looks at it.”",
    instead: colleague,
  },
  "second-kind-of-proof": {
    say: "“I need one more thing, of another kind than what I have. I can't go on without it, for anyone.”",
    instead: openSevenDays,
  },
  "code-to-surviving-contact": {
    say: "“For this I need a code that goes to the contact you still have. I can send it now.”",
    instead: "“If you can't get at it today, call back when you can. Your request stays open for seven days.”",
  },
  "knowledge-or-vouch": {
    say: "“For this I need something that only the owner of the account knows. I can't go past that, for anyone.”",
    instead: openSevenDays,
  },
  "saved-code-or-vouch": {
    say: "“For this I need a recovery code you saved, or someone you invited to vouch for you.”",
    instead: "“Look where you keep important papers, then call back. Your request stays open for seven days.”",
  },
  "dynamic-proof": {
    say: "“For this I need something that is new each time, like a code I send you now.”",
    instead: "“If no contact of yours works today, call back when one does. Your request stays open for seven days.”",
  },
  "more-evidence": {
    say: "“I don't have enough to go on yet. Another device, or a photo of its label, would help.”",
    instead: openSevenDays,
  },
};

const tomorrow = "“Call back tomorrow; your request stays open until then.”";
const page = "“You can also go on by yourself, on the request page with your reference.”";
const again = "“Nothing on the account has changed. You can ask again at any time.”";

/** What can be done instead, by the reason of a refusal; the others keep to the next step. */
const insteads: Record<string, string> = {
  locked: tomorrow,
  "too-many-codes-today": tomorrow,
  "too-many-photo-tries": tomorrow,
  "too-many-searches": "“If you have the number of an earlier request, I can go on with that.”",
  "account-frozen": colleague,
  "routine-check": colleague,
  "supervisors-end-it": colleague,
  "hold-running": colleague,
  "account-has-claimed-ticket": colleague,
  "already-claimed": colleague,
  "not-your-ticket": colleague,
  "ticket-ended": again,
  "account-erased": again,
  "contacts-changed": again,
  "grant-not-renewable": again,
};

/** What an agent reads aloud when this was refused; null where nothing of it is a caller's business. */
export function refusalSaying(reason: string, command?: string): Saying | null {
  const { say } = refusedOf(reason, command);
  const instead = Object.hasOwn(insteads, reason) ? insteads[reason] : undefined;
  return say === null ? null : { say: `“${say}”`, instead: instead ?? page };
}

export const sayNo = {
  button: "Say no…",
  title: "Say no, kindly",
  lead: "Read it aloud as it stands.",
  refused: "For what was just refused",
  needed: "For what is still needed",
  pushed: "When they push",
  instead: "What they can do instead",
  copyLabel: "the sentence",
  end: "Or end the ticket",
  endHint: (name: string): string => `${name} ends for good; a new request would be a new ticket.`,
  endButton: (name: string): string => `End ${name}`,
};

export const care = {
  title: "Take care",
  agent: "Urgency and sympathy are how desks are talked round. Nothing here can be skipped. If you feel pushed,",
  handOver: "hand it back quietly",
  caller: "The caller may doubt you, too:",
  callerSay:
    "“I will never ask for your password. If you want to be sure it is us, hang up and look at the request page: your reference is",
};
