import type { Wording } from "./words";

/** A link to a new password, by mail; whoever did not ask for it has nothing to do. */
export const linkWording = (link: string, helpUrl: string): Wording => ({
  subject: "Your link to a new password",
  text: `${[
    "Someone asked for a new password for your account. If it was you, open this link:",
    link,
    "It works once, for one hour. Nobody here knows or sets your password.",
    `If it was not you, do nothing: your password stays as it is. If this goes on, tell us: ${helpUrl}`,
  ].join("\n\n")}\n`,
});

/** A code for a new password, by text. */
export const codeWording = (code: string): Wording => ({
  subject: "Your code for a new password",
  text: `Your code for a new password is ${code}. It works once, for 10 minutes. Type it on the page you came from, and tell it to nobody, us included. If you did not ask for it, do nothing.\n`,
});
