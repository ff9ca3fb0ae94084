import { countOf } from "./amounts";

/** The ticket's page. */
export const savedCodeWords = {
  title: "Ask for a saved recovery code",
  say: "“Do you have the saved codes you made for your account? Please read me one you have not used.”",
  label: "Saved code",
  hint: "Four groups of four; case and dashes do not matter. It is used up by this.",
  button: "Check the code",
  tries: (n: number): string => `${countOf(n, "try is", "tries are")} left today for this account.`,
  locked: "No saved code can be tried for this account today.",
};

export const vouchWords = {
  title: "Ask for someone who vouches",
  say: "“Is there someone you linked to your account? Call them, or go and see them, and read them a number I give you.”",
  never: "We never say who it could be.",
  button: "Make a number",
  again: "Make a new number",
  read: "“The number is the following six digits. They sign in to their own account and type it there.”",
  label: "Number to read out",
  until: "Good until",
  tries: (n: number): string => `${countOf(n, "try", "tries")} left.`,
  opened: "Someone typed it and is reading what they are asked.",
};
