/** The supervisors' list of what looked wrong. */
export const flagsWords = {
  title: "Flags",
  what: "What looked wrong: on its own it decides nothing, but a packet shows it, and approvals given before it came up are void.",
  done: "Noted. It is off the list, and stays on the trail.",
  empty: {
    title: "Nothing looks wrong",
    body: "What is odd about an account, a requester or someone at the desk appears here by itself.",
  },
  account: "Account of",
  about: "It is about",
  in: "Ticket",
  ask: (ticket: string): string => `Ask to read ${ticket}`,
  note: "What you found",
  noteHint: "In a sentence. Serials, codes and addresses are taken out before it is saved.",
  button: "Looked at",
  appeal: {
    said: "In the requester’s words",
    gone: "The words are gone.",
    answer: "Your answer",
    stands: "It stands",
    "ask-again": "They should ask again",
  },
  pages: "Pages of flags",
  first: "Longest waiting",
  next: "Next",
};
