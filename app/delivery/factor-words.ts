import type { Wording } from "./words";

/** A code by text, where the phone is the second factor. */
export const factorWording = (code: string): Wording => ({
  subject: "Your code to sign in",
  text: `Your code to sign in is ${code}. It works once, for 10 minutes. Type it on the page you came from, and tell it to nobody, us included. If you did not ask for it, someone else knows your password: choose a new one.\n`,
});
