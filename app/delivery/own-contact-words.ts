import type { Wording } from "./words";

/** A code to an e-mail or phone that someone adds to their account; whoever did not ask for it has nothing to do. */
export const ownContactWording = (code: string, kind: string): Wording => ({
  subject: "Your code to add this to an account",
  text: `Someone wants us to reach them here about their account. If it is you, your code is ${code}. It works once, for ${
    kind === "phone" ? "10 minutes" : "24 hours"
  }. Type it on the page you came from, and tell it to nobody, us included. If it is not you, do nothing: nothing happens without the code.\n`,
});
