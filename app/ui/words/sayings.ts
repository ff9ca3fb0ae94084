/** Where a change of owner is written to; an address of the example desk, to be changed with these words. */
export const ownersAddress = "owners@desk.example";

/** Sentences an agent reads aloud when a caller pushes: no blame, no detail of what is on file, a way on. */
export const pressings: readonly { when: string; say: string }[] = [
  {
    when: "“Can't you just skip that?”",
    say: "“I can't skip it for anyone, and no one here can. That is what stops someone else from calling about your cameras.”",
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

/** What is read aloud when a ticket is ended, by the reason it is ended for. */
export const endSayings: Record<string, string> = {
  "caller-withdrew":
    "“I have closed the request, and nothing on the account has changed. You can ask again at any time.”",
  "not-proven":
    "“What I have is not enough to show that the account is yours, so I have to close this request. It is no judgement of you; if you find the device or its box, please ask again.”",
  "change-of-owner": `“I can't move an account to another person. Please write to ${ownersAddress} with the name on the account and what happened; they answer within two working days.”`,
  duplicate:
    "“There is already a request for this. I am closing this one, so that the other can go on; nothing is lost.”",
  other: "“I have to close this request. Nothing on the account has changed, and you can ask again.”",
};

export const sayNo = {
  button: "Say no…",
  title: "Say no, kindly",
  lead: "Read it aloud as it stands.",
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
